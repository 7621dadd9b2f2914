import { setTimeout as delay } from "node:timers/promises";
import type { Row } from "../table.ts";
import { type Bench, callers, end, failuresOf, madeBy, over, redisPort, settlingMs } from "./bench.ts";
import { cuttable } from "./redis-process.ts";
import type { ReplicaProcess } from "./replica-process.ts";

/** Something that happens to Redis or to a replica in mid-load. */
interface Trouble {
  /** Whether operations fail since their own process stood still. @default none may */
  readonly mayFail?: boolean;
  readonly name: string;
  readonly seconds: number;
  run(bench: Bench, replicas: ReplicaProcess[]): Promise<void>;
  /** More that happens, of which something must hold. @default nothing more happens */
  also?(bench: Bench, replicas: ReplicaProcess[]): Promise<Held>;
}

/** Something that must hold beside what all troubles are measured by. */
interface Held {
  readonly measured: string;
  readonly reached: boolean;
}

/** Longest time until a new replica has its first answer, and how long it is waited for. */
const firstAnswerMs = { most: 1_000, waited: 10_000 };

const troubles: readonly Trouble[] = [
  {
    name: "R5, Redis killed, empty again at once",
    seconds: 12,
    async run({ redis }) {
      await redis.kill();
      await redis.start();
    },
  },
  {
    name: "R5, Redis killed, empty again after 5 s",
    seconds: 15,
    async run({ redis }) {
      await redis.kill();
      await delay(5_000);
      await redis.start();
    },
  },
  { name: "R5, Redis killed, never back", seconds: 30, run: ({ redis }) => redis.kill() },
  {
    name: "R5, Redis stands still for 5 s",
    seconds: 12,
    async run({ redis }) {
      redis.signal("SIGSTOP");
      await delay(5_000);
      redis.signal("SIGCONT");
    },
  },
  { name: "R5, FLUSHALL", seconds: 8, run: ({ redis }) => redis.flush() },
  {
    name: "R6, a replica killed, another 2 s later",
    seconds: 20,
    async run(_bench, replicas) {
      replicas[0]?.signal("SIGKILL");
      await delay(2_000);
    },
    async also(bench, replicas) {
      const another = await bench.start("assembly", bench.redis.url);
      const beganMs = performance.now();
      await another.load(callers);
      while ((await another.figures()).made === 0 && performance.now() - beganMs < firstAnswerMs.waited)
        await delay(20);
      const tookMs = performance.now() - beganMs;
      replicas[0] = another;
      return {
        measured: `the new one has its first answer after ${Math.round(tookMs)} ms, ${firstAnswerMs.most} at most`,
        reached: tookMs <= firstAnswerMs.most,
      };
    },
  },
  {
    name: "R7, a replica stopped for 14 s, replaced, resumed",
    mayFail: true,
    seconds: 12,
    async run(bench, replicas) {
      replicas[0]?.signal("SIGSTOP");
      await delay(2_000);
      const another = await bench.start("assembly", bench.redis.url);
      await another.load(callers);
      await delay(12_000);
      replicas[0]?.signal("SIGCONT");
      replicas.push(another);
    },
  },
];

/** Has something happen to two saturated replicas. */
async function trouble(bench: Bench, { also, mayFail = false, name, run, seconds }: Trouble): Promise<Row> {
  const replicas = await Promise.all([0, 1].map(() => bench.start("assembly", bench.redis.url)));
  await delay(settlingMs);
  bench.judge.reset();
  await Promise.all(replicas.map((replica) => replica.load(callers)));
  await delay(beforeMs);
  const before = bench.judge.counted();
  await run(bench, replicas);
  const held = await also?.(bench, replicas);
  const sharedAgainMs = await untilShared(replicas, seconds * 1_000);
  await delay(Math.max(0, seconds * 1_000 - sharedAgainMs));
  const times = bench.judge.counted();
  const failures = await failuresOf(replicas);
  end(replicas);
  await bench.redis.kill();
  await bench.redis.start();
  const exceeded = over.assembly(times);
  const lastMs = times.at(-1) ?? 0;
  const rate = times.filter((atMs) => atMs > lastMs - 5_000).length / 5;
  return {
    bench: name,
    mustReach: `0 over; ${mayFail ? "" : "no operation fails; "}shared again <= 5 s; no longer pause than before; the full rate at the end`,
    measured: [
      `${exceeded} over`,
      `${times.length} calls, ${rate}/s at the end (${(before.length * 1_000) / beforeMs}/s before)`,
      `longest pause of both ${longestGapMs(times)} ms (${longestGapMs(before)} before)`,
      Number.isFinite(sharedAgainMs)
        ? `shared again within ${(sharedAgainMs / 1_000).toFixed(1)} s`
        : "not shared again",
      `failed: ${failures.join(", ") || "none"}`,
      ...(held ? [held.measured] : []),
    ].join("; "),
    reached:
      exceeded === 0 &&
      held?.reached !== false &&
      (mayFail || failures.length === 0) &&
      rate >= 25 &&
      longestGapMs(times) <= longestGapMs(before) + 200 &&
      (sharedAgainMs <= 5_000 || name.includes("never")),
  };
}

const beforeMs = 4_000;

const longestGapMs = (times: readonly number[]): number =>
  Math.round(Math.max(...times.slice(1).map((atMs, place) => atMs - (times[place] ?? atMs))));

/** @returns milliseconds until all of some replicas share; Infinity if they do not in time. */
async function untilShared(replicas: readonly ReplicaProcess[], forMs: number): Promise<number> {
  const beganMs = performance.now();
  // A replica takes itself to share for a second after the last answer.
  await delay(1_100);
  while (performance.now() - beganMs < forMs) {
    const states = await Promise.all(replicas.map(async (replica) => (await replica.figures()).state));
    if (states.every((state) => state?.redis === "shared")) return performance.now() - beganMs;
    await delay(50);
  }
  return Number.POSITIVE_INFINITY;
}

/** Runs by their names. */
export const troubleRuns = (bench: Bench): (readonly [string, () => Promise<Row>])[] => [
  ...troubles.map((made) => [made.name, () => trouble(bench, made)] as const),
  ["R7, cut off", () => cutOff(bench)],
];

async function cutOff(bench: Bench): Promise<Row> {
  const way = await cuttable(redisPort);
  const replicas = [await bench.start("assembly", way.url), await bench.start("assembly", bench.redis.url)];
  await delay(settlingMs);
  bench.judge.reset();
  await Promise.all(replicas.map((replica) => replica.load(callers)));
  await delay(4_000);
  way.cut();
  await delay(16_000);
  way.mend();
  await delay(8_000);
  const times = bench.judge.counted();
  const made = await madeBy(replicas);
  end(replicas);
  await bench.redis.flush();
  return {
    bench: "R7, a replica cut off from Redis for 16 s",
    mustReach: "0 over",
    measured: `${over.assembly(times)} over; ${made.join(" : ")} calls`,
    reached: over.assembly(times) === 0,
  };
}
