import type { ActivityJson } from "../../assembled/activity/endpoints.ts";
import type { ActivityTypeJson } from "../../assembled/activity-type/endpoints.ts";
import type { StoredActivity, StoredPerson } from "../data/assembled/stored.ts";
import { isOn, keyedByKey, overlaps, queryWindow, scheduleOf } from "./activity-window.ts";
import { fullName } from "./full-name.ts";
import { type AssembledState, keyedById, peopleByAgentId } from "./state.ts";

interface ActivityList {
  readonly activities: Readonly<Record<string, ActivityJson>>;
  readonly agents?: Readonly<Record<string, { readonly id: string; readonly name: string }>>;
  readonly activity_types?: Readonly<Record<string, ActivityTypeJson>>;
}

/**
 * All activities that overlap the window and match (assembled-v0.txt:1074-1087), unpaged. A parameter that is not
 * known is ignored, and `agents[]` is not known: a caller that sends it gets the activities of all people.
 */
export function listActivities(state: AssembledState, query: URLSearchParams): ActivityList {
  const window = queryWindow(query);
  const schedule = scheduleOf(query.get("schedule_id"));
  const people = peopleByAgentId(state);
  const matches = filterOf(state, query, people);
  const found = state.activities
    .all()
    .filter((activity) => isOn(activity, schedule) && overlaps(activity, window) && matches(activity));
  return {
    activities: keyedByKey(found),
    ...(query.get("include_agents") === "true" && { agents: agentsOf(found, people) }),
    // "Active on the account" (assembled-v0.txt:1082): all of them, whether or not this window uses them.
    ...(query.get("include_activity_types") === "true" && {
      activity_types: keyedById(state.activityTypes.values()),
    }),
  };
}

type PeopleByAgentId = ReadonlyMap<string, StoredPerson>;

function filterOf(
  { activityTypes }: AssembledState,
  query: URLSearchParams,
  people: PeopleByAgentId,
): (activity: StoredActivity) => boolean {
  const agents = new Set(query.getAll("agents"));
  const types = new Set(query.getAll("types"));
  const team = query.get("team");
  const channel = query.get("channel");
  // An activity without channels of its own has those of its type.
  const channelsOf = ({ channels, type_id }: StoredActivity) =>
    channels ?? activityTypes.get(type_id)?.channels ?? [];
  return (activity) =>
    (agents.size === 0 || agents.has(activity.agent_id)) &&
    (types.size === 0 || types.has(activity.type_id)) &&
    (team === null || people.get(activity.agent_id)?.teams?.includes(team) === true) &&
    (channel === null || channelsOf(activity).includes(channel));
}

function agentsOf(activities: readonly StoredActivity[], people: PeopleByAgentId) {
  const agentIds = new Set(activities.map((activity) => activity.agent_id));
  return keyedById(
    [...agentIds].flatMap((id) => {
      const person = people.get(id);
      return person === undefined ? [] : [{ id, name: fullName(person) }];
    }),
  );
}
