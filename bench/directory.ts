import { sandboxCredentials } from "../test/support/sandbox.ts";
import { readRows, startSampling } from "./directory-answers.ts";
import { cursorsOf, loadOf, offsets } from "./directory-load.ts";
import { loadCore, serverCore, startProcess } from "./process.ts";
import type { DirectoryUpstreamProcess } from "./processes/directory-upstream.ts";
import type { GatewayProcess } from "./processes/gateway.ts";
import type { TextbookProcess } from "./processes/textbook.ts";
import { type Load, type LoadResult, putUnderLoad } from "./wrk.ts";

/** The four loads of `chat-directory`. */
export type Variant = keyof typeof variants;

/** The requests that each is sent, whether operations are on their own, and the ratio to the baseline that must be reached. */
export const variants = {
  same: { mustReach: 100, mode: "same", alone: false },
  vars: { mustReach: 18, mode: "vars", alone: false },
  docs: { mustReach: 25, mode: "docs", alone: false },
  alone: { mustReach: 15, mode: "same", alone: true },
} as const;

/** Whether a word names one of the loads. */
export const isVariant = (word: string | undefined): word is Variant =>
  word !== undefined && Object.hasOwn(variants, word);

const warmUpSeconds = 4;

/** One server, and how its operations look on the wire. */
export interface Target {
  readonly url: string;
  readonly load: Load;
  cpuMs(): Promise<number>;
}

/** A load with what the server used for it. */
export interface Run extends LoadResult {
  readonly perSecond: number;
  /** For one operation. */
  readonly cpuMs: number;
  /** Calls upstream for one operation. */
  readonly calls: number;
}

/** A server under test with one of the four loads, over an upstream whose answers lie ready. */
export interface Directory {
  readonly gateway: Target;
  readonly baseline: Target;
  /** Memory of the gateway's process. */
  residentBytes(): Promise<number>;
  run(target: Target, seconds: number): Promise<Run>;
  stop(): Promise<void>;
}

/**
 * Starts upstream, gateway and baseline, and warms both up.
 * @param options.flags of Node for the gateway.
 * @param options.isMeasured whether the gateway has metrics, and the baseline is one without. @default the baseline is the textbook's
 */
export async function openDirectory(
  variant: Variant,
  {
    flags = [],
    isMeasured = false,
  }: { readonly flags?: readonly string[]; readonly isMeasured?: boolean } = {},
): Promise<Directory> {
  const { alone, mode } = variants[variant];
  const upstream = startProcess<DirectoryUpstreamProcess>("directory-upstream", { core: loadCore });
  const gateway = startProcess<GatewayProcess>("gateway", { core: serverCore, flags });
  const unmeasured = isMeasured
    ? startProcess<GatewayProcess>("gateway", { core: serverCore, flags })
    : undefined;
  const textbook = startProcess<TextbookProcess>("textbook", { core: serverCore });
  const baseUrl = await upstream.ask("open");
  const { assembly, assembled, web1on1 } = sandboxCredentials;
  const unused = "http://127.0.0.1:9";
  const addresses = {
    assembly: { baseUrl: unused, ...assembly },
    assembled: { baseUrl: unused, apiVersion: "2024-05-22", ...assembled },
    web1on1: { baseUrl, credentials: { token: web1on1.token } },
  };
  const reads = { keeps: !alone, shares: !alone };
  const [gatewayUrl, baselineUrl] = await Promise.all([
    gateway.ask("open", { addresses, reads, limits: false, isMeasured }),
    unmeasured?.ask("open", { addresses, reads, limits: false }) ?? textbook.ask("open", addresses),
  ]);
  const rows = await readRows(baseUrl);
  const targets = {
    gateway: {
      url: gatewayUrl,
      load: loadOf(mode, await cursorsOf(gatewayUrl)),
      cpuMs: () => gateway.ask("cpuMs"),
    },
    baseline: {
      url: baselineUrl,
      load: loadOf(mode, unmeasured ? await cursorsOf(baselineUrl) : offsets.map((offset) => String(offset))),
      cpuMs: () => (unmeasured ?? textbook).ask("cpuMs"),
    },
  };
  let sent = 0;
  const run = async ({ url, load, cpuMs }: Target, seconds: number): Promise<Run> => {
    const sampling = startSampling(url, load, rows);
    await upstream.ask("calls");
    const cpuBeforeMs = await cpuMs();
    const result = await putUnderLoad(url, load, { seconds, firstNumber: sent });
    const cpuSpentMs = (await cpuMs()) - cpuBeforeMs;
    const calls = await upstream.ask("calls");
    const requests = result.requests + (await sampling.stop());
    if (result.failed > 0) throw new Error(`${result.failed} of ${requests} requests failed.`);
    sent += result.requests + 1_000;
    return {
      ...result,
      perSecond: requests / result.seconds,
      cpuMs: cpuSpentMs / requests,
      calls: calls / requests,
    };
  };
  await run(targets.gateway, warmUpSeconds);
  await run(targets.baseline, warmUpSeconds);
  return {
    ...targets,
    run,
    residentBytes: async () => (await gateway.ask("memory")).residentBytes,
    async stop() {
      await Promise.all([gateway.stop(), unmeasured?.stop(), textbook.stop(), upstream.stop()]);
    },
  };
}
