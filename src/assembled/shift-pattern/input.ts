import { badInput } from "../../errors.ts";
import type {
  CreateShiftPatternInput,
  ShiftInput,
  ShiftTimeInput,
  UpdateShiftPatternInput,
} from "../../generated/resolvers.ts";
import { filledIfGiven, nonBlank, notNull, omitUndefined } from "../../resolving/input.ts";
import type { NewShiftPatternBody, ShiftJson, ShiftPatternBody, ShiftTimeJson } from "./endpoints.ts";
import { lengthMinutes, overlapInWeek, type WeekSpan } from "./week.ts";

/** Longest shift (assembled-v0.txt:2753). */
const longestShiftHours = 20;

/**
 * The body that creates a shift pattern, but for its author.
 * @throws BAD_USER_INPUT for a blank name and for shifts that cannot be.
 */
export const newShiftPattern = (input: CreateShiftPatternInput): Omit<NewShiftPatternBody, "user_id"> => ({
  name: nonBlank(input.name, "name"),
  timezone: input.timezone,
  shifts: shiftsIn(input.shifts),
  ...omitUndefined({
    description: input.description ?? undefined,
    excluded_duration_seconds: excludedSeconds(input.excludedDurationSeconds ?? undefined),
  }),
});

/**
 * The body that changes a shift pattern, but for its author. An empty text and no seconds are the same as none.
 * @throws BAD_USER_INPUT for what is null and cannot be cleared, and for shifts that cannot be.
 */
export function shiftPatternChanges(input: UpdateShiftPatternInput): Omit<ShiftPatternBody, "user_id"> {
  const shifts = notNull(input.shifts, "shifts");
  return omitUndefined({
    name: filledIfGiven(input.name, "name"),
    timezone: notNull(input.timezone, "timezone"),
    shifts: shifts && shiftsIn(shifts),
    description: input.description === null ? "" : input.description,
    excluded_duration_seconds: excludedSeconds(input.excludedDurationSeconds),
  });
}

function excludedSeconds(seconds: number | null | undefined): number | undefined {
  if (seconds && seconds < 0)
    throw badInput(`excludedDurationSeconds is ${seconds}; it must not be negative.`);
  return seconds === null ? 0 : seconds;
}

function shiftsIn(inputs: readonly ShiftInput[]): ShiftJson[] {
  if (inputs.length === 0) throw badInput("shifts holds none; it must hold one at least.");
  const shifts = inputs.map(({ startTime, endTime }) => ({
    start_time: timeIn(startTime),
    end_time: timeIn(endTime),
  }));
  const spans = shifts.map(spanOf);
  for (const [at, span] of spans.entries()) {
    const minutes = lengthMinutes(span);
    if (minutes === 0 || minutes > longestShiftHours * 60) {
      throw badInput(`shifts[${at}] must end after it starts, and within ${longestShiftHours} hours.`);
    }
    const other = spans.findIndex((earlier, place) => place < at && overlapInWeek(earlier, span));
    if (other >= 0) throw badInput(`shifts[${at}] overlaps shifts[${other}].`);
  }
  return shifts;
}

/** Hours are documented as 1 to 24, which leaves open how midnight is written (assembled-v0.txt:2746). */
function timeIn({ dayOfWeek, hour, minute = 0 }: ShiftTimeInput): ShiftTimeJson {
  if (hour < 1 || hour > 23) throw badInput(`hour is ${hour}; it must be from 1 to 23.`);
  if (minute < 0 || minute > 59) throw badInput(`minute is ${minute}; it must be from 0 to 59.`);
  return { day_of_week: Number(dayOfWeek), hour, minute };
}

const spanOf = ({ start_time, end_time }: ShiftJson): WeekSpan => ({
  startMinute: minuteOf(start_time),
  endMinute: minuteOf(end_time),
});

const minuteOf = ({ day_of_week, hour, minute }: ShiftTimeJson): number =>
  (day_of_week * 24 + hour) * 60 + minute;
