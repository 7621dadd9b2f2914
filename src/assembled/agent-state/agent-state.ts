import { callsOf } from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import { neverNull } from "../../fields/never-null.ts";
import { ref } from "../../fields/reference.ts";
import type {
  AgentStateEditResolvers,
  AgentStateResolvers,
  AgentStateVersionResolvers,
  PersonResolvers,
  QueryAgentStateEditsArgs,
  QueryAgentStatesArgs,
  QueryCondensedStatesArgs,
  QueryResolvers,
} from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import type { Noun } from "../../resolving/noun.ts";
import { windowPageRequest } from "../../resolving/pagination.ts";
import { readableReferenceIn } from "../../resolving/referenced.ts";
import { longestReadDays, windowSeconds } from "../../resolving/time.ts";
import { connectionOfAll } from "../../resolving/whole-page.ts";
import { personById, personKind } from "../person/loaders.ts";
import { personField } from "../person/of-person.ts";
import { personWindowPage } from "../person/window-page.ts";
import { startOf } from "../spans.ts";
import { statePriority } from "../system.ts";
import { currentState } from "./current.ts";
import { editIdentity } from "./edit-identity.ts";
import { type AgentStateEditJson, type AgentStateJson, agentStates } from "./endpoints.ts";
import { platformPriority } from "./input.ts";
import { condensedStatesOfAgent, keyOfState, statesOfAgent } from "./loaders.ts";
import { stateList } from "./state-list.ts";
import { Mutation } from "./writes.ts";

const Query = {
  agentStates: stateList(agentStates.list, (_: QueryAgentStatesArgs, query, { call }) =>
    call(agentStates.list, { query }),
  ),
  condensedStates: stateList(
    agentStates.condensedTimeline,
    ({ priority }: QueryCondensedStatesArgs, query, { call, settingOf }) => {
      const priority_order = platformPriority(priority) ?? settingOf(statePriority);
      return call(agentStates.condensedTimeline, { query: { priority_order, ...query } });
    },
    ({ priority }) => void platformPriority(priority),
  ),
  agentStateEdits: neverNull(
    field(
      ({ window, ...args }: QueryAgentStateEditsArgs) => {
        windowSeconds(window, longestReadDays);
        return {
          uses: [callsOf(agentStates.editHistory)],
          cardinality: atMost(windowPageRequest(args).first),
        };
      },
      async (_: unknown, { window, ...args }: QueryAgentStateEditsArgs, { call }: OperationContext) => {
        const request = windowPageRequest(args);
        const query = windowSeconds(window, longestReadDays);
        const edits = await call(agentStates.editHistory, { query });
        return connectionOfAll(request, { all: edits, idOf: editIdentity });
      },
    ),
  ),
} satisfies QueryResolvers;

const Person = {
  states: personWindowPage(statesOfAgent, startOf, keyOfState),
  currentState,
} satisfies PersonResolvers;

const AgentState = {
  // An empty text stands for none of these.
  externalId: ({ external_id }) => external_id || null,
  agentId: ({ agent_id }) => agent_id || null,
  agentName: ({ agent_name }) => agent_name || null,
  agentEmail: ({ agent_email }) => agent_email || null,
  ticketId: ({ ticket_id }) => ticket_id || null,
  ticketStatus: ({ ticket_status }) => ticket_status || null,
  person: personField(({ agent_id }: AgentStateJson) => agent_id),
} satisfies AgentStateResolvers;

const AgentStateEdit = {
  externalId: ({ state_external_id }) => state_external_id || null,
  person: personField(({ edited_agent }: AgentStateEditJson) => edited_agent?.agent_id),
  agentId: ({ edited_agent }) => edited_agent?.agent_id || null,
  agentName: ({ edited_agent }) => edited_agent?.name || null,
  agentEmail: ({ edited_agent }) => edited_agent?.email || null,
  action: ({ edit }) => edit?.action,
  before: ({ old_record }) => old_record,
  after: ({ new_record }) => new_record,
  editedBy: ref(personKind, personById, ({ edited_by }: AgentStateEditJson) =>
    readableReferenceIn(personKind, edited_by),
  ),
} satisfies AgentStateEditResolvers;

const AgentStateVersion = {
  // The text of a time was seen to be none (assembled-v0.txt:870).
  startTime: ({ start_time, start_unix }) => start_unix ?? start_time,
  endTime: ({ end_time, end_unix }) => end_unix ?? end_time,
} satisfies AgentStateVersionResolvers;

/** States of agents on platforms, such as telephone systems. */
export const agentState: Noun = {
  endpoints: { agentStates },
  loaders: { statesOfAgent, condensedStatesOfAgent },
  resolvers: {
    Query,
    Mutation,
    Person,
    AgentState,
    AgentStateEdit,
    AgentStateVersion,
    AssociatePlatformIdPayload: {
      person: personField(({ agentId }: { readonly agentId: string }) => agentId),
    },
  },
};
