import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Documents } from "../documents/asked-document.ts";
import { GatewayError } from "../errors.ts";
import type { Gateway } from "../graphql/gateway.ts";
import {
  defaultRequestOptions,
  type RequestOptions,
  readRequestOptions,
} from "../graphql/request-options.ts";
import type { Observer, OperationEvent } from "../observation/events.ts";
import type { OperationTrace, Tracing } from "../observation/tracing.ts";
import type { Clock } from "../rest/clock.ts";
import { createLookAhead, type LookAhead } from "./ahead/look-ahead.ts";
import { madeAheadOf } from "./ahead/made-ahead.ts";
import type { Answered } from "./answered.ts";
import { contextOf, createExecute, ran, toldApart, waiterOf } from "./execute-operation.ts";
import type { IdempotencyStore } from "./idempotency-store.ts";
import type { InFlight } from "./in-flight.ts";
import { createOperationReader } from "./read-operation.ts";
import { createRunOnce } from "./run-once.ts";
import { createSharedRuns, type SharedRuns } from "./run-shared.ts";
import { createRunWithFiles } from "./run-with-files.ts";
import type { SerializedResponse } from "./serialized-response.ts";
import { isJsonText, isUnreadForm, type JsonText } from "./unparsed-body.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Whether it was answered as an operation. */
    isOperation: boolean;
    /** The trace of its operation, if it is traced. */
    trace: OperationTrace | undefined;
  }
}

/** Answers operations over HTTP. */
export interface OperationHandler {
  /** Finds what answers a request ahead of the routes: nothing where operations are traced, as a trace begins before it is known that there is nothing to trace. */
  readonly lookAhead: LookAhead;
  /** Tells the observer of an operation that was answered ahead of the routes. */
  readonly tell: (answered: Answered, begun: Begun) => void;
  readonly answer: (request: FastifyRequest, reply: FastifyReply) => Promise<SerializedResponse>;
  /** The store of answers. */
  readonly answers: SharedRuns["answers"];
}

/** The parts of the handler of operations beside the gateway. */
export interface OperationHandlerParts {
  /** Tells how long clients may take for what they send. */
  readonly clock: Clock;
  /** Whether clients may be told of the calls behind their operations. */
  readonly mayExplain: boolean;
  /** Told of each operation that was answered. */
  readonly observer: Observer;
  /** @default no operation is traced */
  readonly tracing?: Tracing | undefined;
  /** The documents that may be run. */
  readonly documents: Documents;
  /** Remembers the answers to mutations with an idempotency key. */
  readonly idempotencyStore: IdempotencyStore;
  /** The operations that are being run. */
  readonly inFlight: InFlight;
}

/** Makes the handler of operations: it takes the way to the answer of each, tells the observer of it, and sends it. */
export function createOperationHandler(
  app: FastifyInstance,
  gateway: Gateway,
  { clock, documents, idempotencyStore, inFlight, mayExplain, observer, tracing }: OperationHandlerParts,
): OperationHandler {
  app.decorateRequest("isOperation", false);
  app.decorateRequest("trace");
  const reader = createOperationReader(app, documents.find);
  const execute = createExecute(gateway, { clock, documents });
  const parts = { gateway, clock, reader, inFlight, execute };
  const shared = createSharedRuns(parts);
  const runOnce = createRunOnce(parts, idempotencyStore);
  const runWithFiles = createRunWithFiles(parts);

  const runShared = (request: FastifyRequest, reply: FastifyReply, body: JsonText): Promise<Answered> => {
    const { client, headers } = request;
    const { jsonText } = body;
    const { cached, key } = shared.lookUp({ jsonText, accept: headers.accept, client });
    if (cached) return Promise.resolve(cached);
    inFlight.refuseIfFull(toldApart(gateway, request));
    const operation = reader.fromJson(body);
    return shared.run(request, () => waiterOf(gateway, reply), { key, jsonText, operation });
  };

  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    options: RequestOptions,
  ): Promise<Answered> => {
    const { body } = request;
    const caughtUp = gateway.catchUp?.();
    if (caughtUp) await caughtUp;
    if (isUnreadForm(body)) return runWithFiles(request, reply, body, options);
    if (isJsonText(body) && request.headers["idempotency-key"] !== undefined) {
      const answered = await runOnce(request, body, options);
      if (answered) return answered;
    }
    if (isJsonText(body) && options === defaultRequestOptions) return runShared(request, reply, body);
    const operation = isJsonText(body) ? reader.fromJson(body) : reader.fromUrl(request.url);
    const context = contextOf(gateway, request, waiterOf(gateway, reply), options);
    const inTurn = async () => {
      await gateway.turn(request.client);
      return execute(request, operation, context);
    };
    return ran(await inFlight.run(toldApart(gateway, request), inTurn));
  };

  return {
    answers: shared.answers,
    lookAhead: tracing ? () => undefined : createLookAhead(parts, shared),
    tell: (answered, begun) => observer.operation(eventOf(answered, begun, clock)),
    async answer(request, reply) {
      const options = readRequestOptions(request.headers);
      if (options.explains !== "nothing" && !mayExplain) {
        throw new GatewayError("FORBIDDEN", "X-Explain is switched off here; EXPLAIN=true switches it on.");
      }
      const made = madeAheadOf(request.raw);
      const { startedAtMs, startedOnMs } = made ?? nowOf(clock);
      const traceparent = traceparentOf(request);
      request.trace = tracing?.begin({ traceparent, startedOnMs, startedAtMs });
      const answered = await (made?.answered ?? answer(request, reply, options));
      request.isOperation = true;
      const told = {
        client: request.client.name,
        requestId: request.id,
        startedAtMs,
        startedOnMs,
        traceparent,
      };
      const event = eventOf(answered, told, clock);
      observer.operation(event);
      request.trace?.end(event);
      return answered.response;
    },
  };
}

const nowOf = (clock: Clock) => ({ startedAtMs: clock.nowMs(), startedOnMs: clock.dateMs() });

/** Who asked for an operation that was answered, and when. */
export type Begun = Pick<OperationEvent, "client" | "requestId" | "startedOnMs" | "traceparent"> & {
  readonly startedAtMs: number;
};

/** Named one by one: a spread takes as long as all that is left of an operation whose answer is kept. */
const eventOf = (
  { answeredBy, calls, response: { report, status } }: Answered,
  { client, requestId, startedAtMs, startedOnMs, traceparent }: Begun,
  clock: Clock,
): OperationEvent => ({
  outcome: report.outcome,
  name: report.name,
  kind: report.kind,
  trusted: report.trusted,
  knownName: report.knownName,
  errorCodes: report.errorCodes,
  answeredBy,
  calls,
  requestId,
  client,
  status,
  startedOnMs,
  durationMs: clock.nowMs() - startedAtMs,
  traceparent,
});

/** The header `traceparent` of a request. */
export const traceparentOf = ({
  headers: { traceparent },
}: Pick<FastifyRequest, "headers">): string | undefined =>
  typeof traceparent === "string" ? traceparent : undefined;
