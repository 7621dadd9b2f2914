import { setTimeout as delay } from "node:timers/promises";
import type { ReplicaFigures } from "../processes/replica.ts";
import { median } from "../statistics.ts";
import type { Row } from "../table.ts";
import { end, settlingMs } from "./bench.ts";
import { startJudge } from "./judge.ts";
import type { RedisProcess } from "./redis-process.ts";
import { startReplica } from "./replica-process.ts";

const rounds = 5;
const seconds = 4;
/** Of the answers, so that there are thousands of calls. */
const latencyMs = { least: 1, more: 1 };

const at = (waitsMs: readonly number[], part: number): number =>
  waitsMs[Math.floor(waitsMs.length * part)] ?? Number.NaN;

/** The time from asking for a call to its sending where nothing is limited, for one caller, of one process and of one of two replicas. */
export async function r4(redis: RedisProcess): Promise<Row> {
  const judge = await startJudge(latencyMs);
  const measure = async (redisUrl: string | undefined): Promise<ReplicaFigures> => {
    const options = { judgeUrl: judge.url, redisUrl, expected: 2, limits: "wide" } as const;
    const replicas = await Promise.all([0, 1].map(() => startReplica(options)));
    await delay(settlingMs);
    const [asked] = replicas;
    if (!asked) throw new Error("There are two.");
    asked.prefer();
    await asked.load(1);
    await delay(seconds * 1_000);
    const figures = await asked.figures();
    end(replicas);
    // Units of replicas that were killed come back late.
    await redis.flush();
    return figures;
  };
  const rows: (readonly [alone: ReplicaFigures, shared: ReplicaFigures])[] = [];
  for (let round = 0; round < rounds; round += 1) {
    rows.push([await measure(undefined), await measure(redis.url)]);
  }
  judge.close();
  const side = (place: 0 | 1, part: number) => median(rows.map((row) => at(row[place].waitsMs, part)));
  const told = [0.5, 0.99].map((part) => `${side(1, part).toFixed(2)} (${side(0, part).toFixed(2)})`);
  const beyondMs = median(rows.map(([one, both]) => at(both.waitsMs, 0.99) - at(one.waitsMs, 0.99)));
  const total = (of: (figures: ReplicaFigures) => number) =>
    rows.reduce((sum, [, both]) => sum + of(both), 0);
  const late = total(({ sentLater }) => sentLater);
  return {
    bench: "R4, nothing limited",
    mustReach:
      "p99 of the time before a call is sent <= 1 ms beyond one process; no call waits for a command",
    measured: `p50 ${told[0]}, p99 ${told[1]} ms (of one process), ${beyondMs.toFixed(2)} ms beyond; ${late} of ${total(({ made }) => made)} calls sent in a later turn of the event loop`,
    reached: beyondMs <= 1 && late === 0,
  };
}
