import { useOf } from "../../estimate/field-cost.ts";
import { anyNumber } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import { byId } from "../../fields/look-up.ts";
import { neverNull } from "../../fields/never-null.ts";
import { payload } from "../../fields/payload.ts";
import { write } from "../../fields/write.ts";
import type {
  LabelResolvers,
  MutationCreateLabelArgs,
  MutationDeleteLabelArgs,
  MutationResolvers,
  MutationUpdateLabelArgs,
  QueryLabelsArgs,
  QueryResolvers,
} from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { identity } from "../../resolving/node-fields.ts";
import type { Noun } from "../../resolving/noun.ts";
import { labels } from "./endpoints.ts";
import { labelChanges, newLabel } from "./input.ts";
import { allLabels, labelById, labelKind, labelsOfType, listedLabelById } from "./loaders.ts";

const Query = {
  label: byId(labelKind, labelById),
  labels: neverNull(
    field(
      ({ type }: QueryLabelsArgs) => ({
        uses: [useOf(type ? labelsOfType : allLabels)],
        cardinality: anyNumber,
      }),
      (_: unknown, { type }: QueryLabelsArgs, { of }: OperationContext) =>
        type ? of(labelsOfType).load(type) : of(allLabels).all(),
    ),
  ),
} satisfies QueryResolvers;

// Writes answer an id at most; the label itself is read when it is selected.
const Mutation = {
  createLabel: write(
    ({ input }: MutationCreateLabelArgs) => ({ endpoint: labels.create, body: newLabel(input) }),
    async ({ endpoint, body }, { call }) => {
      const { id } = await call(endpoint, { body });
      return { labelId: toGlobalId(labelKind, id) };
    },
  ),
  updateLabel: write(
    ({ id, input }: MutationUpdateLabelArgs) => ({
      endpoint: labels.update,
      labelId: sourceIdOf(labelKind, id),
      body: labelChanges(input),
    }),
    async ({ endpoint, labelId, body }, { call }) => {
      await call(endpoint, { labelId, body });
      return { labelId: toGlobalId(labelKind, labelId) };
    },
  ),
  deleteLabel: write(
    ({ id }: MutationDeleteLabelArgs) => ({ endpoint: labels.delete, labelId: sourceIdOf(labelKind, id) }),
    async ({ endpoint, labelId }, { call }) => {
      await call(endpoint, { labelId });
      return { deletedLabelId: toGlobalId(labelKind, labelId) };
    },
  ),
} satisfies MutationResolvers;

const writtenLabel = payload("label", labelKind, labelById);

/** Labels, which accounts and contacts carry. */
export const label: Noun = {
  endpoints: { labels },
  loaders: { allLabels, labelById, listedLabelById, labelsOfType },
  nodes: [{ kind: labelKind, loader: labelById }],
  resolvers: {
    Query,
    Mutation,
    Label: identity(labelKind) satisfies LabelResolvers,
    CreateLabelPayload: writtenLabel,
    UpdateLabelPayload: writtenLabel,
  },
};
