import { randomBytes } from "node:crypto";
import type { CancellationSignal } from "../../rest/cancellation.ts";
import type { Clock } from "../../rest/clock.ts";
import { askAgain } from "../ask-again.ts";
import { script } from "../script.ts";
import type { SharedStore } from "../shared-store.ts";

/** Locks that one replica has at a time. A lock whose owner has died is free again after its time. */
export interface StoreLock {
  /**
   * Waits until a lock is had.
   * @param key of it, as the store knows it.
   * @param wait.mayWait asked before each try. It throws when there is nothing to wait for any more.
   * @param wait.lastsMs for which the lock is had at most.
   * @returns gives it up; never rejects.
   * @throws StoreAway
   */
  acquire(
    key: string,
    wait: {
      readonly mayWait: () => void;
      readonly lastsMs: () => number;
      readonly signal?: CancellationSignal;
    },
  ): Promise<() => Promise<void>>;
}

/**
 * KEYS 1 lock ARGV 1 owner 2 ms for which it is had. Answers how long another one has it at most, or -1: it may be taken twice
 * by one owner, since the first answer may have been lost.
 */
const takeScript = script(`
local owner = redis.call('GET', KEYS[1])
if owner and owner ~= ARGV[1] then return math.max(0, redis.call('PTTL', KEYS[1])) end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return -1
`);

/** KEYS 1 lock ARGV 1 owner 2 channel that tells that it is free. */
const giveUpScript = script(`
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[1])
redis.call('PUBLISH', ARGV[2], KEYS[1])
return 1
`);

/** Between two tries, when no message comes: at least, and at most as much longer. */
const againMs = { least: 50, more: 100 };

/** Makes the locks of a place. @param random gives numbers from 0 to 1. */
export function createStoreLock(
  place: string,
  {
    clock,
    random,
    store,
  }: { readonly clock: Clock; readonly random: () => number; readonly store: SharedStore },
): StoreLock {
  const channel = `${place}:free`;
  /** Those that wait for each lock. */
  const waiting = new Map<string, Set<() => void>>();
  store.subscribe(channel, (key) => {
    for (const wake of waiting.get(key) ?? []) wake();
  });

  /** Lets time pass until a lock may be free. */
  const pause = (key: string, longestMs: number, signal: CancellationSignal | undefined): Promise<void> =>
    new Promise((resolve) => {
      const ofKey = waiting.get(key) ?? new Set();
      waiting.set(key, ofKey);
      const wake = () => {
        cancel();
        signal?.removeEventListener("abort", wake);
        ofKey.delete(wake);
        if (ofKey.size === 0 && waiting.get(key) === ofKey) waiting.delete(key);
        resolve();
      };
      const cancel = clock.after(Math.min(longestMs, againMs.least + random() * againMs.more), wake);
      ofKey.add(wake);
      signal?.addEventListener("abort", wake, { once: true });
    });

  return {
    async acquire(key, { lastsMs, mayWait, signal }) {
      const owner = randomBytes(12).toString("base64url");
      const giveUp = async (): Promise<void> => {
        // It is free by itself later.
        await askAgain(store, () => store.evaluate(giveUpScript, [key], [owner, channel])).catch(() => 0);
      };
      const take = async (): Promise<number> => {
        const args = [owner, Math.ceil(lastsMs())];
        try {
          return Number(await askAgain(store, () => store.evaluate(takeScript, [key], args)));
        } catch (error) {
          // A server that stood still may take it later: what is sent after that gives it up at once.
          giveUp();
          throw error;
        }
      };
      for (;;) {
        mayWait();
        const takenMs = await take();
        if (takenMs < 0) return giveUp;
        await pause(key, takenMs, signal);
      }
    },
  };
}
