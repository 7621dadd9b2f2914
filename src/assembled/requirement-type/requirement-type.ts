import { all, byId } from "../../fields/look-up.ts";
import { ref, refs } from "../../fields/reference.ts";
import type { QueryResolvers, RequirementTypeResolvers } from "../../generated/resolvers.ts";
import { sliceRead } from "../../lists/keyed-read.ts";
import { wholeCollection } from "../../lists/list.ts";
import { fromCollection } from "../../loaders/collection.ts";
import { identity } from "../../resolving/node-fields.ts";
import type { Noun } from "../../resolving/noun.ts";
import { activityTypeById, activityTypeKind } from "../activity-type/loaders.ts";
import { queueById, queueKind } from "../group/loaders.ts";
import { kind } from "../ids.ts";
import { type RequirementTypeJson, requirementTypes } from "./endpoints.ts";

/** Ids of requirement types. */
export const requirementTypeKind = kind("RequirementType");

const requirementTypeList = wholeCollection(
  "requirementTypes",
  sliceRead(requirementTypes.list, () => ({})),
);

/** Requirement types by id. */
export const requirementTypeById = fromCollection(requirementTypeList);

/** Named sets of staffing requirements. */
export const requirementType: Noun = {
  endpoints: { requirementTypes },
  loaders: { requirementTypeById },
  nodes: [{ kind: requirementTypeKind, loader: requirementTypeById }],
  resolvers: {
    Query: {
      requirementType: byId(requirementTypeKind, requirementTypeById),
      requirementTypes: all(requirementTypeById, requirementTypeList),
    } satisfies QueryResolvers,
    RequirementType: {
      ...identity(requirementTypeKind),
      activityTypes: refs(
        activityTypeKind,
        activityTypeById,
        ({ activity_type_ids: ids }: RequirementTypeJson) => ids,
      ),
      // An empty text stands for none.
      channel: ({ channel }) => channel || null,
      queue: ref(queueKind, queueById, ({ queue }: RequirementTypeJson) => queue),
    } satisfies RequirementTypeResolvers,
  },
};
