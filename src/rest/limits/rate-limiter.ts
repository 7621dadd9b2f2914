import type { Clock } from "../clock.ts";
import type { RateLimiterWatch } from "../held-limits.ts";
import type { Limit, Permit, RateLimiter } from "../limit.ts";
import { clientDisconnected, deadlinePassed, type Operation } from "../operation.ts";
import type { UpstreamName } from "../upstream-name.ts";
import { createCapacity } from "./capacity.ts";
import { createDispatcher, fits } from "./dispatcher.ts";
import { createPermits } from "./permits.ts";
import { createPriorityQueue, type Origin } from "./priority-queue.ts";
import { noRoom } from "./refusal.ts";
import { longestQueueFor } from "./reserved-share.ts";
import { type Place, type Waiter, waitIn } from "./waiter.ts";

const unwatched: RateLimiterWatch = { waits() {}, refused() {} };

/**
 * A budget of which no limit is ever exceeded: a call is sent at once where there is room and no other call is before it,
 * or waits in the queue until the dispatcher grants or refuses it.
 * @param options.refusal makes the error for a call whose wait does not fit.
 */
export function createRateLimiter(
  upstream: UpstreamName,
  limits: readonly Limit[],
  clock: Clock,
  {
    refusal = noRoom,
    watch = unwatched,
  }: { readonly refusal?: typeof noRoom; readonly watch?: RateLimiterWatch | undefined } = {},
): RateLimiter {
  const refusalOf = (call: string, waitMs: number) => refusal(upstream, call, waitMs);
  const capacity = createCapacity(limits, clock);
  const line = createPriorityQueue<Waiter>();
  const { dispatch, refuseLate, wakeInTime } = createDispatcher(line, capacity, clock, refusalOf);
  const permitCall = createPermits(capacity, clock, {
    onFree: dispatch,
    onSlower() {
      watch.refused();
      refuseLate();
    },
  });

  const permit = (operation: Operation, { priority }: Pick<Place, "priority">, waitedMs: number): Permit => {
    line.sent(priority);
    return permitCall(operation, waitedMs);
  };
  const exits = { permit, onLeft: wakeInTime };

  return {
    acquire(operation, call, client) {
      const { signal, priority = "interactive" } = operation;
      const origin: Origin = [client, operation.origin ?? operation];
      if (signal.aborted) return Promise.reject(clientDisconnected());
      if (!fits(clock, operation, 0)) return Promise.reject(deadlinePassed(upstream.name, call));
      const atOnce =
        line.countAhead(priority) === 0 && capacity.waitMs({ priority, calls: 1, credit: 0 }) === 0;
      const waitMs = atOnce ? 0 : capacity.waitMs(line.requestOfNext(priority, origin));
      const isFull = line.length >= longestQueueFor(priority);
      if (isFull || !fits(clock, operation, waitMs)) return Promise.reject(refusalOf(call, waitMs));
      const place = { priority, origin };
      if (atOnce) return Promise.resolve(permit(operation, place, 0));
      const waiting = waitIn(line, clock, { operation, call }, place, exits);
      wakeInTime();
      watch.waits();
      return waiting;
    },
    get isIdle() {
      return line.length === 0 && capacity.isUnused;
    },
    get waiting() {
      return line.length;
    },
    get left() {
      return line.countAhead("interactive") > 0 ? 0 : capacity.left();
    },
    waitMs(calls) {
      if (calls <= 0) return 0;
      const ahead = line.countAhead("interactive");
      return capacity.waitMs({ priority: "interactive", calls: ahead + calls, credit: 0 });
    },
    look() {
      if (line.length > 0) dispatch();
    },
    get slowdown() {
      return capacity.slowdown;
    },
    slowDown(slowdown) {
      capacity.slowDown(slowdown);
      refuseLate();
    },
  };
}
