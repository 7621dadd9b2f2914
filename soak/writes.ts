import { monitorEventLoopDelay } from "node:perf_hooks";
import { compareAudit, readAudit } from "./audited.ts";
import { runFailing } from "./failing.ts";
import { judge, type MutationAnswer } from "./history.ts";
import { report } from "./report.ts";
import { runMutations } from "./run.ts";
import { openTarget } from "./target.ts";
import { readTruth } from "./truth.ts";

/**
 * Lets time pass faster for gateway and systems alike, so that the documented rates, which the gateway keeps to, do not
 * make it last half an hour.
 */
const speed = 10;
const concurrency = 24;
const failingCallsEach = 1_000;
/** How often the heap is looked at. */
const samples = 20;
/** Time for connections that are no longer used to be closed. */
const quietMs = 8_000;

/**
 * Makes writes under random faults and asks the systems what became of them.
 * @param seed draws the writes and the faults.
 * @param mutations how many, a multiple of 20.
 * @returns what must not be.
 */
export async function runWrites(seed: string, mutations: number): Promise<readonly string[]> {
  await using target = await openTarget({ speed });
  const { clock, gateway, sandbox } = target;
  const eventLoop = monitorEventLoopDelay({ resolution: 5 });
  eventLoop.enable();
  let longestMs = 0;
  const post = async (query: string, requestId?: string): Promise<MutationAnswer> => {
    const startedMs = performance.now();
    const response = await fetch(`${gateway.url}/graphql`, {
      method: "POST",
      // Connections that the client keeps would be counted as the gateway's.
      headers: {
        "content-type": "application/json",
        connection: "close",
        ...(requestId !== undefined && { "x-request-id": requestId }),
      },
      body: JSON.stringify({ query }),
    });
    const answer = (await response.json()) as MutationAnswer;
    longestMs = Math.max(longestMs, performance.now() - startedMs);
    return answer;
  };
  const soaked = { sandbox, clock, post };
  const quiet = () => new Promise((resolve) => setTimeout(resolve, quietMs));
  const systems = [sandbox.assembly, sandbox.assembled, sandbox.web1on1];

  // Once around, so that what is made once is made.
  await runMutations(soaked, { seed, mutations: 200, concurrency, firstNumber: mutations });
  await quiet();
  for (const system of systems) system.clearJournal();
  const before = await gateway.figures();
  const linesBefore = readAudit(target.auditFile).length;

  const heapBytes: number[] = [];
  let gatewayStallMs = 0;
  eventLoop.reset();
  longestMs = 0;
  const startedMs = performance.now();
  const history = await runMutations(soaked, {
    seed,
    mutations,
    concurrency,
    async onProgress(done) {
      if (done % (mutations / samples) !== 0) return;
      const figures = await gateway.figures();
      heapBytes.push(figures.heapBytes);
      gatewayStallMs = Math.max(gatewayStallMs, figures.stallMs);
    },
  });
  const tookMs = performance.now() - startedMs;
  const stallMs = gatewayStallMs + eventLoop.max / 1e6;
  const requests = systems.reduce((sum, { journal }) => sum + journal.length, 0);
  const verdict = judge(history, await readTruth(sandbox));
  const audit = compareAudit(history, readAudit(target.auditFile).slice(linesBefore));
  const failing = await runFailing(soaked, failingCallsEach);
  await quiet();
  const after = await gateway.figures();
  const isAlive = gateway.isAlive;

  const { text, violations } = report({
    seed,
    speed,
    history,
    verdict,
    audit,
    requests,
    tookMs,
    longestMs,
    stallMs,
    failing,
    heapBytes,
    handles: { before: before.handles, after: after.handles },
    isAlive,
  });
  process.stdout.write(text);
  return violations;
}
