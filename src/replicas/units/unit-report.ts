/** The calls that a replica needs units for. */
export interface Need {
  /** Units that its calls in flight, and those not forgotten yet, are within. */
  readonly used: number;
  /** Calls that wait. */
  readonly waiting: number;
}

/** The state of its units as a replica tells it; all of it is absolute. */
export interface Report {
  readonly number: number;
  readonly held: number;
  readonly wanted: number;
  /** Whether calls of it wait. */
  readonly waits: boolean;
  readonly epoch: string;
  /** Milliseconds since the report was sent that was answered last, or -1. */
  readonly sinceAnsweredMs: number;
}

/** The answer to a report. */
export interface ReportAnswer {
  readonly epoch: string;
  /** Units that the replica holds; -1 where the report came too late. */
  readonly held: number;
  /** Units that it must come down to. */
  readonly most: number;
  /** Units that it could have. */
  readonly reach: number;
  /** The equal part of each replica. */
  readonly part: number;
  /** Replicas that have been heard of, this one included. */
  readonly live: number;
  /** Others of which calls wait. */
  readonly waiting: number;
}
