import type { LabelResolvers, QueryResolvers } from "../../generated/resolvers.ts";
import { sourceIdOf } from "../../ids.ts";
import { type Awaitable, loadExisting } from "../../loaders/shapes.ts";
import { identity } from "../../nodes.ts";
import type { LabelJson } from "../api/label.ts";
import { labelKind } from "../kinds.ts";
import type { AssemblyLoaders } from "../loaders.ts";

/** `Query.label`, `Query.labels`. */
export const Query: Pick<QueryResolvers, "label" | "labels"> = {
  label: (_, { id }, { loaders }) => loaders.labelById.load(sourceIdOf(labelKind, id)),
  labels: (_, { type }, { loaders }) => (type ? loaders.labelsOfType.load(type) : loaders.allLabels.all()),
};

/** Fields of `Label`. */
export const Label: Pick<LabelResolvers, "id" | "sourceId"> = identity(labelKind);

type LabelLoader = Pick<AssemblyLoaders, "listedLabelById">;

/** A label that a record points at; null when it no longer exists. */
export const labelOf = (
  { listedLabelById }: LabelLoader,
  id: string | null | undefined,
): Awaitable<LabelJson | null> => (id ? listedLabelById.load(id) : null);

/** Labels that a record points at, less those that no longer exist. */
export const labelsOf = (
  { listedLabelById }: LabelLoader,
  ids: readonly string[] | null | undefined,
): Awaitable<LabelJson[]> => loadExisting(listedLabelById, ids);
