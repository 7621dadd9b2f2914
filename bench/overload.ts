import { setTimeout as delay } from "node:timers/promises";
import { loadOf } from "./directory-load.ts";
import { post } from "./post.ts";
import { loadCore, serverCore, startProcess } from "./process.ts";
import type { EmulatorProcess } from "./processes/emulators.ts";
import type { GatewayProcess } from "./processes/gateway.ts";
import { inShort, percentile } from "./statistics.ts";
import type { Row } from "./table.ts";
import { putUnderLoad } from "./wrk.ts";

const latencyMs = 20;
const noCache = { "cache-control": "no-cache" };

/** A request that is sent beside a load again and again. */
interface Probe {
  readonly path: string;
  readonly everyMs: number;
  readonly request: (body: string) => RequestInit;
  /** Answers of another status are not counted. */
  readonly status: number;
  readonly mostMs: number;
  /** The percentile of the times that must stay below. */
  readonly percentile: number;
}

/** On a connection of its own each time, as a supervisor sends it. */
const health: Probe = {
  path: "/health/live",
  everyMs: 50,
  request: () => ({ headers: { connection: "close" } }),
  status: 200,
  mostMs: 100,
  percentile: 1,
};

/** On a connection that is kept; a moment later than the gateway reads one again that it has refused. */
const refused: Probe = {
  path: "/graphql",
  everyMs: 150,
  request: (body) => ({
    method: "POST",
    body,
    headers: { "content-type": "application/json", "cache-control": "no-cache" },
  }),
  status: 503,
  mostMs: 10,
  percentile: 0.5,
};

/** A load with what is probed beside it. */
interface Case {
  readonly bench: string;
  readonly connections: number;
  readonly maxInFlight: number;
  readonly probe: Probe;
}

const cases: readonly Case[] = [
  ...[1_000, 200, 50].map((maxInFlight) => ({
    bench: `overload, ${maxInFlight} in flight, /health/live`,
    connections: 400,
    maxInFlight,
    probe: health,
  })),
  { bench: "overload, 20 in flight of 20, 503", connections: 20, maxInFlight: 20, probe: refused },
];

/**
 * Measures health checks while 400 connections ask for the same page without the cache, and refusals while as many
 * operations are under way as may be.
 */
export async function overload(options: {
  readonly seconds: number;
  readonly progress: (line: string) => void;
}): Promise<Row[]> {
  const { progress, seconds } = options;
  const emulators = startProcess<EmulatorProcess>("emulators", { core: loadCore });
  const rows: Row[] = [];
  for (const { bench, connections, maxInFlight, probe } of cases) {
    // A gateway that was closed goes on with what it had taken, and would take time from the next in its process.
    const gateway = startProcess<GatewayProcess>("gateway", { core: serverCore });
    const addresses = await emulators.ask("open", { latencyMs, limits: false, repeats: true });
    const reads = { keeps: true, shares: true };
    const url = await gateway.ask("open", { addresses, reads, limits: false, maxInFlight });
    const page = loadOf("same", []);
    const body = page.bodies[0] ?? "";
    for (let warm = 0; warm < 50; warm += 1) await post(url, body);
    await gateway.ask("blockedMs");
    const load = putUnderLoad(url, page, { seconds, firstNumber: 0, connections, headers: noCache });
    const probesMs = await send(probe, { url: new URL(probe.path, url), body, seconds });
    const { failed, p50Ms, p99Ms, requests } = await load;
    const blockedMs = await gateway.ask("blockedMs");
    const [medianMs, probeP99Ms, mostMs] = [0.5, 0.99, 1].map((part) => percentile(probesMs, part));
    const measured = `${probesMs.length} probes: p50 ${inShort(medianMs ?? 0)} ms, p99 ${inShort(probeP99Ms ?? 0)} ms, most ${inShort(mostMs ?? 0)} ms; load: ${requests} answers, p50 ${inShort(p50Ms)} ms, p99 ${inShort(p99Ms)} ms, ${failed} refused; blocked for ${inShort(blockedMs)} ms of its own at most`;
    progress(`${bench}: ${measured}`);
    const atMs = percentile(probesMs, probe.percentile);
    rows.push({
      bench,
      mustReach: `${probe.percentile === 1 ? "most" : "median"} <= ${probe.mostMs} ms`,
      measured,
      reached: probesMs.length > 0 && atMs <= probe.mostMs,
    });
    await gateway.stop();
  }
  await emulators.stop();
  return rows;
}

/** Sends a probe for some seconds. @returns the times of answers with its status, in milliseconds. */
async function send(
  { everyMs, request, status }: Probe,
  { body, seconds, url }: { readonly url: URL; readonly body: string; readonly seconds: number },
): Promise<number[]> {
  const endMs = performance.now() + seconds * 1_000;
  const timesMs: number[] = [];
  while (performance.now() < endMs) {
    const askedMs = performance.now();
    const response = await fetch(url, request(body));
    await response.text();
    if (response.status === status) timesMs.push(performance.now() - askedMs);
    await delay(everyMs);
  }
  return timesMs;
}
