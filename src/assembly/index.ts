import type { System } from "../resolving/system.ts";
import { account } from "./account/account.ts";
import { additionalProperties } from "./additional-properties/additional-properties.ts";
import { contact } from "./contact/contact.ts";
import { assemblyEnums } from "./enums.ts";
import { interaction } from "./interaction/interaction.ts";
import { label } from "./label/label.ts";
import { assemblyLoaders } from "./loaders.ts";
import { facts } from "./system.ts";
import * as usageLog from "./usage-log/usage-log.ts";

/** Resolvers of Assembly's nouns; merged with those of the other systems. */
const assemblyResolvers = [
  { Query: account.Query, Mutation: account.Mutation, Account: account.Account },
  { Query: contact.Query, Mutation: contact.Mutation, Contact: contact.Contact },
  {
    Query: additionalProperties.Query,
    Mutation: additionalProperties.Mutation,
    CreateAdditionalPropertiesPayload: additionalProperties.Payload,
    UpdateAdditionalPropertiesPayload: additionalProperties.Payload,
    DeleteAdditionalPropertiesPayload: additionalProperties.Payload,
  },
  { Query: usageLog.Query, Mutation: usageLog.Mutation, UsageLog: usageLog.UsageLog },
  { Mutation: interaction.Mutation },
];

/** Types of Assembly that can be fetched by global id. */
const nodes: readonly NodeType[] = [
  { kind: accountKind, loader: assemblyLoaders.accountById },
  { kind: contactKind, loader: assemblyLoaders.contactById },
  { kind: usageLogKind, loader: assemblyLoaders.usageLogById },
];

/** Assembly, with everything that the gateway offers of it. */
export const assembly: System = {
  ...facts,
  enums: assemblyEnums,
  nouns: [account, contact, label, usageLog, additionalProperties, interaction],
};
