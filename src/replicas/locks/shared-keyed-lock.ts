import { GatewayError } from "../../errors.ts";
import type { Clock } from "../../rest/clock.ts";
import { createKeyedLock } from "../../rest/keyed-lock.ts";
import type { KeyedLock } from "../../rest/lock.ts";
import { clientDisconnected, timeIsUp } from "../../rest/operation.ts";
import { attemptTimeoutMs } from "../../rest/sending/timeout.ts";
import { digestIn } from "../place.ts";
import { StoreAway } from "../shared-store.ts";
import type { StoreLock } from "./store-lock.ts";

/** After the deadline of the operation, for an attempt that its system goes on with. */
const strayMs = 500;

/**
 * Makes locks that replicas share: of those that wait in one replica, one at a time waits for the others. Work is refused while
 * the store is away.
 */
export function createSharedKeyedLock(
  system: string,
  { clock, lock, place }: { readonly clock: Clock; readonly lock: StoreLock; readonly place: string },
): KeyedLock {
  const own = createKeyedLock(system, clock);
  return {
    runExclusive: (key, operation, work, { reads } = { reads: true }) =>
      own.runExclusive(key, operation, async () => {
        if (!reads) return work();
        const leftMs = () => operation.deadlineAtMs - clock.nowMs();
        const mayWait = () => {
          if (operation.signal.aborted) throw clientDisconnected();
          if (leftMs() <= 0) throw timeIsUp(`the update of ${key}`, { system, attempts: 0 });
        };
        // The work does not outlast it: each of its calls ends by the deadline.
        const lastsMs = () => leftMs() + attemptTimeoutMs + strayMs;
        const release = await lock
          .acquire(`${place}:lock:${digestIn(place, key)}`, { lastsMs, mayWait, signal: operation.signal })
          .catch((error: unknown) => {
            throw error instanceof StoreAway ? away(system, key) : error;
          });
        try {
          return await work();
        } finally {
          await release();
        }
      }),
  };
}

const away = (system: string, key: string): GatewayError =>
  new GatewayError(
    "UPSTREAM_UNAVAILABLE",
    `The update of ${key} was not begun: the gateway does not reach the Redis through which its replicas take turns. Try again.`,
    { system, attempts: 0, retryable: true },
  );
