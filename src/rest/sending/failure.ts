import { type ErrorCode, type ErrorFacts, GatewayError } from "../../errors.ts";
import { type AnyEndpoint, routeOf } from "../endpoint.ts";
import { NotSent } from "../exchange.ts";
import { isTooLarge } from "../message/response.ts";
import { deadlinePassed } from "../operation.ts";
import type { FailedAttempt, RetryClass } from "../send.ts";
import type { UpstreamName } from "../upstream-name.ts";
import { causeOf, type OperatorsPart, operatorsPart } from "./connection-cause.ts";
import { attemptTimeoutMs, type Expiry } from "./timeout.ts";
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
  readonly expired: Expiry;
  /** The status that came, if one came. */
  readonly status: number | undefined;
  /** Milliseconds since 1970. */
  readonly startedOnMs: number;
  /** Whether doing the call twice is doing it once. */
  readonly repeatable: boolean;
  /** How far a body had come that is sent while it comes; absent for any other. */
  readonly stage: UploadStage | undefined;
}

/** Makes sense of whatever ended an attempt without an answer that can be given. */
export function failureOf(
  upstream: UpstreamName,
  endpoint: AnyEndpoint,
  error: unknown,
  attempt: AttemptFacts,
): FailedAttempt {
  const { status, startedOnMs, repeatable } = attempt;
  const route = routeOf(endpoint);
  const facts = { system: upstream.name, endpoint: route, ...(status !== undefined && { status }) };
  const isAmbiguous = mayHaveArrived(error, attempt);
  // Of a conditional write an answer to a later attempt may tell; if none does, that it may be repeated is no answer.
  if (isAmbiguous && (!repeatable || endpoint.effect === "conditional")) {
    const unknown = outcomeUnknown(upstream, endpoint, startedOnMs, facts);
    return { error: unknown, retryClass: "ambiguous", cause: causeOf(error) };
  }
  if (error instanceof GatewayError) return { error, retryClass: retryClassOf(error) };
  if (attempt.expired === "operation")
    return { error: deadlinePassed(upstream.name, route, facts), retryClass: "final" };
  return unanswered(upstream, facts, error, attempt, isAmbiguous ? "ambiguous" : "unsent");
}

/** Whether an attempt may have taken effect although it failed. */
function mayHaveArrived(error: unknown, { stage, status }: AttemptFacts): boolean {
  if (error instanceof GatewayError) {
    // A refusal (4xx) has done nothing, however odd it is.
    const isRefusal = status !== undefined && status >= 400 && status < 500;
    return ambiguous.has(error.code) && !isRefusal;
  }
  // No upstream can have acted on a part of a body, unless it says so.
  const isPart = stage !== undefined && stage !== "answer" && status === undefined;
  return !isPart && !(error instanceof NotSent);
}

/** The failure of an attempt whose answer did not come, or not whole. */
function unanswered(
  upstream: UpstreamName,
  facts: ErrorFacts & { readonly endpoint: string },
  error: unknown,
  { expired, stage }: AttemptFacts,
  retryClass: RetryClass,
): FailedAttempt {
  const { title } = upstream;
  const route = facts.endpoint;
  const cause = causeOf(error);
  const part = operatorsPart(cause);
  const failed = (code: ErrorCode, message: string, more: ErrorFacts = {}): FailedAttempt => ({
    error: new GatewayError(code, message, { ...facts, ...more }),
    retryClass,
    cause,
  });
  if (part) {
    const message = operatorsMessage(upstream, route, part);
    return { ...failed("UPSTREAM_UNAVAILABLE", message, { retryable: false }), retryClass: "final" };
  }
  if (expired === "attempt") return failed("UPSTREAM_TIMEOUT", tooLate(upstream, route, stage));
  if (error instanceof SyntaxError)
    return failed("UPSTREAM_INVALID_RESPONSE", `${route} of ${title} answered something that is not JSON.`);
  return failed(
    "UPSTREAM_UNAVAILABLE",
    error instanceof NotSent
      ? `${route} was not sent: no connection to ${title} could be made; try again shortly.`
      : `${route} got no whole answer from ${title}; try again shortly.`,
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
function retryClassOf({ code }: GatewayError): RetryClass {
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
