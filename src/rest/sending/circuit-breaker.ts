import type { Clock } from "../clock.ts";

/** Keeps calls from a system that does not answer, and finds out when it does again. */
export interface CircuitBreaker {
  /** Whether calls are refused at the moment. */
  readonly isOpen: boolean;
  /** Milliseconds until the next call may be made; undefined when one may be made now. */
  readonly retryAfterMs: number | undefined;
  /**
   * Notes that a call is being made. After a refusal time one call at a time is let through to see.
   * @returns whether this is such a call.
   */
  begin(): boolean;
  /** Notes that the system answered, whatever it said. */
  answered(): void;
  /**
   * Notes that it did not, or only that it is in trouble.
   * @param call what was called: faults of a single endpoint that the system answers itself do not count as its own.
   * @param silent whether nothing was answered at all.
   */
  failed(call: string, silent: boolean): void;
  /** Notes that the call that was let through to see was given up, and says nothing. */
  cancelProbe(): void;
}

/** Failures in a row after which calls are refused. */
export const failuresInARow = 5;
/** First refusal time; each that follows without an answer between is twice as long. */
const firstOpenMs = 5_000;
const longestOpenMs = 60_000;

/** Makes the breaker of one system; `random` gives numbers from 0 to 1. */
export function createCircuitBreaker(clock: Clock, random: () => number): CircuitBreaker {
  let failures = 0;
  let openings = 0;
  let openUntilMs: number | undefined;
  let isProbing = false;
  let lastFailed: string | undefined;

  const open = (): void => {
    const lengthMs = Math.min(firstOpenMs * 2 ** openings, longestOpenMs);
    // Gateways that were cut off together should not come back together.
    openUntilMs = clock.nowMs() + lengthMs * (0.75 + random() / 2);
    openings += 1;
    isProbing = false;
  };

  return {
    get isOpen() {
      return openUntilMs !== undefined;
    },
    get retryAfterMs() {
      if (openUntilMs === undefined) return undefined;
      const leftMs = openUntilMs - clock.nowMs();
      if (leftMs > 0) return leftMs;
      return isProbing ? firstOpenMs : undefined;
    },
    begin() {
      isProbing = openUntilMs !== undefined;
      return isProbing;
    },
    answered() {
      failures = 0;
      openings = 0;
      openUntilMs = undefined;
      isProbing = false;
      lastFailed = undefined;
    },
    failed(call, silent) {
      if (openUntilMs !== undefined) {
        // Calls that were under way when it opened say nothing new.
        if (isProbing) open();
        return;
      }
      if (silent || call !== lastFailed) failures += 1;
      lastFailed = call;
      if (failures >= failuresInARow) open();
    },
    cancelProbe() {
      isProbing = false;
    },
  };
}
