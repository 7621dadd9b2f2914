import type { Operation } from "./operation.ts";
import type { Share, Slowdown } from "./share.ts";

/**
 * Documented rate limits as the gateway keeps them. The upstream counts a call somewhere between its sending and its
 * answer, so a call in flight weighs on every limit, and it begins to be forgotten only once it is answered. That is
 * exact whatever the network does to the order and spacing of calls.
 */
export interface Limit {
  /** Most calls at once: 0 while this process has no share of them. */
  readonly capacity: number;
  /** Calls a second in the long run. */
  readonly perSecond: number;
  /** Calls that may be sent at this moment. */
  left(nowMs: number): number;
  /**
   * Least milliseconds until the last of `calls` more may be sent; 0 for at once.
   * @param reserved calls that the last one must leave unused, less than all.
   */
  waitMs(nowMs: number, calls: number, reserved: number): number;
  /** Notes that a call is being sent. */
  send(): void;
  /** Notes that a call was answered or given up. */
  settle(nowMs: number): void;
  /** A limit of its own that lets through a part of these calls, and one at least. @param share above 0 and at most 1. */
  part(share: number): Limit;
  /** A limit of its own that lets through as much of these calls as a share holds, which may be none. */
  within(share: Share): Limit;
}

/** Permission for one call. */
export interface Permit {
  /** How long it was waited for. */
  readonly waitedMs: number;
  /**
   * Must be called once the call is answered or given up.
   * @param refusal when the upstream answered 429: the pace is taken back. A wait that it did not state is undefined.
   * @param sentAtMs when the call was sent, if that was later than it was permitted.
   */
  settle(refusal?: { readonly retryAfterMs: number | undefined }, sentAtMs?: number): void;
  /**
   * Called in place of `settle` for a call that was broken off on this side: it may be on its way to be counted.
   * @param sentAtMs as for `settle`.
   */
  withdraw(sentAtMs?: number): void;
}

/** The rate limits of one upstream credential, which every call with it passes. */
export interface RateLimiter {
  /**
   * Waits for its turn: writes and interactive calls before background ones; within a class clients take turns, within
   * a client its operations, and an operation's calls are sent in their order.
   * @param call what is to be sent, as messages name it.
   * @param client that the call is charged to. @default none, which is as a client of its own
   * @throws UPSTREAM_RATE_LIMITED when the wait does not fit the operation's deadline or the queue is full, at once if
   * that is known at once; UPSTREAM_TIMEOUT when the deadline had passed before.
   */
  acquire(operation: Operation, call: string, client?: string): Promise<Permit>;
  /** Whether no call waits, and none that was sent weighs on any limit: it is as it was made. */
  readonly isIdle: boolean;
  /** Calls that wait at the moment. */
  readonly waiting: number;
  /** Calls that an operation could send at this moment without waiting. */
  readonly left: number;
  /** Milliseconds until the last of `calls` more interactive calls could be sent, behind those that wait. */
  waitMs(calls: number): number;
  /** Must be called when more calls may be sent for another reason than that time has passed. */
  look(): void;
  /** The pause and the pace after a refusal that hold at this moment, if any do. */
  readonly slowdown: Slowdown | undefined;
  /** Holds calls back as another process does that was refused one. */
  slowDown(slowdown: Slowdown): void;
}

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

/** Calls that wait for the budget of a system, or for a lane within it. */
export interface BudgetWaits {
  /** At the moment. */
  readonly calls: number;
  /** Time that calls have waited since the start. */
  readonly totalMs: number;
}
