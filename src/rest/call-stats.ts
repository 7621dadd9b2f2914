/** The time and attempts spent on a read; filled in while it is under way. */
export interface CallStats {
  attempts: number;
  budgetWaitMs: number;
  /** Whether an attempt waits for the budget at the moment. */
  isQueued: boolean;
  /** Whether it waits for the share of its client in it. */
  isInShare: boolean;
  /** Whether one of the attempts may have taken effect although it was not answered so. */
  mayHaveHappened: boolean;
  /** Whose call it is, where several share it. */
  readonly begunFor?: object;
}

/** Nothing spent yet. */
export const newCallStats = (): CallStats => ({
  attempts: 0,
  budgetWaitMs: 0,
  isQueued: false,
  isInShare: false,
  mayHaveHappened: false,
});
