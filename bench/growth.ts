import { dataOf } from "./post.ts";
import { type BenchProcess, loadCore, serverCore, startProcess } from "./process.ts";
import type { EmulatorProcess } from "./processes/emulators.ts";
import type { GatewayProcess } from "./processes/gateway.ts";
import { inShort, median } from "./statistics.ts";
import type { Row } from "./table.ts";

/** Rows in each upstream collection. */
const collectionSizes = [100, 1_000, 10_000] as const;
const pageSizes = [10, 100] as const;

const coldRounds = 5;
const warmUps = 40;
/** Warm operations are measured in rounds, of which the middle one counts. */
const warmRounds = 5;
const perWarmRound = 40;
/** A gateway that reads everything anew for each operation would take minutes. */
const mostWarmMs = 6_000;

/** How far figures that must be equal may lie apart: what repeated runs of one differ by. */
const tolerance = 1.25;
const mostBlockedMs = 50;
const repeatedOperations = 300;
const repeatedDocuments = 20;
/** Bytes that may be left of operations that are asked again: noise of the collector. */
const mostLeftBytes = 1024 * 1024;

/** The cost of one size of the collections. */
interface Measured {
  readonly rows: number;
  readonly coldCpuMs: number;
  readonly coldMs: number;
  /** CPU for one row of a page, in microseconds, by size of the page. */
  readonly warmCpuMicros: readonly number[];
  readonly heapBytes: number;
  readonly leftBytes: number;
  readonly blockedMs: number;
}

/** Measures a page of people joined to users over collections of growing size. */
export async function growth(options: { readonly progress: (line: string) => void }): Promise<Row[]> {
  const measured: Measured[] = [];
  for (const rows of collectionSizes) {
    const emulators = startProcess<EmulatorProcess>("emulators", { core: loadCore });
    const gateway = startProcess<GatewayProcess>("gateway", { core: serverCore, flags: ["--expose-gc"] });
    const one = await measureSize(rows, emulators, gateway);
    await Promise.all([gateway.stop(), emulators.stop()]);
    measured.push(one);
    options.progress(
      `growth, ${rows} rows: cold ${inShort(one.coldCpuMs)} ms of CPU in ${inShort(one.coldMs)} ms, warm ${one.warmCpuMicros.map(inShort).join(" and ")} us a row, heap ${mebibytes(one.heapBytes)}, blocked ${inShort(one.blockedMs)} ms`,
    );
  }
  return toRows(measured);
}

async function measureSize(
  rows: number,
  emulators: BenchProcess<EmulatorProcess>,
  gateway: BenchProcess<GatewayProcess>,
): Promise<Measured> {
  const addresses = await emulators.ask("open", {
    latencyMs: 0,
    limits: false,
    repeats: true,
    sizes: { people: rows, users: rows },
  });
  const open = () => gateway.ask("open", { addresses, reads: { keeps: true, shares: true }, limits: false });

  let asked = 0;
  /** Each document is another one unless its name is given, so that no answer can be given again as a whole. */
  const ask = async (url: string, first: number, name = `name${asked}`): Promise<void> => {
    asked += 1;
    const query = `query { people(first: ${first}) { nodes { id ${name}: firstName user { id displayName } } } }`;
    const { people } = (await dataOf(url, { query, variables: {} })) as {
      people: { nodes: { user: object | null }[] };
    };
    const joined = people.nodes.filter(({ user }) => user).length;
    if (people.nodes.length < first || joined < first / 2)
      throw new Error("The page is not what it must be.");
  };
  const cpuMsOf = async (work: () => Promise<void>): Promise<number> => {
    const beforeMs = await gateway.ask("cpuMs");
    await work();
    return (await gateway.ask("cpuMs")) - beforeMs;
  };

  const cold: { readonly cpuMs: number; readonly ms: number }[] = [];
  let blockedMs = 0;
  let url = "";
  // The first round warms the process up.
  for (let round = 0; round <= coldRounds; round += 1) {
    url = await open();
    // Forgets what building the schema blocked.
    await gateway.ask("blockedMs");
    const startedMs = performance.now();
    const cpuMs = await cpuMsOf(() => ask(url, 100));
    if (round === 0) continue;
    cold.push({ cpuMs, ms: performance.now() - startedMs });
    blockedMs = Math.max(blockedMs, await gateway.ask("blockedMs"));
  }

  const warm = async (first: number): Promise<number> => {
    const endMs = performance.now() + mostWarmMs;
    for (let at = 0; at < warmUps && performance.now() < endMs; at += 1) await ask(url, first);
    const perRowMicros: number[] = [];
    while (perRowMicros.length < warmRounds) {
      let operations = 0;
      const cpuMs = await cpuMsOf(async () => {
        do {
          await ask(url, first);
          operations += 1;
        } while (operations < perWarmRound && performance.now() < endMs);
      });
      perRowMicros.push((cpuMs * 1_000) / (operations * first));
    }
    return median(perRowMicros);
  };
  await gateway.ask("blockedMs");
  const warmCpuMicros: number[] = [];
  for (const first of pageSizes) warmCpuMicros.push(await warm(first));
  blockedMs = Math.max(blockedMs, await gateway.ask("blockedMs"));

  /** Bytes that live after as many operations again, in the same documents each time. */
  const heapBytesAfterMore = async (): Promise<number> => {
    const endMs = performance.now() + mostWarmMs;
    for (let at = 0; at < repeatedOperations && performance.now() < endMs; at += 1) {
      await ask(url, 100, `again${at % repeatedDocuments}`);
    }
    return (await gateway.ask("memory")).heapBytes;
  };
  // The first time fills what may be filled.
  const heapBeforeBytes = await heapBytesAfterMore();
  const heapBytes = await heapBytesAfterMore();
  return {
    rows,
    coldCpuMs: median(cold.map(({ cpuMs }) => cpuMs)),
    coldMs: median(cold.map(({ ms }) => ms)),
    warmCpuMicros,
    heapBytes,
    leftBytes: heapBytes - heapBeforeBytes,
    blockedMs,
  };
}

const mebibytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;

function toRows(measured: readonly Measured[]): Row[] {
  const sizes = measured.map(({ rows }) => inShort(rows)).join(" / ");
  const each = (figure: (one: Measured) => number) => measured.map((one) => inShort(figure(one))).join(" / ");
  const colds = measured.map(({ coldCpuMs }) => coldCpuMs);
  return [
    ...pageSizes.map((first, at): Row => {
      const figures = measured.map(({ warmCpuMicros }) => warmCpuMicros[at] ?? Number.NaN);
      return {
        bench: `growth warm, page of ${first}`,
        mustReach: `the same CPU a row over ${sizes} rows`,
        measured: `${figures.map(inShort).join(" / ")} us a row`,
        reached: Math.max(...figures) <= tolerance * (figures[0] ?? Number.NaN),
      };
    }),
    {
      bench: "growth cold",
      mustReach: "at most linear",
      measured: `${each(({ coldCpuMs }) => coldCpuMs)} ms of CPU, ${each(({ coldMs }) => coldMs)} ms`,
      // Ten times as many rows, ten times the cost.
      reached: colds.every((cost, at) => at === 0 || cost <= 10 * (colds[at - 1] ?? Number.NaN)),
    },
    {
      bench: "growth memory",
      mustReach: "bounded: operations asked again leave nothing",
      measured: `heap of ${measured.map(({ heapBytes }) => mebibytes(heapBytes)).join(" / ")}, ${measured.map(({ leftBytes }) => mebibytes(leftBytes)).join(" / ")} more than ${repeatedOperations} operations before`,
      reached: measured.every(({ leftBytes }) => leftBytes <= mostLeftBytes),
    },
    {
      bench: "growth event loop",
      mustReach: `never blocked over ${mostBlockedMs} ms`,
      measured: `${each(({ blockedMs }) => blockedMs)} ms at most`,
      reached: measured.every(({ blockedMs }) => blockedMs <= mostBlockedMs),
    },
  ];
}
