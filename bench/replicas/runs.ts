import { setTimeout as delay } from "node:timers/promises";
import type { ReplicaOptions } from "../processes/replica.ts";
import type { Row } from "../table.ts";
import { type Judge, overBucket, overWindow, startJudge } from "./judge.ts";
import { cuttable, type RedisProcess, runRedis } from "./redis-process.ts";
import { type ReplicaProcess, startReplica } from "./replica-process.ts";

type LimitName = ReplicaOptions["limits"];

const redisPort = 24_379;
const callers = 40;

interface Bench {
  readonly judge: Judge;
  readonly redis: RedisProcess;
  /** Starts a replica; without an address it is alone. */
  start(limits: LimitName, redisUrl?: string, expected?: number): Promise<ReplicaProcess>;
}

const over = {
  assembly: (times: readonly number[]) => overWindow(times, 30, 1_000),
  assembled: (times: readonly number[]) => overBucket(times, 20, 5) + overWindow(times, 300, 60_000),
  replies: (times: readonly number[]) => overWindow(times, 60, 60_000),
};

const madeBy = async (replicas: readonly ReplicaProcess[]): Promise<number[]> =>
  Promise.all(replicas.map(async (replica) => (await replica.figures()).made));
const end = (replicas: readonly ReplicaProcess[]): void => {
  for (const replica of replicas) replica.signal("SIGKILL");
};
const share = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`;

/** Has replicas that begin at once call for some seconds. @returns calls of each, and those over the limit. */
async function saturate(bench: Bench, limits: LimitName, count: number, seconds: number, busy = count) {
  const replicas = await Promise.all(
    Array.from({ length: Math.max(1, count) }, () =>
      bench.start(limits, count === 0 ? undefined : bench.redis.url, Math.max(1, count)),
    ),
  );
  await delay(1_500);
  bench.judge.reset();
  await Promise.all(replicas.slice(0, Math.max(1, busy)).map((replica) => replica.load(callers)));
  await delay(seconds * 1_000);
  const made = await madeBy(replicas);
  end(replicas);
  const times = bench.judge.counted();
  // What an earlier replica of the run made is not remembered by the next.
  await bench.redis.flush();
  return { made, counted: times.length, over: over[limits](times) };
}

async function r1(bench: Bench, limits: LimitName, seconds: number): Promise<Row> {
  const alone = await saturate(bench, limits, 0, seconds);
  const both = await saturate(bench, limits, 2, seconds);
  return {
    bench: `R1, ${limits}, both saturated, ${seconds} s`,
    mustReach: "0 over; >= 95 % of what one process makes",
    measured: `${both.over} over; ${both.counted} of ${alone.counted} calls (${share(both.counted, alone.counted)})`,
    reached: both.over === 0 && both.counted >= 0.95 * alone.counted,
  };
}

async function r2(bench: Bench, count: number): Promise<Row> {
  const { made, over: exceeded } = await saturate(bench, "assembly", count, 15);
  const equal = made.reduce((sum, one) => sum + one, 0) / count;
  const slowest = Math.min(...made);
  return {
    bench: `R2, ${count} saturated`,
    mustReach: "the slowest >= 80 % of an equal part",
    measured: `${made.join(" : ")}; ${share(slowest, equal)}; ${exceeded} over`,
    reached: slowest >= 0.8 * equal && exceeded === 0,
  };
}

async function r3(bench: Bench): Promise<Row> {
  const alone = await saturate(bench, "assembly", 0, 10);
  const busy = await saturate(bench, "assembly", 2, 10, 1);
  const [a, b] = await Promise.all([0, 1].map(() => bench.start("assembly", bench.redis.url)));
  if (!a || !b) throw new Error("No replicas.");
  await delay(1_500);
  await a.load(callers);
  const askedMs = performance.now();
  const heldBy = async () =>
    ((await a.figures()).state as { units: { assembly: { held: number } } }).units.assembly.held;
  while ((await heldBy()) < 29 && performance.now() - askedMs < 5_000) await delay(2);
  const hasMs = performance.now() - askedMs;
  end([a, b]);
  await bench.redis.flush();
  return {
    bench: "R3, one busy, one idle",
    mustReach: "0 over; >= 90 % of what one process makes; the units within 100 ms",
    measured: `${busy.over} over; ${share(busy.counted, alone.counted)}; ${Math.round(hasMs)} ms`,
    reached: busy.over === 0 && busy.counted >= 0.9 * alone.counted && hasMs <= 100,
  };
}

async function r4(bench: Bench): Promise<Row> {
  const p99: number[] = [];
  for (const url of [undefined, bench.redis.url]) {
    const replicas = await Promise.all([0, 1].map(() => bench.start("assembly", url)));
    await delay(1_500);
    await replicas[0]?.load(1, 60);
    await delay(10_000);
    const waits = (await replicas[0]?.figures())?.waitsMs ?? [];
    p99.push(waits[Math.floor(waits.length * 0.99)] ?? Number.NaN);
    end(replicas);
  }
  await bench.redis.flush();
  const [alone = Number.NaN, shared = Number.NaN] = p99;
  return {
    bench: "R4, nothing limited",
    mustReach: "wait of a call: p99 <= 1 ms beyond one process",
    measured: `p99 ${alone} ms alone, ${shared} ms with Redis`,
    reached: shared - alone <= 1,
  };
}

/** Something that happens to Redis or to a replica in mid-load. */
interface Trouble {
  readonly name: string;
  readonly seconds: number;
  run(bench: Bench, replicas: ReplicaProcess[]): Promise<void>;
}

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
    async run(bench, replicas) {
      replicas[0]?.signal("SIGKILL");
      await delay(2_000);
      replicas[0] = await bench.start("assembly", bench.redis.url);
      await replicas[0].load(callers);
    },
  },
  {
    name: "R7, a replica stopped for 14 s, replaced, resumed",
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

async function trouble(bench: Bench, { name, run, seconds }: Trouble): Promise<Row> {
  const replicas = await Promise.all([0, 1].map(() => bench.start("assembly", bench.redis.url)));
  await delay(1_500);
  bench.judge.reset();
  await Promise.all(replicas.map((replica) => replica.load(callers)));
  await delay(4_000);
  const before = bench.judge.counted().length;
  await run(bench, replicas);
  await delay(seconds * 1_000);
  const times = bench.judge.counted();
  const figures = await Promise.all(replicas.map((replica) => replica.figures()));
  end(replicas);
  const exceeded = over.assembly(times);
  const failures = figures.flatMap(({ failed }) =>
    Object.entries(failed).map(([code, count]) => `${count} ${code}`),
  );
  const lastMs = times.at(-1) ?? 0;
  const rate = times.filter((atMs) => atMs > lastMs - 5_000).length / 5;
  const gaps = times.slice(1).map((atMs, at) => atMs - (times[at] ?? atMs));
  await bench.redis.kill();
  await bench.redis.start();
  return {
    bench: name,
    mustReach: "0 over; no operation fails; the full rate at the end",
    measured: `${exceeded} over; ${times.length} calls, ${rate}/s at the end (${before / 4}/s before); longest pause of both ${Math.round(Math.max(...gaps))} ms; failed: ${failures.join(", ") || "none"}`,
    reached: exceeded === 0 && failures.length === 0 && rate >= 25,
  };
}

async function r7cut(bench: Bench): Promise<Row> {
  const way = await cuttable(redisPort);
  const replicas = [await bench.start("assembly", way.url), await bench.start("assembly", bench.redis.url)];
  await delay(1_500);
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

async function r12(bench: Bench): Promise<Row> {
  const replicas = await Promise.all([0, 1].map(() => bench.start("assembly", bench.redis.url)));
  await delay(1_500);
  bench.judge.reset();
  await Promise.all(replicas.map((replica) => replica.load(10, 300)));
  for (let restart = 0; restart < 6; restart += 1) {
    await delay(1_000);
    await replicas[restart % 2]?.leave();
    const next = await bench.start("assembly", bench.redis.url);
    replicas[restart % 2] = next;
    await next.load(10, 300);
  }
  await delay(3_000);
  const figures = await Promise.all(replicas.map((replica) => replica.figures()));
  const failures = figures.flatMap(({ failed }) => Object.entries(failed));
  const times = bench.judge.counted();
  end(replicas);
  await bench.redis.flush();
  return {
    bench: "R12, both restarted in turn, 3 times",
    mustReach: "0 over; nothing fails",
    measured: `${over.assembly(times)} over; ${times.length} calls; failed: ${failures.join(", ") || "none"}`,
    reached: over.assembly(times) === 0 && failures.length === 0,
  };
}

/** Two replicas and more over a judge and a Redis of their own. @param only part of the names of the runs that are made. */
export async function replicaRuns({
  only = "R",
  progress,
}: {
  readonly only?: string;
  readonly progress: (line: string) => void;
}): Promise<Row[]> {
  const judge = await startJudge();
  const redis = await runRedis(redisPort);
  const start: Bench["start"] = (limits, redisUrl, expected = 2) =>
    startReplica({ judgeUrl: judge.url, redisUrl, expected, limits });
  const bench: Bench = { judge, redis, start };
  const runs: readonly (readonly [string, () => Promise<Row>])[] = [
    ["R1 assembly", () => r1(bench, "assembly", 30)],
    ["R1 assembled", () => r1(bench, "assembled", 40)],
    ["R1 replies", () => r1(bench, "replies", 40)],
    ["R2 two", () => r2(bench, 2)],
    ["R2 three", () => r2(bench, 3)],
    ["R3", () => r3(bench)],
    ["R4", () => r4(bench)],
    ...troubles.map((made): [string, () => Promise<Row>] => [made.name, () => trouble(bench, made)]),
    ["R7 cut off", () => r7cut(bench)],
    ["R12", () => r12(bench)],
  ];
  const rows: Row[] = [];
  for (const [name, run] of runs) {
    if (!name.includes(only)) continue;
    const row = await run();
    progress(`${row.bench}: ${row.measured}`);
    rows.push(row);
  }
  await redis.kill();
  judge.close();
  return rows;
}
