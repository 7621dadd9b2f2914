import type { Clock } from "./clock.ts";
import { type Operation, timeIsUp, within } from "./operation.ts";

/** Work on one object at a time, across operations. */
export interface KeyedLock {
  /**
   * Runs work once all earlier work under the same key is done, however that ended.
   * @param key names the object in the message of the error: `user 0123…`.
   * @throws UPSTREAM_TIMEOUT when the operation's deadline passes before its turn; the work is then never begun.
   */
  runExclusive<Value>(key: string, operation: Operation, work: () => Promise<Value>): Promise<Value>;
}

/** Makes the table of turns of one system. */
export function createKeyedLock(system: string, clock: Clock): KeyedLock {
  const last = new Map<string, Promise<unknown>>();
  return {
    async runExclusive(key, operation, work) {
      const before = last.get(key) ?? Promise.resolve();
      let finish = () => {};
      const done = new Promise<void>((resolve) => {
        finish = resolve;
      });
      const ours = before.then(() => done);
      last.set(key, ours);
      // Only once those before are done, too: a turn that was given up must not let the next one in beside them.
      ours.then(() => {
        if (last.get(key) === ours) last.delete(key);
      });
      try {
        await within(operation, clock, before, () =>
          timeIsUp(`the update of ${key}`, { system, attempts: 0 }),
        );
        return await work();
      } finally {
        finish();
      }
    },
  };
}
