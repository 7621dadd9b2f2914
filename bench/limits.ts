import { setTimeout as delay } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { seededRandom } from "../src/sandbox/random.ts";
import { type DeskOperation, deskOperations } from "./desk-operations.ts";
import { dataOf, post } from "./post.ts";
import { loadCore, serverCore, startProcess } from "./process.ts";
import type { EmulatorProcess } from "./processes/emulators.ts";
import type { GatewayProcess } from "./processes/gateway.ts";
import type { TextbookProcess } from "./processes/textbook.ts";
import { inShort, median, spread } from "./statistics.ts";
import type { Row } from "./table.ts";

const clientCount = 50;
const thinkMs = 100;
const latencyMs = 50;

const mustReachRatio = 12;
const mostErrorShare = 0.001;

/** The outcome of some time under the documented limits. */
interface Outcome {
  readonly asked: number;
  /** Answers without errors that say what they must. */
  readonly complete: number;
  readonly completePerSecond: number;
  readonly p99Ms: number;
  /** Calls that met a limit. */
  readonly refused: number;
}

/** Measures gateway and baseline under the documented limits: the gateway without its caches, and with them. */
export async function underLimits(options: {
  readonly pairs: number;
  readonly seconds: number;
  readonly progress: (line: string) => void;
}): Promise<Row[]> {
  const { pairs, seconds, progress } = options;
  const emulators = startProcess<EmulatorProcess>("emulators", { core: loadCore });
  const gateway = startProcess<GatewayProcess>("gateway", { core: serverCore });
  const textbook = startProcess<TextbookProcess>("textbook", { core: serverCore });
  const operations = deskOperations();

  const free = await emulators.ask("open", { latencyMs: 0, limits: false });
  const expected = await sameAnswers(operations, [
    await gateway.ask("open", {
      addresses: free,
      reads: { keeps: false, shares: true },
      limits: false,
    }),
    await textbook.ask("open", free),
  ]);

  const measure = async (name: string, open: "textbook" | { readonly keeps: boolean }): Promise<Outcome> => {
    const addresses = await emulators.ask("open", { latencyMs, limits: true });
    const url =
      open === "textbook"
        ? await textbook.ask("open", addresses)
        : await gateway.ask("open", {
            addresses,
            reads: { keeps: open.keeps, shares: true },
            limits: true,
          });
    const clients = await runClients(url, operations, expected, seconds);
    const calls = Object.entries(await emulators.ask("calls"));
    const refused = calls.reduce((sum, [, counted]) => sum + counted.refused, 0);
    const { asked, complete, completePerSecond, p99Ms } = clients;
    const perSystem = calls.map(([system, { made }]) => `${made} of ${system}`).join(", ");
    progress(
      `limits, ${name}: ${complete} of ${asked} complete, ${inShort(completePerSecond)} a second, p99 ${inShort(p99Ms)} ms, calls ${perSystem}, ${refused} answered 429`,
    );
    return { ...clients, refused };
  };
  const runs: Record<"off" | "on" | "baseline", Outcome[]> = { off: [], on: [], baseline: [] };
  for (let pair = 1; pair <= pairs; pair += 1) {
    runs.off.push(await measure("caches off", { keeps: false }));
    runs.baseline.push(await measure("baseline", "textbook"));
    runs.on.push(await measure("caches on", { keeps: true }));
  }
  await Promise.all([gateway.stop(), textbook.stop(), emulators.stop()]);

  const ratios = runs.off.map(
    ({ completePerSecond }, at) => completePerSecond / (runs.baseline[at]?.completePerSecond ?? Number.NaN),
  );
  const perSecond = (outcomes: readonly Outcome[]) =>
    inShort(median(outcomes.map(({ completePerSecond }) => completePerSecond)));
  return [
    {
      bench: "limits, caches off",
      mustReach: `0 answers 429, errors <= 0.1 %, >= ${mustReachRatio}x`,
      measured: [
        ...facts(runs.off),
        `${spread(ratios)}x`,
        `${perSecond(runs.off)} complete a second against ${perSecond(runs.baseline)}`,
      ].join("; "),
      reached: isClean(runs.off) && median(ratios) >= mustReachRatio,
    },
    {
      bench: "limits, caches on",
      mustReach: "0 answers 429, everything asked is answered",
      measured: [...facts(runs.on), `${perSecond(runs.on)} complete a second`].join("; "),
      reached: isClean(runs.on) && runs.on.every(({ asked, complete }) => asked === complete),
    },
  ];
}

const refusedIn = (outcomes: readonly Outcome[]) => outcomes.reduce((sum, { refused }) => sum + refused, 0);
const failedIn = (outcomes: readonly Outcome[]) =>
  outcomes.reduce((sum, { asked, complete }) => sum + asked - complete, 0);
const askedIn = (outcomes: readonly Outcome[]) => outcomes.reduce((sum, { asked }) => sum + asked, 0);

const facts = (outcomes: readonly Outcome[]): string[] => [
  `${refusedIn(outcomes)} answers 429`,
  `${failedIn(outcomes)} errors in ${askedIn(outcomes)}`,
  `p99 ${inShort(median(outcomes.map(({ p99Ms }) => p99Ms)))} ms`,
];

const isClean = (outcomes: readonly Outcome[]): boolean =>
  refusedIn(outcomes) === 0 && failedIn(outcomes) <= mostErrorShare * askedIn(outcomes);

/** The data that both gateways answer to each operation. @throws when they differ: they would not be doing the same. */
async function sameAnswers(
  operations: readonly DeskOperation[],
  urls: readonly [string, string],
): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const operation of operations) {
    const [ours, theirs] = await Promise.all([dataOf(urls[0], operation), dataOf(urls[1], operation)]);
    if (!isDeepStrictEqual(ours, theirs)) {
      const texts = [ours, theirs].map((data) => JSON.stringify(data));
      throw new Error(`${operation.name} is answered in two ways:\n${texts.join("\n")}`);
    }
    answers.push(ours);
  }
  return answers;
}

/** Clients that ask, look at the answer, think, and ask again; what they ask is drawn, the same in each run. */
async function runClients(
  url: string,
  operations: readonly DeskOperation[],
  expected: readonly unknown[],
  seconds: number,
): Promise<Omit<Outcome, "refused">> {
  const startedMs = performance.now();
  const endMs = startedMs + seconds * 1_000;
  const durationsMs: number[] = [];
  let complete = 0;
  const client = async (number: number): Promise<void> => {
    const random = seededRandom(`client/${number}`);
    while (performance.now() < endMs) {
      const drawn = random.integer(0, operations.length - 1);
      const operation = operations[drawn];
      if (!operation) throw new Error("There are no operations.");
      const askedMs = performance.now();
      const { data, errors } = await post(url, operation);
      durationsMs.push(performance.now() - askedMs);
      if (!errors && !isDeepStrictEqual(data, expected[drawn])) {
        throw new Error(`${operation.name} was answered wrong: ${JSON.stringify(data)}`);
      }
      if (!errors) complete += 1;
      await delay(thinkMs);
    }
  };
  await Promise.all(Array.from({ length: clientCount }, (_, number) => client(number)));
  const tookSeconds = (performance.now() - startedMs) / 1_000;
  const sortedMs = durationsMs.toSorted((a, b) => a - b);
  return {
    asked: durationsMs.length,
    complete,
    completePerSecond: complete / tookSeconds,
    p99Ms: sortedMs[Math.floor(sortedMs.length * 0.99)] ?? Number.NaN,
  };
}
