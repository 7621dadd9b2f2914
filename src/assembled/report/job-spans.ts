import { daySeconds, type Span } from "../spans.ts";

/** Days that the window of one job must stay below (assembled-v0.txt:2203). */
const limitDays = 31;

const lengthOf = ({ start_time, end_time }: Span): number => end_time - start_time;

/** Whether a window is longer than a day, which decides on its intervals (assembled-v0.txt:2204). */
export const isLongerThanADay = (span: Span): boolean => lengthOf(span) > daySeconds;

/**
 * The windows of the jobs that make a report together: as few as there can be, of whole intervals each but for the last, and
 * alike in length, so that none is too short for its interval.
 */
export function jobSpans(span: Span, intervalSeconds: number): Span[] {
  const limitSeconds = limitDays * daySeconds;
  if (lengthOf(span) < limitSeconds) return [span];
  const intervals = Math.ceil(lengthOf(span) / intervalSeconds);
  const mostIntervals = Math.ceil(limitSeconds / intervalSeconds) - 1;
  const count = Math.ceil(intervals / mostIntervals);
  const edge = (at: number) =>
    Math.min(span.end_time, span.start_time + Math.floor((at * intervals) / count) * intervalSeconds);
  return Array.from({ length: count }, (_, at) => ({ start_time: edge(at), end_time: edge(at + 1) }));
}
