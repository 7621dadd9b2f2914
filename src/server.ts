import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import cors from "@fastify/cors";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Gateway } from "./gateway.ts";
import { type GraphiqlTab, graphiqlHeaders, graphiqlPage, registerGraphiql } from "./graphiql.ts";
import type { Log } from "./log.ts";
import { operationLimits } from "./operation-limits.ts";

/** The HTTP side of the gateway; listening is the caller's job. */
export interface GatewayServer {
  readonly app: FastifyInstance;
  /** Takes no new work, finishes what is under way, and closes. Calling it again changes nothing. */
  drain(): Promise<void>;
}

/** What the server is made from. */
export interface ServerOptions {
  readonly gateway: Gateway;
  readonly log: Log;
  /** Origins whose pages may call; loopback origins when undefined. */
  readonly allowedOrigins: readonly string[] | undefined;
  /** What GraphiQL opens with. */
  readonly tabs: readonly GraphiqlTab[];
}

const loopbackOrigin = /^https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;
/** Time for a client to send its request whole. */
const requestTimeoutMs = 15_000;
const requestIdPattern = /^[\w.-]{1,64}$/;

/** Builds the server: `POST /graphql`, GraphiQL on `GET /graphql` in a browser, health. */
export async function createServer(options: ServerOptions): Promise<GatewayServer> {
  const { gateway, log } = options;
  const { apollo, systems } = gateway;
  let draining = false;

  const app = fastify({
    bodyLimit: operationLimits.bodyBytes,
    requestTimeout: requestTimeoutMs,
    forceCloseConnections: "idle",
    return503OnClosing: false,
    genReqId: ({ headers }) => {
      const given = headers["x-request-id"];
      return typeof given === "string" && requestIdPattern.test(given) ? given : randomUUID();
    },
  });

  app.addHook("onSend", async (request, reply) => {
    reply.header("x-request-id", request.id);
    // A client with a kept-alive connection learns to open its next one elsewhere.
    if (draining) reply.header("connection", "close");
  });
  app.addHook("onResponse", async (request, reply) => {
    log.request({
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? "unknown",
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime),
    });
  });
  app.setErrorHandler((error, _request, reply) => refuse(reply, error, log));
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send(refusal("Nothing is here; POST operations to /graphql.")),
  );

  await apollo.start();
  await app.register(cors, {
    origin: options.allowedOrigins ? [...options.allowedOrigins] : loopbackOrigin,
    methods: ["GET", "POST"],
    exposedHeaders: ["x-request-id"],
    maxAge: 600,
  });
  await registerGraphiql(app);

  const page = graphiqlPage({ endpoint: "/graphql", tabs: options.tabs });
  const answer = fastifyApolloHandler(apollo, {
    context: async (request, reply) => gateway.contextFor(leaving(reply), request.id),
  });
  app.route({
    method: ["GET", "POST"],
    url: "/graphql",
    handler(request, reply) {
      if (isBrowserVisit(request)) return reply.headers(graphiqlHeaders).send(page);
      return answer.call(app, request, reply);
    },
  });
  app.get("/", (_request, reply) => reply.redirect("/graphql"));

  app.get("/health/live", async () => ({ status: "live" }));
  app.get("/health/ready", async (_request, reply) => {
    const states = Object.fromEntries(Object.values(systems).map(({ name, state }) => [name, state]));
    return reply
      .code(draining ? 503 : 200)
      .send({ status: draining ? "draining" : "ready", systems: states });
  });

  let drained: Promise<void> | undefined;
  return {
    app,
    drain() {
      draining = true;
      drained ??= app.close().then(() => apollo.stop());
      return drained;
    },
  };
}

/** A signal that is aborted when the client closes its connection before the answer was sent. */
function leaving(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

const isBrowserVisit = ({ method, headers, query }: FastifyRequest): boolean =>
  method === "GET" &&
  (headers.accept ?? "").includes("text/html") &&
  !(typeof query === "object" && query !== null && "query" in query);

const refusal = (message: string) => ({
  errors: [{ message, extensions: { code: "BAD_REQUEST", retryable: false } }],
});

/** Requests that never become operations are refused in GraphQL's form, without details of the server. */
function refuse(reply: FastifyReply, error: unknown, log: Log): FastifyReply {
  const status =
    typeof error === "object" && error !== null && "statusCode" in error ? Number(error.statusCode) : 500;
  if (status === 413) {
    return reply
      .code(413)
      .send(refusal(`The request is larger than ${operationLimits.bodyBytes} bytes; split it up.`));
  }
  if (status >= 400 && status < 500) {
    return reply.code(status).send(refusal("The request cannot be read; send JSON with a query."));
  }
  log.fault(error);
  return reply
    .code(500)
    .send({ errors: [{ message: "The gateway failed.", extensions: { code: "INTERNAL_SERVER_ERROR" } }] });
}

/** The address that a listening server can be reached at. */
export function addressOf(server: Server): string {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server does not listen.");
  const host = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
