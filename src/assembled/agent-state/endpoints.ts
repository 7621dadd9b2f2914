import { volatile } from "../../rest/cache-policy.ts";
import { requireRows } from "../../rest/message/shape.ts";
import { isObject } from "../../rest/row-values.ts";
import { endpoints, GET, POST } from "../endpoints.ts";
import { type OffsetPage, totalIn } from "../offset-page.ts";

/** A span of time in which an agent was in one state on one platform. */
export interface AgentStateJson {
  /** Absent where the id on the platform belongs to no agent. */
  readonly agent_id?: string | null;
  readonly agent_name?: string | null;
  readonly agent_email?: string | null;
  /** Id of the agent on the platform. */
  readonly agent_platform_id: string;
  readonly platform: string;
  /** Unix seconds. */
  readonly start_time: number;
  /** Unix seconds; grows while the state runs. */
  readonly end_time: number;
  readonly state: string;
  /** Empty where the state belongs to no ticket. */
  readonly ticket_id?: string | null;
  /** Empty where the state belongs to no ticket. */
  readonly ticket_status?: string | null;
  /** Unix seconds. */
  readonly modified_at?: number | null;
  /** Id that edits name; no document shows it in this place. */
  readonly external_id?: string | null;
}

/** A state as the history of edits has it (assembled-v0.txt:853-880); its ISO times were seen to be malformed. */
export interface AgentStateVersionJson {
  readonly agent_platform_id: string;
  readonly platform: string;
  readonly state: string;
  readonly start_time?: string | null;
  readonly end_time?: string | null;
  /** Unix seconds. */
  readonly start_unix: number;
  /** Unix seconds. */
  readonly end_unix: number;
  readonly attributes?: Readonly<Record<string, unknown>> | null;
  readonly is_current?: boolean | null;
  readonly active?: boolean | null;
  readonly updated_at?: string | null;
  /** Unix seconds. */
  readonly created_at?: number | null;
}

/** One change of a state; times and texts are needed for inserts and updates, the id for updates and deletes. */
export interface AgentStateEditBody {
  readonly agent_platform_id: string;
  readonly platform: string;
  readonly action: "insert" | "update" | "delete";
  readonly data: {
    readonly id?: string;
    readonly state?: string;
    /** Unix seconds. */
    readonly start_time?: number;
    /** Unix seconds. */
    readonly end_time?: number;
  };
}

/** A change of a state that was made, with the state before and after it. */
export interface AgentStateEditJson {
  readonly edited_agent?: {
    readonly name?: string | null;
    readonly email?: string | null;
    readonly agent_id?: string | null;
  } | null;
  readonly platform: string;
  readonly state_external_id: string;
  readonly old_record?: AgentStateVersionJson | null;
  readonly new_record?: AgentStateVersionJson | null;
  readonly edit?: AgentStateEditBody | null;
  readonly is_api_edit?: boolean | null;
  /** Absent for edits over the API. */
  readonly edited_by?: { readonly id: string } | null;
  readonly created_at: string;
}

/** Window, filters and page of a list of states (assembled-v0.txt:672-685). */
export interface AgentStatesQuery {
  /** Unix seconds. */
  readonly start_time: number;
  /** Unix seconds. */
  readonly end_time: number;
  /** One agent; not together with what follows but `platforms`. */
  readonly agent_id?: string | undefined;
  readonly platforms?: readonly string[] | undefined;
  readonly channel?: string | undefined;
  readonly queue?: string | undefined;
  readonly site?: string | undefined;
  readonly team?: string | undefined;
  readonly skill?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Which states of a window are wanted. @default all of them */
export type AgentStateSelection = Omit<AgentStatesQuery, "start_time" | "end_time" | "limit" | "offset">;

interface AgentStatesJson {
  readonly agent_states: readonly AgentStateJson[];
  readonly total: number;
}

/** The largest page of states that clients were seen to ask for; no document names a maximum. */
export const agentStatesPageSize = 500;

const pageIn = (wire: AgentStatesJson): OffsetPage<AgentStateJson> => ({
  rows: requireRows(wire.agent_states),
  total: totalIn(wire),
});

/** The documented answer is no JSON: a list, or the first list in an object (assembled-v0.txt:843). */
function editsIn(wire: unknown): readonly AgentStateEditJson[] {
  const lists = isObject(wire) ? Object.values(wire).filter(Array.isArray) : [wire];
  return requireRows(lists[0] as readonly AgentStateEditJson[]);
}

/** Shows whether a state was posted. */
const statesOfWindow =
  'query ($window: TimeWindow!) { agentStates(window: $window, filter: { platforms: ["api"] }) { nodes { agentPlatformId state startTime endTime } } }';

/** Shows whether states were edited. */
const editsOfWindow =
  "query ($window: TimeWindow!) { agentStateEdits(window: $window) { nodes { externalId action createdAt } } }";

/** Agent states: assembled-v0.txt:546-912. */
export const agentStates = endpoints(
  { cache: volatile, invalidates: ["agentStates"], reconcile: statesOfWindow },
  {
    list: GET("/v0/agents/state").query<AgentStatesQuery>().returns(pageIn),
    /** One timeline for each agent; `priority_order` names platforms with commas, highest first. */
    condensedTimeline: GET("/v0/agents/state/condensed_timeline")
      .query<AgentStatesQuery & { readonly priority_order: string }>()
      .returns(pageIn),
    /** Ends the state before it; without `state` it does nothing else. */
    create: POST("/v0/agents/state")
      .body<{ readonly agent_platform_id: string; readonly time: number; readonly state?: string }>()
      .returns<unknown>(),
    /** Moves the id of a platform, with all of its states, to an agent. */
    associate: POST("/v0/agents/associations", "idempotent")
      .body<{ readonly agent_platform_id: string; readonly agent_id: string }>()
      .returns<unknown>(),
    edit: POST("/v0/agents/state/edit")
      .verifiedBy(editsOfWindow)
      .body<{ readonly edits: readonly AgentStateEditBody[] }>()
      .returns<unknown>(),
    /** All edits in a window of their making, unpaged. */
    editHistory: GET("/v0/agents/state/edit/history")
      .query<{ readonly start_time: number; readonly end_time: number }>()
      .returns(editsIn),
  },
);
