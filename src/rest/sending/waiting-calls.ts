import type { CallStats } from "../call-stats.ts";
import type { Clock } from "../clock.ts";
import type { AnyEndpoint } from "../endpoint.ts";
import type { BudgetWaits } from "../limit.ts";

/** Counts the calls of a system that wait for its rate limits. */
export interface WaitingCalls {
  readonly budgetWaits: BudgetWaits;
  /** Whether calls of an endpoint wait. */
  includes(endpoint: AnyEndpoint): boolean;
  /**
   * Notes that a call begins to wait.
   * @returns a function that notes the end of it.
   */
  enter(endpoint: AnyEndpoint, stats: CallStats): () => void;
}

/** Creates the counts of a system for which no call waits. */
export function createWaitingCalls(clock: Clock): WaitingCalls {
  const byEndpoint = new Map<AnyEndpoint, number>();
  const budgetWaits = { calls: 0, totalMs: 0 };
  const count = (endpoint: AnyEndpoint, change: number): void => {
    budgetWaits.calls += change;
    byEndpoint.set(endpoint, (byEndpoint.get(endpoint) ?? 0) + change);
  };
  return {
    budgetWaits,
    includes: (endpoint) => (byEndpoint.get(endpoint) ?? 0) > 0,
    enter(endpoint, stats) {
      const sinceMs = clock.nowMs();
      count(endpoint, 1);
      stats.isQueued = true;
      return () => {
        count(endpoint, -1);
        stats.isQueued = false;
        stats.isInShare = false;
        budgetWaits.totalMs += clock.nowMs() - sinceMs;
      };
    },
  };
}
