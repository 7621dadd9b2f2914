/** A client, or several, that wait for an answer. */
export interface Waiter {
  /** Aborted when none of them waits any more. */
  readonly signal: AbortSignal;
  /** Moment of the clock at which waiting ends, in milliseconds. */
  readonly deadlineAtMs: number;
}
