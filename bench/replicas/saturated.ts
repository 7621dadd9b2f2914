import { setTimeout as delay } from "node:timers/promises";
import type { Row } from "../table.ts";
import { type Bench, callers, end, type LimitName, madeBy, over, settlingMs, share } from "./bench.ts";

/** Has replicas that begin at once call for some seconds. @returns calls of each, and those over the limit. */
async function saturate(bench: Bench, limits: LimitName, count: number, seconds: number, busy = count) {
  const replicas = await Promise.all(
    Array.from({ length: Math.max(1, count) }, () =>
      bench.start(limits, count === 0 ? undefined : bench.redis.url, Math.max(1, count)),
    ),
  );
  await delay(settlingMs);
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

/** Two replicas that are saturated, beside one process. */
export async function r1(bench: Bench, limits: LimitName, seconds: number): Promise<Row> {
  const alone = await saturate(bench, limits, 0, seconds);
  const both = await saturate(bench, limits, 2, seconds);
  return {
    bench: `R1, ${limits}, both saturated, ${seconds} s`,
    mustReach: "0 over; >= 95 % of what one process makes",
    measured: `${both.over} over; ${both.counted} of ${alone.counted} calls (${share(both.counted, alone.counted)})`,
    reached: both.over === 0 && both.counted >= 0.95 * alone.counted,
  };
}

/** The parts that saturated replicas have. */
export async function r2(bench: Bench, count: number): Promise<Row> {
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

/** One replica that is busy beside one that is idle. */
export async function r3(bench: Bench): Promise<Row> {
  const alone = await saturate(bench, "assembly", 0, 10);
  const busy = await saturate(bench, "assembly", 2, 10, 1);
  const [a, b] = await Promise.all([0, 1].map(() => bench.start("assembly", bench.redis.url)));
  if (!a || !b) throw new Error("No replicas.");
  await delay(settlingMs);
  await a.load(callers);
  const askedMs = performance.now();
  const heldBy = async () => (await a.figures()).state?.units.assembly?.held ?? 0;
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
