import { GatewayError } from "../errors.ts";
import type { Clock } from "./clock.ts";
import type { Limit } from "./limits.ts";
import { clientLeft, deadlinePassed, type Operation } from "./operation.ts";
import type { UpstreamName } from "./response.ts";

/** Permission for one call. */
export interface Permit {
  /** Must be called once the call is answered or given up. */
  settle(): void;
}

/** What every call to one upstream credential is taken from. */
export interface Budget {
  /**
   * Waits for its turn, first come first served.
   * @param call what is to be sent, as messages name it.
   * @throws UPSTREAM_RATE_LIMITED at once when the wait cannot fit the operation's deadline or the queue is full.
   */
  acquire(operation: Operation, call: string): Promise<Permit>;
  /** Calls that wait at the moment. */
  readonly waiting: number;
}

interface Waiter {
  readonly operation: Operation;
  readonly call: string;
  readonly grant: (permit: Permit) => void;
  readonly refuse: (error: Error) => void;
}

/** More than the deadline of an operation lets through at any of the documented rates. */
export const longestQueue = 1_000;

/** A budget of which no limit is ever exceeded. */
export function createBudget(upstream: UpstreamName, limits: readonly Limit[], clock: Clock): Budget {
  const queue: Waiter[] = [];
  let cancelTimer = () => {};

  const waitMs = (calls: number): number =>
    Math.max(0, ...limits.map((limit) => limit.waitMs(clock.nowMs(), calls)));

  const fits = (operation: Operation, wait: number): boolean =>
    clock.nowMs() < operation.deadlineAtMs && clock.nowMs() + wait <= operation.deadlineAtMs;

  const refusal = (operation: Operation, call: string, retryAfterMs: number): GatewayError => {
    if (clock.nowMs() >= operation.deadlineAtMs) return deadlinePassed(upstream.name, call);
    return new GatewayError(
      "UPSTREAM_RATE_LIMITED",
      `The rate limit of ${upstream.title} leaves no room for ${call} within the operation's deadline; nothing was sent. Try again in ${Math.ceil(retryAfterMs / 1000)} s, or ask for less at once.`,
      { system: upstream.name, operation: call, retryAfterMs },
    );
  };

  const permit = (): Permit => {
    for (const limit of limits) limit.send();
    let settled = false;
    return {
      settle() {
        if (settled) return;
        settled = true;
        for (const limit of limits) limit.settle(clock.nowMs());
        serve();
      },
    };
  };

  /** Grants what may be sent, and refuses what can no longer be in time: waits turn out longer while calls are in flight. */
  const serve = (): void => {
    cancelTimer();
    for (const waiter of queue.splice(0)) {
      const wait = waitMs(queue.length + 1);
      if (waiter.operation.signal.aborted) waiter.refuse(clientLeft());
      else if (!fits(waiter.operation, wait)) waiter.refuse(refusal(waiter.operation, waiter.call, wait));
      else if (wait > 0) queue.push(waiter);
      else waiter.grant(permit());
    }
    cancelTimer = queue.length > 0 ? clock.after(waitMs(1), serve) : () => {};
  };

  return {
    acquire(operation, call) {
      if (operation.signal.aborted) return Promise.reject(clientLeft());
      const wait = waitMs(queue.length + 1);
      if (queue.length >= longestQueue || !fits(operation, wait)) {
        return Promise.reject(refusal(operation, call, wait));
      }
      return new Promise((resolve, reject) => {
        const onAbort = () => {
          queue.splice(queue.indexOf(waiter), 1);
          if (queue.length === 0) cancelTimer();
          reject(clientLeft());
        };
        const leave = () => operation.signal.removeEventListener("abort", onAbort);
        const waiter: Waiter = {
          operation,
          call,
          grant(granted) {
            leave();
            resolve(granted);
          },
          refuse(error) {
            leave();
            reject(error);
          },
        };
        operation.signal.addEventListener("abort", onAbort, { once: true });
        queue.push(waiter);
        // Others that wait have their timer.
        if (queue.length === 1) serve();
      });
    },
    get waiting() {
      return queue.length;
    },
  };
}
