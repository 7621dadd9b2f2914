import type { Row } from "../table.ts";
import { type Bench, redisPort } from "./bench.ts";
import { startJudge } from "./judge.ts";
import { runRedis } from "./redis-process.ts";
import { startReplica } from "./replica-process.ts";
import { rollingRestart } from "./rolling-restart.ts";
import { sameWithRedis } from "./same.ts";
import { r1, r2, r3 } from "./saturated.ts";
import { troubleRuns } from "./troubles.ts";
import { r4 } from "./unlimited.ts";
import { writeRuns } from "./write-runs.ts";

/** Two replicas and more over a judge and a Redis of their own. @param only how the names begin of the runs that are made. */
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
    ["R1 assembled", () => r1(bench, "assembled", 90)],
    ["R1 replies", () => r1(bench, "replies", 90)],
    ["R2 two", () => r2(bench, 2)],
    ["R2 three", () => r2(bench, 3)],
    ["R3", () => r3(bench)],
    ["R4", () => r4(redis)],
    ...troubleRuns(bench),
    ...writeRuns(redis),
    ["R12", () => rollingRestart(redis)],
    ["R13", () => sameWithRedis({ redis, progress })],
  ];
  const rows: Row[] = [];
  for (const [name, run] of runs) {
    if (!name.startsWith(only)) continue;
    const row = await run();
    progress(`${row.bench}: ${row.measured}`);
    rows.push(row);
  }
  await redis.kill();
  judge.close();
  return rows;
}
