import { setTimeout as delay } from "node:timers/promises";
import { vi } from "vitest";
import { createRedisStore, type RedisStore } from "../../src/replicas/redis-store.ts";
import { createReplicas, type Replicas } from "../../src/replicas/replicas.ts";
import type { Transport } from "../../src/rest/exchange.ts";
import { createHttpTransport } from "../../src/rest/sending/transport.ts";
import {
  type EmulatedAddresses,
  passingClock,
  startServer,
  type TestServer,
  type TestServerOptions,
} from "../support/server.ts";

/** A gateway that listens, and shares what it has with another one over the same emulators. */
export interface Replica extends TestServer {
  readonly store: RedisStore;
  readonly replicas: Replicas;
  /** Runs an operation that must succeed and answers its data. */
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the test's query, which its expectation states.
  query(document: string, variables?: Readonly<Record<string, unknown>>): Promise<any>;
}

/** Two gateways over the emulators of the first, which tells the calls of both. */
export interface TwoServers extends AsyncDisposable {
  readonly one: Replica;
  readonly other: Replica;
  /** Lets time pass for both gateways, but not for Redis. */
  passMs(ms: number): void;
  /** Waits until both tell each other of their writes. */
  shared(): Promise<void>;
}

/** Starts both, without rate limits. */
export async function startTwo(
  redisUrl: string,
  options: Omit<TestServerOptions, "clock"> & { readonly slow?: boolean } = {},
): Promise<TwoServers> {
  const passing = passingClock();
  let passedMs = 0;
  const clock = {
    nowMs: () => passing.nowMs() + passedMs,
    dateMs: () => passing.dateMs() + passedMs,
    after: passing.after,
  };
  let emulated: EmulatedAddresses | undefined;
  const start = async (): Promise<Replica> => {
    const store = createRedisStore(redisUrl);
    const replicas = createReplicas({ clock, store, expected: 2 });
    const { catchUp, holdLimits, share } = replicas;
    const transport = options.slow ? { transport: slowTransport() } : {};
    const server = await startServer({
      ...options,
      sandbox: { enforceLimits: false, ...options.sandbox },
      clock,
      parts: { limits: false, catchUp, holdLimits, share, ...transport, ...options.parts },
      addresses(own) {
        emulated ??= own;
        return options.addresses?.(emulated) ?? emulated;
      },
    });
    const close = server[Symbol.asyncDispose].bind(server);
    return Object.assign(server, {
      store,
      replicas,
      async query(query: string, variables?: Readonly<Record<string, unknown>>) {
        const { json } = await server.post({ query, variables });
        if (json.errors) throw new Error(`The operation failed: ${JSON.stringify(json.errors)}`);
        return json.data;
      },
      async [Symbol.asyncDispose]() {
        await replicas.leave();
        await store.close();
        await close();
      },
    });
  };
  const [one, other] = [await start(), await start()];
  const areTold = () => {
    if (!one.replicas.areTold || !other.replicas.areTold) throw new Error("Writes are not told.");
  };
  return {
    one,
    other,
    passMs(ms) {
      passedMs += ms;
    },
    shared: () => vi.waitFor(areTold, { timeout: 10_000, interval: 5 }),
    async [Symbol.asyncDispose]() {
      await Promise.all([one, other].map((replica) => replica[Symbol.asyncDispose]()));
    },
  };
}

/** Most time that a request takes to its system, and its answer back. */
const mostMs = 40;

/** Has every call take up to 80 ms more, half of it before it takes effect. */
function slowTransport(): Transport {
  const { send } = createHttpTransport({ settlingMs: 0 });
  return async (request) => {
    await delay(Math.random() * mostMs);
    const answer = await send(request);
    await delay(Math.random() * mostMs);
    return answer;
  };
}
