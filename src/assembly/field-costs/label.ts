import type { QueryLabelsArgs } from "../../generated/resolvers.ts";
import { asks, type FieldCosts } from "../../plan/field-cost.ts";
import { anyNumber } from "../../plan/range.ts";
import { oneById } from "../../plan/usual-costs.ts";
import { labelKind } from "../kinds.ts";
import { assemblyLoaders } from "../loaders.ts";

const { allLabels, labelById, labelsOfType } = assemblyLoaders;

/** What the fields of labels cost. */
export const labelFieldCosts: FieldCosts = {
  "Query.label": oneById(labelKind, labelById),
  "Query.labels": ({ type }: QueryLabelsArgs) => ({
    asks: [asks(type ? labelsOfType : allLabels)],
    gives: anyNumber,
  }),
};
