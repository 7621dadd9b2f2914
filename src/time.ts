import { badInput } from "./errors.ts";

/** A span of time as resolvers get it. */
export interface TimeWindow {
  readonly start: Date;
  readonly end: Date;
}

const instant = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(:\d\d(\.\d{1,9})?)?([Zz]|[+-]\d\d:\d\d)$/;

/** Reads ISO 8601 with an offset; undefined for anything else, the thirtieth of February included. */
export function parseInstant(value: string): Date | undefined {
  if (!instant.test(value) || !isCalendarDay(value.slice(0, 10))) return undefined;
  const parsed = new Date(value.toUpperCase());
  return Number.isNaN(parsed.getTime()) ? undefined : parsed;
}

/** Whether a text is a day that exists, as YYYY-MM-DD. */
export function isCalendarDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
}

/** Whole seconds since 1970, as Assembled counts. */
export const toUnixSeconds = (moment: Date): number => Math.floor(moment.getTime() / 1000);

/** Longest window to read: the rows of a longer one would not fit an answer. */
export const longestReadDays = 31;
/** Longest window to write, such as a parental leave. */
export const longestWriteDays = 366;

/**
 * A window in Unix seconds, the end rounded up so that no moment of it is lost.
 * @throws BAD_USER_INPUT when it ends before it starts, is empty, or is longer than `longestDays`.
 */
export function windowSeconds(
  { start, end }: TimeWindow,
  longestDays: number,
): { start_time: number; end_time: number } {
  if (end <= start) throw badInput("window.end must be after window.start.");
  if (end.getTime() - start.getTime() > longestDays * 86_400_000) {
    throw badInput(`window is longer than ${longestDays} days.`);
  }
  return { start_time: toUnixSeconds(start), end_time: Math.ceil(end.getTime() / 1000) };
}
