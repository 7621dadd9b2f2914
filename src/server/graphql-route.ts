import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GraphiqlTab } from "../client/tabs.ts";
import type { Gateway } from "../graphql/gateway.ts";
import { refuseUnreadableQuery } from "../request-text.ts";
import { acceptsJson } from "./accepts-json.ts";
import type { ActiveRequests } from "./active-requests.ts";
import { madeAheadOf } from "./ahead/made-ahead.ts";
import type { AllowedOrigins } from "./allowed-origins.ts";
import { type Authenticate, authentication } from "./authentication.ts";
import { allowCompression, compressedAnswers } from "./compress-answers.ts";
import { refuseCrossSite } from "./cross-site.ts";
import { contentSecurityPolicy, graphiqlHeaders, graphiqlPage, isBrowserVisit } from "./graphiql.ts";
import { readEntries, serveGraphiqlFiles } from "./graphiql-files.ts";
import type { InFlight } from "./in-flight.ts";
import type { OperationHandler } from "./operation-handler.ts";
import { limitOperations } from "./operation-rate.ts";
import { refusal } from "./refuse.ts";
import { routeSchema } from "./schema-route.ts";
import { sendResponse } from "./serialized-response.ts";
import { unkept } from "./unkept.ts";
import { leaveBodiesUnparsed } from "./unparsed-body.ts";

const url = "/graphql";

/** The parts of the route of operations. */
export interface GraphqlRouteParts {
  readonly gateway: Pick<Gateway, "anonymous" | "mayReadSchema" | "subgraphSdl">;
  readonly activeRequests: ActiveRequests;
  readonly allowedOrigins: AllowedOrigins;
  readonly answer: OperationHandler["answer"];
  readonly inFlight: InFlight;
  /** @default every request is of the one client that may do all */
  readonly authenticate: Authenticate | undefined;
  /** Operations a second of each client that has no limit of its own. @default none */
  readonly clientOperationsPerSecond: number | undefined;
  /** Whether browsers get GraphiQL. @default they do */
  readonly graphiql: boolean | undefined;
  readonly tabs: readonly GraphiqlTab[];
  /** Whether clients may be told of the calls behind their operations. */
  readonly mayExplain: boolean;
  /** The systems behind the gateway. */
  readonly systems: readonly { readonly name: string; readonly title: string }[];
}

/** Whether a request is for an operation, rather than for the page of GraphiQL or for anything else. */
export const isOperation = (request: FastifyRequest): boolean =>
  request.routeOptions.url === url && request.method !== "OPTIONS" && !isBrowserVisit(request);

/** Serves `/graphql`: operations, and GraphiQL to browsers; the schema is beside it, for the same clients. */
export async function routeGraphql(app: FastifyInstance, parts: GraphqlRouteParts): Promise<void> {
  const { activeRequests, allowedOrigins, answer, gateway, graphiql = true, inFlight } = parts;
  if (graphiql) serveGraphiqlFiles(app, contentSecurityPolicy);
  const { mayExplain, systems, tabs } = parts;
  const page = graphiql && graphiqlPage({ endpoint: url, mayExplain, systems, tabs }, readEntries());
  await allowCompression(app);
  leaveBodiesUnparsed(app);
  const findClient = authentication(app, parts.authenticate ?? (() => gateway.anonymous));
  const countOperation = limitOperations(parts.clientOperationsPerSecond ?? 0);
  const answerBrowser = (reply: FastifyReply) =>
    page
      ? reply.headers(graphiqlHeaders).send(page)
      : reply.code(404).headers(unkept).type("text/plain; charset=utf-8").send(noPage);
  const count = ({ client, raw }: FastifyRequest): Promise<void> | undefined => {
    // One that was made ahead has no limit a second, and had its place in flight already.
    if (client === gateway.anonymous || madeAheadOf(raw)) return undefined;
    inFlight.refuseIfFull(client);
    return countOperation(client);
  };
  const admit = (request: FastifyRequest): Promise<void> | undefined => {
    const finding = findClient(request);
    return finding ? finding.then(() => count(request)) : count(request);
  };
  const run = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    // Counted apart from the request, since a write goes on when its client leaves.
    const end = activeRequests.begin();
    try {
      return sendResponse(reply, await answer(request, reply), request.id);
    } finally {
      end();
    }
  };
  const { mayReadSchema, subgraphSdl } = gateway;
  routeSchema(app, { admit, mayReadSchema, subgraphSdl });
  app.route({
    method: ["GET", "POST"],
    url,
    compress: compressedAnswers,
    // The page says nothing of its own; its operations bring credentials.
    onRequest(request, _reply, next) {
      if (isBrowserVisit(request)) return next();
      refuseCrossSite(request, allowedOrigins);
      return admit(request) ?? next();
    },
    preParsing({ raw }, _reply, payload, next) {
      const made = madeAheadOf(raw);
      next(null, made ? Readable.from([made.bytes]) : payload);
    },
    handler(request, reply) {
      if (isBrowserVisit(request)) return answerBrowser(reply);
      if (!acceptsJson(request.headers)) return reply.code(406).send(refusal(request, notAcceptable));
      refuseUnreadableQuery(request.url);
      return run(request, reply);
    },
  });
  app.route({
    method: ["PUT", "PATCH", "DELETE"],
    url,
    onRequest: async (request, reply) =>
      reply.code(405).header("allow", "GET, POST").send(refusal(request, otherMethod)),
    handler: async () => undefined,
  });
}

const noPage =
  "This is a GraphQL gateway. It takes operations by POST, and has no page for browsers unless its operator opens one (INTROSPECTION=true).\n";
const notAcceptable =
  "The answer would be JSON; accept application/graphql-response+json or application/json.";
const otherMethod = "Send operations by POST, or queries by GET.";
