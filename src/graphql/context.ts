import type { FieldNode, GraphQLError } from "graphql";
import type { Client } from "../auth/client.ts";
import { beginProgress, type Progress } from "../estimate/progress.ts";
import type { LoaderOf, SystemParts } from "../lists/loader-definition.ts";
import type { ListStatistics } from "../lists/statistics.ts";
import { createLoaderRegistry } from "../loaders/loader-registry.ts";
import type { OperationAudit } from "../observation/audit-trail.ts";
import type { IdKind } from "../resolving/ids.ts";
import type { OfGateway } from "../resolving/of-gateway.ts";
import type { SystemAddresses } from "../resolving/system.ts";
import type { SystemSetting } from "../resolving/system-setting.ts";
import { toUnixSeconds } from "../resolving/time.ts";
import { type CacheControl, cacheDefault, noCache } from "../rest/cache-policy.ts";
import type { Call, CallOnce } from "../rest/call.ts";
import type { Clock } from "../rest/clock.ts";
import type { AnyEndpoint } from "../rest/endpoint.ts";
import { liveOperation, type Operation, pause } from "../rest/operation.ts";
import type { Upstream } from "../rest/upstream-client.ts";
import { type Access, createAccess } from "./access.ts";

/** The engines of the systems, by name. */
export type Upstreams = Readonly<Record<string, Upstream>>;

/** Everything that lives for one operation. */
export interface OperationContext {
  /** The client that sent the operation. */
  readonly client: Client;
  /** As `client`, for fields whose answer tells of it, so that the answer is given to no other. */
  ownClient(): Client;
  /** Whether a field has told of the client. */
  dependsOnClient(): boolean;
  /** The part of the schema that it may use. */
  readonly access: Access;
  /** Follows the fields of a mutation. @default they are not audited */
  readonly audit?: OperationAudit;
  /** Whether each call is to be told with the field that asked for it. @default it is not */
  readonly tellsFields?: boolean;
  /** Calls an endpoint of whichever system; a write makes the loaders forget what they read before it. */
  readonly call: CallOnce;
  /** As `call`, for reads that a write is built on: what they answer was asked for only now. */
  readonly freshCall: CallOnce;
  /** Opens a connection for the write of an endpoint, beside the reads that the write is made from. */
  preconnect(endpoint: AnyEndpoint): void;
  /** Makes a read that another operation has made, ahead of its use by this one, to learn whether the answer still holds. */
  readonly revalidate: Call["readAgain"];
  /** Gives the loader of a definition. */
  readonly of: LoaderOf;
  /** Gives a setting of a system. */
  settingOf<Value>(setting: SystemSetting<Value>): Value;
  /** Gives something that all operations of the gateway share. */
  readonly ofGateway: OfGateway;
  readonly clock: Clock;
  /** How old the answers may be that it is given. */
  readonly accepts: CacheControl;
  /** The moment of the operation in Unix seconds, for fields whose answer depends on it; the same for all of them. */
  momentSeconds(): number;
  /** Whether a field has asked for that moment, so that the same reads are no answer to an equal operation later. */
  dependsOnMoment(): boolean;
  /** Milliseconds until the deadline of the operation. */
  timeLeftMs(): number;
  /** Lets time pass. @throws UPSTREAM_TIMEOUT when the client leaves meanwhile. */
  pause(delayMs: number): Promise<void>;
  readonly progress: Progress;
  /** Fields of its document that have begun the lists that their rows will need. */
  readonly begunAhead: Set<FieldNode>;
  /** Tells of rows that a list had to leave out. */
  leaveOut(error: GraphQLError): void;
  /** Tells of a value that an upstream gave and the schema does not know, by `Type.field`. */
  unknownEnumValue(field: string): void;
  /**
   * Runs reads and the write that is made from them as one, while others wait that change the same object.
   * @param options as those of `KeyedLock`.
   */
  exclusively<Value>(
    kind: IdKind,
    sourceId: string,
    work: () => Promise<Value>,
    options?: { readonly reads: boolean },
  ): Promise<Value>;
}

/** The parts of one system that live longer than an operation. */
export interface SharedSystem {
  readonly upstream: Upstream;
  /** Known lengths of its lists. */
  readonly statistics: ListStatistics;
}

/** The parts that live longer than an operation and are shared by all. */
export interface SharedParts {
  /** By name. */
  readonly systems: Readonly<Record<string, SharedSystem>>;
  readonly addresses: SystemAddresses;
  /** The name of the system that an endpoint belongs to. */
  readonly systemOf: (endpoint: AnyEndpoint) => string;
  readonly ofGateway: OfGateway;
  readonly clock: Clock;
  readonly unknownEnumValue: OperationContext["unknownEnumValue"];
  /** Whether nothing is written for any client. */
  readonly isReadOnly: boolean;
}

/**
 * Makes the loaders and calls of one operation.
 * @param client that sent it.
 * @param leaveOut is told of rows that a list had to leave out. @default they are not counted
 */
export function createContext(
  { systems, addresses, systemOf, ofGateway, clock, unknownEnumValue, isReadOnly }: SharedParts,
  operation: Operation,
  client: Client,
  leaveOut: OperationContext["leaveOut"] = () => {},
): OperationContext {
  const shared = (name: string): SharedSystem => {
    const system = systems[name];
    if (!system) throw new Error(`There is no system ${name}.`);
    return system;
  };
  // Joins reach across systems, so a write in one makes stale what was derived in all.
  const callOf = onceForEach((name) => shared(name).upstream.callsFor(operation, () => loaderSet.clearAll()));
  const partsOf = onceForEach(
    (name): SystemParts => ({ call: callOf(name), statistics: shared(name).statistics }),
  );
  const settingOf: OperationContext["settingOf"] = ({ system, read }) => {
    const address = addresses[system];
    if (!address) throw new Error(`There is no system ${system}.`);
    return read(address);
  };
  const loaderSet = createLoaderRegistry((endpoint) => partsOf(systemOf(endpoint)), settingOf);
  let moment: number | undefined;
  let isTold = false;
  return {
    client,
    ownClient() {
      isTold = true;
      return client;
    },
    dependsOnClient: () => isTold,
    access: createAccess(client, isReadOnly),
    call: (endpoint, ...args) => callOf(systemOf(endpoint))(endpoint, ...args),
    // Made anew for each call: calls that are made together answer an equal read only once.
    freshCall: (endpoint, ...args) =>
      shared(systemOf(endpoint)).upstream.callsFor(afresh(operation))(endpoint, ...args),
    preconnect: (endpoint) => shared(systemOf(endpoint)).upstream.preconnect(),
    revalidate: (source) => callOf(source.system).readAgain(source),
    of: loaderSet.of,
    settingOf,
    ofGateway,
    clock,
    accepts: operation.accepts ?? cacheDefault,
    momentSeconds() {
      moment ??= toUnixSeconds(new Date(clock.dateMs()));
      return moment;
    },
    dependsOnMoment: () => moment !== undefined,
    timeLeftMs: () => operation.deadlineAtMs - clock.nowMs(),
    pause: (delayMs) => pause(operation, clock, delayMs),
    progress: beginProgress(clock, operation),
    begunAhead: new Set(),
    leaveOut,
    unknownEnumValue,
    exclusively: ({ system, type }, sourceId, work, options) =>
      shared(system).upstream.lock.runExclusive(
        `${type} ${sourceId}`.toLowerCase(),
        operation,
        work,
        options,
      ),
  };
}

/** The same operation, for reads that nothing answers which was asked for before. */
function afresh(operation: Operation): Operation {
  const { noteWrite, payers, priority, record, traceparent } = operation;
  return liveOperation(
    { signal: () => operation.signal, deadlineAtMs: () => operation.deadlineAtMs },
    {
      origin: operation,
      accepts: noCache,
      ...(noteWrite && { noteWrite }),
      ...(payers && { payers }),
      ...(priority && { priority }),
      ...(record && { record }),
      ...(traceparent !== undefined && { traceparent }),
    },
  );
}

/** Makes something for each name when it is first asked for. */
function onceForEach<Made>(make: (name: string) => Made): (name: string) => Made {
  const made = new Map<string, Made>();
  return (name) => {
    const known = made.get(name) ?? make(name);
    made.set(name, known);
    return known;
  };
}
