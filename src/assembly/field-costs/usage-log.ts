import type { FieldCosts } from "../../plan/field-cost.ts";
import { oneById } from "../../plan/usual-costs.ts";
import { usageLogKind } from "../kinds.ts";
import { assemblyLoaders } from "../loaders.ts";

const { usageLogById } = assemblyLoaders;

/** What the fields of usage logs cost. */
export const usageLogFieldCosts: FieldCosts = {
  "Query.usageLog": oneById(usageLogKind, usageLogById),
};
