import { randomUUID } from "node:crypto";
import type { Server as Listener } from "node:net";
import cors from "@fastify/cors";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { GraphiqlTab } from "../client/tabs.ts";
import { createDocuments, type Documents } from "../documents/asked-document.ts";
import { createKnownDocuments } from "../documents/known-documents.ts";
import type { Gateway } from "../graphql/gateway.ts";
import { operationLimits } from "../limits.ts";
import type { Log } from "../log.ts";
import type { Observer } from "../observation/events.ts";
import type { Tracing } from "../observation/tracing.ts";
import { refuseUnreadableQuery } from "../request-text.ts";
import type { Clock } from "../rest/clock.ts";
import { uploadLimits } from "../uploads/upload-limits.ts";
import { createActiveRequests } from "./active-requests.ts";
import { closeUnreadAnswers } from "./answer-progress.ts";
import { type Authenticate, authentication } from "./authentication.ts";
import { closeServer } from "./close-server.ts";
import { createDrainDelay } from "./drain-delay.ts";
import { graphiqlHeaders, graphiqlPage, registerGraphiql } from "./graphiql.ts";
import { answerOperations, type OperationHandler } from "./graphql-route.ts";
import { answerHealth } from "./health.ts";
import { createIdempotencyStore, type IdempotencyStore } from "./idempotency-store.ts";
import { createInFlight, shedOperations } from "./in-flight.ts";
import { knownHosts, namesOneHost } from "./known-host.ts";
import { listen } from "./listen.ts";
import { takeNewcomersFirst } from "./newcomers.ts";
import { onceAnswered } from "./once-answered.ts";
import { limitOperations } from "./operation-rate.ts";
import { answerOptions, isPreflight } from "./options-method.ts";
import { nothingThere, refusal, refuse } from "./refuse.ts";
import { answerUnreadable, answerUnusual } from "./refused-by-node.ts";
import { limitRequestTime, requestTimeoutMs } from "./request-time.ts";
import { sendResponse } from "./serialized-response.ts";
import { unkept } from "./unkept.ts";
import { leaveBodiesUnparsed } from "./unparsed-body.ts";

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
  /** Operations that are being answered. */
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
  /** The tabs that GraphiQL opens with. */
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
  /** Operations a second of each client that has no limit of its own; 0 for no limit. @default none */
  readonly clientOperationsPerSecond?: number;
  /** Operations that are run at once. @default without end */
  readonly maxInFlight?: number;
}

const loopbackOrigin = /^https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;
/** How often that is looked at; Node's own 30 s would double it. */
const timeoutCheckMs = 1_000;
/** Of one that brings files, with all that comes before them. */
const longestRequestMs = uploadLimits.longestMs + requestTimeoutMs;
const requestIdPattern = /^[\w.-]{1,64}$/;
/** For the log: the client left before it was answered. */
const statusOfLeft = 499;

/** Builds the server: `POST /graphql`, GraphiQL on `GET /graphql` in a browser, health. */
export async function createServer(options: ServerOptions): Promise<GatewayServer> {
  const { clock, gateway, log, observer = log } = options;
  const { apollo, upstreams } = gateway;
  const activeRequests = createActiveRequests();
  const drainDelay = createDrainDelay(clock, options.drainDelayMs);
  let draining = false;
  let operationsInFlight = 0;
  let listeners: readonly Listener[] = [];

  const app = fastify({
    bodyLimit: operationLimits.bodyBytes,
    // Bodies have limits of their own; this one holds for whatever slips through them.
    requestTimeout: longestRequestMs,
    http: {
      headersTimeout: requestTimeoutMs,
      connectionsCheckingInterval: timeoutCheckMs,
      // Node would refuse it past the log.
      requireHostHeader: false,
    },
    clientErrorHandler: answerUnreadable(log.refused),
    forceCloseConnections: "idle",
    return503OnClosing: false,
    genReqId: ({ headers }) => {
      const given = headers["x-request-id"];
      return typeof given === "string" && requestIdPattern.test(given) ? given : randomUUID();
    },
    // No hook sees these requests, so nothing limits the time of their bodies: they are not waited for.
    frameworkErrors: (error, request, reply) =>
      void refuse(request, (reply as FastifyReply).headers({ ...unkept, connection: "close" }), error, log),
  });

  app.addHook("onRequest", async (request, reply) => {
    const end = activeRequests.begin();
    if (!request.url.startsWith("/health/")) drainDelay.served();
    const startedAtMs = clock.nowMs();
    onceAnswered(reply, () => {
      end();
      observer.request?.({
        requestId: request.id,
        client: request.client?.name,
        method: request.method,
        route: request.routeOptions.url ?? "unknown",
        status: reply.raw.writableFinished ? reply.statusCode : statusOfLeft,
        isOperation: request.isOperation,
        durationMs: clock.nowMs() - startedAtMs,
      });
    });
  });
  answerUnusual(app.server, log.refused);
  // Node would leave out what comes behind the first thousand, a second credential as well; their bytes are limited.
  app.server.maxHeadersCount = 0;
  takeNewcomersFirst(app.server, { clock, tookConnection: gateway.tookConnection });
  const isForThisServer = knownHosts(app.server, options.allowedHosts);
  app.addHook("onRequest", async (request, reply) => {
    if (!namesOneHost(request.raw)) {
      return reply.code(400).send(refusal(request, "A request of HTTP/1.1 names its host, and only one."));
    }
    if (!isForThisServer(request)) return reply.code(421).send(refusal(request, otherHost));
  });
  app.addHook("onRequest", async (request, reply) => {
    if (request.method === "OPTIONS" && !isPreflight(request)) return answerOptions(app, request, reply);
  });
  const inFlight = createInFlight(options.maxInFlight ?? Number.POSITIVE_INFINITY);
  shedOperations(app, inFlight, {
    clock,
    isOperation: (request) =>
      request.routeOptions.url === "/graphql" && request.method !== "OPTIONS" && !isBrowserVisit(request),
  });
  app.addHook("onSend", async (request, reply) => {
    reply.header("x-request-id", request.id);
    if (String(reply.getHeader("content-type")).includes("json")) reply.headers(unkept);
    // A client with a kept-alive connection learns to open its next one elsewhere, except just before none is taken.
    const leaves = draining && !(app.server.listening && drainDelay.isEnding());
    if (leaves) reply.header("connection", "close");
  });
  limitRequestTime(app, { clock, activeRequests });
  closeUnreadAnswers(app, clock);
  app.setErrorHandler((error, request, reply) => refuse(request, reply, error, log));
  app.setNotFoundHandler((request, reply) => reply.code(404).send(refusal(request, nothingThere)));

  await apollo.start();
  await app.register(cors, {
    origin: options.allowedOrigins ? [...options.allowedOrigins] : loopbackOrigin,
    methods: ["GET", "POST"],
    exposedHeaders: ["x-request-id", "retry-after", "idempotency-replayed"],
    maxAge: 600,
  });
  const { graphiql = true } = options;
  if (graphiql) await registerGraphiql(app);

  const page = graphiqlPage({ endpoint: "/graphql", tabs: options.tabs });
  leaveBodiesUnparsed(app);
  const { authenticate = () => gateway.anonymous, mayExplain, tracing } = options;
  const {
    documents = createDocuments(createKnownDocuments(new Map()), "any"),
    idempotencyStore = createIdempotencyStore(clock, { mostBytes: 64 * 1024 * 1024 }),
  } = options;
  const parts = { clock, inFlight, mayExplain, observer, tracing, documents, idempotencyStore };
  const { answer, answers } = answerOperations(app, gateway, parts);
  const findClient = authentication(app, authenticate);
  const countOperation = limitOperations(options.clientOperationsPerSecond ?? 0);
  app.route({
    method: ["GET", "POST"],
    url: "/graphql",
    // The page says nothing of its own; its operations bring credentials.
    async onRequest(request) {
      if (isBrowserVisit(request)) return;
      await findClient(request);
      if (request.client === gateway.anonymous) return;
      inFlight.refuseIfFull(request.client);
      await countOperation(request.client);
    },
    async handler(request, reply) {
      if (isBrowserVisit(request)) {
        if (graphiql) return reply.headers(graphiqlHeaders).send(page);
        return reply.code(404).headers(unkept).type("text/plain; charset=utf-8").send(noPage);
      }
      if (!accepts(request)) {
        const message =
          "The answer would be JSON; accept application/graphql-response+json or application/json.";
        return reply.code(406).send(refusal(request, message));
      }
      refuseUnreadableQuery(request.url);
      // Counted apart from the request, since a write goes on when its client leaves.
      const end = activeRequests.begin();
      operationsInFlight += 1;
      try {
        const response = await answer(request, reply);
        return sendResponse(reply, response, request.id);
      } finally {
        operationsInFlight -= 1;
        end();
      }
    },
  });
  app.route({
    method: ["PUT", "PATCH", "DELETE"],
    url: "/graphql",
    onRequest: async (request, reply) =>
      reply
        .code(405)
        .header("allow", "GET, POST")
        .send(refusal(request, "Send operations by POST, or queries by GET.")),
    handler: async () => undefined,
  });
  app.get("/", (_request, reply) => reply.redirect("/graphql"));

  answerHealth(app, {
    upstreams,
    isReadOnly: gateway.isReadOnly,
    log,
    drainDelay,
    inFlight,
    isDraining: () => draining,
  });

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
      return operationsInFlight;
    },
    get isReady() {
      return !draining;
    },
    answers,
  };
}

const otherHost =
  "The request names a host that is not the gateway's: it takes localhost, 127.0.0.1, and those of ALLOWED_HOSTS.";
const noPage =
  "This is a GraphQL gateway. It takes operations by POST, and has no page for browsers unless its operator opens one (INTROSPECTION=true).\n";

const isBrowserVisit = ({ method, headers, query }: FastifyRequest): boolean =>
  method === "GET" &&
  (headers.accept ?? "").includes("text/html") &&
  !(typeof query === "object" && query !== null && "query" in query);

/** Asked before anything runs: a write must not take effect only to be answered that its answer is not acceptable. */
const accepts = ({ headers }: FastifyRequest): boolean =>
  /\*\/\*|application\/(\*|json|graphql-response\+json)/i.test(headers.accept ?? "*/*");
