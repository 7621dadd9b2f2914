/** Time as the client sees it. */
export interface ClientClock {
  /** Milliseconds since some moment; they never go back. */
  nowMs(): number;
  /** Runs something later, unless the returned function is called before. */
  after(delayMs: number, run: () => void): () => void;
}

/** The clock of the machine or browser. */
export const ownClock: ClientClock = {
  nowMs: () => performance.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
