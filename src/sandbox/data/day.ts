const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The UTC midnight at or before a time, in milliseconds since 1970. */
export const startOfDayMs = (nowMs: number): number => Math.floor(nowMs / dayMs) * dayMs;

/** A time relative to an anchor, in milliseconds since 1970. */
export const shiftedMs = (anchorMs: number, days: number, hours = 0): number =>
  anchorMs + days * dayMs + Math.round(hours * hourMs);

/** A time relative to an anchor as ISO 8601. */
export const isoTime = (anchorMs: number, days: number, hours = 0): string =>
  new Date(shiftedMs(anchorMs, days, hours)).toISOString();

/** A day relative to an anchor as YYYY-MM-DD. */
export const isoDay = (anchorMs: number, days: number): string => isoTime(anchorMs, days).slice(0, 10);

/** A time relative to an anchor in Unix seconds. */
export const unixSeconds = (anchorMs: number, days: number, hours = 0): number =>
  shiftedMs(anchorMs, days, hours) / 1000;
