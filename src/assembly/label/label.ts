import type { LabelResolvers, MutationResolvers, QueryResolvers } from "../../generated/resolvers.ts";
import { identity } from "../../graphql/node.ts";
import type { Awaitable } from "../../loaders/shapes.ts";
import { sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { loadAllReferenced, loadReferenced } from "../../resolving/referenced.ts";
import { labelKind } from "../kinds.ts";
import type { AssemblyLoaders } from "../loaders.ts";
import { type LabelJson, labels } from "./endpoints.ts";
import { labelChanges, newLabel } from "./input.ts";

/** `Query.label`, `Query.labels`. */
export const Query: Pick<QueryResolvers, "label" | "labels"> = {
  label: (_, { id }, { loaders }) => loaders.labelById.load(sourceIdOf(labelKind, id)),
  labels: (_, { type }, { loaders }) => (type ? loaders.labelsOfType.load(type) : loaders.allLabels.all()),
};

/** Fields of `Label`. */
export const Label: Pick<LabelResolvers, "id" | "sourceId"> = identity(labelKind);

/** Writes of labels. */
export const Mutation: Pick<MutationResolvers, "createLabel" | "updateLabel" | "deleteLabel"> = {
  createLabel: async (_, { input }, { call, loaders }) => {
    const { id } = await call.assembly(labels.create, { body: newLabel(input) });
    return labelPayload(id, loaders);
  },
  updateLabel: async (_, { id, input }, { call, loaders }) => {
    const labelId = sourceIdOf(labelKind, id);
    await call.assembly(labels.update, { labelId, body: labelChanges(input) });
    return labelPayload(labelId, loaders);
  },
  deleteLabel: async (_, { id }, { call }) => {
    const labelId = sourceIdOf(labelKind, id);
    await call.assembly(labels.delete, { labelId });
    return { id: toGlobalId(labelKind, labelId) };
  },
};

/** Upstream writes answer an id only; the label itself is read when it is selected. */
const labelPayload = (id: string, loaders: AssemblyLoaders) => ({
  id: toGlobalId(labelKind, id),
  get label() {
    return loaders.labelById.load(id);
  },
});

type LabelLoader = Pick<AssemblyLoaders, "listedLabelById">;

/** A label that a record points at; null when it no longer exists. */
export const labelOf = ({ listedLabelById }: LabelLoader, value: unknown): Awaitable<LabelJson | null> =>
  loadReferenced(listedLabelById, labelKind, value);

/** Labels that a record points at, less those that no longer exist. */
export const labelsOf = ({ listedLabelById }: LabelLoader, values: unknown): Awaitable<LabelJson[]> =>
  loadAllReferenced(listedLabelById, labelKind, values);
