import type { CodegenConfig } from "@graphql-codegen/cli";
import { assembledEnums } from "./src/assembled/api/enums.ts";
import { assemblyEnums } from "./src/assembly/api/enums.ts";
import { web1on1Enums } from "./src/web1on1/api/enums.ts";

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
        contextType: "../context.ts#OperationContext",
        defaultScalarType: "unknown",
        scalars: {
          ID: "string",
          DateTime: { input: "Date", output: "import('../scalars.ts').DateTimeOutput" },
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
          Account: "../assembly/api/account.ts#AccountJson",
          Contact: "../assembly/resolvers/contact.ts#ContactOfAccount",
          Label: "../assembly/api/label.ts#LabelJson",
          UsageLog: "../assembly/api/usage-log.ts#UsageLogJson",
          CreateAdditionalPropertiesPayload: "../assembly/property-writes.ts#WrittenProperties",
          UpdateAdditionalPropertiesPayload: "../assembly/property-writes.ts#WrittenProperties",
          DeleteAdditionalPropertiesPayload: "../assembly/property-writes.ts#WrittenProperties",
          Person: "../assembled/api/person.ts#PersonJson",
          Role: "../assembled/api/role.ts#RoleJson",
          Queue: "../assembled/api/group.ts#GroupJson",
          Site: "../assembled/api/group.ts#GroupJson",
          Team: "../assembled/api/group.ts#GroupJson",
          Skill: "../assembled/api/group.ts#GroupJson",
          ActivityType: "../assembled/api/activity-type.ts#ActivityTypeJson",
          Activity: "../assembled/resolvers/activity.ts#ActivityOfPerson",
          User: "../web1on1/api/user.ts#UserJson",
          UserSettings: "../web1on1/api/user.ts#UserSettingsJson",
          OrganizationMembership: "../web1on1/api/user.ts#MembershipJson",
          Organization: "../web1on1/api/organization.ts#OrganizationJson",
          OrganizationPartner: "../web1on1/api/organization.ts#PartnerJson",
          Category: "../web1on1/api/organization.ts#IndexedCategoryJson",
          BillingInfo: "../web1on1/api/organization.ts#BillingInfoJson",
        },
      },
    },
  },
};

export default config;
