import { afterEach, vi } from "vitest";
import { createRedisStore, type RedisStore } from "../../src/replicas/redis-store.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Connects to a Redis until the end of the test. */
export async function connectedStore(url: string): Promise<RedisStore> {
  const store = createRedisStore(url);
  closing.push(store.close);
  await vi.waitFor(
    () => {
      if (!store.isConnected) throw new Error("It is not connected.");
    },
    { timeout: 10_000, interval: 5 },
  );
  return store;
}
