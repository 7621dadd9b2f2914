import { assemblyFieldCosts } from "../assembly/field-costs/index.ts";
import type { FieldCosts } from "../estimate/field-cost.ts";
import { joinFieldCosts } from "../joins/field-costs.ts";
import { web1on1FieldCosts } from "../web1on1/field-costs.ts";

/** Costs that do not stand beside their resolvers. */
export const statedCosts: FieldCosts = {
  ...assemblyFieldCosts,
  ...web1on1FieldCosts,
  ...joinFieldCosts,
};
