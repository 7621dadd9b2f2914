import type { Clock } from "./clock.ts";
import type { KeyedLock } from "./lock.ts";
import { timeIsUp, within } from "./operation.ts";

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
