import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDirectory, type Variant } from "./directory.ts";
import { inShort } from "./statistics.ts";
import { markdownTable } from "./table.ts";

/** Lines of each table. */
const most = 12;

interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  /** From 0. */
  readonly lineNumber: number;
}

/** A profile as `node --cpu-prof` writes it, as far as it is read here. */
interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: CallFrame;
  }[];
  /** Node on top of the stack at each sample. */
  readonly samples: readonly number[];
  /** Microseconds since the sample before. */
  readonly timeDeltas: readonly number[];
}

/** Puts the gateway under one load of `chat-directory` and tells where its time went, as a table. */
export async function profileOf(variant: Variant, seconds: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "tributary-profile-"));
  try {
    const directory = await openDirectory(variant, { flags: ["--cpu-prof", `--cpu-prof-dir=${folder}`] });
    const { perSecond } = await directory.run(directory.gateway, seconds);
    await directory.stop();
    // Each thread writes one; the main thread's number is 0.
    const file = readdirSync(folder).find((name) => /\.0\.\d+\.cpuprofile$/.test(name)) ?? "";
    const profile = JSON.parse(readFileSync(join(folder, file), "utf8")) as CpuProfile;
    const packages = selfTimes(profile, seconds, ({ functionName, url }) => [packageOf(url) || functionName]);
    const functions = selfTimes(profile, seconds, ({ functionName, lineNumber, url }) => [
      functionName || "(anonymous)",
      url && `${shortUrl(url)}:${lineNumber + 1}`,
    ]);
    return [
      `Where the gateway's time goes under \`${variant}\`, ${inShort(perSecond)} operations a second while profiled:`,
      markdownTable(["Share", "Package"], packages.slice(0, most)),
      markdownTable(["Share", "Function", "Place"], functions.slice(0, most)),
    ].join("\n\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Shares of the last seconds of a profile, by whatever stands on top of the stack, greatest first. */
function selfTimes(
  { nodes, samples, timeDeltas }: CpuProfile,
  seconds: number,
  groupOf: (frame: CallFrame) => readonly string[],
): string[][] {
  const groups = new Map(nodes.map(({ id, callFrame }) => [id, JSON.stringify(groupOf(callFrame))]));
  const microsByGroup = new Map<string, number>();
  let totalMicros = 0;
  // What came before is start and warm-up.
  for (let at = samples.length - 1; at >= 0 && totalMicros < seconds * 1e6; at -= 1) {
    const group = groups.get(samples[at] ?? 0) ?? "[]";
    const micros = timeDeltas[at] ?? 0;
    microsByGroup.set(group, (microsByGroup.get(group) ?? 0) + micros);
    totalMicros += micros;
  }
  return [...microsByGroup]
    .sort(([, one], [, other]) => other - one)
    .map(([group, micros]) => [
      `${((micros / totalMicros) * 100).toFixed(1)} %`,
      ...(JSON.parse(group) as string[]),
    ]);
}

/** The package of a file; `node` for what Node is made of, and for native code nothing. */
function packageOf(url: string): string {
  if (url.startsWith("node:")) return "node";
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  return name ?? (url && "tributary");
}

/** From the package or the folder of the gateway on. */
const shortUrl = (url: string): string => url.replace(/^file:\/\/.*?\/(?=node_modules\/|dist\/)/, "");
