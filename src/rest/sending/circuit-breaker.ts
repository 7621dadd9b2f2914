import type { Clock } from "../clock.ts";

/** Keeps calls from a system that does not answer, and finds out when it does again. */
export interface CircuitBreaker {
  /** Calls are refused while it is not closed, but for the one at a time that shows, half open, whether it may close. */
  readonly state: "closed" | "open" | "halfOpen";
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

/** Counts failures in a row. */
interface Closed {
  readonly name: "closed";
  readonly failures: number;
  /** The call that failed last. */
  readonly lastFailed: string | undefined;
}

/** Refuses calls until a moment of the clock, and then all but one that shows whether the system answers. */
interface Opened {
  readonly name: "open" | "halfOpen";
  readonly untilMs: number;
  /** How often it has opened without an answer between. */
  readonly openings: number;
}

const healthy: Closed = { name: "closed", failures: 0, lastFailed: undefined };

/** Makes the breaker of one system; `random` gives numbers from 0 to 1. */
export function createCircuitBreaker(clock: Clock, random: () => number): CircuitBreaker {
  let state: Closed | Opened = healthy;

  const open = (openings: number): Opened => {
    const lengthMs = Math.min(firstOpenMs * 2 ** (openings - 1), longestOpenMs);
    // Gateways that were cut off together should not come back together.
    return { name: "open", untilMs: clock.nowMs() + lengthMs * (0.75 + random() / 2), openings };
  };

  return {
    get state() {
      return state.name;
    },
    get retryAfterMs() {
      if (state.name === "closed") return undefined;
      const leftMs = state.untilMs - clock.nowMs();
      if (leftMs > 0) return leftMs;
      return state.name === "halfOpen" ? firstOpenMs : undefined;
    },
    begin() {
      if (state.name === "closed") return false;
      state = { ...state, name: "halfOpen" };
      return true;
    },
    answered() {
      state = healthy;
    },
    failed(call, silent) {
      if (state.name === "halfOpen") state = open(state.openings + 1);
      // Calls that were under way when it opened say nothing new.
      if (state.name !== "closed") return;
      const failures = state.failures + (silent || call !== state.lastFailed ? 1 : 0);
      state = failures >= failuresInARow ? open(1) : { name: "closed", failures, lastFailed: call };
    },
    cancelProbe() {
      if (state.name === "halfOpen") state = { ...state, name: "open" };
    },
  };
}
