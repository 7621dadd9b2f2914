import { afterEach, describe, expect, test, vi } from "vitest";
import { createRedisStore } from "../../src/replicas/redis-store.ts";
import { createReplicas } from "../../src/replicas/replicas.ts";
import { systemClock } from "../../src/rest/clock.ts";
import { createClientShares } from "../../src/rest/limits/client-shares.ts";
import { createRateLimiter } from "../../src/rest/limits/rate-limiter.ts";
import { slidingWindow } from "../../src/rest/limits/windows.ts";
import { fixedCredential, type UpstreamDefinition } from "../../src/rest/upstream.ts";
import { overWindow } from "../rest/network.ts";
import { hasRedis, startRedis } from "../support/redis.ts";

const definition: UpstreamDefinition = {
  name: "things",
  title: "Things",
  limitText: "30 a second",
  baseUrl: "http://things.test",
  urlSetting: "THINGS_URL",
  pathParameters: {},
  api: {},
  callsInferred: true,
  limits: [slidingWindow({ calls: 30, windowMs: 1_000 })],
  credential: fixedCredential({ authorization: "a key" }),
};
const whenReady = { timeout: 10_000, interval: 20 };
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A replica of the engine's limits, whose calls take no time. */
function replica(url: string) {
  const store = createRedisStore(url);
  const replicas = createReplicas({ clock: systemClock, store, expected: 2 });
  closing.push(async () => {
    await replicas.leave();
    await store.close();
  });
  const { follow, limits, watch } = replicas.holdLimits(definition);
  const budget = createRateLimiter(definition, limits, systemClock, { watch });
  const shares = createClientShares(definition, limits, () => 0.5, systemClock, watch);
  follow({ budget, shares });
  const sentAtMs: number[] = [];
  const callUntil = async (untilMs: number) => {
    while (performance.now() < untilMs) {
      const operation = {
        signal: new AbortController().signal,
        deadlineAtMs: systemClock.nowMs() + 10_000,
      };
      const permit = await budget.acquire(operation, "GET /things");
      sentAtMs.push(performance.now());
      permit.settle();
    }
  };
  return { replicas, sentAtMs, callUntil, held: () => replicas.state.units.things?.held };
}

describe.skipIf(!hasRedis())("two replicas over a real Redis", { timeout: 60_000 }, () => {
  test("hold equal parts, lend them to the one that is busy, and share them when both are", async () => {
    await using redis = await startRedis();
    const [one, other] = [replica(redis.url), replica(redis.url)];
    await vi.waitFor(() => expect([one.held(), other.held()]).toEqual([15, 15]), whenReady);
    expect(one.replicas.state).toEqual({
      redis: "shared",
      units: { things: { held: 15, of: 30 } },
      replicas: { seen: 2, expected: 2 },
    });
    const busy = Array.from({ length: 40 }, () => one.callUntil(performance.now() + 2_500));
    await vi.waitFor(() => expect([one.held(), other.held()]).toEqual([29, 1]), whenReady);
    const both = Array.from({ length: 40 }, () => other.callUntil(performance.now() + 2_500));
    await vi.waitFor(() => expect([one.held(), other.held()]).toEqual([15, 15]), whenReady);
    await Promise.all([...busy, ...both]);
    const times = [...one.sentAtMs, ...other.sentAtMs].sort((a, b) => a - b);
    expect(overWindow(times, 30, 1_000)).toBe(0);
  });

  test("go on with what they hold when Redis is killed, and share again when it is back, empty", async () => {
    await using redis = await startRedis();
    const [one, other] = [replica(redis.url), replica(redis.url)];
    await vi.waitFor(() => expect([one.held(), other.held()]).toEqual([15, 15]), whenReady);
    await redis.kill();
    await vi.waitFor(() => expect(one.replicas.state.redis).toBe("away"), whenReady);
    expect([one.held(), other.held()]).toEqual([15, 15]);
    await one.callUntil(performance.now() + 50);
    expect(one.sentAtMs.length).toBeGreaterThan(10);
    await redis.start();
    await vi.waitFor(
      () => expect([one, other].map((it) => it.replicas.state.redis)).toEqual(["shared", "shared"]),
      whenReady,
    );
    expect([one.held(), other.held()]).toEqual([15, 15]);
  });

  test("put neither key nor address into Redis, and no time to live on what they keep there", async () => {
    await using redis = await startRedis();
    const one = replica(redis.url);
    await vi.waitFor(() => expect(one.replicas.state.redis).toBe("shared"), whenReady);
    const keys = await redis.client.keys("*");
    expect(keys).toEqual([expect.stringMatching(/^tributary:\{things:[\w-]{16}\}:units$/)]);
    expect(await redis.client.ttl(keys[0] ?? "")).toBe(-1);
    const dump = JSON.stringify(await redis.client.hgetall(keys[0] ?? ""));
    expect(dump).not.toMatch(/a key|things\.test/);
  });
});
