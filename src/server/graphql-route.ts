import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { HeaderMap } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { GatewayError } from "../errors.ts";
import type { Gateway, GatewayContext } from "../graphql/gateway.ts";
import { inTime, textOfLate } from "../graphql/in-time.ts";
import {
  defaultRequestOptions,
  type RequestOptions,
  readRequestOptions,
} from "../graphql/request-options.ts";
import type { Waiter } from "../graphql/waiter.ts";
import { BadRequest } from "../http-error.ts";
import { refuseOtherEncodings, utf8Text } from "../request-text.ts";
import type { Clock } from "../rest/clock.ts";
import { receiveOperation } from "../uploads/receive-operation.ts";
import { uploadLimits } from "../uploads/upload-limits.ts";
import { bodyOf, searchOf } from "./graphql-parameters.ts";
import { refuseLargeJson } from "./json-size.ts";
import { requestTimeoutMs } from "./request-time.ts";
import { createResponseCache, type Run, type SerializedResponse } from "./response-cache.ts";
import { isUnchanged } from "./revalidate.ts";

/** Answers operations over HTTP. */
export type OperationHandler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** A JSON body that was not parsed. */
interface JsonText {
  readonly jsonText: string;
}

/** A body of several parts that was not read. */
interface UnreadForm {
  readonly unreadForm: Readable;
}

/** Bodies stay text until it is known that no equal one is being answered, and forms are read while they come. */
export function keepBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/json",
    { parseAs: "buffer" },
    async ({ headers }: FastifyRequest, body: Buffer) => {
      refuseOtherEncodings(headers);
      return { jsonText: utf8Text(body) };
    },
  );
  app.addContentTypeParser(
    "multipart/form-data",
    async ({ headers }: FastifyRequest, body: IncomingMessage) => {
      refuseOtherEncodings(headers);
      return { unreadForm: body };
    },
  );
}

/**
 * Makes the handler of operations.
 * @param options.clock tells how long clients may take for what they send.
 * @param options.mayExplain whether clients may be told of the calls behind their operations.
 */
export function answerOperations(
  app: FastifyInstance,
  gateway: Gateway,
  { clock, mayExplain }: { readonly clock: Clock; readonly mayExplain: boolean },
): OperationHandler {
  const systems = Object.values(gateway.upstreams);
  const writes = () => systems.reduce((sum, system) => sum + system.writes, 0);
  const answers = createResponseCache({ shares: gateway.shares, writes });
  const parseJson = app.getDefaultJsonParser("error", "error");
  let withFiles = 0;

  const run = async (request: FastifyRequest, body: unknown, context: GatewayContext): Promise<Run> => {
    const answering = gateway.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headerMap(request),
        search: searchOf(request.url),
        body: bodyOf(body),
      },
      context: async () => context,
    });
    const answered = await inTime(answering, context.waiter, clock);
    if (!answered) return { rendered: lateAnswer(request, isQuery(body)), notes: context.notes };
    const { status, headers, body: answer } = answered;
    if (answer.kind !== "complete") throw new Error("Nothing here is answered in parts.");
    const failed = answer.string.startsWith('{"errors"');
    return {
      rendered: {
        status: status ?? 200,
        headers: [...headers],
        // Apollo refuses some requests before they have a context, and so without their id.
        body: Buffer.from((status ?? 200) >= 400 ? withRequestId(answer.string, request.id) : answer.string),
        failedRequestId: failed ? request.id : undefined,
      },
      notes: context.notes,
    };
  };

  return async (request, reply) => {
    const asked = readRequestOptions(request.headers);
    if (asked.explains !== "nothing" && !mayExplain) {
      throw new GatewayError("FORBIDDEN", "X-Explain is switched off here; EXPLAIN=true switches it on.");
    }
    const { body } = request;
    if (isUnreadForm(body))
      return send(reply, (await runWithFiles(request, reply, body, asked)).rendered, request.id);
    if (!isJsonText(body) || asked !== defaultRequestOptions) {
      const parsed = isJsonText(body) ? await parse(request, body) : body;
      const context = gateway.contextFor(gateway.waiterFor(leaving(reply)), request.id, asked);
      return send(reply, (await run(request, parsed, context)).rendered, request.id);
    }
    const key = `${request.headers.accept ?? ""}\n${body.jsonText}`;
    // What registers a document has to reach those who keep it.
    const kept = /persistedQuery/.test(body.jsonText) ? undefined : answers.kept(key);
    if (kept) return send(reply, kept, request.id);

    const parsed = await parse(request, body);
    const waiter = gateway.waiterFor(leaving(reply));
    const start = async (waiters: Waiter): Promise<Run> => {
      const context = gateway.contextFor(waiters, request.id);
      const last = answers.last(key);
      if (last && (await isUnchanged(last, context)))
        return { rendered: last.rendered, notes: context.notes };
      return run(request, parsed, context);
    };
    const rendered = isQuery(parsed)
      ? await answers.share(key, waiter, start)
      : (await start(waiter)).rendered;
    return send(reply, rendered, request.id);
  };

  /** Equal ones are not looked for, since their files may differ. */
  async function runWithFiles(
    request: FastifyRequest,
    reply: FastifyReply,
    { unreadForm }: UnreadForm,
    asked: RequestOptions,
  ): Promise<Run> {
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
      return await run(request, body, gateway.contextFor(waiter, request.id, asked));
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

function lateAnswer({ headers, id, method }: FastifyRequest, isQuery: boolean): SerializedResponse {
  const type = headers.accept?.includes("graphql-response") ? "graphql-response+json" : "json";
  return {
    status: 200,
    headers: [["content-type", `application/${type}; charset=utf-8`]],
    body: Buffer.from(textOfLate(id, method === "POST" && !isQuery)),
    failedRequestId: id,
  };
}

const isJsonText = (body: unknown): body is JsonText =>
  typeof body === "object" && body !== null && "jsonText" in body;

const isUnreadForm = (body: unknown): body is UnreadForm =>
  typeof body === "object" && body !== null && "unreadForm" in body;

/** Apollo Server asks for the same, but only once the body was read. */
function refuseUnasked(headers: FastifyRequest["headers"]): void {
  if (headers["apollo-require-preflight"] || headers["x-apollo-operation-name"]) return;
  throw new BadRequest(
    "A multipart request needs the header apollo-require-preflight: true, without which a page of another site could send it.",
  );
}

const tooManyAtOnce = () =>
  new BadRequest(
    `${uploadLimits.requestsAtOnce} requests with files are under way; send this one again in ${uploadLimits.retryAfterMs / 1_000} s.`,
    429,
    uploadLimits.retryAfterMs,
  );

/** A document that does not name the other kinds of operation has queries only. */
const isQuery = (body: unknown): boolean =>
  typeof body === "object" &&
  body !== null &&
  "query" in body &&
  typeof body.query === "string" &&
  !/mutation|subscription/.test(body.query);

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
