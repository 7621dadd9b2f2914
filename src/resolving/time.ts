import { badInput } from "../errors.ts";

/** A span of time as resolvers get it. */
export interface TimeWindow {
  readonly start: Date;
  readonly end: Date;
}

/** ISO 8601: a day, a time of it, an offset; each part but the day may be missing. */
const isoTime =
  /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(?:[Zz]|([+-]\d\d)(?::?(\d\d))?)?)?$/;
/** The form of times from clients: with their offset in full. */
const clientTime = /^\S{10}[Tt]\S+(?:[Zz]|[+-]\d\d:\d\d)$/;

/** A moment with four digits for its year, since what is given must be taken back. */
function ofFourDigitYear(time: Date): Date | undefined {
  const year = time.getUTCFullYear();
  return year >= 0 && year <= 9999 ? time : undefined;
}

function parseIso(value: string): Date | undefined {
  const [, day, time = "00:00", hours, minutes = "00"] = isoTime.exec(value) ?? [];
  if (day === undefined || !isCalendarDay(day)) return undefined;
  return ofFourDigitYear(new Date(`${day}T${time}${hours ? `${hours}:${minutes}` : "Z"}`));
}

/**
 * Reads ISO 8601 with an offset, as clients send it; undefined for anything else, the thirtieth of February and second
 * 60 included. 24:00 is the start of the next day.
 */
export function parseInstant(value: string): Date | undefined {
  return clientTime.test(value) ? parseIso(value) : undefined;
}

/**
 * Reads a moment as upstreams give it, or as it has been read: Unix seconds as a number (assembled-v0.txt:91), or ISO 8601
 * (web1on1-v2.txt:151, assembly-interactions.txt:32), where a day without a time is its start and a time without an
 * offset is in UTC, wherever the gateway runs.
 * @returns undefined for what is neither, such as milliseconds, which would lie in a year of five digits.
 */
export function upstreamMoment(value: unknown): Date | undefined {
  if (value instanceof Date) return ofFourDigitYear(value);
  if (typeof value === "number") return ofFourDigitYear(new Date(Math.round(value * 1000)));
  return typeof value === "string" ? parseIso(value) : undefined;
}

/**
 * Reads a day as upstreams give it (assembly-accounts-v1.txt:39): YYYY-MM-DD, whatever time may follow.
 * @returns undefined for what is no day of the calendar.
 */
export function upstreamDay(value: unknown): string | undefined {
  return typeof value === "string" && parseIso(value) ? value.slice(0, 10) : undefined;
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
