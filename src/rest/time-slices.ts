/**
 * The origins that an item belongs to, from the widest to the narrowest: a client and its operation. All paths of one
 * queue are of one length.
 */
export type OriginPath = readonly [unknown, ...unknown[]];

/**
 * Shares the thread among operations. Many may be able to go on at one moment, as when a read arrives that all of them
 * wait for; they go on one after the other, those of different clients by turns, and after each slice of time sockets are
 * read and timers run. Otherwise health checks, and everyone else, would wait for all of them.
 */
export interface TimeSlices {
  /**
   * Waits until an operation may go on.
   * @param path its client and the operation; what goes on of one operation in one moment goes on together, since its
   * keys are loaded in batches.
   * @returns undefined when it may at once.
   */
  turn(path: OriginPath): Promise<void> | undefined;
  /**
   * Notes that a connection was taken. Node takes one in each turn of the event loop, so that the last of many that come at
   * once would wait for as many slices: no operation goes on until none comes any more, or for some time.
   */
  tookConnection(): void;
}
