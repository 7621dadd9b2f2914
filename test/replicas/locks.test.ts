import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { createLogInTurns } from "../../src/replicas/locks/log-in-turns.ts";
import { createSharedKeyedLock } from "../../src/replicas/locks/shared-keyed-lock.ts";
import { createStoreLock } from "../../src/replicas/locks/store-lock.ts";
import { systemClock as clock } from "../../src/rest/clock.ts";
import { hasRedis, startRedis } from "../support/redis.ts";
import { connectedStore } from "./over-redis.ts";

const place = "tributary:{things:digest}";
const soon = { timeout: 10_000, interval: 5 };

/** What a replica has of the locks of a system. */
async function replica(url: string) {
  const store = await connectedStore(url);
  const lock = createStoreLock(place, { clock, random: Math.random, store });
  return {
    store,
    lock,
    objects: createSharedKeyedLock("things", { clock, lock, place }),
    logIns: createLogInTurns(place, { clock, lock, store }),
  };
}

/** Work that goes on until it is told to end. */
function untilReleased() {
  let resolve = () => {};
  const promise = new Promise<void>((end) => {
    resolve = end;
  });
  return { promise, resolve };
}

const operation = (leftMs: number, signal = new AbortController().signal) => ({
  signal,
  deadlineAtMs: clock.nowMs() + leftMs,
});

describe.skipIf(!hasRedis())("locks over a real Redis", { timeout: 60_000 }, () => {
  test("let one of all replicas change an object at a time, so that no change is lost", async () => {
    await using redis = await startRedis();
    const replicas = [await replica(redis.url), await replica(redis.url)];
    let stored: readonly string[] = [];
    const add = (name: string) => async () => {
      const read = stored;
      await delay(Math.random() * 4);
      stored = [...read, name];
    };
    const names = Array.from({ length: 60 }, (_, at) => `change ${at}`);
    await Promise.all(
      names.map((name, at) => replicas[at % 2]?.objects.runExclusive("user 1", operation(30_000), add(name))),
    );
    expect([...stored].sort()).toEqual([...names].sort());
    expect(await redis.client.keys("*:lock:*")).toEqual([]);
  });

  test("are of one object each, and name neither object nor operation", async () => {
    await using redis = await startRedis();
    const [one, other] = [await replica(redis.url), await replica(redis.url)];
    const held = untilReleased();
    const first = one.objects.runExclusive("user canary-id", operation(5_000), () => held.promise);
    await vi.waitFor(async () => expect(await redis.client.keys("*:lock:*")).toHaveLength(1), soon);
    await other.objects.runExclusive("user 2", operation(5_000), async () => {});
    const [key = ""] = await redis.client.keys("*:lock:*");
    expect(`${key} ${await redis.client.get(key)}`).not.toContain("canary");
    held.resolve();
    await first;
  });

  test("outlive the deadline of their operation, and nothing but their owner gives them up", async () => {
    await using redis = await startRedis();
    const [one, other] = [await replica(redis.url), await replica(redis.url)];
    const held = untilReleased();
    const first = one.objects.runExclusive("user 1", operation(5_000), () => held.promise);
    await vi.waitFor(async () => expect(await redis.client.keys("*:lock:*")).toHaveLength(1), soon);
    const [key = ""] = await redis.client.keys("*:lock:*");
    expect(await redis.client.pttl(key)).toBeGreaterThan(8_000);
    // Its time has run out, and another one has it.
    await redis.client.del(key);
    const second = untilReleased();
    const next = other.objects.runExclusive("user 1", operation(5_000), () => second.promise);
    await vi.waitFor(async () => expect(await redis.client.exists(key)).toBe(1), soon);
    held.resolve();
    await first;
    expect(await redis.client.exists(key)).toBe(1);
    second.resolve();
    await next;
    expect(await redis.client.exists(key)).toBe(0);
  });

  test("are free again once the time of a replica that died is over", async () => {
    await using redis = await startRedis();
    const [one, other] = [await replica(redis.url), await replica(redis.url)];
    await one.lock.acquire(`${place}:lock`, { lastsMs: () => 300, mayWait: () => {} });
    await one.store.close();
    const askedAtMs = performance.now();
    const release = await other.lock.acquire(`${place}:lock`, { lastsMs: () => 300, mayWait: () => {} });
    expect(performance.now() - askedAtMs).toBeLessThan(2_000);
    await release();
  });

  test("are waited for until the operation's deadline, or until its client leaves, and the work is not begun", async () => {
    await using redis = await startRedis();
    const [one, other] = [await replica(redis.url), await replica(redis.url)];
    const held = untilReleased();
    const first = one.objects.runExclusive("user 1", operation(20_000), () => held.promise);
    await vi.waitFor(async () => expect(await redis.client.keys("*:lock:*")).toHaveLength(1), soon);
    const work = vi.fn(async () => {});
    await expect(other.objects.runExclusive("user 1", operation(200), work)).rejects.toMatchObject({
      code: "UPSTREAM_TIMEOUT",
      facts: { system: "things", attempts: 0 },
    });
    const leaving = new AbortController();
    const left = other.objects.runExclusive("user 1", operation(20_000, leaving.signal), work);
    setTimeout(() => leaving.abort(), 50);
    await expect(left).rejects.toThrow("The client left");
    expect(work).not.toHaveBeenCalled();
    held.resolve();
    await first;
    await other.objects.runExclusive("user 1", operation(20_000), work);
    expect(work).toHaveBeenCalledTimes(1);
  });

  test("refuse their work, to be tried again, while Redis is away", async () => {
    await using redis = await startRedis();
    const { objects } = await replica(redis.url);
    const work = vi.fn(async () => {});
    const refusal = {
      code: "UPSTREAM_UNAVAILABLE",
      facts: { system: "things", attempts: 0, retryable: true },
    };
    redis.signal("SIGSTOP");
    await expect(objects.runExclusive("user 1", operation(10_000), work)).rejects.toMatchObject(refusal);
    await redis.kill();
    await expect(objects.runExclusive("user 1", operation(10_000), work)).rejects.toMatchObject(refusal);
    expect(work).not.toHaveBeenCalled();
    await redis.start();
    const again = () => objects.runExclusive("user 1", operation(10_000), work);
    await vi.waitFor(again, { timeout: 10_000, interval: 50 });
    expect(work).toHaveBeenCalledTimes(1);
  });

  test("are not left behind by a take that Redis came to after its work was refused", async () => {
    await using redis = await startRedis();
    const [one, other] = [await replica(redis.url), await replica(redis.url)];
    const work = vi.fn(async () => {});
    await one.objects.runExclusive("user 1", operation(10_000), work);
    redis.signal("SIGSTOP");
    await expect(one.objects.runExclusive("user 1", operation(10_000), work)).rejects.toThrow(
      "was not begun",
    );
    redis.signal("SIGCONT");
    await vi.waitFor(() => other.objects.runExclusive("user 1", operation(1_000), work), {
      timeout: 2_000,
      interval: 5,
    });
    expect(work).toHaveBeenCalledTimes(2);
    await vi.waitFor(async () => expect(await redis.client.keys("*:lock:*")).toEqual([]), soon);
  });

  test("let one replica log in at a time, and tell all of them of a refusal until its time is over", async () => {
    await using redis = await startRedis();
    const [one, other] = [await replica(redis.url), await replica(redis.url)];
    const first = await one.logIns.take();
    expect(first.refused).toBe(undefined);
    let isTaken = false;
    const taking = other.logIns.take().then((turn) => {
      isTaken = true;
      return turn;
    });
    await delay(300);
    expect(isTaken).toBe(false);
    await first.end({ status: 401, forMs: 600 });
    const second = await taking;
    expect(second.refused).toMatchObject({ status: 401 });
    expect(second.refused?.forMs).toBeGreaterThan(0);
    expect(second.refused?.forMs).toBeLessThanOrEqual(600);
    await second.end();
    await delay(650);
    expect((await one.logIns.take()).refused).toBe(undefined);
  });

  test("let a replica log in by itself after it has waited for 3 s", async () => {
    await using redis = await startRedis();
    const [one, other] = [await replica(redis.url), await replica(redis.url)];
    const first = await one.logIns.take();
    const askedAtMs = performance.now();
    const second = await other.logIns.take();
    expect(performance.now() - askedAtMs).toBeGreaterThan(2_900);
    expect(performance.now() - askedAtMs).toBeLessThan(6_000);
    await second.end();
    expect(await redis.client.keys("*:log-in")).toHaveLength(1);
    await first.end();
    expect(await redis.client.keys("*:log-in")).toEqual([]);
  });

  test("let each replica log in by itself while Redis is away", async () => {
    await using redis = await startRedis();
    const [one, other] = [await replica(redis.url), await replica(redis.url)];
    const turn = await one.logIns.take();
    await redis.kill();
    expect((await other.logIns.take()).refused).toBe(undefined);
    await turn.end({ status: 401, forMs: 30_000 });
  });
});
