import { HeaderMap } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { GatewayError } from "../errors.ts";
import type { AskedOperation, Gateway } from "../graphql/gateway.ts";
import type { GatewayContext } from "../graphql/gateway-context.ts";
import { inTime, textOfLate } from "../graphql/in-time.ts";
import {
  defaultRequestOptions,
  type RequestOptions,
  readRequestOptions,
} from "../graphql/request-options.ts";
import type { Waiter } from "../graphql/waiter.ts";
import { HttpError } from "../http-error.ts";
import type { Observer, OperationEvent, OperationReport } from "../observation/events.ts";
import type { OperationTrace, Tracing } from "../observation/tracing.ts";
import type { Clock } from "../rest/clock.ts";
import { receiveOperation } from "../uploads/receive-operation.ts";
import { uploadLimits } from "../uploads/upload-limits.ts";
import { answerKey, isQuery } from "./answer-key.ts";
import { bodyOf, searchOf } from "./graphql-parameters.ts";
import { refuseLargeJson } from "./json-size.ts";
import { requestTimeoutMs } from "./request-time.ts";
import {
  createResponseCache,
  type ExecutionResult,
  type ResponseCache,
  type SerializedResponse,
} from "./response-cache.ts";
import { revalidate } from "./revalidate.ts";
import { isJsonText, isUnreadForm, type JsonText, type UnreadForm } from "./unparsed-body.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Whether it was answered as an operation. */
    isOperation: boolean;
  }
}

/** Answers operations over HTTP. */
export interface OperationHandler {
  readonly answer: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
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
}

declare module "fastify" {
  interface FastifyRequest {
    /** The trace of its operation, if it is traced. */
    trace: OperationTrace | undefined;
  }
}

/** An answer with how it came to be. */
interface Answered extends Pick<OperationEvent, "answeredBy" | "calls"> {
  readonly response: SerializedResponse;
}

/** Makes the handler of operations. */
export function answerOperations(
  app: FastifyInstance,
  gateway: Gateway,
  { clock, mayExplain, observer, tracing }: OperationHandlerParts,
): OperationHandler {
  app.decorateRequest("trace");
  const systems = Object.values(gateway.upstreams);
  const writes = () => systems.reduce((sum, system) => sum + system.writes, 0);
  const cache = createResponseCache({ shares: gateway.shares, writes });
  const parseJson = app.getDefaultJsonParser("error", "error");
  let withFiles = 0;
  app.decorateRequest("isOperation", false);

  const run = async (
    request: FastifyRequest,
    body: unknown,
    context: GatewayContext,
  ): Promise<ExecutionResult> => {
    const execution = gateway.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headerMap(request),
        search: searchOf(request.url),
        body: bodyOf(body),
      },
      context: async () => context,
    });
    const answered = await inTime(execution, context.waiter, clock);
    if (!answered) {
      return { response: lateAnswer(request, isQuery(body), context.report), records: context.records };
    }
    const { status, headers, body: answer } = answered;
    if (answer.kind !== "complete") throw new Error("Nothing here is answered in parts.");
    const failed = answer.string.startsWith('{"errors"');
    return {
      response: {
        status: status ?? 200,
        headers: [...headers],
        // Apollo refuses some requests before they have a context, and so without their id.
        body: Buffer.from((status ?? 200) >= 400 ? withRequestId(answer.string, request.id) : answer.string),
        failedRequestId: failed ? request.id : undefined,
        report: context.report,
      },
      records: context.records,
      dependsOnMoment: context.dependsOnMoment(),
    };
  };

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
    return send(reply, response, request.id);
  };
  return { answer: handle, answers: cache };

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    options: RequestOptions,
  ): Promise<Answered> {
    const { body } = request;
    if (isUnreadForm(body)) return ran(await runWithFiles(request, reply, body, options));
    if (isJsonText(body) && options === defaultRequestOptions) return fromCacheOrShared(request, reply, body);
    const parsed = isJsonText(body) ? await parse(request, body) : body;
    const context = gateway.contextFor(gateway.waiterFor(leaving(reply)), askedBy(request, options));
    return ran(await run(request, parsed, context));
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
    const registers = /persistedQuery/.test(jsonText);
    const cached = registers ? undefined : cache.get(key);
    if (cached) return { response: cached, answeredBy: "cache", calls: [] };

    const parsed = await parse(request, body);
    const waiter = gateway.waiterFor(leaving(reply));
    let own: GatewayContext | undefined;
    const start = async (waiters: Waiter): Promise<ExecutionResult> => {
      const context = gateway.contextFor(waiters, askedBy(request));
      own = context;
      const last = registers ? undefined : cache.last(key);
      if (last && (await revalidate(last, context)))
        return { response: last.response, records: context.records };
      return run(request, parsed, context);
    };
    if (!isQuery(parsed)) return ran(await start(waiter));
    const response = await cache.share(key, waiter, start);
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
    if (withFiles >= uploadLimits.requestsAtOnce) throw tooManyAtOnce();
    withFiles += 1;
    try {
      const contentType = request.headers["content-type"] ?? "";
      const { body, lastByteAtMs } = await receiveOperation(unreadForm, contentType, {
        clock,
        timeoutMs: requestTimeoutMs,
        parseJson: (jsonText) => parse(request, { jsonText }),
      });
      const waiter = gateway.waiterFor(leaving(reply), lastByteAtMs);
      return await run(request, body, gateway.contextFor(waiter, askedBy(request, options)));
    } finally {
      withFiles -= 1;
    }
  }

  async function parse(request: FastifyRequest, { jsonText }: JsonText): Promise<unknown> {
    refuseLargeJson(jsonText);
    return new Promise((resolve, reject) => {
      void parseJson(request, jsonText, (error, value) => (error ? reject(error) : resolve(value)));
    });
  }
}

function send(
  reply: FastifyReply,
  { body, failedRequestId, headers, status }: SerializedResponse,
  requestId: string,
): FastifyReply {
  for (const [name, value] of headers) reply.header(name, value);
  const isOthers = failedRequestId !== undefined && failedRequestId !== requestId;
  const own = isOthers ? Buffer.from(withRequestId(body.toString(), requestId)) : body;
  return reply.code(status).header("content-length", own.length).send(own);
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

function lateAnswer(
  { headers, id, method }: FastifyRequest,
  isQuery: boolean,
  report: OperationReport,
): SerializedResponse {
  const type = headers.accept?.includes("graphql-response") ? "graphql-response+json" : "json";
  return {
    status: 200,
    headers: [["content-type", `application/${type}; charset=utf-8`]],
    body: Buffer.from(textOfLate(id, method === "POST" && !isQuery)),
    failedRequestId: id,
    report: { ...report, outcome: "failed", errorCodes: { UPSTREAM_TIMEOUT: 1 } },
  };
}

/** Apollo Server asks for the same, but only once the body was read. */
function refuseUnasked(headers: FastifyRequest["headers"]): void {
  if (headers["apollo-require-preflight"] || headers["x-apollo-operation-name"]) return;
  throw new HttpError(
    "A multipart request needs the header apollo-require-preflight: true, without which a page of another site could send it.",
  );
}

const tooManyAtOnce = () =>
  new HttpError(
    `${uploadLimits.requestsAtOnce} requests with files are under way; send this one again in ${uploadLimits.retryAfterMs / 1_000} s.`,
    429,
    uploadLimits.retryAfterMs,
  );

/** Errors that are shared, or were made before the request was known, get the id of the request they answer. */
function withRequestId(body: string, requestId: string): string {
  const { errors, ...rest } = JSON.parse(body) as { errors: { extensions: object }[] };
  const named = errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }));
  return JSON.stringify({ errors: named, ...rest });
}

/** A signal that is aborted when the client closes its connection before the answer was sent. */
function leaving(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

function headerMap({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value) map.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return map;
}
