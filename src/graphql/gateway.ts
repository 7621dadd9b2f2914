import type { ApolloServer } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import { anonymousClient, type Client } from "../auth/client.ts";
import { introspectScope } from "../auth/scopes.ts";
import { subgraphSdlOf } from "../federation/subgraph-sdl.ts";
import { newListStatistics } from "../lists/statistics.ts";
import type { Log } from "../log.ts";
import { createAuditTrail } from "../observation/audit-trail.ts";
import type { Audit, Observer } from "../observation/events.ts";
import { createOfGateway } from "../resolving/of-gateway.ts";
import type { SystemAddresses } from "../resolving/system.ts";
import type { Cancellation } from "../rest/cancellation.ts";
import { createTimeSlices } from "../rest/limits/event-loop-slices.ts";
import type { StoreNumbers } from "../rest/store-numbers.ts";
import type { EngineParts, ReadOptions } from "../rest/upstream.ts";
import { createApolloServer } from "./apollo-server.ts";
import type { SharedParts, Upstreams } from "./context.ts";
import type { DirectExecution } from "./direct-execution.ts";
import { createDocumentStore } from "./document-store.ts";
import { createExecution, type GatewayExecution } from "./execution.ts";
import { type ContextFor, contextMaker, type GatewayContext } from "./gateway-context.ts";
import { costsOf, fullModel, type Model, systemsByEndpoint } from "./model.ts";
import { createPersistedQueries } from "./persisted-queries.ts";
import { createSchema } from "./schema.ts";
import { createUpstreams } from "./upstreams.ts";
import { createWaiter, type Waiter } from "./waiter.ts";

/** Everything behind the HTTP layer. */
export interface Gateway {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly upstreams: Upstreams;
  /** The systems that it joins, with their titles for people. */
  readonly systems: readonly { readonly name: string; readonly title: string }[];
  /** The stores of the gateway's own, by name. */
  readonly stores: Readonly<Record<"documents" | "persisted_queries", { readonly numbers: StoreNumbers }>>;
  readonly schema: GraphQLSchema;
  /** The SDL that routers get; undefined where it is no subgraph. */
  readonly subgraphSdl: string | undefined;
  /** Whether equal queries in flight are one execution. */
  readonly shares: boolean;
  /** Whether all mutations are refused. */
  readonly isReadOnly: boolean;
  /** The text of the document that a client has registered by this hash. */
  persistedText(hash: string): string | undefined;
  /** As `createWaiter` makes it. */
  waiterFor(cancellation: Cancellation, lastByteAtMs?: () => number): Waiter;
  /** Waits until an operation of a client may begin to work; undefined when it may at once. */
  turn(client: Client): Promise<void> | undefined;
  /** Notes that a connection was taken, so that others that wait are taken before operations go on. */
  tookConnection(): void;
  /** The client of requests that do not say who sends them, where that is allowed; it may do all. */
  readonly anonymous: Client;
  /** Whether a client may know the schema, by introspection or as a file. */
  mayReadSchema(client: Client): boolean;
  readonly contextFor: ContextFor;
  /** Learns of the writes of other replicas before an operation begins; undefined where there are no others. */
  readonly catchUp: GatewayParts["catchUp"];
  /** Prepares what Apollo Server has let through before. */
  readonly prepareQuery: DirectExecution["prepare"];
  /** Executes it without Apollo Server. */
  readonly executeDirectly: DirectExecution["execute"];
  /** Audits the fields of mutations that are under way as `UNFINISHED`, because the process ends now. */
  abandonWrites(): void;
}

/** The parts that the gateway is made from beside its addresses. */
export interface GatewayParts extends Pick<EngineParts, "transport" | "clock" | "holdLimits" | "share"> {
  /** Gives numbers from 0 to 1, for waits that must not coincide. @default Math.random */
  readonly random?: () => number;
  /** Whether answers are cached and shared, those of systems to reads as those of the gateway to queries. @default they are, in 40 MiB for each system */
  readonly reads?: Partial<ReadOptions>;
  /** Systems that are sent the header `traceparent`. @default none */
  readonly tracedSystems?: readonly string[];
  /** Whether the documented rate limits are kept to. @default true */
  readonly limits?: boolean;
  /** Whether all clients may ask for the schema, whatever their scopes. @default they may */
  readonly introspection?: boolean;
  /** Whether all mutations are refused. @default they are not */
  readonly isReadOnly?: boolean;
  /** Takes a line for each field of a mutation. @default the log */
  readonly audit?: Audit;
  /** The systems and joins it offers. @default all */
  readonly model?: Model;
  /**
   * Learns of the writes of other replicas, for operations that begin now. Undefined where there is nothing to wait for.
   * @default there are no others
   */
  readonly catchUp?: (() => Promise<void> | undefined) | undefined;
  /** Told of each call to a system. @default the log alone */
  readonly observer?: Pick<Observer, "call">;
  /** As `createSchema` makes it of the model; several gateways may have one. @default one of its own */
  readonly schema?: GraphQLSchema;
}

const defaultReads: ReadOptions = { keeps: true, shares: true, mostBytes: 40 * 1024 * 1024 };

/** The statistics of the lists of each system. */
const statisticsOf = ({ systems }: SharedParts) =>
  Object.fromEntries(Object.entries(systems).map(([name, { statistics }]) => [name, statistics]));

/** The parts that the engines of all systems have in common. */
function engineOf(
  {
    clock,
    holdLimits,
    limits = true,
    observer,
    random = Math.random,
    share,
    transport,
    ...parts
  }: GatewayParts,
  log: Log,
) {
  const reads = { ...defaultReads, ...parts.reads };
  const { call: observe = log.call } = observer ?? log;
  const { tracedSystems = [] } = parts;
  const slices = createTimeSlices(clock);
  return { transport, clock, holdLimits, random, reads, observe, limits, share, slices, tracedSystems };
}

/** Puts schema, systems and Apollo Server together. */
export function createGateway(addresses: SystemAddresses, parts: GatewayParts, log: Log): Gateway {
  const { clock, introspection = true, isReadOnly = false, model = fullModel } = parts;
  const { schema = createSchema(model) } = parts;
  const engine = engineOf(parts, log);
  const { reads, slices } = engine;
  const upstreams = createUpstreams(model.systems, addresses, engine);
  const anonymous = anonymousClient(model.systems.map(({ name }) => name));
  const systemOf = systemsByEndpoint(model);
  const shared: SharedParts = {
    systems: Object.fromEntries(
      Object.entries(upstreams).map(([name, upstream]) => [
        name,
        { upstream, statistics: newListStatistics() },
      ]),
    ),
    addresses,
    systemOf,
    ofGateway: createOfGateway(clock),
    clock,
    unknownEnumValue: log.unknownEnumValue,
    isReadOnly,
  };
  const mayReadSchema = ({ scopes }: Client) => introspection || scopes.has(introspectScope);
  const trail = createAuditTrail(parts.audit ?? log.audit, clock);
  const documents = createDocumentStore();
  const execution = createExecution(schema, { clock, costs: costsOf(model) });
  const persistedQueries = createPersistedQueries();
  const apollo = createApolloServer({
    model,
    schema,
    costs: costsOf(model),
    execution,
    documents,
    log,
    mayReadSchema,
    persistedQueries,
    statistics: statisticsOf(shared),
    systemOf,
    upstreams,
  });
  return {
    apollo,
    upstreams,
    systems: model.systems,
    stores: { documents: togetherOf(documents, execution.passed), persisted_queries: persistedQueries },
    schema,
    subgraphSdl: subgraphSdlOf(schema),
    anonymous,
    mayReadSchema,
    shares: reads.shares,
    isReadOnly,
    persistedText: persistedQueries.textOf,
    waiterFor: (cancellation, lastByteAtMs) => createWaiter(clock, cancellation, lastByteAtMs),
    prepareQuery: execution.directly.prepare,
    executeDirectly: execution.directly.execute,
    contextFor: contextMaker(shared, { anonymous, trail }),
    abandonWrites: trail.abandon,
    turn: (client) => slices.turn([client === anonymous ? undefined : client.name, {}]),
    tookConnection: slices.tookConnection,
    catchUp: parts.catchUp,
  };
}

/** The numbers of parsed documents and of those that go around Apollo Server, which looks for a document only where the others lack it. */
const togetherOf = (
  documents: { readonly numbers: StoreNumbers },
  passed: GatewayExecution["passed"],
): { readonly numbers: StoreNumbers } => ({
  get numbers() {
    const [one, other] = [documents.numbers, passed.numbers];
    return {
      ...one,
      bytes: one.bytes + other.bytes,
      entries: one.entries + other.entries,
      hits: one.hits + other.hits,
    };
  },
});
