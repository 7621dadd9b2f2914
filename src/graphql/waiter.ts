import type { Cancellation } from "../rest/cancellation.ts";
import type { Clock } from "../rest/clock.ts";
import { uploadLimits } from "../uploads/upload-limits.ts";

/** Time for a whole operation, waits for rate limits included; counted from the last byte of its files, if it brings some. */
export const operationDeadlineMs = 10_000;

/** A client, or several, that wait for an answer. */
export interface Waiter {
  /** Cancelled when none of them waits any more. */
  readonly cancellation: Cancellation;
  /** Moment of the clock at which waiting ends, in milliseconds. */
  readonly deadlineAtMs: number;
}

/**
 * A client that asks now.
 * @param cancellation cancelled when it leaves.
 * @param lastByteAtMs when the last byte of its files came, which moves its deadline. @default it brings none
 */
export function createWaiter(clock: Clock, cancellation: Cancellation, lastByteAtMs?: () => number): Waiter {
  const askedAtMs = clock.nowMs();
  if (!lastByteAtMs) return { cancellation, deadlineAtMs: askedAtMs + operationDeadlineMs };
  const latestAtMs = askedAtMs + uploadLimits.longestMs;
  return {
    cancellation,
    get deadlineAtMs() {
      return Math.min(lastByteAtMs() + operationDeadlineMs, latestAtMs);
    },
  };
}
