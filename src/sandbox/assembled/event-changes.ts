import type { EventChangeJson, eventChanges as endpoints } from "../../assembled/event-change/endpoints.ts";
import type { StoredActivity, StoredEventChange } from "../data/assembled/stored.ts";
import type { VerbHandlers } from "../emulator.ts";
import { queryWindow, scheduleOf } from "./activity-window.ts";
import { fullName } from "./full-name.ts";
import { pageOf } from "./paging.ts";
import { type AssembledState, keyedById, peopleByAgentId } from "./state.ts";

/** Answers the route of event changes (assembled-v0.txt:1300-1356). */
export function createEventChangeHandlers({ eventChanges }: AssembledState): VerbHandlers<typeof endpoints> {
  return {
    list: ({ query }) => {
      const window = queryWindow(query);
      const schedule = scheduleOf(query.get("schedule_id"));
      const agentId = query.get("agent_id");
      const found = eventChanges
        .all()
        .filter(({ modified_at }) => modified_at >= window.start_time && modified_at < window.end_time)
        .filter(({ schedule_id }) => schedule_id === schedule)
        .filter(({ event_agent_id }) => agentId === null || event_agent_id === agentId)
        .toSorted((one, other) => one.modified_at - other.modified_at || (one.id < other.id ? -1 : 1));
      const { page, place } = pageOf(found, query);
      return { status: 200, body: { event_changes: keyedById(page.map(shownChange)), ...place } };
    },
  };
}

/** An activity before and after a change; absent where there was none, or is none any more. */
interface Change {
  readonly before?: StoredActivity | undefined;
  readonly after?: StoredActivity | undefined;
  readonly description: string;
}

/** Writes down that an activity was made, changed or taken away; over the API, no person is named as its author. */
export function recordChange(state: AssembledState, change: Change, nowMs: number): void {
  const { before, after, description } = change;
  const activity = after ?? before;
  if (!activity) return;
  const person = peopleByAgentId(state).get(activity.agent_id);
  state.eventChanges.insert((id) => ({
    id,
    event_id: activity.id,
    modified_by: { name: null, id: null, email: null },
    modified_at: Math.floor(nowMs / 1000),
    event_agent_name: person ? fullName(person) : "",
    event_agent_id: activity.agent_id,
    event_agent_email: person?.email ?? "",
    event_change_type: before && after ? "modify" : after ? "create" : "delete",
    description,
    ...beforeFields(state, before),
    ...afterFields(state, after),
    ...(activity.schedule_id !== undefined && { schedule_id: activity.schedule_id }),
  }));
}

function beforeFields(state: AssembledState, activity: StoredActivity | undefined) {
  return {
    old_event_type: typeValueOf(state, activity),
    old_start_time: activity?.start_time ?? null,
    old_end_time: activity?.end_time ?? null,
    old_channels: activity?.channels ?? null,
    old_template_id: null,
    old_google_calendar_event_id: null,
  };
}

function afterFields(state: AssembledState, activity: StoredActivity | undefined) {
  return {
    new_event_type: typeValueOf(state, activity),
    new_start_time: activity?.start_time ?? null,
    new_end_time: activity?.end_time ?? null,
    new_channels: activity?.channels ?? null,
    new_template_id: null,
    new_google_calendar_event_id: null,
  };
}

/** Changes name a type by its value, not by its id (assembled-v0.txt:1287). */
const typeValueOf = ({ activityTypes }: AssembledState, activity: StoredActivity | undefined) =>
  activityTypes.get(activity?.type_id ?? "")?.value ?? null;

const shownChange = ({ schedule_id: _schedule, ...change }: StoredEventChange): EventChangeJson => change;
