import type { FastifyReply, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import type { Documents } from "../documents/asked-document.ts";
import type { Gateway } from "../graphql/gateway.ts";
import type { GatewayContext } from "../graphql/gateway-context.ts";
import { inTime, notFinished } from "../graphql/in-time.ts";
import type { RequestOptions } from "../graphql/request-options.ts";
import type { Waiter } from "../graphql/waiter.ts";
import type { OperationReport } from "../observation/events.ts";
import type { Clock } from "../rest/clock.ts";
import { isQuery } from "./answer-key.ts";
import type { Answered } from "./answered.ts";
import { headerMap } from "./header-map.ts";
import type { InFlight } from "./in-flight.ts";
import { leaving } from "./leaving.ts";
import type { OperationReader, ReadOperation } from "./read-operation.ts";
import type { ExecutionResult } from "./response-cache.ts";
import { errorAnswer, responseOf, type SerializedResponse } from "./serialized-response.ts";
import { utf8Bytes } from "./utf8-bytes.ts";

/** The parts that each way to an answer is made from. */
export interface OperationParts {
  readonly gateway: Gateway;
  readonly clock: Clock;
  readonly reader: OperationReader;
  readonly inFlight: InFlight;
  readonly execute: Execute;
}

/** A request as far as the execution of its operation needs to know it. */
export type OperationRequest = Pick<FastifyRequest, "client" | "headers" | "id" | "method" | "trace">;

/** Has an operation executed whose turn has come, and answers within its time. */
export type Execute = (
  request: OperationRequest,
  operation: ReadOperation,
  context: GatewayContext,
) => ExecutionResult | Promise<ExecutionResult>;

/** Makes the execution of operations. @param options.documents whose mode says whether the trusted are told. */
export function createExecute(
  gateway: Pick<Gateway, "apollo" | "executeDirectly" | "prepareQuery">,
  { clock, documents }: { readonly clock: Clock; readonly documents: Pick<Documents, "mode"> },
): Execute {
  /** The headers of Apollo Server's answer to a query that goes well, by what its client accepts. */
  const headersFor = new LRUCache<string, SerializedResponse["headers"]>({ max: 100 });

  const byApollo: Executes = async (request, { body, search }, context) => {
    const { method } = request;
    const headers = headerMap(request);
    // Apollo Server knows no other sign that a GET may be answered; `refuseCrossSite` has looked at more.
    if (method !== "POST") headers.set("apollo-require-preflight", "true");
    const answered = await gateway.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method, headers, search, body },
      context: async () => context,
    });
    const response = responseOf(answered, request, context.report);
    if (isPosted(request) && response.report.outcome === "ok")
      headersFor.set(acceptOf(request), response.headers);
    return response;
  };

  /** Around Apollo Server, where it has let the document through before and all goes well. */
  const begin: Executes = (request, operation, context) => {
    // Calls are told by a plugin.
    const isPlain = isPosted(request) && context.options.explains === "nothing";
    const headers = isPlain ? headersFor.get(acceptOf(request)) : undefined;
    const prepared = headers && (operation.prepared ?? gateway.prepareQuery(operation.body));
    const data = prepared && gateway.executeDirectly(prepared, context);
    if (!headers || data === undefined) return byApollo(request, operation, context);
    if (typeof data === "string") return wholeAnswer(data, headers, context.report);
    return data.then((json) =>
      json === undefined ? byApollo(request, operation, context) : wholeAnswer(json, headers, context.report),
    );
  };

  return (request, operation, context) => {
    const { report } = context;
    const { body, document } = operation;
    if (documents.mode !== "any") report.trusted = document?.isTrusted ?? false;
    const done = (response: SerializedResponse | undefined): ExecutionResult => {
      if (document && report.name !== undefined) report.knownName = report.name;
      if (!response) {
        const late = notFinished(request.method === "POST" && !isQuery(body));
        return { response: errorAnswer(request, late, report), records: context.records };
      }
      return {
        response,
        records: context.records,
        dependsOnMoment: context.dependsOnMoment(),
        dependsOnClient: context.dependsOnClient(),
      };
    };
    const begun = begin(request, operation, context);
    return begun instanceof Promise ? inTime(begun, context.waiter, clock).then(done) : done(begun);
  };
}

/** Makes the answer to an operation. */
type Executes = (...args: Parameters<Execute>) => SerializedResponse | Promise<SerializedResponse>;

/** Whether a request is one that Apollo Server has no reason of HTTP to refuse. */
const isPosted = ({ headers, method }: OperationRequest): boolean =>
  method === "POST" && headers["content-type"]?.startsWith("application/json") === true;

const acceptOf = ({ headers: { accept = "" } }: OperationRequest): string => accept;

/** The answer to an operation that went well, as Apollo Server writes it. @param json of its data. */
const wholeAnswer = (
  json: string,
  headers: SerializedResponse["headers"],
  report: OperationReport,
): SerializedResponse => ({
  status: 200,
  headers,
  body: utf8Bytes(`{"data":${json}}\n`),
  failedRequestId: undefined,
  report,
});

/** The client of a request, waiting until it leaves. */
export const waiterOf = (gateway: Gateway, reply: FastifyReply, lastByteAtMs?: () => number): Waiter =>
  gateway.waiterFor(leaving(reply), lastByteAtMs);

/** Makes the context of the operation of a request. */
export const contextOf = (
  gateway: Gateway,
  { client, id, trace }: OperationRequest,
  waiter: Waiter,
  options?: RequestOptions,
): GatewayContext =>
  gateway.contextFor(waiter, {
    client,
    requestId: id,
    ...(trace && { traceparent: trace.traceparent }),
    ...(options && { options }),
  });

/** The client of a request, where clients are told apart. */
export const toldApart = ({ anonymous }: Gateway, { client }: Pick<FastifyRequest, "client">) =>
  client === anonymous ? undefined : client;

/** The answer of an operation that was run for it. */
export const ran = ({ records, response }: ExecutionResult): Answered => ({
  response,
  answeredBy: "run",
  calls: records,
});
