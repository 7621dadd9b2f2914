import type { FastifyReply, FastifyRequest } from "fastify";
import type { Documents } from "../documents/asked-document.ts";
import type { Gateway } from "../graphql/gateway.ts";
import type { GatewayContext } from "../graphql/gateway-context.ts";
import { inTime, notFinished } from "../graphql/in-time.ts";
import type { RequestOptions } from "../graphql/request-options.ts";
import type { Waiter } from "../graphql/waiter.ts";
import type { OperationEvent } from "../observation/events.ts";
import type { Clock } from "../rest/clock.ts";
import { isQuery } from "./answer-key.ts";
import { headerMap } from "./header-map.ts";
import type { InFlight } from "./in-flight.ts";
import { leaving } from "./leaving.ts";
import type { OperationReader, ReadOperation } from "./read-operation.ts";
import type { ExecutionResult, SerializedResponse } from "./response-cache.ts";
import { errorAnswer, responseOf } from "./serialized-response.ts";

/** An answer with how it came to be. */
export interface Answered extends Pick<OperationEvent, "answeredBy" | "calls"> {
  readonly response: SerializedResponse;
}

/** The parts that each way to an answer is made from. */
export interface OperationParts {
  readonly gateway: Gateway;
  readonly clock: Clock;
  readonly reader: OperationReader;
  readonly inFlight: InFlight;
  readonly execute: Execute;
}

/** Has an operation executed, and answers within its time. */
export type Execute = (
  request: FastifyRequest,
  operation: ReadOperation,
  context: GatewayContext,
) => Promise<ExecutionResult>;

/** Makes the execution of operations by Apollo Server. @param options.documents whose mode says whether the trusted are told. */
export function createExecute(
  { apollo }: Pick<Gateway, "apollo">,
  { clock, documents }: { readonly clock: Clock; readonly documents: Pick<Documents, "mode"> },
): Execute {
  return async (request, { body, document, search }, context) => {
    const { report } = context;
    if (documents.mode !== "any") report.trusted = document?.isTrusted ?? false;
    await context.turn();
    const { method } = request;
    const headers = headerMap(request);
    // Apollo Server knows no other sign that a GET may be answered; `refuseCrossSite` has looked at more.
    if (method !== "POST") headers.set("apollo-require-preflight", "true");
    const execution = apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method, headers, search, body },
      context: async () => context,
    });
    const answered = await inTime(execution, context.waiter, clock);
    if (document && report.name !== undefined) report.knownName = report.name;
    if (!answered) {
      const late = notFinished(request.method === "POST" && !isQuery(body));
      return { response: errorAnswer(request, late, report), records: context.records };
    }
    return {
      response: responseOf(answered, request, report),
      records: context.records,
      dependsOnMoment: context.dependsOnMoment(),
      dependsOnClient: context.dependsOnClient(),
    };
  };
}

/** The client of a request, waiting until it leaves. */
export const waiterOf = (gateway: Gateway, reply: FastifyReply, lastByteAtMs?: () => number): Waiter =>
  gateway.waiterFor(leaving(reply), lastByteAtMs);

/** Makes the context of the operation of a request. */
export const contextOf = (
  gateway: Gateway,
  { client, id, trace }: FastifyRequest,
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
export const toldApart = ({ anonymous }: Gateway, { client }: FastifyRequest) =>
  client === anonymous ? undefined : client;

/** The answer of an operation that was run for it. */
export const ran = ({ records, response }: ExecutionResult): Answered => ({
  response,
  answeredBy: "run",
  calls: records,
});
