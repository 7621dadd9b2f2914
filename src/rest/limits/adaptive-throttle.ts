import type { Slowdown } from "../share.ts";

/** Holds calls back once the upstream has refused some for their number, although every documented limit was kept. */
export interface AdaptiveThrottle {
  /** Calls that may be sent at this moment; Infinity while it holds nothing back. */
  left(nowMs: number): number;
  /** Least milliseconds until the last of `calls` more may be sent; 0 for at once. */
  waitMs(nowMs: number, calls: number): number;
  /**
   * Notes that a call is being sent.
   * @returns its number, by which a refusal of it is told.
   */
  send(nowMs: number): number;
  /**
   * Notes that a call was answered 429: nothing is sent for a while, then at half the pace, which rises again to the
   * documented one. Calls that were on their way when the pace was halved do not halve it again.
   */
  refused(nowMs: number, call: number, retryAfterMs: number | undefined): void;
  /** The pause and the pace that hold at this moment, if it holds anything back. */
  slowdown(nowMs: number): Slowdown | undefined;
  /** Takes over what another process was refused, unless it knows of it. Calls that are on their way do not halve the pace again. */
  join(nowMs: number, slowdown: Slowdown): void;
}

/** How long nothing is sent after a refusal that does not say how long to wait. */
const defaultPauseMs = 1_000;
/** No documented limit counts for longer, so no refusal can rightly ask for more. */
const longestPauseMs = 60_000;
/** Slow, but still finding out whether the upstream takes calls again. */
const leastPace = 1 / 16;
/** Time in which the pace would rise from nothing to the documented one. */
const recoveryMs = 30_000;

/** Rounding errors of square roots must not cost a millisecond. */
const roundingMs = 1e-6;

/** Refusals of several processes within so short a time are one. */
const sameRefusalMs = 50;

/** @param perSecond gives the calls a second in the long run; Infinity where none are documented. */
export function createAdaptiveThrottle(perSecond: () => number): AdaptiveThrottle {
  /** The longest pause where no call may be sent at all. */
  const spacingMs = () => Math.min(1_000 / perSecond(), longestPauseMs);
  let sent = 0;
  let sentWhenHalved = 0;
  /** End of the last pause; the pace rises from here. */
  let resumesAtMs = Number.NEGATIVE_INFINITY;
  /** Part of the documented pace that was allowed then. */
  let pace = 1;
  /** When the next call is due, in milliseconds at full pace since then. */
  let dueMs = 0;

  const recoveredAfterMs = (): number => (1 - pace) * recoveryMs;

  /** Time since the end of the pause, negative before it. */
  const sinceMs = (nowMs: number): number => nowMs - resumesAtMs;

  const holds = (nowMs: number): boolean => {
    if (sinceMs(nowMs) < recoveredAfterMs()) return true;
    resumesAtMs = Number.NEGATIVE_INFINITY;
    return false;
  };

  /** The time since the end of the pause, in milliseconds at full pace. */
  const atFullPaceMs = (nowMs: number): number => {
    const ms = Math.max(0, sinceMs(nowMs));
    return pace * ms + (ms * ms) / (2 * recoveryMs);
  };
  /** The opposite: how long after the end of the pause it comes to so much. */
  const reachedAfterMs = (fullPaceMs: number): number =>
    recoveryMs * (Math.sqrt(pace * pace + (2 * fullPaceMs) / recoveryMs) - pace);

  const waitMs: AdaptiveThrottle["waitMs"] = (nowMs, calls) => {
    if (!holds(nowMs)) return 0;
    const lastDueMs = Math.max(dueMs, atFullPaceMs(nowMs)) + (calls - 1) * spacingMs();
    const afterMs = Math.min(reachedAfterMs(lastDueMs), recoveredAfterMs());
    return Math.max(0, Math.ceil(afterMs - sinceMs(nowMs) - roundingMs));
  };

  return {
    waitMs,
    left: (nowMs) => (!holds(nowMs) ? Number.POSITIVE_INFINITY : waitMs(nowMs, 1) > 0 ? 0 : 1),
    send(nowMs) {
      if (holds(nowMs)) dueMs = Math.max(dueMs, atFullPaceMs(nowMs)) + spacingMs();
      sent += 1;
      return sent;
    },
    refused(nowMs, call, retryAfterMs = defaultPauseMs) {
      const dueAtMs = nowMs + waitMs(nowMs, 1);
      pace = Math.min(1, pace + Math.max(0, sinceMs(nowMs)) / recoveryMs);
      if (call > sentWhenHalved) {
        pace = Math.max(leastPace, pace / 2);
        sentWhenHalved = sent;
      }
      const pauseMs = Math.min(Math.max(retryAfterMs, 0), longestPauseMs);
      resumesAtMs = Math.max(resumesAtMs, nowMs + pauseMs);
      dueMs = atFullPaceMs(dueAtMs);
    },
    slowdown: (nowMs) => (holds(nowMs) ? { resumesInMs: resumesAtMs - nowMs, pace } : undefined),
    join(nowMs, slowdown) {
      const dueAtMs = nowMs + waitMs(nowMs, 1);
      const atMs = nowMs + slowdown.resumesInMs;
      const isKnown = atMs <= resumesAtMs + sameRefusalMs && pace <= slowdown.pace;
      const isOver = nowMs - atMs >= (1 - slowdown.pace) * recoveryMs;
      if (isKnown || isOver) return;
      pace = slowdown.pace;
      sentWhenHalved = sent;
      resumesAtMs = Math.max(resumesAtMs, atMs);
      dueMs = atFullPaceMs(dueAtMs);
    },
  };
}
