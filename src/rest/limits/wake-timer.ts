import type { Clock } from "../clock.ts";

/** One timer for many that wait: it rings for the one that can go on the soonest. */
export interface WakeTimer {
  /** Rings after so many milliseconds, if it would not ring by then. */
  ringWithin(delayMs: number): void;
  cancel(): void;
}

/** Makes a timer that is not set. */
export function createWakeTimer(clock: Clock, onRing: () => void): WakeTimer {
  let ringsAtMs = Number.POSITIVE_INFINITY;
  let cancelTimer = () => {};
  const ring = (): void => {
    ringsAtMs = Number.POSITIVE_INFINITY;
    onRing();
  };
  return {
    ringWithin(delayMs) {
      const atMs = clock.nowMs() + delayMs;
      if (atMs >= ringsAtMs) return;
      cancelTimer();
      ringsAtMs = atMs;
      cancelTimer = clock.after(delayMs, ring);
    },
    cancel() {
      cancelTimer();
      ringsAtMs = Number.POSITIVE_INFINITY;
    },
  };
}
