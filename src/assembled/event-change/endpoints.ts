import { volatile } from "../../rest/cache-policy.ts";
import { valuesIn } from "../../rest/message/shape.ts";
import { endpoints, GET } from "../endpoints.ts";
import { type OffsetPage, totalIn } from "../offset-page.ts";

/** The author of a change; all is null for the system itself. */
export interface EventAuthorJson {
  readonly name?: string | null;
  /** Of a person, not of an agent. */
  readonly id?: string | null;
  readonly email?: string | null;
}

/** A change of an activity on a schedule: what was before is `old_…`, what is after `new_…`; both are null where there is nothing. */
export interface EventChangeJson {
  readonly id: string;
  /** Id of the activity, which may be gone by now. */
  readonly event_id: string;
  readonly modified_by?: EventAuthorJson | null;
  /** Unix seconds. */
  readonly modified_at: number;
  readonly event_agent_id: string;
  readonly event_agent_name?: string | null;
  readonly event_agent_email?: string | null;
  /** `create`, `modify` or `delete`. */
  readonly event_change_type: string;
  readonly description?: string | null;
  /** `value` of an activity type. */
  readonly old_event_type?: string | null;
  /** `value` of an activity type. */
  readonly new_event_type?: string | null;
  /** Unix seconds. */
  readonly old_start_time?: number | null;
  /** Unix seconds. */
  readonly new_start_time?: number | null;
  /** Unix seconds. */
  readonly old_end_time?: number | null;
  /** Unix seconds. */
  readonly new_end_time?: number | null;
  readonly old_channels?: readonly string[] | null;
  readonly new_channels?: readonly string[] | null;
  readonly old_template_id?: string | null;
  readonly new_template_id?: string | null;
  readonly old_google_calendar_event_id?: string | null;
  readonly new_google_calendar_event_id?: string | null;
}

/** Window of the changes, filters and page of the list (assembled-v0.txt:1350-1356). */
export interface EventChangesQuery {
  /** Unix seconds. */
  readonly start_time: number;
  /** Unix seconds. */
  readonly end_time: number;
  /** @default the master schedule */
  readonly schedule_id?: string | undefined;
  readonly agent_id?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Which changes of a window are wanted. @default all of the master schedule */
export type EventChangeSelection = Pick<EventChangesQuery, "schedule_id" | "agent_id">;

/** The largest page of changes that clients were seen to ask for; no document names a maximum. */
export const eventChangesPageSize = 500;

const pageIn = (wire: {
  readonly event_changes: Readonly<Record<string, EventChangeJson>>;
  readonly total: number;
}): OffsetPage<EventChangeJson> => ({ rows: valuesIn(wire.event_changes), total: totalIn(wire) });

/** Changes of schedules: assembled-v0.txt:1300-1356. */
export const eventChanges = endpoints(
  { cache: volatile },
  { list: GET("/v0/event_changes").query<EventChangesQuery>().returns(pageIn) },
);
