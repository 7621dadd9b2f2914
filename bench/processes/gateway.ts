import type { SystemAddresses } from "../../src/resolving/system.ts";
import { compiled } from "../compiled.ts";
import { answerParent, type Questions } from "../process.ts";

/** How a gateway is opened. */
export interface GatewayOptions {
  readonly addresses: SystemAddresses;
  /** Whether reads are kept, whether equal work in flight is shared. */
  readonly reads: { readonly keeps: boolean; readonly shares: boolean };
  /** Whether the gateway keeps to the documented rates of the systems. */
  readonly limits: boolean;
  /** Whether it is measured, and scraped once a second. @default no */
  readonly isMeasured?: boolean;
  /** Whether clients are told apart, by the names in place of their tokens. @default all requests are of one client */
  readonly clients?: boolean;
  /** Operations that are run at once. @default without end */
  readonly maxInFlight?: number;
  /** Redis that it shares through, as the only replica with limits. @default it is alone */
  readonly redisUrl?: string;
}

const { createGateway } = await compiled<typeof import("../../src/graphql/gateway.ts")>("graphql/gateway");
const { createClient } = await compiled<typeof import("../../src/auth/client.ts")>("auth/client");
const { scopesOf } = await compiled<typeof import("../../src/auth/scopes.ts")>("auth/scopes");
const { createLog } = await compiled<typeof import("../../src/log.ts")>("log");
const { systemClock: clock } = await compiled<typeof import("../../src/rest/clock.ts")>("rest/clock");
const { createHttpTransport } =
  await compiled<typeof import("../../src/rest/sending/transport.ts")>("rest/sending/transport");
const { startReplicas } = await compiled<typeof import("../../src/start/replicas.ts")>("start/replicas");
const { createServer } = await compiled<typeof import("../../src/server/server.ts")>("server/server");
const { addressOf } = await compiled<typeof import("../../src/server/address-of.ts")>("server/address-of");

const { createMetrics } = await compiled<typeof import("../../src/observation/metrics/metrics.ts")>(
  "observation/metrics/metrics",
);
const { observers } = await compiled<typeof import("../../src/observation/events.ts")>("observation/events");

const log = createLog();
const transport = createHttpTransport();
let close = async () => {};

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

let longestTurnMs = 0;
let isWatched = false;
const watchEveryMs = 5;

/** Watches the event loop: time between two turns counts as far as this process used it, as others share its core. */
function watchEventLoop(): void {
  if (isWatched) return;
  isWatched = true;
  let last = { atMs: performance.now(), cpuMs: cpuMs() };
  const turn = () => {
    const now = { atMs: performance.now(), cpuMs: cpuMs() };
    const lateMs = now.atMs - last.atMs - watchEveryMs;
    longestTurnMs = Math.max(longestTurnMs, Math.min(lateMs, now.cpuMs - last.cpuMs));
    last = now;
  };
  setInterval(turn, watchEveryMs).unref();
}

/** Questions that the process of the gateway under test can be asked. */
const answers = {
  /** Opens a gateway that knows nothing yet, in place of the one before. @returns its address. */
  async open({
    addresses,
    clients = false,
    isMeasured,
    limits,
    maxInFlight,
    reads,
    redisUrl,
  }: GatewayOptions): Promise<string> {
    await close();
    const metrics = isMeasured ? createMetrics({ clock, isKnownName: () => true }) : undefined;
    const observer = metrics ? observers([log, metrics]) : log;
    const shared = redisUrl === undefined ? undefined : { redisUrl, expected: 1 };
    const replicas = await startReplicas(shared, { clock, log }, () => {});
    const { catchUp, holdLimits, share } = replicas ?? {};
    const parts = { transport: transport.send, catchUp, clock, holdLimits, share, reads, limits, observer };
    const gateway = createGateway(addresses, parts, log);
    const server = await createServer({
      gateway,
      log,
      clock,
      allowedOrigins: undefined,
      mayExplain: false,
      drainDelayMs: 0,
      tabs: [],
      observer,
      replicas,
      ...(maxInFlight !== undefined && { maxInFlight }),
      ...(clients && {
        authenticate: ({ headers }) =>
          createClient(headers.authorization ?? "", scopesOf(Object.keys(addresses))),
      }),
    });
    metrics?.watch({
      upstreams: Object.values(gateway.upstreams),
      stores: { ...gateway.stores, answers: server.answers },
      server,
      droppedLines: { log: () => log.droppedLines },
    });
    const scraping = metrics && setInterval(() => void metrics.text(), 1_000);
    await server.listen({ hosts: ["127.0.0.1"], port: 0 });
    close = async () => {
      clearInterval(scraping);
      metrics?.close();
      const closed = server.app.close();
      server.app.server.closeAllConnections();
      await Promise.all([closed, gateway.apollo.stop()]);
    };
    return `${addressOf(server.app.server)}/graphql`;
  },
  /** CPU time used so far, in milliseconds. */
  cpuMs,
  pid: () => process.pid,
  /** Bytes of live objects, and of the process, after a collection; needs `--expose-gc`. */
  memory(): { readonly heapBytes: number; readonly residentBytes: number } {
    globalThis.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    return { heapBytes: heapUsed, residentBytes: rss };
  },
  /** Longest time that the event loop was blocked since this was last asked, in milliseconds. */
  blockedMs(): number {
    watchEventLoop();
    const blockedMs = longestTurnMs;
    longestTurnMs = 0;
    return blockedMs;
  },
} satisfies Questions;

/** Questions that the process of the gateway under test can be asked. */
export type GatewayProcess = typeof answers;

answerParent(answers);
