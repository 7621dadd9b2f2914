import type { FieldCosts, NodeCost } from "../../estimate/field-cost.ts";
import { accountKind, contactKind, labelKind, usageLogKind } from "../kinds.ts";
import { assemblyLoaders } from "../loaders.ts";
import { accountFieldCosts } from "./account.ts";
import { additionalPropertiesFieldCosts } from "./additional-properties.ts";
import { contactFieldCosts } from "./contact.ts";
import { interactionFieldCosts } from "./interaction.ts";
import { labelFieldCosts } from "./label.ts";
import { usageLogFieldCosts } from "./usage-log.ts";

/** Types of Assembly that can be fetched by global id. */
export const assemblyNodeCosts: readonly NodeCost[] = [
  { kind: accountKind, loader: assemblyLoaders.accountById },
  { kind: contactKind, loader: assemblyLoaders.contactById },
  { kind: labelKind, loader: assemblyLoaders.labelById },
  { kind: usageLogKind, loader: assemblyLoaders.usageLogById },
];

/** What the fields of Assembly's types cost. */
export const assemblyFieldCosts: FieldCosts = {
  ...accountFieldCosts,
  ...contactFieldCosts,
  ...additionalPropertiesFieldCosts,
  ...labelFieldCosts,
  ...interactionFieldCosts,
  ...usageLogFieldCosts,
};
