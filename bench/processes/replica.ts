import type { ReplicasState } from "../../src/replicas/replicas.ts";
import { compiled } from "../compiled.ts";

/** A replica of the engine over a judge, told by messages how many callers call it without a pause. */
export interface ReplicaOptions {
  readonly judgeUrl: string;
  /** Without one the process is alone. */
  readonly redisUrl: string | undefined;
  readonly expected: number;
  /** `wide` is more than a caller can reach. */
  readonly limits: "assembly" | "assembled" | "replies" | "wide";
}

/** The work that a replica has done so far. */
export interface ReplicaFigures {
  readonly made: number;
  /** Calls that failed, by code. */
  readonly failed: Readonly<Record<string, number>>;
  /** Times from asking for a call to its sending, sorted, in milliseconds; right for one caller alone. */
  readonly waitsMs: readonly number[];
  /** Calls that were not sent in the turn of the event loop in which they were asked for. */
  readonly sentLater: number;
  readonly state: ReplicasState | undefined;
}

const { createUpstream } =
  await compiled<typeof import("../../src/rest/engine/client.ts")>("rest/engine/client");
const { systemClock: clock } = await compiled<typeof import("../../src/rest/clock.ts")>("rest/clock");
const { createHttpTransport } =
  await compiled<typeof import("../../src/rest/sending/transport.ts")>("rest/sending/transport");
const { slidingWindow, tokenBucket } =
  await compiled<typeof import("../../src/rest/limits/windows.ts")>("rest/limits/windows");
const { fixedCredential } = await compiled<typeof import("../../src/rest/upstream.ts")>("rest/upstream");
const { createReplicas } =
  await compiled<typeof import("../../src/replicas/replicas.ts")>("replicas/replicas");
const { createRedisStore } =
  await compiled<typeof import("../../src/replicas/redis-store.ts")>("replicas/redis-store");
const { labels } =
  await compiled<typeof import("../../src/assembly/label/endpoints.ts")>("assembly/label/endpoints");

const limitsOf = {
  assembly: () => [slidingWindow({ calls: 30, windowMs: 1_000 })],
  assembled: () => [
    tokenBucket({ capacity: 20, perSecond: 5 }),
    slidingWindow({ calls: 300, windowMs: 60_000 }),
  ],
  replies: () => [slidingWindow({ calls: 60, windowMs: 60_000 })],
  wide: () => [slidingWindow({ calls: 3_000, windowMs: 1_000 })],
};
const deadlineMs = 10_000;

const judgeAt = (baseUrl: string, limits: ReplicaOptions["limits"]) => ({
  name: limits,
  title: "The judge",
  limitText: "as documented",
  baseUrl,
  urlSetting: "JUDGE_URL",
  pathParameters: {},
  api: { labels: { list: labels.list } },
  callsInferred: true,
  limits: limitsOf[limits](),
  credential: fixedCredential({ authorization: "key" }),
});

let made = 0;
const failed: Record<string, number> = {};
const waitsMs: number[] = [];
let sentLater = 0;
let callers = 0;
let wanted = 0;
let pauseMs = 0;

async function open({ expected, judgeUrl, limits, redisUrl }: ReplicaOptions) {
  const store = redisUrl === undefined ? undefined : createRedisStore(redisUrl);
  const replicas = store && createReplicas({ clock, store, expected });
  const transport = createHttpTransport();
  let sentAtMs = 0;
  let turn = 0;
  let sentInTurn = 0;
  const upstream = createUpstream(judgeAt(judgeUrl, limits), {
    clock,
    transport(...request) {
      sentAtMs = performance.now();
      sentInTurn = turn;
      return transport.send(...request);
    },
    random: Math.random,
    reads: { keeps: false, shares: false, mostBytes: 1_000_000 },
    observe: () => {},
    holdLimits: replicas?.holdLimits,
  });
  const call = async () => {
    const operation = { signal: new AbortController().signal, deadlineAtMs: clock.nowMs() + deadlineMs };
    const askedMs = performance.now();
    const askedInTurn = turn;
    setImmediate(() => {
      turn += 1;
    });
    try {
      await upstream.callsFor(operation)(labels.list);
      made += 1;
      waitsMs.push(sentAtMs - askedMs);
      if (sentInTurn !== askedInTurn) sentLater += 1;
    } catch (error) {
      const { code = String(error) } = error as { code?: string };
      failed[code] = (failed[code] ?? 0) + 1;
      if (performance.now() - askedMs < 5) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  };
  const keepCalling = async () => {
    callers += 1;
    while (callers <= wanted) await call();
    callers -= 1;
  };
  return {
    load(count: number, pause: number) {
      wanted = count;
      pauseMs = pause;
      while (callers < wanted) keepCalling();
    },
    figures: (): ReplicaFigures => ({
      made,
      failed,
      waitsMs: waitsMs.toSorted((a, b) => a - b),
      sentLater,
      state: replicas?.state,
    }),
    async leave() {
      wanted = 0;
      for (let waited = 0; callers > 0 && waited < 200; waited += 1) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await replicas?.leave();
      await store?.close();
    },
  };
}

let opened: Awaited<ReturnType<typeof open>> | undefined;
process.on("message", async ({ what, argument }: { what: string; argument: unknown }) => {
  if (what === "open") opened = await open(argument as ReplicaOptions);
  if (what === "load") opened?.load(...(argument as [number, number]));
  if (what === "figures") process.send?.(opened?.figures());
  else process.send?.("done");
  if (what === "leave") {
    await opened?.leave();
    process.exit();
  }
});
process.on("disconnect", () => process.exit());
