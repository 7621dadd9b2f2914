import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Documents } from "../documents/asked-document.ts";
import { GatewayError } from "../errors.ts";
import type { AskedOperation, Gateway } from "../graphql/gateway.ts";
import type { GatewayContext } from "../graphql/gateway-context.ts";
import { inTime, notFinished } from "../graphql/in-time.ts";
import {
  defaultRequestOptions,
  type RequestOptions,
  readRequestOptions,
} from "../graphql/request-options.ts";
import type { Waiter } from "../graphql/waiter.ts";
import { type Observer, type OperationEvent, openReport } from "../observation/events.ts";
import type { OperationTrace, Tracing } from "../observation/tracing.ts";
import type { Clock } from "../rest/clock.ts";
import { receiveOperation } from "../uploads/receive-operation.ts";
import { answerKey, isQuery } from "./answer-key.ts";
import { limitFiles, refuseUnasked } from "./files-at-once.ts";
import { headerMap } from "./header-map.ts";
import { createIdempotency } from "./idempotency.ts";
import type { IdempotencyStore } from "./idempotency-store.ts";
import type { InFlight } from "./in-flight.ts";
import { refuseLargeJson } from "./json-size.ts";
import { filesWithKey, keyedMutation } from "./keyed-operation.ts";
import { leaving } from "./leaving.ts";
import { type ReadOperation, readBody, readSearch } from "./read-operation.ts";
import { requestTimeoutMs } from "./request-time.ts";
import {
  createResponseCache,
  type ExecutionResult,
  type ResponseCache,
  type SerializedResponse,
} from "./response-cache.ts";
import { revalidate } from "./revalidate.ts";
import { errorAnswer, responseOf } from "./serialized-response.ts";
import { isJsonText, isUnreadForm, type JsonText, type UnreadForm } from "./unparsed-body.ts";

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
  readonly answer: (request: FastifyRequest, reply: FastifyReply) => Promise<SerializedResponse>;
  /** The store of answers. */
  readonly answers: Pick<ResponseCache, "numbers">;
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

/** An answer with how it came to be. */
interface Answered extends Pick<OperationEvent, "answeredBy" | "calls"> {
  readonly response: SerializedResponse;
}

/** Makes the handler of operations. */
export function answerOperations(
  app: FastifyInstance,
  gateway: Gateway,
  { clock, documents, idempotencyStore, inFlight, mayExplain, observer, tracing }: OperationHandlerParts,
): OperationHandler {
  const systems = Object.values(gateway.upstreams);
  const writes = () => systems.reduce((sum, system) => sum + system.writes, 0);
  const cache = createResponseCache({ shares: gateway.shares, writes });
  const idempotency = createIdempotency(idempotencyStore);
  const parseJson = app.getDefaultJsonParser("error", "error");
  app.decorateRequest("isOperation", false);
  app.decorateRequest("trace");
  const filesAtOnce = limitFiles();
  /** The client of a request, where clients are told apart. */
  const toldApart = ({ client }: FastifyRequest) => (client === gateway.anonymous ? undefined : client);

  const execute = async (
    request: FastifyRequest,
    { body, document, search }: ReadOperation,
    context: GatewayContext,
  ): Promise<ExecutionResult> => {
    const { report } = context;
    if (documents.mode !== "any") report.trusted = document?.isTrusted ?? false;
    await context.turn();
    const execution = gateway.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headerMap(request),
        search,
        body,
      },
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
    };
  };

  const run = (...executed: Parameters<typeof execute>): Promise<ExecutionResult> =>
    inFlight.run(toldApart(executed[0]), () => execute(...executed));

  const handle: OperationHandler["answer"] = async (request, reply) => {
    const options = readRequestOptions(request.headers);
    if (options.explains !== "nothing" && !mayExplain) {
      throw new GatewayError("FORBIDDEN", "X-Explain is switched off here; EXPLAIN=true switches it on.");
    }
    const startedOnMs = clock.dateMs();
    const startedAtMs = clock.nowMs();
    const traceparent = traceparentOf(request);
    request.trace = tracing?.begin({ traceparent, startedOnMs, startedAtMs });
    const { response, ...facts } = await answer(request, reply, options);
    request.isOperation = true;
    const event = {
      ...response.report,
      ...facts,
      requestId: request.id,
      client: request.client.name,
      status: response.status,
      startedOnMs,
      durationMs: clock.nowMs() - startedAtMs,
      ...(traceparent !== undefined && { traceparent }),
    };
    observer.operation(event);
    request.trace?.end(event);
    return response;
  };
  return { answer: handle, answers: cache };

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    options: RequestOptions,
  ): Promise<Answered> {
    const { body } = request;
    if (isUnreadForm(body)) return ran(await runWithFiles(request, reply, body, options));
    if (isJsonText(body) && request.headers["idempotency-key"] !== undefined) {
      const answered = await runOnce(request, body, options);
      if (answered) return answered;
    }
    if (isJsonText(body) && options === defaultRequestOptions) return fromCacheOrShared(request, reply, body);
    const operation = isJsonText(body) ? await read(request, body) : readSearch(request.url, documents.find);
    const context = gateway.contextFor(gateway.waiterFor(leaving(reply)), askedBy(request, options));
    return ran(await run(request, operation, context));
  }

  /** Answers a request that has no options from the cache, together with equal queries in flight, or by itself. */
  async function fromCacheOrShared(
    request: FastifyRequest,
    reply: FastifyReply,
    body: JsonText,
  ): Promise<Answered> {
    const { jsonText } = body;
    const key = answerKey({
      jsonText,
      accept: request.headers.accept,
      options: defaultRequestOptions,
      rights: request.client.rights,
    });
    // A request that registers a document has to reach the store of persisted queries, which Apollo alone writes.
    const registers = jsonText.includes("persistedQuery") && jsonText.includes('"query"');
    const cached = registers ? undefined : cache.get(key);
    if (cached) return { response: cached, answeredBy: "cache", calls: [] };

    inFlight.refuseIfFull(toldApart(request));
    const operation = await read(request, body);
    const waiter = gateway.waiterFor(leaving(reply));
    let own: GatewayContext | undefined;
    const start = async (waiters: Waiter): Promise<ExecutionResult> => {
      const context = gateway.contextFor(waiters, askedBy(request));
      own = context;
      const last = registers ? undefined : cache.last(key);
      if (last && (await revalidate(last, context)))
        return { response: last.response, records: context.records };
      return execute(request, operation, context);
    };
    const startCounted = (waiters: Waiter) => inFlight.run(toldApart(request), () => start(waiters));
    if (!isQuery(operation.body)) return ran(await startCounted(waiter));
    const response = await cache.share({ key, client: toldApart(request)?.name }, waiter, startCounted);
    return own
      ? { response, answeredBy: "run", calls: own.records }
      : { response, answeredBy: "shared", calls: [] };
  }

  /** Runs a request that brings files. Equal requests are not looked for, since their files may differ. */
  async function runWithFiles(
    request: FastifyRequest,
    reply: FastifyReply,
    { unreadForm }: UnreadForm,
    options: RequestOptions,
  ): Promise<ExecutionResult> {
    refuseUnasked(request.headers);
    if (request.headers["idempotency-key"] !== undefined) throw filesWithKey();
    return filesAtOnce.run(toldApart(request), async () => {
      const contentType = request.headers["content-type"] ?? "";
      const { body, lastByteAtMs } = await receiveOperation(unreadForm, contentType, {
        clock,
        timeoutMs: requestTimeoutMs,
        parseJson: (jsonText) => parse(request, { jsonText }),
      });
      const waiter = gateway.waiterFor(leaving(reply), lastByteAtMs);
      const operation = readBody(body, documents.find);
      return run(request, operation, gateway.contextFor(waiter, askedBy(request, options)));
    });
  }

  /**
   * Runs a mutation unless it was run before with the same key, and to its end: its client may come again for the answer.
   * @returns undefined when it is no mutation.
   */
  async function runOnce(
    request: FastifyRequest,
    body: JsonText,
    options: RequestOptions,
  ): Promise<Answered | undefined> {
    const operation = await read(request, body);
    const { persistedText } = gateway;
    const keyed = keyedMutation(request, operation, { explains: options.explains, persistedText });
    if (!keyed) return undefined;
    const context = gateway.contextFor(
      gateway.waiterFor(new AbortController().signal),
      askedBy(request, options),
    );
    const once = await idempotency.once(keyed, {
      run: () => run(request, operation, context),
      mayHaveWritten: context.mayHaveWritten,
      unknownOutcome: (why) =>
        errorAnswer(request, new GatewayError("UPSTREAM_OUTCOME_UNKNOWN", why), {
          ...openReport(),
          kind: "mutation",
        }),
    });
    return once.replayed ? { response: once.response, answeredBy: "replay", calls: [] } : ran(once.result);
  }

  async function read(request: FastifyRequest, body: JsonText): Promise<ReadOperation> {
    return readBody(await parse(request, body), documents.find);
  }

  async function parse(request: FastifyRequest, { jsonText }: JsonText): Promise<unknown> {
    refuseLargeJson(jsonText);
    return new Promise((resolve, reject) => {
      void parseJson(request, jsonText, (error, value) => (error ? reject(error) : resolve(value)));
    });
  }
}

const ran = ({ records, response }: ExecutionResult): Answered => ({
  response,
  answeredBy: "run",
  calls: records,
});

const traceparentOf = ({ headers: { traceparent } }: FastifyRequest): string | undefined =>
  typeof traceparent === "string" ? traceparent : undefined;

const askedBy = ({ client, id, trace }: FastifyRequest, options?: RequestOptions): AskedOperation => ({
  client,
  requestId: id,
  ...(trace && { traceparent: trace.traceparent }),
  ...(options && { options }),
});
