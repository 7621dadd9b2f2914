import { randomBytes } from "node:crypto";
import type { Clock } from "../../rest/clock.ts";
import type { OthersWrites, SharedWrites } from "../../rest/shared-writes.ts";
import { askAgain } from "../ask-again.ts";
import type { SharedStore } from "../shared-store.ts";
import { createKnownWrites } from "./known-writes.ts";
import { countScript, everything, readNumbers } from "./write-numbers.ts";

/** Time for which a write is under way whose end is never told: that of a whole operation. */
export const unendedMs = 10_000;

/** Tells the other replicas of the writes to one system, and learns of theirs. */
export interface WriteTeller extends SharedWrites {
  /** Where the store keeps the text that changes with every write. */
  readonly key: string;
  /** Looks for writes of others. @param text that the store keeps. @throws StoreAway */
  lookUnlessSame(text: string | null): Promise<void>;
  /** Tells what could not be told before, and drops all that is kept, since the same has happened to others. @throws StoreAway */
  beginAgain(): Promise<void>;
  /** Whether the others are reached. */
  setTold(areTold: boolean): void;
}

/**
 * Makes the teller of one system.
 * @param parts.replica names this replica, without a colon.
 * @param parts.onLost is told that the others could not be told of something.
 */
export function createWriteTeller(
  place: string,
  {
    clock,
    onLost,
    replica,
    store,
  }: {
    readonly clock: Clock;
    readonly onLost: () => void;
    readonly replica: string;
    readonly store: SharedStore;
  },
): WriteTeller {
  const keys = [`${place}:writes`, `${place}:nouns`, `${place}:open`] as const;
  const known = createKnownWrites(replica);
  let others: OthersWrites | undefined;
  let areTold = false;
  let writes = 0;
  let untold = new Set<string>();

  const nextId = (): string => {
    writes += 1;
    return `${replica}:${writes}`;
  };

  const count = async (what: "look" | "begin" | "end" | "doubt", id: string, nouns: readonly string[]) => {
    const epoch = randomBytes(9).toString("base64url");
    const args = [epoch, what, id, unendedMs, ...nouns];
    const answer = await askAgain(store, () => store.evaluate(countScript, keys, args));
    const { changed, underWay } = known.learn(readNumbers(answer), nouns);
    if (changed?.length !== 0) others?.invalidate(changed, false);
    const nowMs = clock.nowMs();
    others?.setUnderWay(new Map([...underWay].map(([noun, leftMs]) => [noun, nowMs + leftMs])));
  };

  const tellLater = (nouns: Iterable<string>): void => {
    for (const noun of nouns) untold.add(noun);
  };

  /** Tells what could not be told before. Of writes that may take effect still the time is not known any more. */
  const tellUntold = async (): Promise<void> => {
    const telling = untold;
    untold = new Set();
    try {
      await count("doubt", nextId(), [...telling]);
    } catch (error) {
      tellLater(telling);
      throw error;
    }
  };

  return {
    key: keys[0],
    follow(listener) {
      others = listener;
      listener.setTold(areTold);
    },
    async announce(nouns = [everything]) {
      const id = nextId();
      // While the others are known to be away, a try would only hold up the write.
      if (areTold) await count("begin", id, nouns).catch(onLost);
      else tellLater(nouns);
      return async (isUnsettled) => {
        if (!areTold) return tellLater(nouns);
        try {
          await count(isUnsettled ? "doubt" : "end", id, nouns);
        } catch {
          tellLater(nouns);
          onLost();
        }
      };
    },
    async lookUnlessSame(text) {
      if (text === null || text !== known.mark) await count("look", "", []);
    },
    async beginAgain() {
      known.forget();
      if (untold.size > 0) await tellUntold();
      else await count("look", "", []);
    },
    setTold(areThey) {
      areTold = areThey;
      others?.setTold(areTold);
      // Of writes that came while the others were being reached again.
      if (areTold && untold.size > 0) tellUntold().catch(onLost);
    },
  };
}
