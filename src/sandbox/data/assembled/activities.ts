import { seededRandom, uuidOf } from "../../random.ts";
import { unixSeconds } from "../day.ts";
import { activityTypeId, agentId } from "../ids.ts";
import { at, human } from "../names.ts";
import { showcaseStaffCount } from "../staff.ts";
import { hasLeft, isAgentless } from "./people.ts";
import type { StoredActivity } from "./stored.ts";

/** A second schedule, beside the master schedule. */
export const draftScheduleId = uuidOf("schedule/draft");

/** Days of schedule before and after the anchor day. */
const reachDays = 7;

// A working day in local hours. Pieces do not overlap: upstream, one activity drives out what it overlaps.
const workingDay: readonly (readonly [value: string, from: number, to: number])[] = [
  ["shift", 9, 11],
  ["break", 11, 11.25],
  ["shift", 11.25, 13],
  ["lunch", 13, 13.5],
  ["shift", 13.5, 16.5],
  ["shift", 16.5, 17.5],
];

const typeIds = new Map(
  ["shift", "break", "lunch", "meeting", "training", "time_off", "sick_leave"].map((value) => [
    value,
    activityTypeId(value),
  ]),
);

/** Two weeks of schedule for all people with an agent id; those who left have only the first days. */
export function activities(peopleCount: number, anchorMs: number): StoredActivity[] {
  const made: StoredActivity[] = [];
  for (let number = 0; number < peopleCount; number += 1) {
    if (isAgentless(number)) continue;
    const lastDay = hasLeft(number) ? -4 : reachDays;
    for (let day = -reachDays; day <= lastDay; day += 1) made.push(...dayOf(number, day, anchorMs));
  }
  return [...made, ...oddities(anchorMs)];
}

function dayOf(number: number, day: number, anchorMs: number): StoredActivity[] {
  const showsUp = number < showcaseStaffCount && day === 0;
  // Two days off in seven, at another place in the week for each, so that no day is empty.
  if ((day + reachDays + number) % 7 >= 5 && !showsUp) return [];
  const random = seededRandom(`day/${number}/${day}`);
  const { utcOffsetHours } = human(number);
  const agent_id = agentId(number);
  const piece = (value: string, from: number, to: number, description: string | null): StoredActivity => {
    const start = unixSeconds(anchorMs, day, from - utcOffsetHours);
    const key = uuidOf(`activity/${number}/${day}/${from}`);
    return {
      key,
      id: key,
      agent_id,
      type_id: typeIds.get(value) ?? "",
      start_time: start,
      end_time: unixSeconds(anchorMs, day, to - utcOffsetHours),
      created_at: unixSeconds(anchorMs, -20),
      updated_at: unixSeconds(anchorMs, -10),
      description,
      ...(value === "shift" ? { channels: at([["chat"], ["chat", "email"], ["phone"]], number) } : {}),
    };
  };
  if (!showsUp && random.chance(0.06)) {
    return [piece(random.pick(["time_off", "sick_leave"]), 9, 17.5, null)];
  }
  return workingDay.map(([value, from, to]) => {
    if (from !== 16.5) return piece(value, from, to, null);
    const last = random.pick(["shift", "shift", "meeting", "training"]);
    const activity = piece(last, from, to, last === "meeting" ? "Team huddle 👋" : null);
    // A recurring meeting repeats its id; only the key tells its days apart.
    return last === "meeting" ? { ...activity, id: uuidOf(`huddle/${number}`) } : activity;
  });
}

function oddities(anchorMs: number): StoredActivity[] {
  const odd = (name: string, fields: Partial<StoredActivity>): StoredActivity => {
    const key = uuidOf(`activity/${name}`);
    return {
      key,
      id: key,
      agent_id: agentId(0),
      type_id: activityTypeId("shift"),
      start_time: unixSeconds(anchorMs, 1, 8),
      end_time: unixSeconds(anchorMs, 1, 16),
      created_at: unixSeconds(anchorMs, -2),
      updated_at: unixSeconds(anchorMs, -2),
      description: null,
      ...fields,
    };
  };
  return [
    odd("draft/0", { schedule_id: draftScheduleId, description: "Only a plan" }),
    odd("draft/1", {
      schedule_id: draftScheduleId,
      agent_id: agentId(1),
      type_id: activityTypeId("training"),
    }),
    // References that lead nowhere: the agent or the type was removed for good.
    odd("lost agent", { agent_id: agentId("(gone)") }),
    odd("lost type", { agent_id: agentId("no-match"), type_id: activityTypeId("(gone)") }),
  ];
}
