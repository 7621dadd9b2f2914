import { all, byId } from "../../fields/look-up.ts";
import { write } from "../../fields/write.ts";
import type {
  ActivityTypeResolvers,
  MutationCreateActivityTypeArgs,
  MutationDeleteActivityTypeArgs,
  MutationResolvers,
  QueryResolvers,
} from "../../generated/resolvers.ts";
import { sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { identity } from "../../resolving/node-fields.ts";
import type { Noun } from "../../resolving/noun.ts";
import { activityTypes } from "./endpoints.ts";
import { newActivityType } from "./input.ts";
import { activityTypeById, activityTypeByValue, activityTypeKind, activityTypeList } from "./loaders.ts";

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
