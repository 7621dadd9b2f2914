import type { EventChangeJson } from "./endpoints.ts";

/** An activity as it was before or after a change, under the names that its fields have on either side. */
export interface ActivityVersionRow {
  readonly event_type?: string | null | undefined;
  /** Unix seconds. */
  readonly start_time?: number | null | undefined;
  /** Unix seconds. */
  readonly end_time?: number | null | undefined;
  readonly channels?: readonly string[] | null | undefined;
  readonly template_id?: string | null | undefined;
  readonly google_calendar_event_id?: string | null | undefined;
}

/** The activity before a change; null where there was none. */
export const versionBefore = (change: EventChangeJson): ActivityVersionRow | null =>
  orNothing({
    event_type: change.old_event_type,
    start_time: change.old_start_time,
    end_time: change.old_end_time,
    channels: change.old_channels,
    template_id: change.old_template_id,
    google_calendar_event_id: change.old_google_calendar_event_id,
  });

/** The activity after a change; null where there is none any more. */
export const versionAfter = (change: EventChangeJson): ActivityVersionRow | null =>
  orNothing({
    event_type: change.new_event_type,
    start_time: change.new_start_time,
    end_time: change.new_end_time,
    channels: change.new_channels,
    template_id: change.new_template_id,
    google_calendar_event_id: change.new_google_calendar_event_id,
  });

/** An empty list says as little of an activity as null does. */
const isSomething = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);

const orNothing = (version: ActivityVersionRow): ActivityVersionRow | null =>
  Object.values(version).some(isSomething) ? version : null;
