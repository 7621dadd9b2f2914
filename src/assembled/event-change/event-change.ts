import { callsOf, useOf } from "../../estimate/field-cost.ts";
import { atMost, exactly } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import { neverNull } from "../../fields/never-null.ts";
import { ref } from "../../fields/reference.ts";
import type {
  ActivityVersionResolvers,
  EventChangeAuthorResolvers,
  EventChangeResolvers,
  PersonResolvers,
  QueryEventChangesArgs,
  QueryResolvers,
} from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { optionalSourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import type { Noun } from "../../resolving/noun.ts";
import { windowPageRequest } from "../../resolving/pagination.ts";
import { readableReferenceIn } from "../../resolving/referenced.ts";
import { longestReadDays, windowSeconds } from "../../resolving/time.ts";
import { textIn } from "../../rest/row-values.ts";
import { activityKind, scheduleKind } from "../activity/loaders.ts";
import { activityTypeByValue } from "../activity-type/loaders.ts";
import { agentFilter, agentFilterUses, agentOfFilter, bringsPerson } from "../person/agent-filter.ts";
import { personById, personKind } from "../person/loaders.ts";
import { hasPerson, ofPerson, personField } from "../person/of-person.ts";
import { personWindowPage } from "../person/window-page.ts";
import { pageOfNothing, sliceOf, upstreamPage } from "../upstream-page.ts";
import { type EventAuthorJson, type EventChangeJson, eventChanges } from "./endpoints.ts";
import { changesOfAgent, changesQuery, eventChangeKind, idOfChange } from "./loaders.ts";
import { type ActivityVersionRow, versionAfter, versionBefore } from "./versions.ts";

const checked = ({ window, filter }: QueryEventChangesArgs) => ({
  span: windowSeconds(window, longestReadDays),
  agent: agentFilter(filter?.person),
  schedule_id: optionalSourceIdOf(scheduleKind, filter?.schedule),
});

const Query = {
  eventChanges: neverNull(
    field(
      (args: QueryEventChangesArgs) => {
        const { agent } = checked(args);
        const calls = bringsPerson(agent) ? atMost(1) : exactly(1);
        return {
          uses: [...agentFilterUses(agent), callsOf(eventChanges.list, calls)],
          cardinality: atMost(windowPageRequest(args).first),
          tells: hasPerson.is(bringsPerson(agent)),
        };
      },
      async (_: unknown, args: QueryEventChangesArgs, { call, of }: OperationContext) => {
        const request = windowPageRequest(args);
        const { agent: filter, schedule_id, span } = checked(args);
        const agent = filter && (await agentOfFilter(of, filter));
        if (agent === null) return pageOfNothing<EventChangeJson>(request);
        const query = changesQuery(span, { agent_id: agent?.agentId, schedule_id }, sliceOf(request));
        return upstreamPage(request, await call(eventChanges.list, { query }), idOfChange, (change) =>
          ofPerson(change, agent?.person),
        );
      },
    ),
  ),
} satisfies QueryResolvers;

const Person = {
  eventChanges: personWindowPage(changesOfAgent, ({ modified_at }) => modified_at, idOfChange),
} satisfies PersonResolvers;

const EventChange = {
  id: ({ id }) => toGlobalId(eventChangeKind, id),
  activityId: ({ event_id }) => (event_id ? toGlobalId(activityKind, event_id) : null),
  person: personField(({ event_agent_id }: EventChangeJson) => event_agent_id),
  // An empty text stands for none of these.
  agentId: ({ event_agent_id }) => event_agent_id || null,
  agentName: ({ event_agent_name }) => event_agent_name || null,
  agentEmail: ({ event_agent_email }) => event_agent_email || null,
  type: ({ event_change_type }) => event_change_type,
  before: versionBefore,
  after: versionAfter,
} satisfies EventChangeResolvers;

const ActivityVersion = {
  // Changes name a type by its value, not by its id (assembled-v0.txt:1287).
  type: field(
    { uses: [useOf(activityTypeByValue, atMost(1))] },
    ({ event_type }: ActivityVersionRow, _args: unknown, { of }: OperationContext) => {
      const value = textIn(event_type);
      return value === undefined ? null : of(activityTypeByValue).load(value);
    },
  ),
  typeValue: ({ event_type }) => event_type || null,
} satisfies ActivityVersionResolvers;

const EventChangeAuthor = {
  person: ref(personKind, personById, ({ id }: EventAuthorJson) => readableReferenceIn(personKind, id)),
} satisfies EventChangeAuthorResolvers;

/** Changes of schedules. */
export const eventChange: Noun = {
  endpoints: { eventChanges },
  loaders: { changesOfAgent },
  resolvers: { Query, Person, EventChange, ActivityVersion, EventChangeAuthor },
};
