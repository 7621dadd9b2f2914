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

/** Measures one of the four loads, gateway and baseline in turn. */
export async function chatDirectory(variant: Variant, measuring: Measuring): Promise<Row> {
  const { mustReach } = variants[variant];
  const directory = await openDirectory(variant);
  const pairs = await runPairs(directory, [directory.gateway, directory.baseline], variant, measuring);
  await directory.stop();
  const ratios = pairs.map(ratioOf);
  // What else runs on the machine takes time from a server, but none of its CPU.
  const cpuRatio = median(pairs.map(([gateway, baseline]) => baseline.cpuMs / gateway.cpuMs));
  const both = (figure: (run: Run) => number) =>
    [0, 1].map((side) => inShort(median(pairs.map((pair) => figure(pair[side as 0 | 1]))))).join(" against ");
  return {
    bench: `chat-directory ${variant}`,
    mustReach: `>= ${mustReach}x`,
    measured: [
      `${spread(ratios)}x`,
      `${both(({ perSecond }) => perSecond)} a second`,
      `CPU ${both(({ cpuMs }) => cpuMs)} ms each, ${inShort(cpuRatio)}x`,
      `calls ${both(({ calls }) => calls)} each`,
      `p99 ${both(({ p99Ms }) => p99Ms)} ms`,
    ].join("; "),
    reached: median(ratios) >= mustReach,
  };
}

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
): Promise<Pair[]> {
  const runs: Pair[] = [];
  for (let number = 1; number <= pairs; number += 1) {
    const pair = [await directory.run(one, seconds), await directory.run(other, seconds)] as const;
    runs.push(pair);
    const [figure, against] = pair.map(({ perSecond }) => inShort(perSecond));
    progress(
      `chat-directory ${name}, pair ${number}: ${figure} against ${against} a second, ${inShort(ratioOf(pair))}x`,
    );
  }
  return runs;
}
