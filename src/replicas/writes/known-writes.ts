import { everything, markOf, type WriteNumbers } from "./write-numbers.ts";

/** Something that a replica learns of the writes of others. */
export interface News {
  /** Nouns that were written, or began to be, since it looked last; undefined for everything. */
  readonly changed: readonly string[] | undefined;
  /** Milliseconds for which writes of others may change each noun; undefined stands for everything. */
  readonly underWay: ReadonlyMap<string | undefined, number>;
}

/** The writes of a system that a replica knows of. */
export interface KnownWrites {
  /** The text that the store keeps for as long as there is nothing else to know. */
  readonly mark: string | undefined;
  /**
   * Takes what the store has counted.
   * @param own nouns of the write of this replica that was counted with it. @default none was
   */
  learn(numbers: WriteNumbers, own?: readonly string[]): News;
  /** Takes the next numbers for those of another epoch. */
  forget(): void;
}

/** Knows nothing so far. @param replica begins the ids of its own writes, up to a colon. */
export function createKnownWrites(replica: string): KnownWrites {
  let epoch: string | undefined;
  let number = 0;
  let byNoun = new Map<string, number>();

  const changedIn = (numbers: WriteNumbers): readonly string[] | undefined => {
    // A count that has begun again may come to the same number.
    if (numbers.epoch !== epoch) {
      ({ epoch } = numbers);
      number = 0;
      byNoun = new Map();
      return undefined;
    }
    const later = [...numbers.nouns].filter(([noun, at]) => at > (byNoun.get(noun) ?? 0));
    const changed = later.map(([noun]) => noun);
    return changed.includes(everything) ? undefined : changed;
  };

  return {
    get mark() {
      return epoch === undefined ? undefined : markOf({ epoch, number });
    },
    learn(numbers, own = []) {
      const changed = changedIn(numbers);
      // Answers may be read in another order than they were given.
      const note = (noun: string, at: number) => byNoun.set(noun, Math.max(at, byNoun.get(noun) ?? 0));
      for (const [noun, at] of numbers.nouns) note(noun, at);
      for (const noun of own) note(noun, numbers.number);
      number = Math.max(number, numbers.number);
      return { changed, underWay: ofOthers(numbers, replica) };
    },
    forget() {
      epoch = undefined;
    },
  };
}

function ofOthers({ underWay }: WriteNumbers, replica: string): News["underWay"] {
  const longestMs = new Map<string | undefined, number>();
  for (const { id, leftMs, noun } of underWay) {
    if (id.startsWith(`${replica}:`)) continue;
    const key = noun === everything ? undefined : noun;
    longestMs.set(key, Math.max(leftMs, longestMs.get(key) ?? 0));
  }
  return longestMs;
}
