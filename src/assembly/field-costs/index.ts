import type { FieldCosts } from "../../estimate/field-cost.ts";
import { accountFieldCosts } from "./account.ts";
import { additionalPropertiesFieldCosts } from "./additional-properties.ts";
import { contactFieldCosts } from "./contact.ts";
import { interactionFieldCosts } from "./interaction.ts";
import { usageLogFieldCosts } from "./usage-log.ts";

/** What the fields of Assembly's types cost. */
export const assemblyFieldCosts: FieldCosts = {
  ...accountFieldCosts,
  ...contactFieldCosts,
  ...additionalPropertiesFieldCosts,
  ...interactionFieldCosts,
  ...usageLogFieldCosts,
};
