import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { plantedPrefix } from "../../src/sandbox/planted-secret.ts";
import { post, runIn } from "../support/gateway-process.ts";
import { hasRedis, startRedis, type TestRedis } from "../support/redis.ts";

const folder = await mkdtemp(join(tmpdir(), "tributary-"));
afterAll(() => rm(folder, { recursive: true }));
const whenReady = { timeout: 20_000, interval: 50 };

interface Readiness {
  readonly redis: string;
  readonly units: Readonly<Record<string, unknown>>;
}

const readiness = async (address: string) => {
  const response = await fetch(`${address}/health/ready`);
  return { status: response.status, json: (await response.json()) as Readiness };
};

/** All that is in a Redis, as bytes of keys and values. */
async function dumpOf({ client }: TestRedis): Promise<string> {
  const keys = await client.keys("*");
  const values = await Promise.all(keys.map((key) => client.dumpBuffer(key)));
  const texts = await Promise.all(
    keys.map(async (key) =>
      (await client.type(key)) === "hash" ? JSON.stringify(await client.hgetall(key)) : "",
    ),
  );
  return [...keys, ...values.map((value) => value?.toString("latin1")), ...texts].join("\n");
}

/** What is stored of each replica of a system: number, heard of at, held, waits, confirmed, has left. */
async function storedOf({ client }: TestRedis, system: string): Promise<number[][]> {
  const [key = ""] = await client.keys(`tributary:{${system}:*}:units`);
  const fields = Object.entries(await client.hgetall(key)).filter(([field]) => field.startsWith("@"));
  return fields.map(([, text]) => text.split(" ").map(Number));
}

describe.skipIf(!hasRedis())("the process over a real Redis", { timeout: 60_000 }, () => {
  test("shares, keeps no secret there, and gives its units back on SIGTERM", async () => {
    await using redis = await startRedis();
    await using gateway = runIn(folder, { REDIS_URL: redis.url, REPLICAS: "1" });
    const address = await gateway.listening;
    await vi.waitFor(async () => expect((await readiness(address)).json.redis).toBe("shared"), whenReady);
    expect((await readiness(address)).json.units.assembly).toEqual({ held: 30, of: 30 });
    const { status } = await post(
      address,
      JSON.stringify({ query: "{ labels { name } viewer { status } }" }),
    );
    expect(status).toBe(200);
    const dump = await dumpOf(redis);
    expect(dump).toMatch(/tributary:\{assembly:/);
    expect(dump).not.toContain(plantedPrefix);
    expect(dump).not.toMatch(/https?:|127\.0\.0\.1|Bearer|Basic/);
    const told = "Redis answers; 1 of 1 replicas share the rate limits.";
    await vi.waitFor(() => expect(gateway.written.out).toContain(told), whenReady);
    gateway.child.kill("SIGTERM");
    expect(await gateway.ended).toBe(0);
    const [[, , held, , , hasLeft] = []] = await storedOf(redis, "assembly");
    expect([hasLeft, (held ?? 30) <= 2]).toEqual([1, true]);
  });

  test("starts without a Redis and is ready, and shares once there is one", async () => {
    await using redis = await startRedis();
    await redis.kill();
    await using gateway = runIn(folder, { REDIS_URL: redis.url, REPLICAS: "1" });
    const address = await gateway.listening;
    expect(await readiness(address)).toMatchObject({ status: 200, json: { status: "ready", redis: "away" } });
    await redis.start();
    await vi.waitFor(async () => expect((await readiness(address)).json.redis).toBe("shared"), whenReady);
    expect(await readiness(address)).toMatchObject({ status: 200 });
  });
});
