import { setTimeout as delay } from "node:timers/promises";
import { type DeskOperation, deskOperations } from "./desk-operations.ts";
import { loadCore, serverCore, startProcess } from "./process.ts";
import type { EmulatorProcess } from "./processes/emulators.ts";
import type { GatewayProcess } from "./processes/gateway.ts";
import { inShort, median, percentile } from "./statistics.ts";
import type { Row } from "./table.ts";

const greedyConnections = 30;
/** Between two operations of the modest client, which keeps well below a half of every rate. */
const modestPauseMs = 250;
/** Without an answer that comes at once, a refused connection would ask thousands of times a second. */
const refusedPauseMs = 50;
const latencyMs = 10;

const mostRatio = 2;

/** The outcome of one client's time. */
interface Outcome {
  readonly durationsMs: readonly number[];
  /** Answers with errors, and those with another status than 200. */
  readonly failed: number;
}

const modestDocuments = [
  "query ($key: String!) { account(by: { domain: $key }) { name } }",
  "query ($key: ID!) { person(by: { id: $key }) { firstName } }",
  "query ($key: ID!) { user(by: { id: $key }) { displayName } }",
];

/**
 * Measures a client that reads one object at a time, alone and beside a client with thirty connections, both without
 * the cache and under the documented rate limits.
 */
export async function fairness(options: {
  readonly pairs: number;
  readonly seconds: number;
  readonly progress: (line: string) => void;
}): Promise<Row> {
  const { pairs, progress, seconds } = options;
  const emulators = startProcess<EmulatorProcess>("emulators", { core: loadCore });
  const gateway = startProcess<GatewayProcess>("gateway", { core: serverCore });
  const desk = deskOperations();
  const alone: number[] = [];
  const beside: number[] = [];
  let failed = 0;
  for (let pair = 1; pair <= pairs; pair += 1) {
    const addresses = await emulators.ask("open", { latencyMs, limits: true });
    const reads = { keeps: true, shares: true };
    const url = await gateway.ask("open", { addresses, reads, limits: true, clients: true });
    await modestClient(url, desk, 2);
    const first = await modestClient(url, desk, seconds);
    await emulators.ask("calls");
    const [second, greedy] = await Promise.all([
      modestClient(url, desk, seconds),
      greedyClient(url, desk, seconds),
    ]);
    const calls = Object.values(await emulators.ask("calls"));
    const refused = calls.reduce((sum, counted) => sum + counted.refused, 0);
    const made = calls.reduce((sum, counted) => sum + counted.made, 0);
    alone.push(p99Of(first));
    beside.push(p99Of(second));
    failed += first.failed + second.failed + refused;
    progress(
      `fairness: modest p99 ${inShort(p99Of(first))} ms alone, ${inShort(p99Of(second))} ms beside, ${second.failed} of ${second.durationsMs.length} failed; ` +
        `greedy p99 ${inShort(p99Of(greedy))} ms, ${greedy.failed} of ${greedy.durationsMs.length} failed; ${made} calls, ${refused} answered 429`,
    );
  }
  await Promise.all([gateway.stop(), emulators.stop()]);
  const ratio = median(beside) / median(alone);
  return {
    bench: "fairness",
    mustReach: `p99 beside a greedy client <= ${mostRatio}x that alone, nothing failed`,
    measured: `${inShort(median(beside))} ms against ${inShort(median(alone))} ms; ${failed} failed`,
    reached: ratio <= mostRatio && failed === 0,
  };
}

const p99Of = ({ durationsMs }: Outcome): number => percentile(durationsMs, 0.99);

/** One connection, a look-up of each system in turn. */
async function modestClient(url: string, desk: readonly DeskOperation[], seconds: number): Promise<Outcome> {
  const keysOf = (name: DeskOperation["name"]) => desk.filter((operation) => operation.name === name);
  const objects = [keysOf("accountCard"), keysOf("personCard"), keysOf("userCard")];
  return client(seconds, async (number) => {
    const system = number % objects.length;
    const { variables = {} } = objects[system]?.[number % 5] ?? {};
    const outcome = await ask(url, "modest", { query: modestDocuments[system] ?? "", variables });
    await delay(modestPauseMs);
    return outcome;
  });
}

/** Thirty connections, each of which asks again as soon as it is answered. */
async function greedyClient(url: string, desk: readonly DeskOperation[], seconds: number): Promise<Outcome> {
  const outcomes = await Promise.all(
    Array.from({ length: greedyConnections }, (_, connection) =>
      client(seconds, async (number) => {
        const operation = desk[(connection * 7 + number * 13) % desk.length];
        if (!operation) throw new Error("There are no operations.");
        const outcome = await ask(url, "greedy", operation);
        if (outcome.failed) await delay(refusedPauseMs);
        return outcome;
      }),
    ),
  );
  return {
    durationsMs: outcomes.flatMap(({ durationsMs }) => durationsMs),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
  };
}

async function client(
  seconds: number,
  turn: (number: number) => Promise<{ readonly durationMs: number; readonly failed: boolean }>,
): Promise<Outcome> {
  const endMs = performance.now() + seconds * 1_000;
  const durationsMs: number[] = [];
  let failed = 0;
  for (let number = 0; performance.now() < endMs; number += 1) {
    const outcome = await turn(number);
    durationsMs.push(outcome.durationMs);
    if (outcome.failed) failed += 1;
  }
  return { durationsMs, failed };
}

async function ask(
  url: string,
  name: string,
  operation: Pick<DeskOperation, "query" | "variables">,
): Promise<{ readonly durationMs: number; readonly failed: boolean }> {
  const askedMs = performance.now();
  const response = await fetch(url, {
    method: "POST",
    headers: {
      authorization: `Bearer ${name}`,
      "cache-control": "no-cache",
      "content-type": "application/json",
    },
    body: JSON.stringify(operation),
  });
  const { errors } = (await response.json()) as { readonly errors?: unknown };
  return { durationMs: performance.now() - askedMs, failed: errors !== undefined };
}
