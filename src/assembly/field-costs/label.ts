import { asks, calls, type FieldCosts } from "../../estimate/field-cost.ts";
import { anyNumber } from "../../estimate/range.ts";
import { oneById } from "../../estimate/usual-costs.ts";
import type {
  MutationCreateLabelArgs,
  MutationDeleteLabelArgs,
  MutationUpdateLabelArgs,
  QueryLabelsArgs,
} from "../../generated/resolvers.ts";
import { sourceIdOf } from "../../resolving/ids.ts";
import { labelKind } from "../kinds.ts";
import { labels } from "../label/endpoints.ts";
import { labelChanges, newLabel } from "../label/input.ts";
import { assemblyLoaders } from "../loaders.ts";

const { allLabels, labelById, labelsOfType } = assemblyLoaders;

/** What the fields of labels cost, and their writes. */
export const labelFieldCosts: FieldCosts = {
  "Query.label": oneById(labelKind, labelById),
  "Query.labels": ({ type }: QueryLabelsArgs) => ({
    asks: [asks(type ? labelsOfType : allLabels)],
    gives: anyNumber,
  }),
  "Mutation.createLabel": ({ input }: MutationCreateLabelArgs) => {
    newLabel(input);
    return { asks: [calls(labels.create)] };
  },
  "CreateLabelPayload.label": { asks: [asks(labelById)] },
  "Mutation.updateLabel": ({ id, input }: MutationUpdateLabelArgs) => {
    sourceIdOf(labelKind, id);
    labelChanges(input);
    return { asks: [calls(labels.update)] };
  },
  "UpdateLabelPayload.label": { asks: [asks(labelById)] },
  "Mutation.deleteLabel": ({ id }: MutationDeleteLabelArgs) => {
    sourceIdOf(labelKind, id);
    return { asks: [calls(labels.delete)] };
  },
};
