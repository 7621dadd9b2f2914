import type { Clock } from "../../src/rest/clock.ts";

/** A clock for simulations with many timers: it jumps from one to the next as fast as they can be run. */
export interface SimulatedTime extends Clock {
  /** Runs all timers, and those that they start, in order; promises settle after each. */
  run(): Promise<void>;
  /** Timers that have neither run nor been cancelled. */
  readonly pending: number;
}

/** Time that begins at 0 and goes in whole milliseconds. */
export function simulatedTime(): SimulatedTime {
  let nowMs = 0;
  /** By time; equal ones in the order in which they were set. */
  const timers: { readonly atMs: number; readonly run: () => void }[] = [];
  return {
    nowMs: () => nowMs,
    dateMs: () => nowMs,
    after(delayMs, run) {
      const timer = { atMs: nowMs + Math.max(0, Math.ceil(delayMs)), run };
      let [from, to] = [0, timers.length];
      while (from < to) {
        const middle = (from + to) >>> 1;
        if ((timers[middle]?.atMs ?? 0) <= timer.atMs) from = middle + 1;
        else to = middle;
      }
      timers.splice(from, 0, timer);
      return () => {
        const at = timers.indexOf(timer);
        if (at >= 0) timers.splice(at, 1);
      };
    },
    async run() {
      for (let next = timers.shift(); next; next = timers.shift()) {
        nowMs = next.atMs;
        next.run();
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    get pending() {
      return timers.length;
    },
  };
}
