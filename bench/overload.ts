import { setTimeout as delay } from "node:timers/promises";
import { loadOf } from "./directory-load.ts";
import { post } from "./post.ts";
import { loadCore, serverCore, startProcess } from "./process.ts";
import type { EmulatorProcess } from "./processes/emulators.ts";
import type { GatewayProcess } from "./processes/gateway.ts";
import { inShort, percentile } from "./statistics.ts";
import type { Row } from "./table.ts";
import { putUnderLoad } from "./wrk.ts";

const connections = 400;
const probeEveryMs = 50;
const latencyMs = 20;
const mostHealthMs = 100;

/**
 * Measures `/health/live` while 400 connections ask for the same page without the cache.
 * @param options.mostInFlight operations that are run at once, one bench each.
 */
export async function overload(options: {
  readonly mostInFlight: readonly number[];
  readonly seconds: number;
  readonly progress: (line: string) => void;
}): Promise<Row[]> {
  const { mostInFlight, progress, seconds } = options;
  const emulators = startProcess<EmulatorProcess>("emulators", { core: loadCore });
  const gateway = startProcess<GatewayProcess>("gateway", { core: serverCore });
  const rows: Row[] = [];
  for (const maxInFlight of mostInFlight) {
    const addresses = await emulators.ask("open", { latencyMs, limits: false, repeats: true });
    const reads = { keeps: true, shares: true };
    const url = await gateway.ask("open", { addresses, reads, limits: false, maxInFlight });
    const page = loadOf("same", []);
    for (let warm = 0; warm < 50; warm += 1) await post(url, page.bodies[0] ?? "");
    await gateway.ask("blockedMs");
    const load = putUnderLoad(url, page, {
      seconds,
      firstNumber: 0,
      connections,
      headers: { "cache-control": "no-cache" },
    });
    const probesMs = await probe(new URL("/health/live", url), seconds);
    const { failed, p50Ms, p99Ms, requests } = await load;
    const blockedMs = await gateway.ask("blockedMs");
    const mostMs = Math.max(...probesMs);
    const measured = `p99 ${inShort(percentile(probesMs, 0.99))} ms, most ${inShort(mostMs)} ms; ${requests} answers, p50 ${inShort(p50Ms)} ms, p99 ${inShort(p99Ms)} ms, ${failed} refused; blocked for ${inShort(blockedMs)} ms of its own at most`;
    progress(`overload, ${maxInFlight} in flight: ${measured}`);
    rows.push({
      bench: `overload, ${maxInFlight} in flight`,
      mustReach: `/health/live <= ${mostHealthMs} ms`,
      measured,
      reached: mostMs <= mostHealthMs,
    });
  }
  await Promise.all([gateway.stop(), emulators.stop()]);
  return rows;
}

/** Times of a request that is sent again and again, on a connection of its own each time. */
async function probe(url: URL, seconds: number): Promise<number[]> {
  const endMs = performance.now() + seconds * 1_000;
  const timesMs: number[] = [];
  while (performance.now() < endMs) {
    const askedMs = performance.now();
    await (await fetch(url, { headers: { connection: "close" } })).text();
    timesMs.push(performance.now() - askedMs);
    await delay(probeEveryMs);
  }
  return timesMs;
}
