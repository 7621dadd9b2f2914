import { getEventListeners, setMaxListeners } from "node:events";
import fc from "fast-check";
import { assembled } from "../../src/assembled/index.ts";
import { assembly } from "../../src/assembly/index.ts";
import { GatewayError } from "../../src/errors.ts";
import { upstreamOf } from "../../src/resolving/system.ts";
import type { Clock } from "../../src/rest/clock.ts";
import type { AnyEndpoint } from "../../src/rest/endpoint.ts";
import type { RateLimiter } from "../../src/rest/limit.ts";
import { clientPart, createClientShares, type SharedBudget } from "../../src/rest/limits/client-shares.ts";
import { createEndpointLimits } from "../../src/rest/limits/endpoint-limits.ts";
import { createRateLimiter } from "../../src/rest/limits/rate-limiter.ts";
import type { Priority } from "../../src/rest/operation.ts";
import { payersOf } from "../../src/rest/payers.ts";
import type { UpstreamDefinition } from "../../src/rest/upstream.ts";
import { assembledLimits } from "../../src/sandbox/assembled/limits.ts";
import { assemblyLimits } from "../../src/sandbox/assembly/limits.ts";
import type { RateLimit } from "../../src/sandbox/rate-limit.ts";
import { web1on1Limits } from "../../src/sandbox/web1on1/limits.ts";
import { web1on1 } from "../../src/web1on1/index.ts";
import { GET } from "./routes.ts";
import { simulatedTime } from "./simulated-time.ts";

/** A system as the gateway defines it, and the judges of its emulator. */
export interface System {
  readonly name: string;
  define(clock: Clock): UpstreamDefinition;
  judges(): readonly RateLimit[];
}

const baseUrl = "http://system.test";

/** The three systems with their documented limits. */
export const systems: readonly System[] = [
  {
    name: "Assembly",
    define: (clock) => upstreamOf(assembly, { baseUrl, apiKey: "key" }, clock),
    judges: assemblyLimits,
  },
  {
    name: "Assembled",
    define: (clock) => upstreamOf(assembled, { baseUrl, apiKey: "key", apiVersion: "2024-05-22" }, clock),
    judges: assembledLimits,
  },
  {
    name: "Web1on1",
    define: (clock) => upstreamOf(web1on1, { baseUrl, credentials: { token: "token" } }, clock),
    judges: web1on1Limits,
  },
];

/** A call as somebody wants it. */
export interface Wanted {
  readonly atMs: number;
  /** Who wants it. */
  readonly origin: number;
  readonly priority: Priority;
  /** From its sending until the upstream counts it. */
  readonly beforeMs: number;
  /** From there to the answer. */
  readonly afterMs: number;
  /** Time from `atMs` to the deadline. */
  readonly patienceMs: number;
  /** When its client leaves, from `atMs`; Infinity for never. */
  readonly leavesAfterMs: number;
  /** What is called. @default a row without a lane */
  readonly row?: AnyEndpoint;
  /** The client that it is charged to. @default clients are not told apart */
  readonly client?: string;
}

const anyRow = GET("/").returns();

/** What became of a call. */
export interface Fate {
  readonly wanted: Wanted;
  readonly outcome: "sent" | "refused" | "left";
  /** When that was decided. */
  readonly atMs: number;
  /** What it was refused with. */
  readonly code?: string;
}

/** What came of all calls. */
export interface Traffic {
  /** In the order in which they were decided. */
  readonly fates: readonly Fate[];
  /** Calls that the emulator's judges refuse. */
  readonly tooMany: number;
  /** Timers, waiting calls and listeners left over. */
  readonly leftOver: readonly number[];
}

/** Takes calls through the budget of a system, over a network, to the judges of its emulator. */
export async function traffic(system: System, calls: readonly Wanted[]): Promise<Traffic> {
  const time = simulatedTime();
  const definition = system.define(time);
  const budgets: RateLimiter[] = [];
  const shared = (
    within: Pick<UpstreamDefinition, "name" | "title" | "limitText" | "limits">,
  ): SharedBudget => {
    const budget = createRateLimiter(within, within.limits, time);
    budgets.push(budget);
    return { budget, shares: createClientShares(within, within.limits, () => clientPart, time) };
  };
  const allowanceOf = createEndpointLimits(definition, shared(definition), time, (_, lane) =>
    shared({ ...definition, ...lane }),
  );
  const judge = judgeOf(system);
  const fates: Fate[] = [];
  const origins = new Map<number, object>();
  const originOf = (number: number): object => {
    const origin = origins.get(number) ?? {};
    origins.set(number, origin);
    return origin;
  };
  const signals: AbortSignal[] = [];
  let tooMany = 0;

  const want = async (wanted: Wanted): Promise<void> => {
    const controller = new AbortController();
    const { signal } = controller;
    signals.push(signal);
    setMaxListeners(0, signal);
    const deadlineAtMs = wanted.atMs + wanted.patienceMs;
    const operation = {
      signal,
      deadlineAtMs,
      origin: originOf(wanted.origin),
      priority: wanted.priority,
      ...(wanted.client !== undefined && { payers: payersOf({ name: wanted.client, limits: {} }) }),
    };
    if (Number.isFinite(wanted.leavesAfterMs)) time.after(wanted.leavesAfterMs, () => controller.abort());
    const { row = anyRow } = wanted;
    try {
      const permit = await allowanceOf(row).acquire(operation, "GET /x", { isInShare: false });
      fates.push({ wanted, outcome: "sent", atMs: time.nowMs() });
      time.after(wanted.beforeMs, () => {
        if (!judge(row, time.nowMs())) tooMany += 1;
      });
      time.after(wanted.beforeMs + wanted.afterMs, () => permit.settle());
      signal.addEventListener("abort", () => permit.settle(), { once: true });
      if (Number.isFinite(deadlineAtMs)) time.after(deadlineAtMs - time.nowMs(), () => permit.settle());
    } catch (error) {
      const code = error instanceof GatewayError ? error.code : String(error);
      fates.push({ wanted, outcome: signal.aborted ? "left" : "refused", atMs: time.nowMs(), code });
    }
  };
  for (const wanted of calls) time.after(wanted.atMs, () => void want(wanted));
  await time.run();
  const waitingFor = signals.filter(
    (signal) => !signal.aborted && getEventListeners(signal, "abort").length > 1,
  );
  return {
    fates,
    tooMany,
    leftOver: [time.pending, budgets.reduce((sum, { waiting }) => sum + waiting, 0), waitingFor.length],
  };
}

/** Whether the emulator takes a call at a time, as one of its credentials. */
function judgeOf(system: System): (row: AnyEndpoint, nowMs: number) => boolean {
  const judges = system.judges();
  return ({ method, path }, nowMs) => {
    const request = { method, target: path, headers: {}, body: "" };
    if (!judges.every((limit) => limit.allows("key", request, nowMs))) return false;
    for (const limit of judges) limit.count("key", request, nowMs);
    return true;
  };
}

const ms = (max: number) => fc.integer({ min: 0, max });
const whose = {
  atMs: fc.oneof(ms(200), ms(3_000), ms(30_000)),
  origin: ms(4),
  priority: fc.constantFrom<Priority>("interactive", "interactive", "write", "background"),
};

/** Calls that are answered whatever it takes. */
const patient = fc.record({
  ...whose,
  beforeMs: fc.oneof(ms(60), ms(2_900)),
  afterMs: fc.oneof(ms(60), ms(2_900)),
  patienceMs: fc.constant(Number.POSITIVE_INFINITY),
  leavesAfterMs: fc.constant(Number.POSITIVE_INFINITY),
});

/** Calls whose clients leave, or whose deadlines pass, at any moment; they reach the upstream all the same if they were sent. */
const hasty = fc.record({
  ...whose,
  beforeMs: fc.oneof(ms(60), ms(400)),
  afterMs: fc.oneof(ms(60), ms(2_500)),
  patienceMs: fc.oneof(fc.constant(10_000), ms(10_000)),
  leavesAfterMs: fc.oneof({ weight: 3, arbitrary: fc.constant(Number.POSITIVE_INFINITY) }, ms(10_000)),
});

/** Calls of five origins and of all classes, over a network that does what it likes. */
export const anyTraffic = (most: number): fc.Arbitrary<Wanted[]> =>
  fc
    .oneof(
      ...[patient, hasty, fc.oneof(patient, hasty)].map((call) =>
        fc.array(call, { minLength: most / 2, maxLength: most }),
      ),
    )
    .map((calls) => calls.sort((a, b) => a.atMs - b.atMs));
