/** A refusal of a log-in: its status, and the milliseconds for which it is not tried again. */
export interface LogInRefusal {
  readonly status: number;
  readonly forMs: number;
}

/** The turn of one process to log in. */
export interface LogInTurn {
  /** The refusal that another process was told not long ago. */
  readonly refused: LogInRefusal | undefined;
  /** Ends the turn. Never rejects. @param refused where the log-in was refused in it. */
  end(refused?: LogInRefusal): Promise<void>;
}

/** Log-ins with one account: of all processes, one at a time. */
export interface LogInTurns {
  /** Waits for the turn to log in. Never rejects: where the others cannot be asked, it comes at once. */
  take(): Promise<LogInTurn>;
}
