import type { SystemTitle } from "./settings.ts";

/** One call behind an operation, as `X-Explain: 1` tells it. */
export interface ExplainedCall {
  readonly system: string;
  readonly endpoint: string;
  readonly answeredBy: "network" | "coalesced" | "fresh" | "stale" | "sideLoaded";
  readonly attempts: number;
  readonly path?: readonly (string | number)[];
  readonly startMs: number;
  readonly durationMs: number;
  readonly budgetWaitMs: number;
  readonly ageMs: number;
  readonly code?: string;
}

/** The content of `extensions.upstream` after `X-Explain: 1`. */
export interface Explanation {
  readonly calls: readonly ExplainedCall[];
  readonly totals: Readonly<Record<string, { readonly requests: number } | undefined>>;
  readonly budgetLeft: Readonly<Record<string, number>>;
  readonly oldestDataMs: number;
}

/**
 * The cost of an operation in one line: `5 calls · Assembly 1 · Web1on1 4 · 187 ms · oldest data 3 s · left 26/18/17`. Calls
 * are those that count for a rate limit; systems that got none are left out, but for what is left of their limits.
 * @param tookMs from sending the operation to its answer, in milliseconds.
 */
export function costLine(
  { budgetLeft, oldestDataMs, totals }: Explanation,
  systems: readonly SystemTitle[],
  tookMs: number,
): string {
  const requests = (name: string): number => totals[name]?.requests ?? 0;
  const called = systems.filter(({ name }) => requests(name) > 0);
  const count = called.reduce((sum, { name }) => sum + requests(name), 0);
  const left = systems.flatMap(({ name }) => {
    const ofSystem = budgetLeft[name];
    return ofSystem === undefined ? [] : [Math.floor(ofSystem)];
  });
  return [
    count === 1 ? "1 call" : `${count} calls`,
    ...called.map(({ name, title }) => `${title} ${requests(name)}`),
    inTime(tookMs),
    `oldest data ${inTime(oldestDataMs)}`,
    ...(left.length > 0 ? [`left ${left.join("/")}`] : []),
  ].join(" · ");
}

/** Milliseconds as a person reads them: `187 ms`, `3 s`, `2 min`. */
export function inTime(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 10_000) return `${Number((ms / 1_000).toFixed(1))} s`;
  return ms < 120_000 ? `${Math.round(ms / 1_000)} s` : `${Math.round(ms / 60_000)} min`;
}
