import type { Clock } from "../../rest/clock.ts";
import type { LogInRefusal, LogInTurns } from "../../rest/log-in-turns.ts";
import { attemptTimeoutMs } from "../../rest/sending/timeout.ts";
import { askAgain } from "../ask-again.ts";
import { script } from "../script.ts";
import type { SharedStore } from "../shared-store.ts";
import type { StoreLock } from "./store-lock.ts";

/** Of an exchange of tokens and a log-in after it, two attempts each. */
const longestMs = 5 * attemptTimeoutMs;

/** Longest wait for the log-in of another replica: calls wait with it, and a second log-in does no harm. */
const longestWaitMs = 3_000;

/** KEYS 1 refusal. Answers its status and the ms for which it holds. */
const refusalScript = script("return { redis.call('GET', KEYS[1]), redis.call('PTTL', KEYS[1]) }");

/** KEYS 1 refusal ARGV 1 status 2 ms for which it holds */
const refuseScript = script("return redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])");

/** Makes the turns of one system. A replica logs in by itself while the store is away, and after it has waited for 3 s. */
export function createLogInTurns(
  place: string,
  { clock, lock, store }: { readonly clock: Clock; readonly lock: StoreLock; readonly store: SharedStore },
): LogInTurns {
  const key = `${place}:refused`;

  const refusal = async (): Promise<LogInRefusal | undefined> => {
    const answer = await askAgain(store, () => store.evaluate(refusalScript, [key], []));
    const [status, forMs] = answer as [string | null, number];
    return status === null ? undefined : { status: Number(status), forMs };
  };

  const note = async ({ forMs, status }: LogInRefusal): Promise<void> => {
    await askAgain(store, () => store.evaluate(refuseScript, [key], [status, forMs]));
  };

  return {
    async take() {
      const untilMs = clock.nowMs() + longestWaitMs;
      const mayWait = () => {
        if (clock.nowMs() >= untilMs) throw new Error("Another replica logs in for too long.");
      };
      const release = await lock
        .acquire(`${place}:log-in`, { lastsMs: () => longestMs, mayWait })
        .catch(() => async () => {});
      return {
        refused: await refusal().catch(() => undefined),
        async end(refused) {
          if (refused) await note(refused).catch(() => {});
          await release();
        },
      };
    },
  };
}
