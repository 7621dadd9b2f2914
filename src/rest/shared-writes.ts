/** Takes what other processes write to a system. */
export interface OthersWrites {
  /** Something of these nouns was written, or may be from now on; undefined for everything. */
  invalidate(nouns: readonly string[] | undefined, unsettled: false): void;
  /** Writes that are under way: until when each noun may change, in milliseconds of the clock; undefined stands for everything. */
  setUnderWay(untilMs: ReadonlyMap<string | undefined, number>): void;
  /** Whether all writes are told before they are answered; answers count for a short time while they are not. */
  setTold(areTold: boolean): void;
}

/** Ends the announcement of a write. Never rejects. @param isUnsettled whether it may still take effect. */
export type EndWrite = (isUnsettled: boolean) => Promise<void>;

/** The writes to one system of all processes that share them. */
export interface SharedWrites {
  /** Tells of the writes of the others from now on. It must be called before a call is made. */
  follow(others: OthersWrites): void;
  /**
   * Tells the others of a write before it is sent. Never rejects: where they cannot be told now, they are later.
   * @param nouns what it changes; undefined for everything.
   * @returns to be called, and waited for, before the write is answered.
   */
  announce(nouns: readonly string[] | undefined): Promise<EndWrite>;
}
