import { all, byId } from "../../fields/look-up.ts";
import { write } from "../../fields/write.ts";
import type {
  ActivityTypeResolvers,
  MutationCreateActivityTypeArgs,
  MutationDeleteActivityTypeArgs,
  MutationResolvers,
  QueryResolvers,
} from "../../generated/resolvers.ts";
import { oneByIndex } from "../../loaders/by-index.ts";
import { fromCollection } from "../../loaders/collection.ts";
import { sliceRead } from "../../loaders/keyed-read.ts";
import { wholeCollection } from "../../loaders/list.ts";
import { sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { identity } from "../../resolving/node-fields.ts";
import type { Noun } from "../../resolving/noun.ts";
import { keysIn } from "../../rest/row-values.ts";
import { kind } from "../ids.ts";
import { activityTypes } from "./endpoints.ts";
import { newActivityType } from "./input.ts";

/** Ids of activity types. */
export const activityTypeKind = kind("ActivityType");

const activityTypeList = wholeCollection(
  "activityTypes",
  sliceRead(activityTypes.list, () => ({})),
);

/** Activity types by id. */
export const activityTypeById = fromCollection(activityTypeList);

/** Activity types by the name that the history of schedules knows them by. */
export const activityTypeByValue = oneByIndex(activityTypeList, ({ value }) => keysIn(value));

const Mutation = {
  createActivityType: write(
    ({ input }: MutationCreateActivityTypeArgs) => ({
      endpoint: activityTypes.create,
      body: newActivityType(input),
    }),
    async ({ endpoint, body }, { call }) => {
      const activityType = await call(endpoint, { body });
      return { activityTypeId: toGlobalId(activityTypeKind, activityType.id), activityType };
    },
  ),
  deleteActivityType: write(
    ({ id }: MutationDeleteActivityTypeArgs) => ({
      endpoint: activityTypes.delete,
      id: sourceIdOf(activityTypeKind, id),
    }),
    async ({ endpoint, id }, { call }) => {
      await call(endpoint, { id });
      return { deletedActivityTypeId: toGlobalId(activityTypeKind, id) };
    },
  ),
} satisfies MutationResolvers;

/** Kinds of activities, such as shifts and breaks. */
export const activityType: Noun = {
  endpoints: { activityTypes },
  loaders: { activityTypeById, activityTypeByValue },
  nodes: [{ kind: activityTypeKind, loader: activityTypeById }],
  resolvers: {
    Query: {
      activityType: byId(activityTypeKind, activityTypeById),
      activityTypes: all(activityTypeById, activityTypeList),
    } satisfies QueryResolvers,
    Mutation,
    ActivityType: {
      ...identity(activityTypeKind),
      // An empty text stands for none of these.
      importedId: ({ import_id }) => import_id || null,
      importId: ({ import_id }) => import_id || null,
      timeOff: ({ timeoff }) => timeoff,
      timeOffUnit: ({ timeoff_unit }) => timeoff_unit || null,
    } satisfies ActivityTypeResolvers,
  },
};
