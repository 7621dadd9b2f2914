import type { Clock } from "../clock.ts";
import type { Limit } from "../limit.ts";
import type { Slowdown } from "../share.ts";
import { createAdaptiveThrottle } from "./adaptive-throttle.ts";
import type { SlotRequest } from "./priority-queue.ts";
import { reservedFor } from "./reserved-share.ts";

/** All limits of one credential and the throttle behind them, as one: a call passes if each of them lets it through. */
export interface Capacity {
  /** Whether no limit is documented. */
  readonly isUnlimited: boolean;
  /** Whether no call that was sent weighs on any limit. */
  readonly isUnused: boolean;
  /** Least milliseconds until what is asked for is free; 0 for at once. */
  waitMs(request: SlotRequest): number;
  /** Interactive calls that may be sent at this moment, if none waits. */
  left(): number;
  /**
   * Notes that a call is being sent.
   * @returns its number, by which a refusal of it is told.
   */
  send(nowMs: number): number;
  /** Notes that a call was answered or given up. */
  settle(): void;
  /** Notes that a call was answered 429. @param retryAfterMs the wait that it stated; undefined for none. */
  refused(nowMs: number, call: number, retryAfterMs: number | undefined): void;
  /** The pause and the pace after a refusal that hold at this moment, if any do. */
  readonly slowdown: Slowdown | undefined;
  /** Holds calls back as another process does that was refused one. */
  slowDown(slowdown: Slowdown): void;
}

/** Makes the capacity of limits on which no call weighs. */
export function createCapacity(limits: readonly Limit[], clock: Clock): Capacity {
  const throttle = createAdaptiveThrottle(() => Math.min(...limits.map(({ perSecond }) => perSecond)));
  return {
    isUnlimited: limits.length === 0,
    get isUnused() {
      const nowMs = clock.nowMs();
      return limits.every((limit) => limit.left(nowMs) >= limit.capacity);
    },
    waitMs({ calls, credit, priority }) {
      const nowMs = clock.nowMs();
      let waitMs = throttle.waitMs(nowMs, calls);
      for (const limit of limits) {
        const reserved = Math.max(0, reservedFor(limit, priority) - credit);
        waitMs = Math.max(waitMs, limit.waitMs(nowMs, calls, reserved));
      }
      return waitMs;
    },
    left() {
      const nowMs = clock.nowMs();
      const left = limits.map((limit) => limit.left(nowMs) - reservedFor(limit, "interactive"));
      return Math.max(0, Math.min(throttle.left(nowMs), ...left));
    },
    send(nowMs) {
      for (const limit of limits) limit.send();
      return throttle.send(nowMs);
    },
    settle() {
      for (const limit of limits) limit.settle(clock.nowMs());
    },
    refused: throttle.refused,
    get slowdown() {
      return throttle.slowdown(clock.nowMs());
    },
    slowDown: (slowdown) => throttle.join(clock.nowMs(), slowdown),
  };
}
