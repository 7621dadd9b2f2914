import { openBare } from "./bare.ts";
import { type Directory, openDirectory, type Run, type Target, type Variant, variants } from "./directory.ts";
import { inShort, median, spread } from "./statistics.ts";
import type { Row } from "./table.ts";

/** The means by which a bench is measured. */
export interface Measuring {
  readonly pairs: number;
  /** Length of each load. */
  readonly seconds: number;
  /** Told how far it is. */
  readonly progress: (line: string) => void;
}

/** More, and the machine does something else beside. */
const mostNoise = 0.1;

/** Most memory of the gateway's process once `vars` was sent to it. */
const mostResidentBytes = 220 * 1_048_576;
/** Most CPU for an operation that is always the same, in that of bare `node:http`. */
const mostOfBare = 1.7;

/** Measures one of the four loads, gateway and baseline in turn; `same` has bare `node:http` in turn with both. */
export async function chatDirectory(variant: Variant, measuring: Measuring): Promise<readonly Row[]> {
  const directory = await openDirectory(variant);
  const { baseline, gateway } = directory;
  const bare = variant === "same" ? await openBare(gateway.url, gateway.load) : undefined;
  const bareRuns: Run[] = [];
  if (bare) await directory.run(bare, 1);
  const pairs = await runPairs(directory, [gateway, baseline], variant, measuring, async (seconds) => {
    if (bare) bareRuns.push(await directory.run(bare, seconds));
  });
  const residentBytes = variant === "vars" ? await directory.residentBytes() : undefined;
  await Promise.all([directory.stop(), bare?.stop()]);
  const row = rowOf(variant, pairs, residentBytes);
  return bare ? [row, againstBare(pairs, bareRuns)] : [row];
}

/** The CPU for an operation of the gateway beside that of bare `node:http` in the same round. */
function againstBare(pairs: readonly Pair[], bareRuns: readonly Run[]): Row {
  const ratios = pairs.map(([{ cpuMs }], at) => cpuMs / (bareRuns[at]?.cpuMs ?? Number.NaN));
  const gatewayMs = median(pairs.map(([{ cpuMs }]) => cpuMs));
  const bareMs = median(bareRuns.map(({ cpuMs }) => cpuMs));
  return {
    bench: "chat-directory same, bare",
    mustReach: `<= ${mostOfBare}x the CPU of bare node:http with the answer as ready bytes`,
    measured: `${spread(ratios)}x; CPU ${inShort(gatewayMs)} against ${inShort(bareMs)} ms each`,
    reached: median(ratios) <= mostOfBare,
  };
}

/** @param residentBytes memory of the gateway's process at the end, where it is bounded. */
function rowOf(variant: Variant, pairs: readonly Pair[], residentBytes: number | undefined): Row {
  const { mustReach } = variants[variant];
  const ratios = pairs.map(ratioOf);
  // What else runs on the machine takes time from a server, but none of its CPU.
  const cpuRatio = median(pairs.map(([gateway, baseline]) => baseline.cpuMs / gateway.cpuMs));
  const both = (figure: (run: Run) => number) =>
    [0, 1].map((side) => inShort(median(pairs.map((pair) => figure(pair[side as 0 | 1]))))).join(" against ");
  return {
    bench: `chat-directory ${variant}`,
    mustReach: `>= ${mustReach}x${residentBytes === undefined ? "" : `, <= ${mebibytes(mostResidentBytes)} RSS`}`,
    measured: [
      `${spread(ratios)}x`,
      `${both(({ perSecond }) => perSecond)} a second`,
      `CPU ${both(({ cpuMs }) => cpuMs)} ms each, ${inShort(cpuRatio)}x`,
      `calls ${both(({ calls }) => calls)} each`,
      `p99 ${both(({ p99Ms }) => p99Ms)} ms`,
      ...(residentBytes === undefined ? [] : [`${mebibytes(residentBytes)} RSS`]),
    ].join("; "),
    reached: median(ratios) >= mustReach && (residentBytes ?? 0) <= mostResidentBytes,
  };
}

const mebibytes = (bytes: number): string => `${inShort(bytes / 1_048_576)} MiB`;

/** Measures the baseline against itself, which tells what a ratio is worth on this machine. */
export async function machineNoise(measuring: Measuring): Promise<Row> {
  const directory = await openDirectory("same");
  const { baseline } = directory;
  const ratios = (await runPairs(directory, [baseline, baseline], "noise", measuring)).map(ratioOf);
  await directory.stop();
  return {
    bench: "noise",
    mustReach: `the baseline is 1x itself, within ${mostNoise * 100} %`,
    measured: `${spread(ratios)}x`,
    reached: ratios.every((ratio) => Math.abs(ratio - 1) <= mostNoise),
  };
}

/** Least part of the throughput that is left where everything is measured. */
const leftByMetrics = 0.98;

/** Measures answers from the cache, of which there are the most a second, with metrics and without. */
export async function costOfMetrics(measuring: Measuring): Promise<Row> {
  const directory = await openDirectory("same", { isMeasured: true });
  const pairs = await runPairs(directory, [directory.gateway, directory.baseline], "metrics", measuring);
  await directory.stop();
  const ratios = pairs.map(ratioOf);
  const cpuRatios = pairs.map(([measured, plain]) => plain.cpuMs / measured.cpuMs);
  return {
    bench: "metrics",
    mustReach: `>= ${leftByMetrics}x the same gateway without metrics`,
    measured: `${spread(ratios)}x; CPU ${spread(cpuRatios)}x`,
    reached: median(ratios) >= leftByMetrics,
  };
}

type Pair = readonly [Run, Run];

const ratioOf = ([one, other]: Pair): number => one.perSecond / other.perSecond;

async function runPairs(
  directory: Directory,
  [one, other]: readonly [Target, Target],
  name: string,
  { pairs, seconds, progress }: Measuring,
  runOther: (seconds: number) => Promise<void> = async () => {},
): Promise<Pair[]> {
  const runs: Pair[] = [];
  for (let number = 1; number <= pairs; number += 1) {
    const pair = [await directory.run(one, seconds), await directory.run(other, seconds)] as const;
    runs.push(pair);
    await runOther(seconds);
    const [figure, against] = pair.map(({ perSecond }) => inShort(perSecond));
    progress(
      `chat-directory ${name}, pair ${number}: ${figure} against ${against} a second, ${inShort(ratioOf(pair))}x`,
    );
  }
  return runs;
}
