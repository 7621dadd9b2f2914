import type { Operation } from "../operation.ts";
import type { Permit } from "./rate-limiter.ts";

/** Where a call waits. */
export interface Queue {
  /** Whether it waits for the share of its client, not for the limits of the system. */
  isInShare: boolean;
}

/** The rate limits that a call must pass. */
export interface Allowance {
  /**
   * Waits until all of them let the call through.
   * @param call what is to be sent, as messages name it.
   * @param queue is kept up to date meanwhile.
   * @throws RATE_LIMITED when the share of the client has no room in time, UPSTREAM_RATE_LIMITED when the limits of the
   * system have none, UPSTREAM_TIMEOUT when the deadline had passed before.
   */
  acquire(operation: Operation, call: string, queue: Queue): Promise<Permit>;
}
