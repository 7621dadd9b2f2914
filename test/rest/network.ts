import fc from "fast-check";
import type { Limit } from "../../src/rest/limit.ts";

/** How one call fares: the upstream counts it somewhere between its sending and its answer. */
export interface Passage {
  /** From sending to the moment at which the upstream counts it. */
  readonly beforeMs: number;
  /** From there to the answer. */
  readonly afterMs: number;
  /** Until the next call is wanted. */
  readonly pauseMs: number;
}

const delayMs = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: 0, max: 60, noNaN: true }) },
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.double({ min: 0, max: 2_900, noNaN: true }) },
);
const pauseMs = fc.oneof(
  { weight: 20, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.double({ min: 0, max: 50, noNaN: true }) },
  { weight: 1, arbitrary: fc.double({ min: 0, max: 5_000, noNaN: true }) },
);

/** Calls over a network that does what it likes. */
export const passages = (count: number): fc.Arbitrary<Passage[]> =>
  fc.array(fc.record({ beforeMs: delayMs, afterMs: delayMs, pauseMs }), {
    minLength: count,
    maxLength: count,
  });

/**
 * Sends calls as soon as the limits let it, as the budget does. Times are exact; the sender sees them in whole
 * milliseconds, as its clock shows them.
 * @returns when each call reached the upstream, in milliseconds.
 */
export function arrivalsMs(limits: readonly Limit[], calls: readonly Passage[], startMs = 0): number[] {
  let atMs = startMs;
  const arrivals: number[] = [];
  const answers: number[] = [];
  const settleUntil = (untilMs: number) => {
    answers.sort((a, b) => a - b);
    while (answers[0] !== undefined && answers[0] <= untilMs) {
      const answeredMs = answers.shift() ?? 0;
      for (const limit of limits) limit.settle(Math.floor(answeredMs));
    }
  };
  for (const { beforeMs, afterMs, pauseMs: pause } of calls) {
    for (;;) {
      settleUntil(atMs);
      const waitMs = Math.max(...limits.map((limit) => limit.waitMs(Math.floor(atMs), 1, 0)));
      if (waitMs <= 0) break;
      atMs = Math.min(atMs + waitMs, answers[0] ?? Number.POSITIVE_INFINITY);
    }
    for (const limit of limits) limit.send();
    arrivals.push(atMs + beforeMs);
    answers.push(atMs + beforeMs + afterMs);
    atMs += pause;
  }
  return arrivals.sort((a, b) => a - b);
}

/** Calls that an upstream refuses that allows `most` in any `windowMs`, wherever the window is laid. */
export function overWindow(arrivals: readonly number[], most: number, windowMs: number): number {
  return arrivals.filter((atMs, place) => {
    const earlier = arrivals[place - most];
    return earlier !== undefined && atMs - earlier < windowMs;
  }).length;
}

/** Calls that an upstream refuses that allows bursts of `capacity`, refilled at `perSecond`. */
export function overBucket(arrivals: readonly number[], capacity: number, perSecond: number): number {
  let tokens = capacity;
  let lastMs = arrivals[0] ?? 0;
  let refused = 0;
  for (const atMs of arrivals) {
    tokens = Math.min(capacity, tokens + ((atMs - lastMs) * perSecond) / 1000);
    lastMs = atMs;
    if (tokens < 1 - 1e-6) refused += 1;
    else tokens -= 1;
  }
  return refused;
}
