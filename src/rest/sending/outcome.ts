import { type ErrorCode, type ErrorFacts, GatewayError } from "../../errors.ts";
import { type AnyEndpoint, routeOf } from "../endpoint.ts";
import { NotSent } from "../exchange.ts";
import { isTooLarge } from "../message/response.ts";
import { deadlinePassed } from "../operation.ts";
import type { UpstreamName } from "../upstream-name.ts";
import { causeOf, type OperatorsPart, operatorsPart } from "./connection-cause.ts";
import type { RetryClass } from "./retry.ts";
import { type AttemptTimeout, attemptTimeoutMs } from "./timeout.ts";
import type { UploadStage } from "./upload.ts";
import { leastUploadBytesPerSecond, uploadAnswerMs, uploadIdleMs } from "./upload-timeout.ts";

/** Answers after which a request may have taken effect all the same. */
const ambiguous: ReadonlySet<ErrorCode> = new Set(["UPSTREAM_UNAVAILABLE", "UPSTREAM_INVALID_RESPONSE"]);

/** Failures that say nothing about the health of the system that answered. */
const healthy: ReadonlySet<ErrorCode> = new Set([
  "NOT_FOUND",
  "CONFLICT",
  "UPSTREAM_REJECTED",
  "FORBIDDEN",
  "UPSTREAM_RATE_LIMITED",
]);

/** Whether a failed call means that the system as a whole is in trouble; one that answers too much is not. */
export const isOutage = (error: GatewayError): boolean => !healthy.has(error.code) && !isTooLarge(error);

/** The facts of an attempt that failed. */
export interface AttemptFacts {
  /** Whose time was up, if it was time that ended it. */
  readonly timeUp: AttemptTimeout["expired"];
  /** The status that came, if one came. */
  readonly status: number | undefined;
  /** Milliseconds since 1970. */
  readonly sentOnMs: number;
  /** Whether doing the call twice is doing it once. */
  readonly repeatable: boolean;
  /** How far a body had come that is sent while it comes; absent for any other. */
  readonly stage: UploadStage | undefined;
}

/** A failed attempt as its caller may see it, and what it says about another one. */
export interface Failure {
  readonly error: GatewayError;
  readonly again: RetryClass;
  /** Why the connection failed, as a code for operators; undefined where it did not. */
  readonly cause?: string | undefined;
}

/** Makes sense of whatever ended an attempt. */
export function toFailure(
  upstream: UpstreamName,
  endpoint: AnyEndpoint,
  error: unknown,
  { timeUp, status, sentOnMs, repeatable, stage }: AttemptFacts,
): Failure {
  const call = routeOf(endpoint);
  const facts = { system: upstream.name, endpoint: call, ...(status !== undefined && { status }) };
  const known = error instanceof GatewayError ? error : undefined;
  // No upstream can have acted on a part of a body, unless it says so.
  const isPart = stage !== undefined && stage !== "answer" && status === undefined;
  // A refusal (4xx) has done nothing, however odd it is.
  const isRefusal = status !== undefined && status >= 400 && status < 500;
  const isUnsent = error instanceof NotSent;
  const mayHaveArrived = known ? ambiguous.has(known.code) && !isRefusal : !isPart && !isUnsent;
  const cause = causeOf(error);
  // Of a conditional write an answer to a later attempt may tell; if none does, that it may be repeated is no answer.
  if (mayHaveArrived && (!repeatable || endpoint.effect === "conditional")) {
    return { error: outcomeUnknown(upstream, endpoint, sentOnMs, facts), again: "ambiguous", cause };
  }
  if (known) return { error: known, again: againAfter(known) };
  if (timeUp === "operation") {
    return { error: deadlinePassed(upstream.name, call, facts), again: "final" };
  }
  const part = operatorsPart(cause);
  if (part) {
    const unusable = new GatewayError("UPSTREAM_UNAVAILABLE", operatorsMessage(upstream, call, part), {
      ...facts,
      retryable: false,
    });
    return { error: unusable, again: "final", cause };
  }
  const again = mayHaveArrived ? "ambiguous" : "unsent";
  const failed = (code: ErrorCode, message: string): Failure => ({
    error: new GatewayError(code, message, facts),
    again,
    cause,
  });
  if (timeUp === "attempt") return failed("UPSTREAM_TIMEOUT", tooLate(upstream, call, stage));
  if (error instanceof SyntaxError) {
    return failed(
      "UPSTREAM_INVALID_RESPONSE",
      `${call} of ${upstream.title} answered something that is not JSON.`,
    );
  }
  return failed(
    "UPSTREAM_UNAVAILABLE",
    isUnsent
      ? `${call} was not sent: no connection to ${upstream.title} could be made; try again shortly.`
      : `${call} got no whole answer from ${upstream.title}; try again shortly.`,
  );
}

/** The message for a call that cannot succeed before the operator has mended something. */
export function operatorsMessage({ title }: UpstreamName, call: string, part: OperatorsPart): string {
  const reason =
    part === "name"
      ? `the host name that the gateway has for ${title} does not exist`
      : `${title} shows a certificate that the gateway does not accept`;
  return `${call} was not sent: ${reason}. The operator of the gateway has to mend this.`;
}

/** Why the time of an attempt was up. */
function tooLate({ title }: UpstreamName, call: string, stage: UploadStage | undefined): string {
  if (stage === undefined) {
    return `${call} of ${title} was not answered within ${attemptTimeoutMs} ms; try again, or ask for less at once.`;
  }
  if (stage === "answer") {
    return `${call} of ${title} was not answered within ${uploadAnswerMs} ms of its last byte; try again shortly.`;
  }
  const slow = `nothing for ${uploadIdleMs} ms, or less than ${leastUploadBytesPerSecond} bytes a second`;
  return stage === "chunk"
    ? `The files of ${call} came too slowly: ${slow}. Nothing was done with them; send them over a faster connection.`
    : `${title} took the files of ${call} too slowly: ${slow}. Nothing was done with them; try again shortly.`;
}

/** The retry class of an answer that was read: wrong shapes, sizes and redirects come again. */
function againAfter({ code }: GatewayError): RetryClass {
  if (code === "UPSTREAM_UNAVAILABLE") return "ambiguous";
  return code === "UPSTREAM_RATE_LIMITED" ? "refused" : "final";
}

/** The error for a write that was sent, where nothing tells whether it took effect. */
export function outcomeUnknown(
  upstream: UpstreamName,
  endpoint: AnyEndpoint,
  sentOnMs: number,
  facts: ErrorFacts,
): GatewayError {
  const look = endpoint.reconcile ? "run the query in `reconcile`" : "read";
  return new GatewayError(
    "UPSTREAM_OUTCOME_UNKNOWN",
    `${routeOf(endpoint)} was sent to ${upstream.title}, but whether it took effect is not known; ${look} before sending it again.`,
    {
      ...facts,
      sentAt: new Date(sentOnMs).toISOString(),
      ...(endpoint.reconcile !== undefined && { reconcile: endpoint.reconcile }),
    },
  );
}
