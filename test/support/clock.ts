import type { Clock } from "../../src/rest/clock.ts";

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  /** Moves time on, running what falls due in order, and lets promises settle after each. */
  advance(byMs: number): Promise<void>;
  /** Lets time pass in which nothing runs, as when the event loop is blocked; timers that fall due run late. */
  stall(byMs: number): void;
  /** Sets the date forward or back, as an operator does; spans are not touched. */
  shiftDate(byMs: number): void;
  /** Timers that have neither run nor been cancelled. */
  readonly pending: number;
}

/** A weekday at half past ten in the morning, UTC. */
export const testNowMs = Date.parse("2026-03-04T10:30:00Z");

/** Makes a clock that shows `startMs`. */
export function testClock(startMs = testNowMs): TestClock {
  let nowMs = startMs;
  let dateShiftMs = 0;
  const timers = new Set<{ readonly atMs: number; readonly run: () => void }>();
  return {
    nowMs: () => nowMs,
    dateMs: () => nowMs + dateShiftMs,
    stall(byMs) {
      nowMs += byMs;
    },
    shiftDate(byMs) {
      dateShiftMs += byMs;
    },
    after(delayMs, run) {
      const timer = { atMs: nowMs + Math.max(0, delayMs), run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    async advance(byMs) {
      const untilMs = nowMs + byMs;
      await settled();
      for (;;) {
        const [next] = [...timers].filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs);
        if (!next) break;
        nowMs = Math.max(nowMs, next.atMs);
        timers.delete(next);
        next.run();
        await settled();
      }
      nowMs = untilMs;
    },
    get pending() {
      return timers.size;
    },
  };
}

/** Lets everything that waits for nothing but promises come to rest. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
