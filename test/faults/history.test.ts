import { expect, test } from "vitest";
import { compareAudit } from "../../soak/audited.ts";
import { fastClock } from "../../soak/fast-clock.ts";
import { judge } from "../../soak/history.ts";
import { runMutations } from "../../soak/run.ts";
import { readTruth } from "../../soak/truth.ts";
import { testNowMs } from "../support/clock.ts";
import { startServer } from "../support/server.ts";

const mutations = 200;

test("under random faults no acknowledged write is lost, none is doubled, and none was done that was refused", async () => {
  const clock = fastClock(20, testNowMs, 5);
  await using server = await startServer({ clock, sandbox: { enforceLimits: false } });
  const post = async (query: string, requestId = "") =>
    (await server.post({ query }, { "x-request-id": requestId })).json;
  const history = await runMutations(
    { sandbox: server.sandbox, clock, post },
    { seed: "a seed", mutations, concurrency: 16 },
  );
  const { counts, lost, doubled, contradicted } = judge(history, await readTruth(server.sandbox));
  expect({ lost, doubled, contradicted }).toEqual({ lost: [], doubled: [], contradicted: [] });
  const audit = compareAudit(
    history,
    server.auditLines.map((line) => JSON.parse(line)),
  );
  expect(audit).toEqual({ lines: mutations, missing: [], repeated: [], wrong: [], unsent: [] });
  expect(counts.acked + counts.refused + counts.unknown).toBe(mutations);
  // A history without some of each shows nothing.
  expect(Math.min(counts.acked, counts.refused, counts.unknown)).toBeGreaterThan(0);
  expect(server.logLines.filter((line) => line.includes('"msg":"fault"'))).toEqual([]);
}, 30_000);
