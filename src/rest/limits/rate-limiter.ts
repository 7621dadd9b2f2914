import { GatewayError } from "../../errors.ts";
import type { Clock } from "../clock.ts";
import type { Limit, Permit, RateLimiter } from "../limit.ts";
import { clientDisconnected, deadlinePassed, type Operation, type Priority } from "../operation.ts";
import type { UpstreamName } from "../upstream-name.ts";
import { createAdaptiveThrottle } from "./adaptive-throttle.ts";
import { createPriorityQueue, type Origin, type SlotRequest } from "./priority-queue.ts";

interface Waiter {
  readonly operation: Operation;
  readonly call: string;
  readonly grant: () => void;
  readonly refuse: (error: Error) => void;
}

/** More than the deadline of an operation lets through at any of the documented rates. */
export const longestQueue = 1_000;

/** Part of every limit, and of the queue, that a class leaves to those before it. */
const reservedShare: Readonly<Record<Priority, number>> = { write: 0, interactive: 0.1, background: 0.5 };

/** A call that is given up sooner than this after its sending may still be on its way to be counted. */
const strayMs = 500;

/** Why a call is not made, or never left the queue. */
export const noRoom = (upstream: UpstreamName, call: string, retryAfterMs: number): GatewayError =>
  new GatewayError(
    "UPSTREAM_RATE_LIMITED",
    `The rate limit of ${upstream.title} (${upstream.limitText}) leaves no room for ${call} within the operation's deadline; nothing was sent. Try again in ${Math.ceil(retryAfterMs / 1000)} s, or ask for less at once.`,
    { system: upstream.name, endpoint: call, retryAfterMs },
  );

/**
 * A budget of which no limit is ever exceeded.
 * @param refusal makes the error for a call whose wait does not fit.
 */
export function createRateLimiter(
  upstream: UpstreamName,
  limits: readonly Limit[],
  clock: Clock,
  refusal = noRoom,
): RateLimiter {
  const throttle = createAdaptiveThrottle(Math.min(...limits.map(({ perSecond }) => perSecond)));
  const line = createPriorityQueue<Waiter>();
  let wakesAtMs = Number.POSITIVE_INFINITY;
  let cancelTimer = () => {};

  const waitFor = (request: SlotRequest): number => {
    const nowMs = clock.nowMs();
    let waitMs = throttle.waitMs(nowMs, request.calls);
    for (const limit of limits) {
      const reserved = Math.max(0, reservedFor(limit, request.priority) - request.credit);
      waitMs = Math.max(waitMs, limit.waitMs(nowMs, request.calls, reserved));
    }
    return waitMs;
  };

  const fits = ({ deadlineAtMs }: Operation, waitMs: number): boolean =>
    clock.nowMs() + waitMs < deadlineAtMs;

  const permit = (operation: Operation, priority: Priority, waitedMs: number): Permit => {
    const permittedAtMs = clock.nowMs();
    const number = throttle.send(permittedAtMs);
    line.sent(priority);
    for (const limit of limits) limit.send();
    const forget = () => {
      for (const limit of limits) limit.settle(clock.nowMs());
      grantFree();
      wakeInTime();
    };
    let settled = false;
    const forgetInTime = (isGivenUp: boolean, sentAtMs = permittedAtMs): void => {
      const strayForMs = isGivenUp && limits.length > 0 ? sentAtMs + strayMs - clock.nowMs() : 0;
      if (strayForMs > 0) clock.after(strayForMs, forget);
      else forget();
    };
    return {
      waitedMs,
      settle(refused, sentAtMs) {
        if (settled) return;
        settled = true;
        const nowMs = clock.nowMs();
        const isGivenUp = operation.signal.aborted || nowMs >= operation.deadlineAtMs;
        if (refused) {
          throttle.refused(nowMs, number, refused.retryAfterMs);
          refuseLate();
        }
        forgetInTime(isGivenUp, sentAtMs);
      },
      withdraw(sentAtMs) {
        if (settled) return;
        settled = true;
        forgetInTime(true, sentAtMs);
      },
    };
  };

  /** Refuses what can no longer be in time: waits turn out longer while calls are in flight or others overtake. */
  const refuseLate = (): void => {
    line.removeWhere(({ operation, call, refuse }, request) => {
      const waitMs = waitFor(request);
      if (operation.signal.aborted) refuse(clientDisconnected());
      else if (!fits(operation, waitMs)) refuse(refusal(upstream, call, waitMs));
      else return false;
      return true;
    });
  };

  const grantFree = (): void => {
    for (let next = line.take(isFree); next; next = line.take(isFree)) {
      const { operation, call, grant, refuse } = next;
      if (operation.signal.aborted) refuse(clientDisconnected());
      else if (fits(operation, 0)) grant();
      else refuse(refusal(upstream, call, 0));
    }
  };
  const isFree = (request: SlotRequest): boolean => waitFor(request) === 0;

  /** A timer that is set is never put off: no request has an earlier deadline. */
  const wakeInTime = (): void => {
    const soonest = line.soonest();
    const waitMs = soonest ? waitFor(soonest) : Number.POSITIVE_INFINITY;
    const atMs = clock.nowMs() + waitMs;
    if (soonest && atMs >= wakesAtMs) return;
    cancelTimer();
    wakesAtMs = atMs;
    cancelTimer = soonest ? clock.after(waitMs, wake) : () => {};
  };
  const wake = (): void => {
    wakesAtMs = Number.POSITIVE_INFINITY;
    grantFree();
    // After it: what is granted makes the others wait longer.
    refuseLate();
    wakeInTime();
  };

  return {
    acquire(operation, call, client) {
      const { signal, priority = "interactive" } = operation;
      const origin: Origin = [client, operation.origin ?? operation];
      if (signal.aborted) return Promise.reject(clientDisconnected());
      if (!fits(operation, 0)) return Promise.reject(deadlinePassed(upstream.name, call));
      const atOnce = line.countAhead(priority) === 0 && isFree({ priority, calls: 1, credit: 0 });
      const waitMs = atOnce ? 0 : waitFor(line.requestOfNext(priority, origin));
      const isFull = line.length >= longestQueue * (1 - reservedShare[priority]);
      if (isFull || !fits(operation, waitMs)) return Promise.reject(refusal(upstream, call, waitMs));
      if (atOnce) return Promise.resolve(permit(operation, priority, 0));
      return new Promise((resolve, reject) => {
        const askedAtMs = clock.nowMs();
        const onAbort = () => {
          line.remove(priority, origin, waiter);
          wakeInTime();
          reject(clientDisconnected());
        };
        const leave = () => signal.removeEventListener("abort", onAbort);
        const waiter: Waiter = {
          operation,
          call,
          grant() {
            leave();
            resolve(permit(operation, priority, clock.nowMs() - askedAtMs));
          },
          refuse(error) {
            leave();
            reject(error);
          },
        };
        signal.addEventListener("abort", onAbort, { once: true });
        line.add(priority, origin, waiter);
        wakeInTime();
      });
    },
    get isIdle() {
      const nowMs = clock.nowMs();
      return line.length === 0 && limits.every((limit) => limit.left(nowMs) >= limit.capacity);
    },
    get waiting() {
      return line.length;
    },
    get left() {
      if (line.countAhead("interactive") > 0) return 0;
      const nowMs = clock.nowMs();
      const left = limits.map((limit) => limit.left(nowMs) - reservedFor(limit, "interactive"));
      return Math.max(0, Math.min(throttle.left(nowMs), ...left));
    },
    waitMs(calls) {
      if (calls <= 0) return 0;
      return waitFor({ priority: "interactive", calls: line.countAhead("interactive") + calls, credit: 0 });
    },
  };
}

/** Calls of a limit that a class leaves unused; never all of them. */
const reservedFor = ({ capacity }: Limit, priority: Priority): number => {
  const share = reservedShare[priority];
  return share === 0 ? 0 : Math.min(capacity - 1, Math.max(1, Math.floor(capacity * share)));
};
