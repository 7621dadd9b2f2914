import type { ExplainedCall } from "./explanation.ts";

/** One row of the timeline: a call, or equal ones that no request was sent for. */
export interface TimelineRow {
  /** Unique among the rows. */
  readonly key: string;
  /** The field that asked, such as `account.organization.users`; empty when none did. */
  readonly path: string;
  readonly call: ExplainedCall;
  /** Equal calls that stand in this row. */
  readonly count: number;
  /** Where its bar begins and how long it is, in percent of the whole. */
  readonly startPercent: number;
  readonly widthPercent: number;
  /** The part of the bar in which the call waited for the rate limit, in percent of the bar. */
  readonly waitPercent: number;
}

const mostRows = 200;

/** Lays the calls of an operation out as rows of bars, in the order in which they were asked for; 200 at most. */
export function timeline(calls: readonly ExplainedCall[]): readonly TimelineRow[] {
  const endMs = Math.max(1, ...calls.map(({ durationMs, startMs }) => startMs + durationMs));
  const rows = new Map<string, TimelineRow>();
  for (const [at, call] of calls.entries()) {
    const path = fieldPath(call.path);
    const key = JSON.stringify([path, call.endpoint, call.answeredBy, call.attempts > 0 && at]);
    const known = rows.get(key);
    if (known) rows.set(key, { ...known, count: known.count + 1 });
    else if (rows.size < mostRows) rows.set(key, { key, path, call, count: 1, ...barOf(call, endMs) });
  }
  return [...rows.values()];
}

/** A path without the places in lists, since a call is often for all of them. */
const fieldPath = (path: ExplainedCall["path"] = []): string =>
  path.filter((key) => typeof key === "string").join(".");

function barOf({ budgetWaitMs, durationMs, startMs }: ExplainedCall, endMs: number) {
  return {
    startPercent: (100 * startMs) / endMs,
    widthPercent: (100 * durationMs) / endMs,
    waitPercent: durationMs > 0 ? Math.min(100, (100 * budgetWaitMs) / durationMs) : 0,
  };
}
