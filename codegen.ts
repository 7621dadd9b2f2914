import { readdirSync, readFileSync } from "node:fs";
import { ApolloServerErrorCode } from "@apollo/server/errors";
import type { Types } from "@graphql-codegen/plugin-helpers";
import { clientScalars } from "./src/client/scalars.ts";
import { errorCodes } from "./src/errors.ts";

const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).sort();

/** The enums of each system, all that is exported from `src/<system>/enums.ts`: values of the upstream by those of the schema. */
const enums: Record<string, Record<string, string>> = Object.assign(
  {},
  ...(
    await Promise.all(
      sources
        .filter((file) => /^\w+\/enums\.ts$/.test(file))
        .map(async (file) => Object.values(await import(`./src/${file}`))),
    )
  ).flat(),
);

/** The endpoints of each noun: `src/<system>/<noun>/endpoints.ts`. */
const nouns = sources
  .filter((file) => /^\w+\/[\w-]+\/endpoints\.ts$/.test(file))
  .map((file) => ({ file, system: file.split("/")[0] ?? "", text: readFileSync(`src/${file}`, "utf8") }));

/** Types whose rows are not declared as `<Type>Json` beside the endpoints of their noun. */
const otherRows = {
  Contact: "../assembly/contact/known-company.ts#ContactOfAccount",
  CreateAdditionalPropertiesPayload: "../assembly/additional-properties/payload.ts#WrittenProperties",
  UpdateAdditionalPropertiesPayload: "../assembly/additional-properties/payload.ts#WrittenProperties",
  DeleteAdditionalPropertiesPayload: "../assembly/additional-properties/payload.ts#WrittenProperties",
  UsageLog: "../assembly/usage-log/known-owner.ts#UsageLogOfOwner",
  Activity: "../assembled/activity/endpoints.ts#ActivityOfPerson",
  ActivityVersion: "../assembled/event-change/versions.ts#ActivityVersionRow",
  EventChangeAuthor: "../assembled/event-change/endpoints.ts#EventAuthorJson",
  Customer360: "../joins/customer-key.ts#CustomerKey",
  Category: "../web1on1/category/endpoints.ts#CategoryOfOrganization",
  FormField: "../web1on1/form-field/endpoints.ts#FieldOfForm",
  OrganizationMembership: "../web1on1/user/endpoints.ts#MembershipJson",
  OrganizationPartner: "../web1on1/organization/endpoints.ts#PartnerJson",
};

const schemaTypes = readdirSync("schema", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".graphql"))
  .flatMap((file) =>
    [...readFileSync(`schema/${file}`, "utf8").matchAll(/^type (\w+)/gm)].map(([, name]) => name),
  );

/** What resolvers get for each type of the schema: by default the `<Type>Json` of a noun's endpoints. */
const rowTypes = {
  ...Object.fromEntries(
    nouns.flatMap(({ file, text }) =>
      [...text.matchAll(/^export (?:interface|type) (\w+)Json\b/gm)]
        .filter(([, type]) => schemaTypes.includes(type))
        .map(([, type]) => [type, `../${file}#${type}Json`]),
    ),
  ),
  ...otherRows,
};

/** Names of the nouns of each system, for what a write invalidates. */
const nounNames = [...new Set(nouns.map(({ system }) => system))].map((system) => {
  const names = nouns
    .filter((noun) => noun.system === system)
    .flatMap(({ text }) =>
      [...text.matchAll(/^export const (\w+) = endpoints\(/gm)].map(([, name]) => `"${name}"`),
    );
  return `  readonly ${system}: ${names.join(" | ")};`;
});

/** Every code in `extensions.code`: those of the gateway with their meaning, then those of the GraphQL layer. */
const errorCodeTypes = [
  "/** A code that the gateway gives. */",
  "export type GatewayErrorCode =",
  ...Object.entries(errorCodes).map(([code, { when }]) => `  /** ${when} */\n  | "${code}"`),
  ";",
  "/** A code of a request that never reaches a field. */",
  "export type RequestErrorCode =",
  ...Object.values(ApolloServerErrorCode)
    .filter((code) => !(code in errorCodes))
    .map((code) => `  | "${code}"`),
  ";",
  "/** Every value of `extensions.code`. */",
  "export type ErrorCode = GatewayErrorCode | RequestErrorCode;",
].join("\n");

const config: Types.Config = {
  schema: "schema/**/*.graphql",
  generates: {
    "src/generated/error-codes.ts": { plugins: [{ add: { content: errorCodeTypes } }] },
    "src/generated/client/": {
      preset: "client",
      documents: "src/client/operations/*.graphql",
      presetConfig: {
        skipIndexFile: true,
        fragmentMasking: false,
        persistedDocuments: { hashAlgorithm: "sha256" },
      },
      config: {
        documentMode: "string",
        importExtension: ".ts",
        useTypeImports: true,
        immutableTypes: true,
        strictScalars: true,
        scalars: clientScalars,
      },
    },
    "src/generated/nouns.ts": {
      plugins: [
        {
          add: {
            content: `/** Names of the nouns of each system, as its endpoints export them. */\nexport interface NounNames {\n${nounNames.join("\n")}\n}`,
          },
        },
      ],
    },
    "src/generated/resolvers.ts": {
      plugins: ["typescript", "typescript-resolvers"],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        enumValues: enums,
        contextType: "../graphql/context.ts#OperationContext",
        defaultScalarType: "unknown",
        scalars: {
          ID: "string",
          DateTime: { input: "Date", output: "import('../graphql/scalars.ts').DateTimeOutput" },
          Date: "string",
          JSONObject: "Readonly<Record<string, unknown>>",
          EmailAddress: "string",
          URL: "string",
          TimeZone: "string",
          CountryCode: "string",
          Port: "number | string",
          Upload: "import('../uploads/upload.ts').Upload",
        },
        inputMaybeValue: "T | null | undefined",
        maybeValue: "T | null | undefined",
        avoidOptionals: { field: false, inputValue: false, object: false },
        immutableTypes: true,
        useIndexSignature: false,
        // A payload may promise an object that turns out not to exist.
        resolverTypeWrapperSignature: "Promise<T | null> | T",
        mapperTypeSuffix: "",
        mappers: {
          // Upstreams may give values that no document names; the schema answers null for those.
          ...Object.fromEntries(Object.keys(enums).map((name) => [name, "string"])),
          ...rowTypes,
        },
      },
    },
  },
};

export default config;
