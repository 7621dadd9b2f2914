import type { Clock } from "../clock.ts";

/** Most requests for one call. */
export const mostAttempts = 3;
const firstBackoffMs = 100;
const longestBackoffMs = 2_000;

/**
 * How long to wait before the next attempt: anything up to a bound that doubles, or what the upstream asked for.
 * @param attempts made so far.
 * @param random gives numbers from 0 to 1.
 */
export function backoffMs(attempts: number, random: () => number, retryAfterMs: number | undefined): number {
  if (retryAfterMs !== undefined) return retryAfterMs;
  return Math.floor(random() * Math.min(firstBackoffMs * 2 ** attempts, longestBackoffMs));
}

/** Keeps repeated requests a small share of all, so that they do not hold down a system that is in trouble. */
export interface RetryShare {
  /** Notes that a call was made, however many attempts it takes. */
  called(): void;
  /** Takes leave for one more attempt, if there is any left. */
  take(): boolean;
}

/** Repeated requests for each call, over the window. */
const mostShare = 0.2;
const windowSeconds = 10;
/** Repeated requests a second that a system with few calls is left. */
const leastPerSecond = 1;

/** Makes the share of one system. */
export function createRetryShare(clock: Clock): RetryShare {
  /** Counts by second of the window. */
  let seconds: { readonly second: number; calls: number; retries: number }[] = [];
  const current = () => {
    const second = Math.floor(clock.nowMs() / 1000);
    seconds = seconds.filter((past) => past.second > second - windowSeconds);
    const last = seconds.at(-1);
    if (last?.second === second) return last;
    const next = { second, calls: 0, retries: 0 };
    seconds.push(next);
    return next;
  };
  const sum = (count: (second: { calls: number; retries: number }) => number) =>
    seconds.reduce((total, second) => total + count(second), 0);
  return {
    called() {
      current().calls += 1;
    },
    take() {
      const now = current();
      const most = Math.max(mostShare * sum(({ calls }) => calls), leastPerSecond * windowSeconds);
      if (sum(({ retries }) => retries) + 1 > most) return false;
      now.retries += 1;
      return true;
    },
  };
}
