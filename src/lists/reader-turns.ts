/** The order in which readers of one list go on: one after the other, so that no page is fetched twice. */
export interface ReaderTurns {
  /** Whether a reader has its turn, or waits for it. */
  isTaken(): boolean;
  /** Does work once all that came before is done, however it ended. */
  inTurn<Value>(work: () => Promise<Value>): Promise<Value>;
}

/** Makes turns of which none is taken. */
export function createReaderTurns(): ReaderTurns {
  let last: Promise<unknown> | undefined;
  let readers = 0;
  return {
    isTaken: () => readers > 0,
    inTurn(work) {
      const result = (last ?? Promise.resolve()).then(work);
      const leave = () => {
        readers -= 1;
      };
      readers += 1;
      last = result.then(leave, leave);
      return result;
    },
  };
}

/** Work that all who ask for it while it is done share. */
export interface SharedWork {
  underWay(): Promise<unknown> | undefined;
  /** Joins what is under way, whichever work that is, or begins this one. */
  join(work: () => Promise<void>): Promise<void>;
}

/** Shares work that is done in turn. */
export function createSharedWork({ inTurn }: ReaderTurns): SharedWork {
  let underWay: Promise<void> | undefined;
  return {
    underWay: () => underWay,
    join(work) {
      underWay ??= inTurn(work).finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
  };
}
