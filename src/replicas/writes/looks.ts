import type { Clock } from "../../rest/clock.ts";
import { askAgain } from "../ask-again.ts";
import type { SharedStore } from "../shared-store.ts";
import type { WriteTeller } from "./write-teller.ts";

/** Between two tries to reach the others again. */
const againMs = 500;

/** Looks for the writes of other replicas. */
export interface Looks {
  /**
   * Waits for a look that was sent after this call, one for all that come while another one is under way. Never rejects.
   * @returns undefined where the others cannot be reached, so that there is nothing to wait for.
   */
  catchUp(): Promise<void> | undefined;
  /** Whether the others are told of writes, and tell of theirs. */
  readonly isReached: boolean;
  /** Looks for the writes to one system more. */
  include(teller: WriteTeller): void;
  /** Notes that the others could not be reached, and tries to from then on. */
  lost(): void;
  /** Looks no more. */
  stop(): void;
}

/** Makes looks that reach none of the others before the store is connected. */
export function createLooks(clock: Clock, store: SharedStore): Looks {
  const tellers: WriteTeller[] = [];
  let isReached = false;
  let isStopped = false;
  let cancelRetry = () => {};
  let underWay: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  const setReached = (isIt: boolean): void => {
    isReached = isIt;
    for (const teller of tellers) teller.setTold(isIt);
  };

  const lost = (): void => {
    if (isReached) setReached(false);
    cancelRetry();
    if (!isStopped) cancelRetry = clock.after(againMs, reach);
  };

  /** Reaches the others again. Writes of the time between may be told late or never, so all that is kept from it is dropped. */
  const reach = async (): Promise<void> => {
    cancelRetry();
    const { run } = store;
    try {
      await Promise.all(tellers.map((teller) => teller.beginAgain()));
    } catch {
      lost();
      return;
    }
    if (run === store.run && !isStopped) setReached(true);
  };

  const look = async (): Promise<void> => {
    try {
      const texts = await askAgain(store, () => store.getAll(tellers.map(({ key }) => key)));
      await Promise.all(tellers.map((teller, at) => teller.lookUnlessSame(texts[at] ?? null)));
    } catch {
      lost();
    }
  };

  const begin = (): Promise<void> => {
    next = undefined;
    // The look before was lost: another one would be, too, and hold up those that wait once more.
    if (!isReached) return Promise.resolve();
    const looking = look().finally(() => {
      if (underWay === looking) underWay = undefined;
    });
    underWay = looking;
    return looking;
  };

  store.onConnect(() => {
    if (isReached) setReached(false);
    reach();
  });

  return {
    get isReached() {
      return isReached && store.isConnected;
    },
    catchUp() {
      if (!isReached) return undefined;
      if (!underWay) return begin();
      next ??= underWay.then(begin);
      return next;
    },
    include(teller) {
      tellers.push(teller);
      teller.setTold(isReached);
    },
    lost,
    stop() {
      isStopped = true;
      cancelRetry();
    },
  };
}
