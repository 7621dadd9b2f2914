import { type ErrorCode, GatewayError } from "../errors.ts";
import { attemptTimeoutMs } from "./attempt-limit.ts";
import type { AnyEndpoint } from "./endpoint.ts";
import { describe } from "./request.ts";
import type { UpstreamName } from "./response.ts";
import { provesNotSent } from "./transport.ts";

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

/** Whether a failed call means that the system as a whole is in trouble. */
export const isOutage = ({ code }: GatewayError): boolean => !healthy.has(code);

/** Makes the error for whatever ended an attempt, seen from its caller. */
export function toFailure(
  upstream: UpstreamName,
  endpoint: AnyEndpoint,
  error: unknown,
  timedOut: boolean,
): GatewayError {
  const call = describe(endpoint);
  const facts = { system: upstream.name, operation: call };
  const known = error instanceof GatewayError ? error : undefined;
  if (endpoint.effect === "create" && (known ? ambiguous.has(known.code) : !provesNotSent(error))) {
    return new GatewayError(
      "UPSTREAM_OUTCOME_UNKNOWN",
      `${call} was sent to ${upstream.title}, but whether it took effect is not known. Read before sending it again.`,
      { ...facts, ...known?.facts },
    );
  }
  if (known) return known;
  if (timedOut) {
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
