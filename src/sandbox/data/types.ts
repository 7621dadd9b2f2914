import type { KeyedActivityJson } from "../../assembled/activity/endpoints.ts";
import type { ActivityTypeJson } from "../../assembled/activity-type/endpoints.ts";
import type { AgentStateEditBody, AgentStateJson } from "../../assembled/agent-state/endpoints.ts";
import type { EventChangeJson } from "../../assembled/event-change/endpoints.ts";
import type { ForecastTotalJson } from "../../assembled/forecast-total/endpoints.ts";
import type { GroupJson } from "../../assembled/group/endpoints.ts";
import type { PersonJson } from "../../assembled/person/endpoints.ts";
import type { ReportBody } from "../../assembled/report/endpoints.ts";
import type { RequirementTypeJson } from "../../assembled/requirement-type/endpoints.ts";
import type { RoleJson } from "../../assembled/role/endpoints.ts";
import type { ShiftPatternJson } from "../../assembled/shift-pattern/endpoints.ts";
import type { TimeOffRequestJson, TimeOffUpdateJson } from "../../assembled/time-off/endpoints.ts";
import type { AccountJson } from "../../assembly/account/endpoints.ts";
import type { ContactJson } from "../../assembly/contact/endpoints.ts";
import type { LabelJson } from "../../assembly/label/endpoints.ts";
import type { UsageLogJson } from "../../assembly/usage-log/endpoints.ts";
import type { ReportType } from "../../generated/resolvers.ts";
import type { BotJson } from "../../web1on1/bot/endpoints.ts";
import type { BotInstanceJson } from "../../web1on1/bot-instance/endpoints.ts";
import type { FormJson } from "../../web1on1/form/endpoints.ts";
import type { FormFieldJson } from "../../web1on1/form-field/endpoints.ts";
import type { BillingInfoJson, OrganizationJson } from "../../web1on1/organization/endpoints.ts";
import type { OrganizationGroupJson } from "../../web1on1/organization-group/endpoints.ts";
import type { ServiceJson } from "../../web1on1/service/endpoints.ts";
import type { UserJson } from "../../web1on1/user/endpoints.ts";
import type { WorkflowJson } from "../../web1on1/workflow/endpoints.ts";

/** A contact with the company that owns it. */
export interface StoredContact extends ContactJson {
  readonly company_id: string;
}

/** A usage log with its owner: an account, a contact, or neither. */
export interface StoredUsageLog extends UsageLogJson {
  readonly account_id?: string;
  readonly contact_id?: string;
}

/** A ticket, of which nothing can be read. */
export interface StoredTicket {
  /** ULID. */
  readonly id: string;
  /** Its number as people use it: `ASM-1`. */
  readonly number: string;
  /** Where it came in. */
  readonly source: "API" | "Email" | "Slack" | "Community Slack";
  readonly source_specific_id?: string;
}

/** A message in the history of a ticket. */
export interface StoredReply {
  /** ULID. */
  readonly id: string;
  readonly ticket_id: string;
  readonly source_specific_id?: string;
}

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

/** A chat user with what the upstream gives away: password and token in clear. */
export interface StoredUser extends UserJson {
  readonly email: string;
  /** Id of the owner organization. */
  readonly organization: string;
  readonly role: string;
  readonly status: string;
  readonly password: string;
  readonly apiToken: string;
  /** Ids of all organizations that the user is a member of, the owner first. */
  readonly organizations: readonly string[];
}

/** Billing with the ids at the payment provider. */
export interface StoredBillingInfo extends BillingInfoJson {
  readonly stripeCustomerId: string;
  readonly w1on1ResultId?: string;
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** A chat organization as it is stored, billing included. */
export interface StoredOrganization extends OrganizationJson {
  readonly status: string;
  readonly billingInfo?: StoredBillingInfo | null;
}

/** A bot with its secret. */
export interface StoredBot extends BotJson {
  readonly organization: string;
  readonly status: string;
  readonly secret: string;
}

/** An instance of a bot as it is stored. */
export interface StoredBotInstance extends BotInstanceJson {
  readonly organization: string;
  readonly bot: string;
}

/** A service with its parameters in clear. */
export interface StoredService extends ServiceJson {
  /** Id of the owner organization. */
  readonly organization: string;
  readonly name: string;
  readonly type: string;
  readonly status: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A field of a form; a form may be answered with fields that leave out id and times. */
export interface StoredFormField extends FormFieldJson {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A form with its fields. */
export interface StoredForm extends FormJson {
  /** Id of the owner organization. */
  readonly organization: string;
  readonly name: string;
  readonly status: string;
  readonly fields: readonly StoredFormField[];
}

/** The records that Assembly starts with. */
export interface AssemblyData {
  readonly accounts: readonly AccountJson[];
  readonly contacts: readonly StoredContact[];
  readonly labels: readonly LabelJson[];
  readonly usageLogs: readonly StoredUsageLog[];
  readonly tickets: readonly StoredTicket[];
  readonly replies: readonly StoredReply[];
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

/** The records that Web1on1 starts with. */
export interface Web1on1Data {
  readonly users: readonly StoredUser[];
  readonly organizations: readonly StoredOrganization[];
  readonly bots: readonly StoredBot[];
  readonly botInstances: readonly StoredBotInstance[];
  readonly services: readonly StoredService[];
  readonly forms: readonly StoredForm[];
  readonly organizationGroups: readonly OrganizationGroupJson[];
  readonly workflows: readonly WorkflowJson[];
}

/** The records that the three systems start with. */
export interface SandboxData {
  readonly assembly: AssemblyData;
  readonly assembled: AssembledData;
  readonly web1on1: Web1on1Data;
}
