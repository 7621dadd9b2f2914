import type { LabelResolvers, QueryResolvers } from "../../generated/resolvers.ts";
import { sourceIdOf } from "../../ids.ts";
import type { KeyLoader } from "../../loaders/shapes.ts";
import { orNull } from "../../loaders/shapes.ts";
import { identity } from "../../nodes.ts";
import { type LabelJson, labels } from "../api/label.ts";
import { labelKind } from "../kinds.ts";

/** `Query.label`, `Query.labels`. */
export const Query: Pick<QueryResolvers, "label" | "labels"> = {
  label: async (_, { id }, { call }) => {
    const found = await orNull(call.assembly(labels.getById, { labelId: sourceIdOf(labelKind, id) }));
    return found?.[0] ?? null;
  },
  labels: (_, { type }, { call, loaders }) =>
    type ? call.assembly(labels.listByType, { type }) : loaders.labelById.all(),
};

/** Fields of `Label`. */
export const Label: Pick<LabelResolvers, "id" | "sourceId"> = identity(labelKind);

/** A label that a record points at; null when it no longer exists. */
export const labelOf = (
  loaders: { readonly labelById: KeyLoader<LabelJson> },
  id: string | null | undefined,
): Promise<LabelJson | null> | null => (id ? loaders.labelById.load(id) : null);

/** Labels that a record points at, less those that no longer exist. */
export async function labelsOf(
  loaders: { readonly labelById: KeyLoader<LabelJson> },
  ids: readonly string[] | null | undefined,
): Promise<LabelJson[]> {
  const found = await Promise.all((ids ?? []).map((id) => loaders.labelById.load(id)));
  return found.filter((label) => label !== null);
}
