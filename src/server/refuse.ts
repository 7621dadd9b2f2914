import type { FastifyReply, FastifyRequest } from "fastify";
import { Unauthenticated } from "../auth/unauthenticated.ts";
import { type ErrorCode, errorCodes, GatewayError } from "../errors.ts";
import { HttpError } from "../http-error.ts";
import { operationLimits } from "../limits.ts";
import type { Log } from "../log.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The code that it was refused with as a whole; undefined if it was not, or for a reason that has none of its own. */
    refusedWith: ErrorCode | undefined;
  }
}

/** The refusal of a request that never becomes an operation, in the form of GraphQL. */
export const refusal = ({ id }: FastifyRequest, message: string, facts: object = {}) => ({
  errors: [{ message, extensions: { code: "BAD_REQUEST", retryable: false, requestId: id, ...facts } }],
});

/** Told at paths that lead nowhere. */
export const nothingThere = "Nothing is here; POST operations to /graphql.";

/** Requests that never become operations are refused in GraphQL's form, without details of the server. */
export function refuse(request: FastifyRequest, reply: FastifyReply, error: unknown, log: Log): FastifyReply {
  if (error instanceof GatewayError) return refuseByCode(request, reply, error);
  if (error instanceof HttpError) {
    const { message, retryAfterMs, statusCode } = error;
    if (retryAfterMs === undefined) return reply.code(statusCode).send(refusal(request, message));
    return reply
      .code(statusCode)
      .header("retry-after", Math.ceil(retryAfterMs / 1_000))
      .send(refusal(request, message, { retryable: true, retryAfterMs }));
  }
  const status =
    typeof error === "object" && error !== null && "statusCode" in error ? Number(error.statusCode) : 500;
  if (status >= 400 && status < 500) {
    return reply.code(status).send(refusal(request, reasons[status] ?? "The request cannot be read."));
  }
  log.fault(error);
  return reply.code(500).send(refusal(request, "The gateway failed.", { code: "INTERNAL_SERVER_ERROR" }));
}

/** Status of HTTP by code, where a whole request is refused with it; 400 for the others. */
const statuses: Partial<Readonly<Record<ErrorCode, number>>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  IDEMPOTENCY_IN_PROGRESS: 409,
  IDEMPOTENCY_KEY_REUSED: 422,
  RATE_LIMITED: 429,
  AUTHENTICATION_UNAVAILABLE: 503,
  OVERLOADED: 503,
};

function refuseByCode(request: FastifyRequest, reply: FastifyReply, error: GatewayError): FastifyReply {
  const { code, facts, message } = error;
  const { retryAfterMs } = facts;
  request.refusedWith = code;
  if (code === "UNAUTHENTICATED") {
    reply.header("www-authenticate", error instanceof Unauthenticated ? error.challenge : "Bearer");
  }
  if (retryAfterMs !== undefined) reply.header("retry-after", Math.ceil(retryAfterMs / 1_000));
  const { retryable } = errorCodes[code];
  return reply
    .code(statuses[code] ?? 400)
    .send(
      refusal(request, message, { code, retryable, ...(retryAfterMs !== undefined && { retryAfterMs }) }),
    );
}

const reasons: Readonly<Record<number, string>> = {
  400: "The request cannot be read; send JSON with a query.",
  413: `The request is larger than ${operationLimits.bodyBytes} bytes; split it up.`,
  415: "The request is of a type that is not read; send JSON with content-type: application/json, or files as multipart/form-data.",
};
