import type { ActivityTypeResolvers, QueryResolvers } from "../../generated/resolvers.ts";
import { sourceIdOf } from "../../resolving/ids.ts";
import { identity } from "../../resolving/node-fields.ts";
import { activityTypeKind } from "../kinds.ts";

/** `Query.activityType`, `Query.activityTypes`. */
export const Query: Pick<QueryResolvers, "activityType" | "activityTypes"> = {
  activityType: (_, { id }, { loaders }) => loaders.activityTypeById.load(sourceIdOf(activityTypeKind, id)),
  activityTypes: (_, _args, { loaders }) => loaders.activityTypeById.all(),
};

/** Fields of `ActivityType`. */
export const ActivityType: Pick<
  ActivityTypeResolvers,
  "id" | "sourceId" | "importId" | "timeOff" | "timeOffUnit"
> = {
  ...identity(activityTypeKind),
  // An empty text stands for none of these.
  importId: ({ import_id }) => import_id || null,
  timeOff: ({ timeoff }) => timeoff,
  timeOffUnit: ({ timeoff_unit }) => timeoff_unit || null,
};
