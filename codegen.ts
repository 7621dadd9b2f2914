import type { CodegenConfig } from "@graphql-codegen/cli";
import { assembledEnums } from "./src/assembled/enums.ts";
import { assemblyEnums } from "./src/assembly/enums.ts";
import { web1on1Enums } from "./src/web1on1/enums.ts";

const enums = { ...assemblyEnums, ...assembledEnums, ...web1on1Enums };

const config: CodegenConfig = {
  schema: "schema/**/*.graphql",
  generates: {
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
          Account: "../assembly/account/endpoints.ts#AccountJson",
          Contact: "../assembly/contact/contact.ts#ContactOfAccount",
          Label: "../assembly/label/endpoints.ts#LabelJson",
          UsageLog: "../assembly/usage-log/endpoints.ts#UsageLogJson",
          CreateAdditionalPropertiesPayload: "../assembly/additional-properties/writes.ts#WrittenProperties",
          UpdateAdditionalPropertiesPayload: "../assembly/additional-properties/writes.ts#WrittenProperties",
          DeleteAdditionalPropertiesPayload: "../assembly/additional-properties/writes.ts#WrittenProperties",
          Person: "../assembled/person/endpoints.ts#PersonJson",
          Role: "../assembled/role/endpoints.ts#RoleJson",
          Queue: "../assembled/group/endpoints.ts#GroupJson",
          Site: "../assembled/group/endpoints.ts#GroupJson",
          Team: "../assembled/group/endpoints.ts#GroupJson",
          Skill: "../assembled/group/endpoints.ts#GroupJson",
          ActivityType: "../assembled/activity-type/endpoints.ts#ActivityTypeJson",
          Activity: "../assembled/activity/activity.ts#ActivityOfPerson",
          User: "../web1on1/user/endpoints.ts#UserJson",
          UserSettings: "../web1on1/user/endpoints.ts#UserSettingsJson",
          OrganizationMembership: "../web1on1/user/endpoints.ts#MembershipJson",
          Organization: "../web1on1/organization/endpoints.ts#OrganizationJson",
          OrganizationPartner: "../web1on1/organization/endpoints.ts#PartnerJson",
          Category: "../web1on1/organization/endpoints.ts#IndexedCategoryJson",
          BillingInfo: "../web1on1/organization/endpoints.ts#BillingInfoJson",
        },
      },
    },
  },
};

export default config;
