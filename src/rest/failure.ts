import { type ErrorCode, GatewayError } from "../errors.ts";
import { type AttemptLimit, attemptTimeoutMs } from "./attempt-limit.ts";
import type { AnyEndpoint, Effect } from "./endpoint.ts";
import { deadlinePassed } from "./operation.ts";
import { describe } from "./request.ts";
import type { UpstreamName } from "./response.ts";
import { provesNotSent } from "./transport.ts";

/** Answers after which a request may have taken effect all the same. */
const ambiguous: ReadonlySet<ErrorCode> = new Set(["UPSTREAM_UNAVAILABLE", "UPSTREAM_INVALID_RESPONSE"]);

/** Writes of which twice may not be once; the engine does not know whether the condition of a `conditional` one holds. */
const notTwice: ReadonlySet<Effect> = new Set<Effect>(["create", "conditional"]);

/** Failures that say nothing about the health of the system that answered. */
const healthy: ReadonlySet<ErrorCode> = new Set([
  "NOT_FOUND",
  "CONFLICT",
  "UPSTREAM_REJECTED",
  "FORBIDDEN",
  "UPSTREAM_RATE_LIMITED",
]);

/** Whether a failed call means that the system as a whole is in trouble. */
export const isOutage = ({ code }: GatewayError): boolean => !healthy.has(code);

/** Makes the error for whatever ended an attempt, seen from its caller. */
export function toFailure(
  upstream: UpstreamName,
  endpoint: AnyEndpoint,
  error: unknown,
  { timeUp, status }: { timeUp: AttemptLimit["timeUp"]; status: number | undefined },
): GatewayError {
  const call = describe(endpoint);
  const facts = { system: upstream.name, operation: call, ...(status !== undefined && { status }) };
  const known = error instanceof GatewayError ? error : undefined;
  if (notTwice.has(endpoint.effect) && (known ? ambiguous.has(known.code) : !provesNotSent(error))) {
    return new GatewayError(
      "UPSTREAM_OUTCOME_UNKNOWN",
      `${call} was sent to ${upstream.title}, but whether it took effect is not known. Read before sending it again.`,
      facts,
    );
  }
  if (known) return known;
  if (timeUp === "operation") return deadlinePassed(upstream.name, call, facts);
  if (timeUp === "attempt") {
    return new GatewayError(
      "UPSTREAM_TIMEOUT",
      `${call} of ${upstream.title} was not answered within ${attemptTimeoutMs} ms; try again, or ask for less at once.`,
      facts,
    );
  }
  return new GatewayError(
    "UPSTREAM_UNAVAILABLE",
    `${call} got no whole answer from ${upstream.title}; try again shortly.`,
    facts,
  );
}
