import { assemblyFieldCosts } from "../assembly/field-costs/index.ts";
import type { FieldCosts } from "../estimate/field-cost.ts";

/** Costs that do not stand beside their resolvers. */
export const statedCosts: FieldCosts = {
  ...assemblyFieldCosts,
  ...assembledFieldCosts,
};
