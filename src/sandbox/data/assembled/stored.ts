import type { KeyedActivityJson } from "../../../assembled/activity/endpoints.ts";
import type { ActivityTypeJson } from "../../../assembled/activity-type/endpoints.ts";
import type { AgentStateEditBody, AgentStateJson } from "../../../assembled/agent-state/endpoints.ts";
import type { EventChangeJson } from "../../../assembled/event-change/endpoints.ts";
import type { ForecastTotalJson } from "../../../assembled/forecast-total/endpoints.ts";
import type { GroupJson } from "../../../assembled/group/endpoints.ts";
import type { PersonJson } from "../../../assembled/person/endpoints.ts";
import type { ReportBody } from "../../../assembled/report/endpoints.ts";
import type { RequirementTypeJson } from "../../../assembled/requirement-type/endpoints.ts";
import type { RoleJson } from "../../../assembled/role/endpoints.ts";
import type { ShiftPatternJson } from "../../../assembled/shift-pattern/endpoints.ts";
import type { TimeOffRequestJson, TimeOffUpdateJson } from "../../../assembled/time-off/endpoints.ts";
import type { ReportType } from "../../../generated/resolvers.ts";

/** A person with the one field that is written and never read. */
export interface StoredPerson extends PersonJson {
  readonly restricted_sites?: readonly string[];
}

/** An activity under its map key, on its schedule; without a schedule it is on the master schedule. */
export interface StoredActivity extends KeyedActivityJson {
  readonly schedule_id?: string;
}

/** A shift pattern with the agents who are on it; their number is counted. */
export interface StoredShiftPattern extends ShiftPatternJson {
  readonly assigned_agent_ids: readonly string[];
}

/** A request for time off with when it changed last, and its activity where it is in the schedule. */
export interface StoredTimeOffRequest extends Omit<TimeOffRequestJson, "updates"> {
  /** Unix seconds. */
  readonly updated_at: number;
  readonly activity_key?: string;
}

/** A change to a request for time off. */
export interface StoredTimeOffUpdate extends Omit<TimeOffUpdateJson, "request"> {
  readonly created_at: number;
}

/** A state of an id on a platform; the agent is looked up when it is shown. */
export interface StoredAgentState
  extends Pick<
    AgentStateJson,
    "agent_platform_id" | "platform" | "state" | "start_time" | "ticket_id" | "ticket_status"
  > {
  readonly external_id: string;
  /** Unix seconds; null as long as nothing follows. */
  readonly end_time: number | null;
  /** Unix seconds. @default when it began, or ended if it has */
  readonly modified_at?: number;
}

/** An id on a platform, and the agent whose it is. */
export interface StoredAssociation {
  readonly agent_platform_id: string;
  readonly agent_id: string;
}

/** A state as it was before or after an edit. */
export type EditedState = Pick<
  StoredAgentState,
  "agent_platform_id" | "platform" | "state" | "start_time" | "end_time"
>;

/** An edit of a state that was made. */
export interface StoredStateEdit {
  /** Of the state. */
  readonly external_id: string;
  /** Null where the id on the platform was no agent's. */
  readonly agent_id: string | null;
  readonly action: AgentStateEditBody["action"];
  readonly before: EditedState | null;
  readonly after: EditedState | null;
  /** Id of the person who made it; null for one over the API. */
  readonly edited_by: string | null;
  /** Unix seconds. */
  readonly created_at: number;
}

/** A change of an activity, on the schedule of that; without a schedule it is on the master schedule. */
export interface StoredEventChange extends EventChangeJson {
  readonly schedule_id?: string;
}

/** A job that makes a report; its metrics follow from its parameters. */
export interface StoredReport {
  readonly id: string;
  readonly type: ReportType;
  /** Milliseconds since 1970. */
  readonly startedAtMs: number;
  readonly body: ReportBody;
}

/** The records that Assembled starts with. */
export interface AssembledData {
  readonly people: readonly StoredPerson[];
  readonly roles: readonly RoleJson[];
  readonly sites: readonly GroupJson[];
  readonly teams: readonly GroupJson[];
  readonly queues: readonly GroupJson[];
  readonly skills: readonly GroupJson[];
  readonly activityTypes: readonly ActivityTypeJson[];
  readonly activities: readonly StoredActivity[];
  readonly shiftPatterns: readonly StoredShiftPattern[];
  readonly timeOffRequests: readonly StoredTimeOffRequest[];
  readonly timeOffUpdates: readonly StoredTimeOffUpdate[];
  readonly agentStates: readonly StoredAgentState[];
  readonly associations: readonly StoredAssociation[];
  readonly stateEdits: readonly StoredStateEdit[];
  readonly eventChanges: readonly StoredEventChange[];
  readonly reports: readonly StoredReport[];
  readonly forecastTotals: readonly ForecastTotalJson[];
  readonly requirementTypes: readonly RequirementTypeJson[];
}
