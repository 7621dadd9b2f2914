import type { OriginPath } from "../time-slices.ts";

/**
 * A queue in which origins take turns: each is served once a round, however much it has waiting. What it is served is
 * decided among the narrower origins within it in the same way, and among the items of one path by the order in which
 * they came. This is start-time fair queueing of items of one size, in levels.
 */
export interface FairQueue<Item> {
  readonly length: number;
  /** How many of those that wait now would be served before another item of this origin. */
  placeOfNext(path: OriginPath): number;
  /** @param item is not in the queue already. */
  add(path: OriginPath, item: Item): void;
  /** Takes the item whose turn it is. */
  take(): Item | undefined;
  /** Takes an item out of turn, if it is there; those of its origin that came after it move up. */
  remove(path: OriginPath, item: Item): void;
  /**
   * Takes out every item for which the test holds.
   * @param test is told how many would be served before the item, those left out that it has taken already.
   */
  removeWhere(test: (item: Item, place: number) => boolean): void;
}

/** Items that wait, on one level. */
interface Level<Item> {
  readonly length: number;
  placeOfNext(path: readonly unknown[]): number;
  add(path: readonly unknown[], item: Item): void;
  take(): Item | undefined;
  /** @returns whether it was there. */
  remove(path: readonly unknown[], item: Item): boolean;
  sift(): Sieve<Item>;
}

/** Goes through a level once, in the order of service. */
interface Sieve<Item> {
  /**
   * Goes on behind the next item for which the test does not hold, and takes out those before it.
   * @returns whether there was one.
   */
  next(test: (item: Item) => boolean): boolean;
  /** Must be called once it has gone through all. */
  end(): void;
}

/** An origin that has items waiting; forgotten with the last of them. */
interface Origin<Item> {
  readonly key: unknown;
  readonly items: Level<Item>;
  lastRound: number;
}

/** A right to be served. It is the origin's: whichever of its items is then the first makes use of it. */
interface Turn<Item> {
  readonly origin: Origin<Item>;
  readonly round: number;
}

/**
 * Makes an empty queue. To add or take costs a binary search and a move within one array, on each level.
 * @param levels length of its paths. @default 1
 */
export function createFairQueue<Item>(levels = 1): FairQueue<Item> {
  const queue = inTurns<Item>(levels);
  return {
    get length() {
      return queue.length;
    },
    placeOfNext: queue.placeOfNext,
    add: queue.add,
    take: queue.take,
    remove: (path, item) => void queue.remove(path, item),
    removeWhere(test) {
      const sieve = queue.sift();
      let place = 0;
      while (sieve.next((item) => test(item, place))) place += 1;
      sieve.end();
    },
  };
}

/** Items of one path, in the order in which they came. */
function inOrder<Item>(): Level<Item> {
  const items = new Set<Item>();
  return {
    get length() {
      return items.size;
    },
    placeOfNext: () => items.size,
    add: (_, item) => void items.add(item),
    take() {
      const [item] = items;
      if (item !== undefined) items.delete(item);
      return item;
    },
    remove: (_, item) => items.delete(item),
    sift() {
      const removed: Item[] = [];
      const unseen = items.values();
      return {
        next(test) {
          let item = unseen.next();
          for (; !item.done && test(item.value); item = unseen.next()) removed.push(item.value);
          return !item.done;
        },
        end() {
          for (const item of removed) items.delete(item);
        },
      };
    },
  };
}

/** Origins that take turns. @param levels from here on. */
function inTurns<Item>(levels: number): Level<Item> {
  /** By round; those of one round in the order in which they were given. */
  let turns: Turn<Item>[] = [];
  const origins = new Map<unknown, Origin<Item>>();
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

  /** The place of a turn that an origin has: its turns are in rounds that follow each other. @param ofRound of that turn. */
  const placeOf = (origin: Origin<Item>, ofRound: number): number => {
    let at = turnsUpTo(ofRound - 1);
    while (turns[at]?.origin !== origin) at += 1;
    return at;
  };

  const dropEmpty = (origin: Origin<Item>): void => {
    if (origin.items.length === 0) origins.delete(origin.key);
  };

  return {
    get length() {
      return turns.length;
    },
    placeOfNext([key, ...path]) {
      const origin = origins.get(key);
      if (!origin) return turnsUpTo(round + 1);
      const behind = origin.items.length - origin.items.placeOfNext(path);
      // Those of the origin that it would be served before use the turns behind, the last of which is new.
      return behind > 0 ? placeOf(origin, origin.lastRound - behind + 1) : turnsUpTo(origin.lastRound + 1);
    },
    add([key, ...path], item) {
      const known = origins.get(key);
      const items = known?.items ?? (levels > 1 ? inTurns<Item>(levels - 1) : inOrder<Item>());
      const origin = known ?? { key, items, lastRound: round };
      origins.set(key, origin);
      items.add(path, item);
      origin.lastRound += 1;
      turns.splice(turnsUpTo(origin.lastRound), 0, { origin, round: origin.lastRound });
    },
    take() {
      const turn = turns.shift();
      if (!turn) return undefined;
      round = turn.round;
      const item = turn.origin.items.take();
      dropEmpty(turn.origin);
      return item;
    },
    remove([key, ...path], item) {
      const origin = origins.get(key);
      if (!origin?.items.remove(path, item)) return false;
      // The turn that is given back is the origin's last.
      turns.splice(placeOf(origin, origin.lastRound), 1);
      origin.lastRound -= 1;
      dropEmpty(origin);
      return true;
    },
    sift: () =>
      siftTurns(turns, (kept, sifted) => {
        turns = kept;
        sifted.forEach(dropEmpty);
      }),
  };
}

/** @param onEnd is told which turns are left, and the origins that had any. */
function siftTurns<Item>(
  turns: readonly Turn<Item>[],
  onEnd: (kept: Turn<Item>[], origins: readonly Origin<Item>[]) => void,
): Sieve<Item> {
  const kept: Turn<Item>[] = [];
  const sieves = new Map<Origin<Item>, Sieve<Item>>();
  let at = 0;
  return {
    next(test) {
      for (let turn = turns[at]; turn; turn = turns[at]) {
        at += 1;
        const { origin } = turn;
        const sieve = sieves.get(origin) ?? origin.items.sift();
        sieves.set(origin, sieve);
        if (sieve.next(test)) {
          kept.push(turn);
          return true;
        }
        origin.lastRound -= 1;
      }
      return false;
    },
    end() {
      for (const sieve of sieves.values()) sieve.end();
      onEnd(kept, [...sieves.keys()]);
    },
  };
}
