import type { OperationContext } from "../graphql/context.ts";
import type { NodeType } from "../graphql/node.ts";
import * as account from "./account/account.ts";
import * as additionalProperties from "./additional-properties/additional-properties.ts";
import * as contact from "./contact/contact.ts";
import { assemblyEnums } from "./enums.ts";
import * as interaction from "./interaction/interaction.ts";
import { accountKind, contactKind, labelKind, usageLogKind } from "./kinds.ts";
import * as label from "./label/label.ts";
import * as usageLog from "./usage-log/usage-log.ts";

/** Resolvers of Assembly's nouns; merged with those of the other systems. */
export const assemblyResolvers = [
  assemblyEnums,
  { Query: account.Query, Mutation: account.Mutation, Account: account.Account },
  { Query: contact.Query, Mutation: contact.Mutation, Contact: contact.Contact },
  {
    Query: additionalProperties.Query,
    Mutation: additionalProperties.Mutation,
    CreateAdditionalPropertiesPayload: additionalProperties.Payload,
    UpdateAdditionalPropertiesPayload: additionalProperties.Payload,
    DeleteAdditionalPropertiesPayload: additionalProperties.Payload,
  },
  { Query: label.Query, Mutation: label.Mutation, Label: label.Label },
  { Query: usageLog.Query, Mutation: usageLog.Mutation, UsageLog: usageLog.UsageLog },
  { Mutation: interaction.Mutation },
];

/** Types of Assembly that can be fetched by global id. */
export const assemblyNodes: readonly NodeType<OperationContext["loaders"]>[] = [
  { kind: accountKind, load: (loaders, id) => loaders.accountById.load(id) },
  { kind: contactKind, load: (loaders, id) => loaders.contactById.load(id) },
  { kind: labelKind, load: (loaders, id) => loaders.labelById.load(id) },
  { kind: usageLogKind, load: (loaders, id) => loaders.usageLogById.load(id) },
];
