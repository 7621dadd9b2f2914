import type { ShiftJson, ShiftTimeJson } from "../../assembled/shift-pattern/endpoints.ts";
import type { StoredShiftPattern } from "../data/assembled/stored.ts";
import { Refusal } from "../refusal.ts";
import { type Fields, filledOf, knownIds, listOf, objectOf, textOf, timezoneOf } from "./fields.ts";
import type { AssembledState } from "./state.ts";

const minutesOfWeek = 7 * 24 * 60;
const longestShiftMinutes = 20 * 60;

/** 400 unless a shift pattern to create has every required field (assembled-v0.txt:2780-2785). */
export function requireNewPatternFields(fields: Fields): void {
  for (const name of ["name", "timezone", "shifts"]) {
    if (fields[name] === undefined) throw new Refusal(400, `${name} is required`);
  }
}

/** Reads what a body sets; a field that is absent is no change, but an author is always named (assembled-v0.txt:3069). */
export function patternChanges(
  fields: Fields,
  { people }: Pick<AssembledState, "people">,
): Partial<StoredShiftPattern> {
  const [userId = ""] = knownIds(
    [textOf(fields.user_id, "user_id")],
    { has: (id) => people.get(id) !== undefined },
    "user_id",
  );
  const { name, timezone, description, excluded_duration_seconds: excluded, shifts } = fields;
  return {
    user_email: people.get(userId)?.email ?? null,
    ...(name !== undefined && { name: filledOf(name, "name") }),
    ...(timezone !== undefined && { timezone: timezoneOf(filledOf(timezone, "timezone"), "timezone") }),
    ...(description !== undefined && { description: textOf(description, "description") }),
    ...(excluded !== undefined && { excluded_duration_seconds: secondsIn(excluded) }),
    ...(shifts !== undefined && { shifts: shiftsOf(shifts) }),
  };
}

/** The table of writes says that it is a text, the object that it is a number (assembled-v0.txt:2697, 2783): both are taken. */
function secondsIn(value: unknown): number {
  if (!/^\d{1,6}$/.test(String(value))) throw new Refusal(400, "excluded_duration_seconds must be seconds");
  return Number(value);
}

function shiftsOf(value: unknown): ShiftJson[] {
  const shifts = listOf(value, "shifts").map((item) => {
    const { start_time, end_time } = objectOf(item, "shifts");
    return { start_time: timeOf(start_time), end_time: timeOf(end_time) };
  });
  const taken = new Set<number>();
  for (const minute of shifts.flatMap(minutesIn)) {
    if (taken.has(minute)) throw new Refusal(400, "shifts must not overlap");
    taken.add(minute);
  }
  return shifts;
}

function timeOf(value: unknown): ShiftTimeJson {
  const time = objectOf(value, "shifts");
  return {
    day_of_week: wholeBetween(time.day_of_week, 0, 6, "day_of_week"),
    hour: wholeBetween(time.hour, 1, 24, "hour"),
    minute: wholeBetween(time.minute, 0, 59, "minute"),
  };
}

function wholeBetween(value: unknown, least: number, most: number, name: string): number {
  if (Number.isInteger(value) && Number(value) >= least && Number(value) <= most) return Number(value);
  throw new Refusal(400, `${name} must be from ${least} to ${most}`);
}

/** Every minute of the week that a shift takes, or 400 when they are none or too many (assembled-v0.txt:2753). */
function minutesIn({ start_time, end_time }: ShiftJson): number[] {
  const minuteOf = ({ day_of_week, hour, minute }: ShiftTimeJson) => (day_of_week * 24 + hour) * 60 + minute;
  const start = minuteOf(start_time);
  const length = (minuteOf(end_time) - start + minutesOfWeek) % minutesOfWeek;
  if (length === 0 || length > longestShiftMinutes) {
    throw new Refusal(400, "a shift must not be longer than 20 hours");
  }
  return Array.from({ length }, (_, minute) => (start + minute) % minutesOfWeek);
}
