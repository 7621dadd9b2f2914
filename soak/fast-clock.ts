import type { Clock } from "../src/rest/clock.ts";

/** A clock that runs faster than the machine's. */
export interface FastClock extends Clock {
  /** Lets time pass at once. */
  skip(ms: number): void;
}

/** How often it is seen to that what waits for its time is run. */
const tickMs = 1;

/**
 * Makes a clock that shows `startMs` now.
 * @param longestTurnMs most real time that counts between two looks at it: a process that gets no time for itself on a
 * busy machine then takes it for time that did not pass. @default Infinity
 */
export function fastClock(
  speed: number,
  startMs: number,
  longestTurnMs = Number.POSITIVE_INFINITY,
): FastClock {
  let shownMs = startMs;
  let lookedAtMs = performance.now();
  const waiting = new Set<{ readonly dueMs: number; readonly run: () => void }>();
  let ticking: NodeJS.Timeout | undefined;

  const look = (): number => {
    const atMs = performance.now();
    shownMs += Math.min(atMs - lookedAtMs, longestTurnMs) * speed;
    lookedAtMs = atMs;
    return shownMs;
  };
  const tick = (): void => {
    const nowMs = look();
    const due = [...waiting].filter(({ dueMs }) => dueMs <= nowMs).sort((a, b) => a.dueMs - b.dueMs);
    // What runs first may call off what is due, too.
    for (const timer of due) if (waiting.delete(timer)) timer.run();
    if (waiting.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
  return {
    skip(ms) {
      shownMs += ms;
    },
    nowMs: () => Math.floor(look()),
    dateMs: () => Math.floor(look()),
    after(delayMs, run) {
      const timer = { dueMs: look() + delayMs, run };
      waiting.add(timer);
      ticking ??= setInterval(tick, tickMs);
      return () => void waiting.delete(timer);
    },
  };
}
