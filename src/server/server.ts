import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { Server as Listener } from "node:net";
import fastify, { type FastifyInstance, type FastifyReply } from "fastify";
import type { GraphiqlTab } from "../client/tabs.ts";
import { createDocuments, type Documents } from "../documents/asked-document.ts";
import { createKnownDocuments } from "../documents/known-documents.ts";
import type { Gateway } from "../graphql/gateway.ts";
import { operationLimits } from "../limits.ts";
import type { Log } from "../log.ts";
import type { Observer } from "../observation/events.ts";
import type { Tracing } from "../observation/tracing.ts";
import type { Replicas } from "../replicas/replicas.ts";
import type { Clock } from "../rest/clock.ts";
import { uploadLimits } from "../uploads/upload-limits.ts";
import { createActiveRequests } from "./active-requests.ts";
import { answerAheadOfRoutes } from "./ahead/answer-ahead.ts";
import { madeAheadOf } from "./ahead/made-ahead.ts";
import { allowOrigins } from "./allowed-origins.ts";
import { closeUnreadAnswers } from "./answer-progress.ts";
import { type Authenticate, oncePerRequest } from "./authentication.ts";
import { closeServer } from "./close-server.ts";
import { createDrainDelay } from "./drain-delay.ts";
import { isOperation, routeGraphql } from "./graphql-route.ts";
import { answerHealth } from "./health.ts";
import { createIdempotencyStore, type IdempotencyStore } from "./idempotency-store.ts";
import { createInFlight, shedOperations } from "./in-flight.ts";
import { refuseOtherHosts } from "./known-host.ts";
import { listen } from "./listen.ts";
import { takeNewcomersFirst } from "./newcomers.ts";
import { observeRequests } from "./observe-requests.ts";
import { createOperationHandler, type OperationHandler } from "./operation-handler.ts";
import { answerOptions } from "./options-method.ts";
import { nothingThere, refusal, refuse } from "./refuse.ts";
import { answerUnreadable, answerUnusual } from "./refused-by-node.ts";
import { limitRequestTime, requestTimeoutMs } from "./request-time.ts";
import { unkept } from "./unkept.ts";

/** The HTTP side of the gateway. */
export interface GatewayServer {
  readonly app: FastifyInstance;
  /** Listens on a port of several addresses, of which all but the first may be missing. Rejects when the first cannot be had. */
  listen(on: { readonly hosts: readonly string[]; readonly port: number }): Promise<void>;
  /**
   * Is not ready from now on, goes on for the drain delay, then takes no new work, finishes what is under way, and closes.
   * Calling it again changes nothing.
   */
  drain(): Promise<void>;
  /** Operations that are being run. */
  readonly operationsInFlight: number;
  /** Whether it takes work; not from the moment at which it is drained. */
  readonly isReady: boolean;
  /** The store of answers. */
  readonly answers: OperationHandler["answers"];
}

/** The parts that the server is made from. */
export interface ServerOptions {
  readonly gateway: Gateway;
  readonly log: Log;
  readonly clock: Clock;
  /** Origins whose pages may call; loopback origins when undefined. */
  readonly allowedOrigins: readonly string[] | undefined;
  /** Hosts that requests may name, in lower case and without ports; `*` stands for any. @default see `knownHosts` */
  readonly allowedHosts?: readonly string[] | undefined;
  /** Whether clients may be told of the calls behind their operations. */
  readonly mayExplain: boolean;
  /** Whether GraphiQL is served. @default it is */
  readonly graphiql?: boolean;
  /** Longest time for load balancers to turn away once the server is not ready any more, in milliseconds. */
  readonly drainDelayMs: number;
  /** The operations that GraphiQL offers. */
  readonly tabs: readonly GraphiqlTab[];
  /** Tells which client sends a request. @default every request is of the one client that may do all */
  readonly authenticate?: Authenticate;
  /** Told of each request and operation. @default the log alone */
  readonly observer?: Observer;
  /** Makes traces of operations. @default there are none */
  readonly tracing?: Tracing | undefined;
  /** The documents that may be run. @default all */
  readonly documents?: Documents;
  /** Remembers the answers to mutations with an idempotency key. @default in memory, in 64 MiB */
  readonly idempotencyStore?: IdempotencyStore;
  /** The knowledge that this replica has of the others. @default the gateway is alone */
  readonly replicas?: Pick<Replicas, "state"> | undefined;
  /** Operations a second of each client that has no limit of its own; 0 for no limit. @default none */
  readonly clientOperationsPerSecond?: number;
  /** Operations that are run at once. @default without end */
  readonly maxInFlight?: number;
}

/** How often that is looked at; Node's own 30 s would double it. */
const timeoutCheckMs = 1_000;
/** Of one that brings files, with all that comes before them. */
const longestRequestMs = uploadLimits.longestMs + requestTimeoutMs;
/** The id that a request has brought, or a new one. */
function requestIdOf({ "x-request-id": given }: IncomingHttpHeaders): string {
  return typeof given === "string" && requestIdPattern.test(given) ? given : randomUUID();
}

const requestIdPattern = /^[\w.-]{1,64}$/;

/** Builds the server: operations on `/graphql`, GraphiQL on `GET /graphql` in a browser, health. */
export async function createServer(options: ServerOptions): Promise<GatewayServer> {
  const { clock, gateway, log, mayExplain, observer = log, tracing } = options;
  const { refused = log.refused } = observer;
  const { apollo, upstreams } = gateway;
  const activeRequests = createActiveRequests();
  const drainDelay = createDrainDelay(clock, options.drainDelayMs);
  const inFlight = createInFlight(options.maxInFlight);
  let draining = false;
  const isDraining = () => draining;
  let listeners: readonly Listener[] = [];

  const app = createApp({ log, refused });
  answerUnusual(app.server, refused);
  // Node would leave out what comes behind the first thousand, a second credential as well; their bytes are limited.
  app.server.maxHeadersCount = 0;
  const connections = takeNewcomersFirst(app.server, { clock, tookConnection: gateway.tookConnection });
  // A request comes by these in their order.
  observeRequests(app, { activeRequests, clock, drainDelay, observer });
  const isForThisServer = refuseOtherHosts(app, options.allowedHosts);
  answerOptions(app);
  shedOperations(app, inFlight, { clock, connections, isOperation });
  // A client with a kept-alive connection learns to open its next one elsewhere, except just before none is taken.
  const sendsAway = () => draining && !(app.server.listening && drainDelay.isEnding());
  addHeaders(app, { sendsAway });
  limitRequestTime(app, { clock, activeRequests });
  closeUnreadAnswers(app, clock);
  refuseByHandlers(app, log);

  await apollo.start();
  const { allowedOrigins } = options;
  await allowOrigins(app, allowedOrigins);
  const parts = { ...storesOf(options), clock, inFlight, mayExplain, observer, tracing };
  const handler = createOperationHandler(app, gateway, parts);
  const { clientOperationsPerSecond, graphiql, tabs } = options;
  const shared = { ...handler, activeRequests, clientOperationsPerSecond, clock, inFlight, observer };
  const authenticateOnce = options.authenticate && oncePerRequest(options.authenticate);
  const page = { graphiql, mayExplain, systems: gateway.systems, tabs };
  await routeGraphql(app, { ...shared, ...page, allowedOrigins, authenticate: authenticateOnce, gateway });
  const authenticate = authenticateOnce ?? (() => gateway.anonymous);
  const { catchUp } = gateway;
  const ahead = { authenticate, catchUp, drainDelay, fault: log.fault, isDraining };
  answerAheadOfRoutes(app.server, { ...shared, ...ahead, isForThisServer, requestIdOf });
  app.get("/", (_request, reply) => reply.redirect("/graphql"));
  const health = { drainDelay, inFlight, isDraining, replicas: options.replicas };
  answerHealth(app, { ...health, isReadOnly: gateway.isReadOnly, log, upstreams });

  const finish = async () => {
    // A start that failed has no client.
    if (app.server.listening) await drainDelay.over();
    await closeServer(app.server, { clock, activeRequests, listeners, lingerMs: drainDelay.endMs });
    await app.close();
    await apollo.stop();
  };

  let drained: Promise<void> | undefined;
  return {
    app,
    async listen(on) {
      listeners = await listen(app, on);
    },
    drain() {
      draining = true;
      drained ??= finish();
      return drained;
    },
    get operationsInFlight() {
      return inFlight.count;
    },
    get isReady() {
      return !draining;
    },
    answers: handler.answers,
  };
}

/** The documents that may be run, and what remembers answers to mutations. */
const storesOf = ({ clock, documents, idempotencyStore }: ServerOptions) => ({
  documents: documents ?? createDocuments(createKnownDocuments(new Map()), "any"),
  idempotencyStore: idempotencyStore ?? createIdempotencyStore(clock, { mostBytes: 64 * 1024 * 1024 }),
});

/** Has failures and requests for nothing answered in GraphQL's form. */
function refuseByHandlers(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error, request, reply) => refuse(request, reply, error, log));
  app.setNotFoundHandler((request, reply) => reply.code(404).send(refusal(request, nothingThere)));
}

/** Adds the headers that all answers have. @param options.sendsAway whether connections are not kept. */
function addHeaders(app: FastifyInstance, { sendsAway }: { readonly sendsAway: () => boolean }): void {
  app.addHook("onSend", (request, reply, _payload, next) => {
    reply.header("x-request-id", request.id);
    if (String(reply.getHeader("content-type")).includes("json")) reply.headers(unkept);
    if (sendsAway()) reply.header("connection", "close");
    next();
  });
}

/** Makes the application with the limits that hold before any hook. */
const createApp = ({
  log,
  refused,
}: {
  readonly log: Log;
  readonly refused: NonNullable<Observer["refused"]>;
}): FastifyInstance =>
  fastify({
    bodyLimit: operationLimits.bodyBytes,
    // Bodies have limits of their own; this one holds for whatever slips through them.
    requestTimeout: longestRequestMs,
    http: {
      headersTimeout: requestTimeoutMs,
      connectionsCheckingInterval: timeoutCheckMs,
      // Node would refuse it past the log.
      requireHostHeader: false,
    },
    clientErrorHandler: answerUnreadable(refused),
    forceCloseConnections: "idle",
    return503OnClosing: false,
    genReqId: (request) => madeAheadOf(request as IncomingMessage)?.requestId ?? requestIdOf(request.headers),
    // No hook sees these requests, so nothing limits the time of their bodies: they are not waited for.
    frameworkErrors: (error, request, reply) =>
      void refuse(request, (reply as FastifyReply).headers({ ...unkept, connection: "close" }), error, log),
  });
