import type { activities as endpoints } from "../../assembled/activity/endpoints.ts";
import type { StoredActivity } from "../data/assembled/stored.ts";
import type { VerbHandlers } from "../emulator.ts";
import { Refusal } from "../refusal.ts";
import { listActivities } from "./activities-list.ts";
import {
  bodyWindow,
  isOn,
  keyedByKey,
  overlaps,
  type Schedule,
  scheduleOf,
  shownActivity,
  type Window,
} from "./activity-window.ts";
import { recordChange } from "./event-changes.ts";
import { type Fields, knownIds, listOf, objectOf, textOf, textsOf } from "./fields.ts";
import { ok } from "./ok.ts";
import { type AssembledState, peopleByAgentId } from "./state.ts";

type NewActivity = Pick<
  StoredActivity,
  "agent_id" | "type_id" | "start_time" | "end_time" | "description" | "schedule_id"
>;

/** Answers the routes of activities (assembled-v0.txt:944-1123). */
export function createActivityHandlers(state: AssembledState): VerbHandlers<typeof endpoints> {
  const { activities } = state;
  return {
    list: ({ query }) => ok(listActivities(state, query)),

    create: ({ body, nowMs }) => {
      const fields = objectOf(body, "the body");
      const wanted = newActivity(fields, scheduleOf(fields.schedule_id));
      if (fields.allow_conflicts !== true) removeAll(conflictsOf(wanted), nowMs);
      return ok(shownActivity(insert(wanted, nowMs)));
    },

    bulk: ({ body, nowMs }) => {
      const fields = objectOf(body, "the body");
      refuseConflictPolicy(fields);
      const schedule = scheduleOf(fields.schedule_id);
      const wanted = listOf(fields.activities, "activities").map((item) => bulkItem(item, schedule));
      // Found before anything is inserted: the new ones never delete one another, even where they overlap.
      removeAll(wanted.flatMap(conflictsOf), nowMs);
      return ok({ activities: keyedByKey(wanted.map((activity) => insert(activity, nowMs))) });
    },

    deleteWindow: ({ body, nowMs }) => {
      const fields = objectOf(body, "the body");
      const window = bodyWindow(fields);
      const schedule = scheduleOf(fields.schedule_id);
      const agents = new Set(
        knownIds(textsOf(fields.agent_ids, "agent_ids"), peopleByAgentId(state), "agent_ids"),
      );
      if (agents.size === 0) throw new Refusal(400, "agent_ids must not be empty");
      const hit = activities
        .all()
        .filter(
          (activity) =>
            isOn(activity, schedule) && agents.has(activity.agent_id) && overlaps(activity, window),
        );
      for (const activity of hit) cutOut(activity, window, nowMs);
      // The answer shows what was hit as it was before.
      return ok({ activities: keyedByKey(hit) });
    },
  };

  function newActivity(fields: Fields, schedule: Schedule): NewActivity {
    const { description } = fields;
    const [agentId = ""] = knownIds(
      [textOf(fields.agent_id, "agent_id")],
      peopleByAgentId(state),
      "agent_id",
    );
    const [typeId = ""] = knownIds([textOf(fields.type_id, "type_id")], state.activityTypes, "type_id");
    return {
      agent_id: agentId,
      type_id: typeId,
      ...bodyWindow(fields),
      description:
        description === undefined || description === null ? null : textOf(description, "description"),
      ...(schedule !== undefined && { schedule_id: schedule }),
    };
  }

  function bulkItem(item: unknown, schedule: Schedule): NewActivity {
    const request = objectOf(item, "activities");
    // The text also speaks of update and delete; its table allows create alone (assembled-v0.txt:1023, 1034).
    if (request.action !== "create") throw new Refusal(400, "action can only be create");
    const fields = objectOf(request.activity, "activity");
    refuseConflictPolicy(request);
    refuseConflictPolicy(fields);
    return newActivity(fields, schedule);
  }

  function conflictsOf(wanted: NewActivity): StoredActivity[] {
    return activities
      .all()
      .filter(
        (activity) =>
          activity.agent_id === wanted.agent_id &&
          isOn(activity, wanted.schedule_id) &&
          overlaps(activity, wanted),
      );
  }

  /** One that several new ones overlap is named more than once, and goes once. */
  function removeAll(rows: readonly StoredActivity[], nowMs: number): void {
    for (const { key } of rows) {
      const before = activities.remove(key);
      recordChange(state, { before, description: "Events Replaced" }, nowMs);
    }
  }

  function insert(wanted: NewActivity, nowMs: number): StoredActivity {
    const nowSeconds = Math.floor(nowMs / 1000);
    const after = activities.insert((id) => ({
      ...wanted,
      id,
      key: id,
      created_at: nowSeconds,
      updated_at: nowSeconds,
    }));
    recordChange(state, { after, description: "Events Created" }, nowMs);
    return after;
  }

  /** Takes a window out of an activity: what is left before it stays the activity, what is left after it may be a new one. */
  function cutOut(before: StoredActivity, window: Window, nowMs: number): void {
    const updated_at = Math.floor(nowMs / 1000);
    const description = "Events Deleted";
    const startsBefore = before.start_time < window.start_time;
    const endsAfter = before.end_time > window.end_time;
    if (!startsBefore && !endsAfter) {
      activities.remove(before.key);
      recordChange(state, { before, description }, nowMs);
      return;
    }
    const edge = startsBefore ? { end_time: window.start_time } : { start_time: window.end_time };
    const after = activities.update(before.key, { ...edge, updated_at });
    recordChange(state, { before, after, description }, nowMs);
    if (!startsBefore || !endsAfter) return;
    const rest = activities.insert((id) => ({
      ...before,
      id,
      key: id,
      start_time: window.end_time,
      updated_at,
    }));
    recordChange(state, { after: rest, description }, nowMs);
  }
}

/** Bulk does not support `allow_conflicts` (assembled-v0.txt:1035); to ignore it would delete what it meant to keep. */
function refuseConflictPolicy(fields: Fields): void {
  if ("allow_conflicts" in fields) throw new Refusal(400, "allow_conflicts is not supported in bulk");
}
