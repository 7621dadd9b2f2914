import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** An upstream that refuses nothing, and tells afterwards what it would have refused. */
export interface Judge {
  readonly url: string;
  /** When calls were counted, in milliseconds, in order. */
  counted(): readonly number[];
  reset(): void;
  close(): void;
}

/** How long an answer takes: at least, and how much longer at most. */
const usualLatencyMs = { least: 20, more: 40 };

/** Starts a judge. It counts half of the calls when they come, and half at some moment before the answer. */
export async function startJudge(latencyMs = usualLatencyMs): Promise<Judge> {
  let times: number[] = [];
  const server = createServer((_request, response) => {
    const takesMs = latencyMs.least + Math.random() * latencyMs.more;
    const count = () => times.push(performance.now());
    if (Math.random() < 0.5) count();
    else setTimeout(count, Math.random() * takesMs);
    setTimeout(() => {
      response.setHeader("content-type", "application/json");
      response.end('{"labels":[]}');
    }, takesMs + 0.5);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    counted: () => times.toSorted((a, b) => a - b),
    reset() {
      times = [];
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Calls that exceed `most` in some `windowMs`, wherever it is laid. */
export const overWindow = (times: readonly number[], most: number, windowMs: number): number =>
  times.filter((atMs, place) => {
    const earlier = times[place - most];
    return earlier !== undefined && atMs - earlier < windowMs;
  }).length;

/** Calls that exceed bursts of `capacity`, refilled at `perSecond`. */
export function overBucket(times: readonly number[], capacity: number, perSecond: number): number {
  let level = 0;
  let lastMs = times[0] ?? 0;
  let over = 0;
  for (const atMs of times) {
    level = Math.max(0, level - ((atMs - lastMs) * perSecond) / 1000) + 1;
    lastMs = atMs;
    if (level > capacity + 1e-6) over += 1;
  }
  return over;
}
