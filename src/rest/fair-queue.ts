/**
 * A queue in which origins take turns: each is served once a round, however much it has waiting, and its own items
 * in the order in which they came. This is start-time fair queueing of items of one size.
 */
export interface FairQueue<Item> {
  readonly length: number;
  /** How many of those that wait now would be served before another item of this origin. */
  placeOfNext(origin: object): number;
  /** @param item is not in the queue already. */
  add(origin: object, item: Item): void;
  /** Takes the item whose turn it is. */
  take(): Item | undefined;
  /** Takes an item out of turn, if it is there; those of its origin that came after it move up. */
  remove(origin: object, item: Item): void;
  /**
   * Takes out every item for which the test holds.
   * @param test is told how many would be served before the item, those left out that it has taken already.
   */
  removeWhere(test: (item: Item, place: number) => boolean): void;
}

/** An origin that has items waiting; forgotten with the last of them. */
interface Origin<Item> {
  readonly key: object;
  /** In the order in which they came. */
  readonly items: Set<Item>;
  lastRound: number;
}

/** A right to be served. It is the origin's: whichever of its items is then the first makes use of it. */
interface Turn<Item> {
  readonly origin: Origin<Item>;
  readonly round: number;
}

/** Makes an empty queue. To add or take costs a binary search and a move within one array. */
export function createFairQueue<Item>(): FairQueue<Item> {
  /** By round; those of one round in the order in which they were given. */
  let turns: Turn<Item>[] = [];
  const origins = new Map<object, Origin<Item>>();
  /** That of the last turn taken: who comes now begins in the next one. */
  let round = 0;

  /** How many turns there are in all rounds up to this one. */
  const turnsUpTo = (last: number): number => {
    let [from, to] = [0, turns.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((turns[middle]?.round ?? 0) <= last) from = middle + 1;
      else to = middle;
    }
    return from;
  };

  const drop = (origin: Origin<Item>, item: Item): void => {
    origin.items.delete(item);
    if (origin.items.size === 0) origins.delete(origin.key);
  };

  return {
    get length() {
      return turns.length;
    },
    placeOfNext: (key) => turnsUpTo((origins.get(key)?.lastRound ?? round) + 1),
    add(key, item) {
      const origin = origins.get(key) ?? { key, items: new Set<Item>(), lastRound: round };
      origins.set(key, origin);
      origin.items.add(item);
      origin.lastRound += 1;
      turns.splice(turnsUpTo(origin.lastRound), 0, { origin, round: origin.lastRound });
    },
    take() {
      const turn = turns.shift();
      if (!turn) return undefined;
      round = turn.round;
      const [item] = turn.origin.items;
      if (item !== undefined) drop(turn.origin, item);
      return item;
    },
    remove(key, item) {
      const origin = origins.get(key);
      if (!origin?.items.has(item)) return;
      // The turn that is given back is the origin's last.
      let at = turnsUpTo(origin.lastRound) - 1;
      while (turns[at]?.origin !== origin) at -= 1;
      turns.splice(at, 1);
      origin.lastRound -= 1;
      drop(origin, item);
    },
    removeWhere(test) {
      const removed: (readonly [Origin<Item>, Item])[] = [];
      const kept: Turn<Item>[] = [];
      const unseen = new Map<Origin<Item>, Iterator<Item>>();
      for (const turn of turns) {
        const { origin } = turn;
        const items = unseen.get(origin) ?? origin.items.values();
        unseen.set(origin, items);
        let next = items.next();
        for (; !next.done && test(next.value, kept.length); next = items.next()) {
          removed.push([origin, next.value]);
        }
        if (next.done) origin.lastRound -= 1;
        else kept.push(turn);
      }
      turns = kept;
      for (const [origin, item] of removed) drop(origin, item);
    },
  };
}
