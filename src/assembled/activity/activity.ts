import { useOf } from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import { neverNull } from "../../fields/never-null.ts";
import type { ActivityResolvers, QueryActivitiesArgs, QueryResolvers } from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { toGlobalId } from "../../resolving/ids.ts";
import type { Noun } from "../../resolving/noun.ts";
import { connectionOfAll, windowPageRequest } from "../../resolving/pagination.ts";
import { loadReferenced } from "../../resolving/referenced.ts";
import { longestReadDays, windowSeconds } from "../../resolving/time.ts";
import { idIn } from "../../rest/row-values.ts";
import { typeAmong } from "../activity-type/endpoints.ts";
import { activityTypeById, activityTypeKind } from "../activity-type/loaders.ts";
import { personField } from "../person/of-person.ts";
import { inTimeOrder, startOf } from "../spans.ts";
import { activities, type KeyedActivityJson } from "./endpoints.ts";
import { activitySelection, matchesNothing } from "./input.ts";
import { activitiesByAgent, activityKind, activityWindows, keyOfActivity, windowPath } from "./loaders.ts";
import { Mutation, payloads } from "./writes.ts";

const Query = {
  activities: neverNull(
    field(
      ({ window, filter, ...args }: QueryActivitiesArgs) => {
        const { first } = windowPageRequest(args);
        const selection = activitySelection(filter);
        const path = windowPath(windowSeconds(window, longestReadDays), selection);
        return {
          uses: matchesNothing(selection) ? [] : [useOf({ access: [path] })],
          cardinality: atMost(first),
        };
      },
      async (_: unknown, { window, filter, ...args }: QueryActivitiesArgs, { of }: OperationContext) => {
        const request = windowPageRequest(args);
        const selection = activitySelection(filter);
        const { agents, types } = selection;
        const span = windowSeconds(window, longestReadDays);
        const rows = matchesNothing(selection) ? [] : await of(activityWindows).load(span, selection);
        // List filters that the upstream does not know are ignored there, so they are applied again.
        const wanted = rows.filter(
          ({ agent_id, type_id }) =>
            (!agents || agents.includes(idIn(agent_id) ?? "")) &&
            (!types || types.includes(idIn(type_id) ?? "")),
        );
        return connectionOfAll(request, {
          all: inTimeOrder(wanted, startOf, keyOfActivity),
          idOf: keyOfActivity,
        });
      },
    ),
  ),
} satisfies QueryResolvers;

const Activity = {
  id: ({ key }) => toGlobalId(activityKind, key),
  person: personField(({ agent_id }: KeyedActivityJson) => agent_id),
  type: field(
    { uses: [useOf(activityTypeById, atMost(1))] },
    ({ types, type_id }: KeyedActivityJson, _args: unknown, { of }: OperationContext) =>
      typeAmong(types, type_id) ?? loadReferenced(of(activityTypeById), activityTypeKind, type_id),
  ),
} satisfies ActivityResolvers;

/** Spans of agents' schedules. */
export const activity: Noun = {
  endpoints: { activities },
  loaders: { activitiesByAgent, activityWindows },
  resolvers: { Query, Mutation, Activity, ...payloads },
};
