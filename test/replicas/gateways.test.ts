import { expect, test } from "vitest";
import { createReplicas } from "../../src/replicas/replicas.ts";
import { testClock } from "../support/clock.ts";
import { type EmulatedAddresses, startServer } from "../support/server.ts";
import { createMemoryServer } from "./memory-server.ts";

/** A gateway that is the only replica of one that is expected, with its Redis in memory. */
async function replica() {
  const clock = testClock();
  const redis = createMemoryServer(clock);
  const replicas = createReplicas({ clock, expected: 1, store: redis.connect(clock) });
  const server = await startServer({ clock, replicas });
  await clock.advance(500);
  return { clock, redis, server };
}
const labels = { query: "{ labels { name } }" };

test("two gateways are ready, and tell their units of each system and how many they are", async () => {
  const clock = testClock();
  const redis = createMemoryServer(clock);
  const [one, other] = [1, 2].map(() => createReplicas({ clock, expected: 2, store: redis.connect(clock) }));
  if (!one || !other) throw new Error("There are two.");
  let emulated: EmulatedAddresses | undefined;
  await using server = await startServer({ clock, replicas: one, addresses: (its) => (emulated = its) });
  await using beside = await startServer({ clock, replicas: other, addresses: (its) => emulated ?? its });
  await clock.advance(500);
  const ready = {
    status: 200,
    json: {
      status: "ready",
      redis: "shared",
      units: {
        assembly: { held: 15, of: 30 },
        assembled: { held: 10, of: 20 },
        web1on1: { held: 10, of: 20 },
      },
      replicas: { seen: 2, expected: 2 },
    },
  };
  expect(await server.request("/health/ready")).toMatchObject(ready);
  expect(await beside.request("/health/ready")).toMatchObject(ready);
});

test("a gateway stays ready while Redis is away, and says so", async () => {
  const { clock, redis, server: started } = await replica();
  await using server = started;
  redis.mood = "refuses";
  await clock.advance(2_000);
  const { json, status } = await server.request("/health/ready");
  expect([status, json.status, json.redis]).toEqual([200, "ready", "away"]);
  expect(json.units.assembly).toEqual({ held: 30, of: 30 });
});

test("an operation is answered while Redis is silent, and tells the units held beside what is left of them", async () => {
  const { clock, redis, server: started } = await replica();
  await using server = started;
  redis.mood = "is silent";
  await clock.advance(200);
  const { commands } = redis;
  const { json } = await server.post(labels, { "x-explain": "1" });
  expect(json.data.labels.length).toBeGreaterThan(0);
  expect(redis.commands).toBe(commands);
  expect(json.extensions.upstream).toMatchObject({
    unitsHeld: { assembly: { held: 30, of: 30 }, assembled: { held: 20, of: 20 } },
    budgetLeft: { assembly: 26 },
  });
});

test("a gateway that is alone tells nothing of replicas", async () => {
  await using server = await startServer();
  const { json } = await server.request("/health/ready");
  expect(json).not.toHaveProperty("redis");
  const explained = await server.post(labels, { "x-explain": "1" });
  expect(explained.json.extensions.upstream).not.toHaveProperty("unitsHeld");
});
