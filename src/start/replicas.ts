import type { ReplicasConfig } from "../config/replica-settings.ts";
import type { Log } from "../log.ts";
import type { Replicas } from "../replicas/replicas.ts";
import type { Clock } from "../rest/clock.ts";
import type { OnStop } from "./on-stop.ts";

/** How often the log is told whether Redis is there, if that has changed. */
const lookMs = 1_000;

/**
 * Has the gateway share with other replicas through Redis, where it is configured; only then is the library loaded. Redis need
 * not be there. What is held is given back when the gateway stops.
 */
export async function startReplicas(
  config: ReplicasConfig | undefined,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  onStop: OnStop,
): Promise<Replicas | undefined> {
  if (!config) return undefined;
  const { createRedisStore } = await import("../replicas/redis-store.ts");
  const { createReplicas } = await import("../replicas/replicas.ts");
  const store = createRedisStore(config.redisUrl);
  store.onProblem(log.note);
  const replicas = createReplicas({ clock, store, expected: config.expected });
  const cancel = tellChanges(replicas, { clock, log });
  onStop(async () => {
    cancel();
    await replicas.leave();
    await store.close();
  });
  return replicas;
}

function tellChanges(
  replicas: Replicas,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): () => void {
  let told = "";
  const look = () => {
    const { redis, replicas: known } = replicas.state;
    if (redis !== told) {
      log.note(
        redis === "shared"
          ? `Redis answers; ${known.seen} of ${known.expected} replicas share the rate limits.`
          : "Redis is away; this replica goes on with its part of the rate limits.",
      );
    }
    told = redis;
    cancel = clock.after(lookMs, look);
  };
  let cancel = clock.after(lookMs, look);
  return () => cancel();
}
