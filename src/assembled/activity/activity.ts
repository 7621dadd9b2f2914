import { useOf } from "../../estimate/field-cost.ts";
import { atMost, exactly } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import { neverNull } from "../../fields/never-null.ts";
import type {
  ActivityResolvers,
  PersonResolvers,
  QueryActivitiesArgs,
  QueryResolvers,
} from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { toGlobalId } from "../../resolving/ids.ts";
import type { Noun } from "../../resolving/noun.ts";
import { windowPageRequest } from "../../resolving/pagination.ts";
import { loadReferenced } from "../../resolving/referenced.ts";
import { longestReadDays, windowSeconds } from "../../resolving/time.ts";
import { connectionOfAll } from "../../resolving/whole-page.ts";
import { idIn } from "../../rest/row-values.ts";
import { typeAmong } from "../activity-type/endpoints.ts";
import { activityTypeById, activityTypeKind } from "../activity-type/loaders.ts";
import { agentsOfFilters, bringsPerson } from "../person/agent-filter.ts";
import { agentUses } from "../person/look-up.ts";
import { hasPerson, ofPerson, personField } from "../person/of-person.ts";
import { inTimeOrder, startOf } from "../spans.ts";
import { momentFields } from "./at-moment.ts";
import { type ActivityOfPerson, activities, type KeyedActivityJson } from "./endpoints.ts";
import { checkedFilter, matches, matchesNothing, ofAgents } from "./input.ts";
import { activitiesByAgent, activityKind, activityWindows, keyOfActivity, windowAccess } from "./loaders.ts";
import { Mutation, payloads } from "./writes.ts";

const Query = {
  activities: neverNull(
    field(
      ({ window, filter, ...args }: QueryActivitiesArgs) => {
        const { first } = windowPageRequest(args);
        const { people, selection } = checkedFilter(filter);
        // However many agents they turn out to be, reads that name some are as long.
        const access = windowAccess(
          windowSeconds(window, longestReadDays),
          people ? ofAgents(selection, []) : selection,
        );
        const bringPeople = people?.every(bringsPerson) ?? false;
        if (matchesNothing(selection) || people?.length === 0) return { cardinality: atMost(first) };
        return {
          // Nothing is read where none of the people is an agent that is wanted.
          uses: [...agentUses(people ?? []), useOf({ access }, people ? atMost(1) : exactly(1))],
          cardinality: atMost(first),
          tells: hasPerson.is(bringPeople),
        };
      },
      async (_: unknown, { window, filter, ...args }: QueryActivitiesArgs, { of }: OperationContext) => {
        const request = windowPageRequest(args);
        const { people, selection } = checkedFilter(filter);
        const span = windowSeconds(window, longestReadDays);
        const named = people && (await agentsOfFilters(of, people));
        const wanted = named ? ofAgents(selection, [...named.keys()]) : selection;
        const rows = matchesNothing(wanted) ? [] : await of(activityWindows).load(span, wanted);
        // List filters that the upstream does not know are ignored there, so they are applied again.
        const matching = rows.filter((row) => matches(row, wanted));
        return connectionOfAll(request, {
          all: inTimeOrder(matching, startOf, keyOfActivity),
          idOf: keyOfActivity,
          toNode: (row): ActivityOfPerson => ofPerson(row, named?.get(idIn(row.agent_id) ?? "")?.person),
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
  resolvers: { Query, Mutation, Person: momentFields satisfies PersonResolvers, Activity, ...payloads },
};
