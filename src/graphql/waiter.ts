/** Somebody who waits for an answer. */
export interface Waiter {
  /** Aborted when nobody waits any more. */
  readonly signal: AbortSignal;
  /** Moment of the clock at which waiting ends, in milliseconds. */
  readonly deadlineAtMs: number;
}
