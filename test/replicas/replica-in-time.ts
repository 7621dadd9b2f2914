import { createReplicas, type Replicas } from "../../src/replicas/replicas.ts";
import type { Clock } from "../../src/rest/clock.ts";
import type { RateLimiter } from "../../src/rest/limit.ts";
import { createClientShares } from "../../src/rest/limits/client-shares.ts";
import { createRateLimiter } from "../../src/rest/limits/rate-limiter.ts";
import { slidingWindow } from "../../src/rest/limits/windows.ts";
import { fixedCredential, type UpstreamDefinition } from "../../src/rest/upstream.ts";
import type { MemoryServer } from "./memory-server.ts";

/** A system that takes 30 calls a second. */
export const things: UpstreamDefinition = {
  name: "things",
  title: "Things",
  limitText: "30 a second",
  baseUrl: "http://things.test",
  urlSetting: "THINGS_URL",
  pathParameters: {},
  api: {},
  callsInferred: true,
  limits: [slidingWindow({ calls: 30, windowMs: 1_000 })],
  credential: fixedCredential({ authorization: "a key" }),
};

/** A replica in a time of its own, which may stand still while that of the others goes on. */
export interface ReplicaInTime {
  readonly replicas: Replicas;
  readonly limiter: RateLimiter;
  /** Units held at the moment. */
  readonly held: number;
  /** When calls were counted by the system so far: half of them when they were sent, half when they were answered. */
  readonly countedAtMs: readonly number[];
  /** Has callers call one call after the other, without end. */
  call(callers: number): void;
  /** Its callers call no more. */
  rest(): void;
  freeze(): void;
  thaw(): void;
}

const callTakesMs = 40;

/** Starts a replica of a system that takes 30 calls a second. */
export function startReplica(server: MemoryServer, clock: Clock, expected = 2): ReplicaInTime {
  const { freeze, own, thaw } = freezable(clock);
  const replicas = createReplicas({ clock: own, store: server.connect(own), expected });
  const { follow, limits, watch } = replicas.holdLimits(things);
  const limiter = createRateLimiter(things, limits, own, { watch });
  follow({ budget: limiter, shares: createClientShares(things, limits, () => 0.5, own, watch) });
  const countedAtMs: number[] = [];
  let round = 0;
  const keepCalling = async (of: number, isCountedFirst: boolean): Promise<void> => {
    if (of !== round) return;
    const operation = { signal: new AbortController().signal, deadlineAtMs: own.nowMs() + 100_000 };
    const permit = await limiter.acquire(operation, "GET /things");
    if (isCountedFirst) countedAtMs.push(own.nowMs());
    // The system goes on when the replica does not.
    clock.after(callTakesMs, () => !isCountedFirst && countedAtMs.push(clock.nowMs()));
    own.after(callTakesMs, () => {
      permit.settle();
      void keepCalling(of, !isCountedFirst);
    });
  };
  return {
    replicas,
    limiter,
    countedAtMs,
    get held() {
      return replicas.state.units.things?.held ?? Number.NaN;
    },
    call(callers) {
      for (let caller = 0; caller < callers; caller += 1) void keepCalling(round, caller % 2 === 0);
    },
    rest() {
      round += 1;
    },
    freeze,
    thaw,
  };
}

/** A clock whose timers do not run while it is frozen, and run late when it thaws. */
function freezable(clock: Clock): { readonly own: Clock; freeze(): void; thaw(): void } {
  let late: Set<() => void> | undefined;
  return {
    own: {
      ...clock,
      after(delayMs, run) {
        const cancel = clock.after(delayMs, () => (late ? void late.add(run) : run()));
        return () => {
          late?.delete(run);
          cancel();
        };
      },
    },
    freeze() {
      late = new Set();
    },
    thaw() {
      const due = late ?? [];
      late = undefined;
      for (const run of due) run();
    },
  };
}
