import { type AssembledLoaders, createAssembledLoaders } from "./assembled/loaders.ts";
import { type AssemblyLoaders, createAssemblyLoaders } from "./assembly/loaders.ts";
import { createJoinLoaders, type JoinLoaders } from "./joins/loaders.ts";
import type { ListSizes } from "./loaders/paged-list.ts";
import type { Forgetful } from "./loaders/shapes.ts";
import type { Call, Upstream } from "./rest/client.ts";
import type { Clock } from "./rest/clock.ts";
import type { Operation } from "./rest/operation.ts";
import type { Turns } from "./rest/turns.ts";
import { createWeb1on1Loaders, type Web1on1Loaders } from "./web1on1/loaders.ts";

/** The three systems that the gateway joins. */
export interface Systems {
  readonly assembly: Upstream;
  readonly assembled: Upstream;
  readonly web1on1: Upstream;
}

/** Everything that lives for one operation. */
export interface OperationContext {
  /** Calls to each system; a write makes the loaders forget what they read before it. */
  readonly call: { readonly [System in keyof Systems]: Call };
  readonly loaders: AssemblyLoaders & AssembledLoaders & Web1on1Loaders & JoinLoaders;
  readonly clock: Clock;
  /** Runs reads and the write that is made from them as one, while others wait who change the same object. */
  inTurn<Value>(object: string, work: () => Promise<Value>): Promise<Value>;
}

/** What lives longer than an operation and is shared by all. */
export interface SharedParts {
  readonly systems: Systems;
  readonly clock: Clock;
  readonly turns: Turns;
  readonly sizes: { readonly [System in keyof Systems]: ListSizes };
}

/** Makes the loaders and calls of one operation. */
export function createContext(
  { systems, clock, sizes, turns }: SharedParts,
  operation: Operation,
): OperationContext {
  const forgetful: Forgetful[] = [];
  const forgetAll = () => {
    for (const loader of forgetful) loader.clearAll();
  };
  const forgettingCalls = (upstream: Upstream): Call => {
    const call = upstream.callsFor(operation);
    return async (endpoint, ...args) => {
      try {
        return await call(endpoint, ...args);
      } finally {
        // Joins reach across systems, so a write in one makes stale what was derived in all.
        if (endpoint.effect !== "read") forgetAll();
      }
    };
  };
  const call = {
    assembly: forgettingCalls(systems.assembly),
    assembled: forgettingCalls(systems.assembled),
    web1on1: forgettingCalls(systems.web1on1),
  };
  const ofSystems = {
    ...createAssemblyLoaders(call.assembly, sizes.assembly),
    ...createAssembledLoaders(call.assembled, sizes.assembled),
    ...createWeb1on1Loaders(call.web1on1, sizes.web1on1),
  };
  const loaders = { ...ofSystems, ...createJoinLoaders(ofSystems) };
  forgetful.push(...Object.values(loaders));
  return {
    call,
    loaders,
    clock,
    inTurn: (object, work) => turns.take(object, operation, work),
  };
}
