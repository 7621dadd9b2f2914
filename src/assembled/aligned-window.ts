import { badInput } from "../errors.ts";
import { type TimeWindow, windowSeconds } from "../resolving/time.ts";
import type { Span } from "./spans.ts";

/**
 * A window of whole intervals, in Unix seconds.
 * @throws BAD_USER_INPUT when an edge is no multiple of the interval, counted in UTC, and as `windowSeconds` does.
 */
export function alignedWindow(window: TimeWindow, longestDays: number, intervalMinutes: number): Span {
  const seconds = windowSeconds(window, longestDays);
  const intervalMs = intervalMinutes * 60_000;
  const isAligned = (edge: Date) => edge.getTime() % intervalMs === 0;
  if (isAligned(window.start) && isAligned(window.end)) return seconds;
  throw badInput(`window must begin and end at multiples of ${intervalMinutes} minutes, counted in UTC.`);
}
