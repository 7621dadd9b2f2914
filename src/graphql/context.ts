import type { GraphQLError } from "graphql";
import { beginProgress, type Progress } from "../estimate/progress.ts";
import { createLoaders, type Loaders } from "../joins/loaders.ts";
import type { ListSizes } from "../loaders/paged-list.ts";
import type { Call, CallOnce } from "../rest/call.ts";
import type { Upstream } from "../rest/client.ts";
import type { Clock } from "../rest/clock.ts";
import { acceptNew } from "../rest/freshness.ts";
import type { Turns } from "../rest/keyed-lock.ts";
import type { Operation } from "../rest/operation.ts";

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
  /** As `call`, for reads that a write is built on: what they answer was asked for only now. */
  readonly freshCall: { readonly [System in keyof Systems]: CallOnce };
  readonly loaders: Loaders;
  readonly clock: Clock;
  readonly progress: Progress;
  /** Tells of rows that a list had to leave out. */
  leaveOut(error: GraphQLError): void;
  /** Tells of a value that an upstream gave and the schema does not know, by `Type.field`. */
  unknownEnumValue(field: string): void;
  /** Runs reads and the write that is made from them as one, while others wait who change the same object. */
  inTurn<Value>(object: string, work: () => Promise<Value>): Promise<Value>;
}

/** What lives longer than an operation and is shared by all. */
export interface SharedParts {
  readonly systems: Systems;
  readonly clock: Clock;
  readonly turns: Turns;
  readonly sizes: { readonly [System in keyof Systems]: ListSizes };
  readonly unknownEnumValue: OperationContext["unknownEnumValue"];
}

/**
 * Makes the loaders and calls of one operation.
 * @param leaveOut is told of rows that a list had to leave out. @default they are not counted
 */
export function createContext(
  { systems, clock, sizes, turns, unknownEnumValue }: SharedParts,
  operation: Operation,
  leaveOut: OperationContext["leaveOut"] = () => {},
): OperationContext {
  // Joins reach across systems, so a write in one makes stale what was derived in all.
  const call = mapSystems(systems, (upstream) => upstream.callsFor(operation, () => clearAll()));
  const freshOperation: Operation = {
    ...operation,
    get deadlineAtMs() {
      return operation.deadlineAtMs;
    },
    origin: operation,
    accepts: acceptNew,
  };
  const freshCall = mapSystems(
    systems,
    (upstream): CallOnce =>
      (endpoint, ...args) =>
        upstream.callsFor(freshOperation)(endpoint, ...args),
  );
  const { loaders, clearAll } = createLoaders(call, sizes);
  return {
    call,
    freshCall,
    loaders,
    clock,
    progress: beginProgress(clock, operation),
    leaveOut,
    unknownEnumValue,
    inTurn: (object, work) => turns.take(object, operation, work),
  };
}

const mapSystems = <Made>(
  { assembly, assembled, web1on1 }: Systems,
  make: (upstream: Upstream) => Made,
): { readonly [System in keyof Systems]: Made } => ({
  assembly: make(assembly),
  assembled: make(assembled),
  web1on1: make(web1on1),
});
