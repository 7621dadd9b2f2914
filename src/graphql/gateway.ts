import { randomUUID } from "node:crypto";
import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLError, GraphQLSchema } from "graphql";
import { anonymousClient, type Client } from "../auth/client.ts";
import { createErrorFormatter } from "../errors.ts";
import { operationLimits } from "../limits.ts";
import type { Log } from "../log.ts";
import { createAuditTrail } from "../observation/audit-trail.ts";
import { type Audit, type Observer, openReport } from "../observation/events.ts";
import { createOfGateway } from "../resolving/of-gateway.ts";
import type { SystemAddresses } from "../resolving/system.ts";
import type { CallNote } from "../rest/call-note.ts";
import { createKeyedLock } from "../rest/keyed-lock.ts";
import { payersOf } from "../rest/payers.ts";
import type { StoreNumbers } from "../rest/store-numbers.ts";
import { createTimeSlices } from "../rest/time-slices.ts";
import type { EngineParts, ReadOptions } from "../rest/upstream.ts";
import { uploadLimits } from "../uploads/upload-limits.ts";
import { answerSizePlugin } from "./answer-size.ts";
import { createContext, type SharedParts, type Upstreams } from "./context.ts";
import { parseOptions, validationOptions, validationRules } from "./document-mistakes.ts";
import { createDocumentStore } from "./document-store.ts";
import type { GatewayContext } from "./gateway-context.ts";
import { leftOutPlugin } from "./left-out-rows.ts";
import { costsOf, fullModel, type Model, systemsByEndpoint } from "./model.ts";
import { createPersistedQueries } from "./persisted-queries.ts";
import { argumentsPlugin } from "./plugins/arguments.ts";
import { attributeErrorsPlugin } from "./plugins/attribute-errors.ts";
import { auditPlugin } from "./plugins/audit.ts";
import { explainPlugin } from "./plugins/explain.ts";
import { introspectionPlugin } from "./plugins/introspection.ts";
import { operationReportPlugin } from "./plugins/operation-report.ts";
import { planPlugin } from "./plugins/plan.ts";
import { requestIdPlugin } from "./plugins/request-id.ts";
import { statusPlugin } from "./plugins/status.ts";
import { defaultRequestOptions, type RequestOptions } from "./request-options.ts";
import { auditedIdsOf, createSchema } from "./schema.ts";
import { fieldSystems } from "./system-of-field.ts";
import { createUpstreams } from "./upstreams.ts";
import type { Waiter } from "./waiter.ts";

/** Time for a whole operation, waits for rate limits included; counted from the last byte of its files, if it brings some. */
export const operationDeadlineMs = 10_000;

/** Facts about an operation before it is read. */
export interface AskedOperation {
  /** @default a new one */
  readonly requestId?: string;
  /** From its headers. @default those of a request without them */
  readonly options?: RequestOptions;
  /** The header that names its trace, for systems that are sent it. @default it has none */
  readonly traceparent?: string;
  /** The client that sends it. @default one that may do all */
  readonly client?: Client;
}

/** Everything behind the HTTP layer. */
export interface Gateway {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly upstreams: Upstreams;
  /** The stores of the gateway's own, by name. */
  readonly stores: Readonly<Record<"documents" | "persisted_queries", { readonly numbers: StoreNumbers }>>;
  readonly schema: GraphQLSchema;
  /** Whether equal queries in flight are one execution. */
  readonly shares: boolean;
  /** Whether all mutations are refused. */
  readonly isReadOnly: boolean;
  /** The text of the document that a client has registered by this hash. */
  persistedText(hash: string): string | undefined;
  /**
   * A client that asks now.
   * @param signal aborted when it leaves.
   * @param lastByteAtMs when the last byte of its files came, which moves its deadline. @default it brings none
   */
  waiterFor(signal: AbortSignal, lastByteAtMs?: () => number): Waiter;
  /** Notes that a connection was taken, so that others that wait are taken before operations go on. */
  tookConnection(): void;
  /** The client of requests that do not say who sends them, where that is allowed; it may do all. */
  readonly anonymous: Client;
  /**
   * Makes the context of one operation.
   * @param waiter who waits for its answer.
   */
  contextFor(waiter: Waiter, asked?: AskedOperation): GatewayContext;
  /** Audits the fields of mutations that are under way as `UNFINISHED`, because the process ends now. */
  abandonWrites(): void;
}

/** The parts that the gateway is made from beside its addresses. */
export interface GatewayParts extends Pick<EngineParts, "transport" | "clock"> {
  /** Gives numbers from 0 to 1, for waits that must not coincide. @default Math.random */
  readonly random?: () => number;
  /** Whether answers are cached and shared, those of systems to reads as those of the gateway to queries. @default they are, in 40 MiB for each system */
  readonly reads?: Partial<ReadOptions>;
  /** Systems that are sent the header `traceparent`. @default none */
  readonly traced?: readonly string[];
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
  /** Told of each call to a system. @default the log alone */
  readonly observer?: Pick<Observer, "call">;
  /** As `createSchema` makes it of the model; several gateways may have one. @default one of its own */
  readonly schema?: GraphQLSchema;
}

const defaultReads: ReadOptions = { keeps: true, shares: true, mostBytes: 40 * 1024 * 1024 };

/** Puts schema, systems and Apollo Server together. */
export function createGateway(addresses: SystemAddresses, parts: GatewayParts, log: Log): Gateway {
  const { clock, transport, random = Math.random, limits = true, model = fullModel, traced = [] } = parts;
  const { introspection = true, isReadOnly = false, schema = createSchema(model) } = parts;
  const reads = { ...defaultReads, ...parts.reads };
  const slices = createTimeSlices(clock);
  const { call = log.call } = parts.observer ?? log;
  const engine = { transport, clock, random, reads, observe: call, limits, slices, traced };
  const upstreams = createUpstreams(model.systems, addresses, engine);
  const anonymous = anonymousClient(model.systems.map(({ name }) => name));
  const costs = costsOf(model);
  const systemOf = systemsByEndpoint(model);
  const shared: SharedParts = {
    systems: Object.fromEntries(
      Object.entries(upstreams).map(([name, upstream]) => [
        name,
        { upstream, sizes: new Map(), lock: createKeyedLock(name, clock) },
      ]),
    ),
    addresses,
    systemOf,
    ofGateway: createOfGateway(clock),
    clock,
    unknownEnumValue: log.unknownEnumValue,
    isReadOnly,
  };
  const sizes = Object.fromEntries(
    Object.entries(shared.systems).map(([name, system]) => [name, system.sizes]),
  );
  const trail = createAuditTrail(parts.audit ?? log.audit, clock);
  const documents = createDocumentStore();
  const persistedQueries = createPersistedQueries();
  const apollo = new ApolloServer<GatewayContext>({
    schema,
    // Decided for each client.
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    // The server that listens orders the draining.
    stopOnTerminationSignals: false,
    documentStore: documents.store,
    cache: persistedQueries.cache,
    parseOptions,
    validationOptions,
    executionOptions: { maxCoercionErrors: operationLimits.reportedErrors },
    validationRules,
    formatError: createErrorFormatter(log.fault),
    logger: silentLogger,
    plugins: [
      // It wraps every field and more than halves the throughput; nothing here sets hints.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      introspectionPlugin(introspection),
      argumentsPlugin(schema, costs),
      answerSizePlugin,
      documents.plugin,
      attributeErrorsPlugin(fieldSystems(model.systems)),
      explainPlugin(upstreams),
      leftOutPlugin,
      planPlugin({ costs, systemOf, sizes, systems: upstreams }),
      operationReportPlugin,
      auditPlugin(schema, (field) => auditedIdsOf(schema, field)),
      requestIdPlugin,
      statusPlugin,
    ],
  });
  return {
    apollo,
    upstreams,
    stores: { documents, persisted_queries: persistedQueries },
    schema,
    anonymous,
    shares: reads.shares,
    isReadOnly,
    persistedText: persistedQueries.textOf,
    waiterFor(signal, lastByteAtMs) {
      const askedAtMs = clock.nowMs();
      if (!lastByteAtMs) return { signal, deadlineAtMs: askedAtMs + operationDeadlineMs };
      const latestAtMs = askedAtMs + uploadLimits.longestMs;
      return {
        signal,
        get deadlineAtMs() {
          return Math.min(lastByteAtMs() + operationDeadlineMs, latestAtMs);
        },
      };
    },
    abandonWrites: trail.abandon,
    tookConnection: slices.tookConnection,
    contextFor(
      waiter,
      { client = anonymous, options = defaultRequestOptions, requestId = randomUUID(), traceparent } = {},
    ) {
      const records: CallNote[] = [];
      let writes = 0;
      const leftOut: GraphQLError[] = [];
      const operation = {
        signal: waiter.signal,
        get deadlineAtMs() {
          return waiter.deadlineAtMs;
        },
        accepts: options.accepts,
        ...(traceparent !== undefined && { traceparent }),
        ...(client !== anonymous && { payers: payersOf(client) }),
        note: (note: CallNote) => records.push(note),
        noteWrite() {
          writes += 1;
          return () => {
            writes -= 1;
          };
        },
      };
      const context = createContext(shared, operation, client, (error) => leftOut.push(error));
      const report = openReport();
      const audit = trail.operation({ requestId, client: client.name }, report);
      const mayHaveWritten = () => writes > 0;
      const turn = () => slices.turn([operation.payers?.all[0]?.name, operation]);
      const told = { records, report, audit, leftOut, mayHaveWritten };
      return { ...context, ...told, requestId, waiter, options, turn };
    },
  };
}

/** Apollo's own messages may quote anything, so none of them is logged; faults reach the log through `formatError`. */
const silentLogger = { debug() {}, info() {}, warn() {}, error() {} };
