import { GatewayError } from "../errors.ts";
import type { Clock } from "./clock.ts";
import type { Limit } from "./limits.ts";
import { clientLeft, type Operation } from "./operation.ts";

/** Permission for one call. */
export interface Permit {
  /** Must be called once the call is answered or given up. */
  settle(): void;
}

/** What every call to one upstream credential is taken from. */
export interface Budget {
  /**
   * Waits for its turn, first come first served.
   * @throws UPSTREAM_RATE_LIMITED at once when the wait cannot fit the operation's deadline or the queue is full.
   */
  acquire(operation: Operation): Promise<Permit>;
  /** Calls that wait at the moment. */
  readonly waiting: number;
}

interface Waiter {
  readonly operation: Operation;
  readonly grant: (permit: Permit) => void;
  readonly refuse: (error: Error) => void;
  readonly leave: () => void;
}

/** More than the deadline of an operation lets through at any of the documented rates. */
const longestQueue = 1_000;

/** A budget of which no limit is ever exceeded. */
export function createBudget(system: string, limits: readonly Limit[], clock: Clock): Budget {
  const queue: Waiter[] = [];
  let cancelTimer = () => {};

  const waitMs = (calls: number): number =>
    Math.max(0, ...limits.map((limit) => limit.waitMs(clock.nowMs(), calls)));

  const refusal = (retryAfterMs: number) =>
    new GatewayError(
      "UPSTREAM_RATE_LIMITED",
      `The rate limit of ${system} leaves no room for this within the operation's deadline; nothing was sent. Try again in ${Math.ceil(retryAfterMs / 1000)} s, or ask for less at once.`,
      { system, retryAfterMs },
    );

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

  const serve = (): void => {
    cancelTimer();
    for (let next = queue[0]; next; next = queue[0]) {
      const wait = waitMs(1);
      if (clock.nowMs() + wait > next.operation.deadlineAtMs) {
        queue.shift();
        next.leave();
        next.refuse(refusal(wait));
      } else if (wait > 0) {
        cancelTimer = clock.after(wait, serve);
        return;
      } else {
        queue.shift();
        next.leave();
        next.grant(permit());
      }
    }
  };

  return {
    acquire(operation) {
      if (operation.signal.aborted) return Promise.reject(clientLeft());
      const wait = waitMs(queue.length + 1);
      if (queue.length >= longestQueue || clock.nowMs() + wait > operation.deadlineAtMs) {
        return Promise.reject(refusal(wait));
      }
      return new Promise((grant, refuse) => {
        const onAbort = () => {
          queue.splice(queue.indexOf(waiter), 1);
          refuse(clientLeft());
          serve();
        };
        const leave = () => operation.signal.removeEventListener("abort", onAbort);
        const waiter: Waiter = { operation, grant, refuse, leave };
        operation.signal.addEventListener("abort", onAbort, { once: true });
        queue.push(waiter);
        serve();
      });
    },
    get waiting() {
      return queue.length;
    },
  };
}
