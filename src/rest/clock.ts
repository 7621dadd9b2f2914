/** Time as the engine sees it; tests pass one that they move by hand. */
export interface Clock {
  /**
   * Whole milliseconds since some moment: they never go back, so differences of them are spans, whatever is done to the
   * machine's date. No date can be made from them.
   */
  nowMs(): number;
  /** Milliseconds since 1970, for dates only: an operator or NTP may move them in either direction. */
  dateMs(): number;
  /** Runs something later, unless the returned function is called before. */
  after(delayMs: number, run: () => void): () => void;
}

/** The machine's clocks. */
export const systemClock: Clock = {
  nowMs: () => Math.floor(performance.now()),
  dateMs: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

/**
 * Runs something once what has arrived meanwhile was read. Timers come before that in a turn of the event loop: after a
 * stall they would call late what lies in the socket already.
 * @returns a function that calls it off.
 */
export function afterPoll(run: () => void): () => void {
  // Only the second of two immediates is sure to have the reading of sockets before it, wherever in a turn this is called.
  let immediate = setImmediate(() => {
    immediate = setImmediate(run);
  });
  return () => clearImmediate(immediate);
}
