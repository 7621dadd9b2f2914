import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import fc from "fast-check";
import { afterAll, describe, expect, test, vi } from "vitest";
import { createRedisStore } from "../../src/replicas/redis-store.ts";
import { script } from "../../src/replicas/script.ts";
import { StoreAway } from "../../src/replicas/shared-store.ts";
import { movingScript } from "../../src/replicas/units/move-units.ts";
import { hasRedis, startRedis } from "../support/redis.ts";
import { createMovingModel, type MoveArguments } from "./moving-model.ts";

const isThere = hasRedis();

test("redis-server is there, or the tests of replicas over Redis are skipped", ({ skip }) => {
  if (isThere) return;
  expect(process.env.CI, "redis-server is missing where it must not be").not.toBe("true");
  skip("redis-server is missing; on Debian: apt-get install redis-server");
});

/** The script, with the time of the server as its last argument. */
const timed = script(
  movingScript.text.replace(
    /local clock = redis.call\('TIME'\)\nclock = .*\n/,
    "local clock = tonumber(ARGV[#ARGV])\n",
  ),
);

interface Step {
  readonly who: number;
  readonly afterMs: number;
  readonly held: number;
  readonly wanted: number;
  readonly waits: boolean;
  readonly knows: boolean;
  readonly elapsed: number;
  readonly leaves: boolean;
  readonly isStale: boolean;
  readonly run: number;
  readonly slow: readonly [number | "", number];
}
const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat({ max: 3 }),
  afterMs: fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 3_000 }), fc.integer({ min: -5_000, max: 15_000 })),
  held: fc.nat({ max: 30 }),
  wanted: fc.nat({ max: 30 }),
  waits: fc.boolean(),
  knows: fc.boolean(),
  elapsed: fc.oneof(fc.constant(-1), fc.nat({ max: 15_000 })),
  leaves: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  isStale: fc.oneof(
    { weight: 9, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
  run: fc.oneof({ weight: 29, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constant(2) }),
  slow: fc.oneof(
    { weight: 5, arbitrary: fc.constant<readonly ["", number]>(["", 1]) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.integer({ min: -1_000, max: 5_000 }), fc.constantFrom(0.5, 0.25, 0.125)),
    },
  ),
});

const report: Step = {
  who: 0,
  afterMs: 0,
  held: 0,
  wanted: 0,
  waits: false,
  knows: false,
  elapsed: -1,
  leaves: false,
  isStale: false,
  run: 1,
  slow: ["", 1],
};
const goneTogether: Step[] = [
  { ...report, who: 2 },
  report,
  { ...report, who: 1 },
  { ...report, afterMs: 9_501 },
  { ...report, who: 1, elapsed: 0 },
];

describe.skipIf(!isThere)("over a real Redis", { timeout: 60_000 }, async () => {
  if (!isThere) return;
  const redis = await startRedis();
  afterAll(() => redis[Symbol.asyncDispose]());

  test("the script moves units as its model does", async () => {
    const store = createRedisStore(redis.url);
    await vi.waitFor(() => expect(store.isConnected).toBe(true), 10_000);
    let trial = 0;
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 3 }),
      async (steps, expected) => {
        const model = createMovingModel();
        const key = `trial:${trial++}`;
        let clockMs = 1_000_000;
        let epoch = "";
        let number = 0;
        for (const made of steps) {
          clockMs += made.afterMs;
          number += 1;
          const args: MoveArguments = [
            `r${made.who}`,
            made.isStale ? 1 : number,
            made.held,
            made.wanted,
            Number(made.waits),
            made.knows ? epoch : "",
            `run${made.run}`,
            made.elapsed,
            30,
            expected,
            5_000,
            4_500,
            Number(made.leaves),
            ...made.slow,
            "told",
          ];
          const { answer } = model.move(args, clockMs);
          epoch = String(answer[0]);
          const real = await redis.client.eval(timed.text, 1, key, ...args.map(String), String(clockMs));
          expect((real as unknown[]).map(String)).toEqual(answer.map(String));
        }
      },
    );
    // Two that were heard of last at one moment, and are gone: which of them is forgotten is no matter of chance.
    await fc.assert(property, { numRuns: 1, examples: [[goneTogether, 2]] });
    await fc.assert(property, { numRuns: 100 });
    await store.close();
  });

  test("a script is told by its digest once the server knows it, and as a text when it has forgotten it", async () => {
    const store = createRedisStore(redis.url);
    await vi.waitFor(() => expect(store.isConnected).toBe(true), 10_000);
    const echo = script("return ARGV[1]");
    await redis.client.script("FLUSH");
    expect(await store.evaluate(echo, ["key"], ["first"])).toBe("first");
    expect(await store.evaluate(echo, ["key"], [2])).toBe("2");
    await store.close();
  });

  test("a server that evicts keys of replicas is told to the operator", async () => {
    await redis.client.config("SET", "maxmemory-policy", "allkeys-lru");
    const store = createRedisStore(redis.url);
    const problems: string[] = [];
    store.onProblem((problem) => problems.push(problem));
    await vi.waitFor(() => expect(store.isConnected).toBe(true), 10_000);
    expect(problems).toEqual([
      "Redis evicts keys that replicas need (maxmemory-policy allkeys-lru); set it to noeviction.",
    ]);
    await redis.client.config("SET", "maxmemory-policy", "noeviction");
    await store.close();
  });

  test.each([
    ["a wrong password", ":wrong@"],
    ["no password", ""],
  ])(
    "a server that refuses %s is told to the operator once, and taken when it takes it",
    async (_, credentials) => {
      await redis.client.config("SET", "requirepass", "right");
      const store = createRedisStore(redis.url.replace("redis://", `redis://${credentials}`));
      const problems: string[] = [];
      store.onProblem((problem) => problems.push(problem));
      await vi.waitFor(() => expect(problems).not.toEqual([]), 10_000);
      expect([store.isConnected, problems]).toEqual([
        false,
        ["Redis refuses the user or the password of REDIS_URL; replicas share nothing until it takes them."],
      ]);
      await redis.client.config("SET", "requirepass", credentials === "" ? "" : "wrong");
      await vi.waitFor(() => expect(store.isConnected).toBe(true), 10_000);
      expect(problems).toHaveLength(1);
      await store.close();
      await redis.client.config("SET", "requirepass", "");
    },
  );

  test("a server that stands still fails a command after 50 ms, and is there again when it goes on", async () => {
    const store = createRedisStore(redis.url);
    await vi.waitFor(() => expect(store.isConnected).toBe(true), 10_000);
    redis.signal("SIGSTOP");
    await expect(store.getAll(["key"])).rejects.toThrow(StoreAway);
    redis.signal("SIGCONT");
    await vi.waitFor(async () => expect(await store.getAll(["key"])).toEqual([null]), 10_000);
    await store.close();
  });

  test("a script that it does not know is run when it goes on, whether or not its answer is waited for", async () => {
    const store = createRedisStore(redis.url);
    await vi.waitFor(() => expect(store.isConnected).toBe(true), 10_000);
    redis.signal("SIGSTOP");
    const late = store.evaluate(script("return redis.call('SET', KEYS[1], ARGV[1])"), ["late"], ["written"]);
    await expect(late).rejects.toThrow(StoreAway);
    redis.signal("SIGCONT");
    await vi.waitFor(async () => expect(await redis.client.get("late")).toBe("written"), 10_000);
    await store.close();
  });

  test("a server that is silent for 6 s is connected to anew", async () => {
    const store = createRedisStore(redis.url);
    let connects = 0;
    store.onConnect(() => (connects += 1));
    await vi.waitFor(() => expect(connects).toBe(1), 10_000);
    redis.signal("SIGSTOP");
    await expect(store.getAll(["key"])).rejects.toThrow(StoreAway);
    expect(store.isConnected).toBe(true);
    await vi.waitFor(() => expect(store.isConnected).toBe(false), 9_000);
    redis.signal("SIGCONT");
    await vi.waitFor(() => expect([store.isConnected, connects]).toEqual([true, 2]), 10_000);
    await store.close();
  });

  test("messages come again after the server was killed, and another run of it is told", async () => {
    const store = createRedisStore(redis.url);
    const heard: string[] = [];
    let connects = 0;
    store.onConnect(() => (connects += 1));
    store.subscribe("news", (message) => heard.push(message));
    await vi.waitFor(() => expect(store.isConnected).toBe(true), 10_000);
    const { run } = store;
    await redis.kill();
    await vi.waitFor(() => expect(store.isConnected).toBe(false), 10_000);
    await redis.start();
    await vi.waitFor(() => expect([store.isConnected, connects]).toEqual([true, 2]), 10_000);
    expect(store.run).not.toBe(run);
    await vi.waitFor(async () => {
      await redis.client.publish("news", "again");
      expect(heard).toContain("again");
    }, 10_000);
    await store.close();
  });
});

test("nothing is read of a server that has not said which run of it is there", async () => {
  const received: string[] = [];
  const server = createServer((socket) => {
    let asked = 0;
    socket.on("error", () => {});
    socket.on("data", (data) => {
      received.push(String(data));
      if (/hello/i.test(String(data))) socket.write("%0\r\n");
      if (!/info/i.test(String(data))) return;
      asked += 1;
      // The library asks first; the store is never answered.
      if (asked === 1) socket.write("$8\r\nrun_id:1\r\n");
      else received.push("asked by the store");
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const store = createRedisStore(`redis://127.0.0.1:${port}`);
  await vi.waitFor(() => expect(received).toContain("asked by the store"), { timeout: 10_000, interval: 1 });
  await expect(store.getAll(["key"])).rejects.toThrow(StoreAway);
  expect(received.join("")).not.toMatch(/mget/i);
  await store.close();
  server.close();
});

test("connections that are refused are tried again after 100 ms and more, and commands fail at once meanwhile", async () => {
  const triedAtMs: number[] = [];
  const server = createServer((socket) => {
    triedAtMs.push(performance.now());
    socket.destroy();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const store = createRedisStore(`redis://127.0.0.1:${port}`);
  let failed = 0;
  // A retry in the same tick would starve the event loop, and this loop would never see a try.
  while (triedAtMs.length < 6) {
    await expect(store.getAll(["key"])).rejects.toThrow(StoreAway);
    await expect(store.evaluate(script("return 1"), [], [])).rejects.toThrow(StoreAway);
    failed += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  // Two connections: at once, 100 ms later, and 200 ms after that.
  expect((triedAtMs[5] ?? 0) - (triedAtMs[0] ?? 0)).toBeGreaterThanOrEqual(250);
  expect(failed).toBeGreaterThan(10);
  await store.close();
  server.close();
});
