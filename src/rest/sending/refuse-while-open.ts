import { GatewayError } from "../../errors.ts";
import { routeOf } from "../endpoint.ts";
import type { Stage } from "../send.ts";
import type { UpstreamName } from "../upstream-name.ts";
import type { CircuitBreaker } from "./circuit-breaker.ts";
import { operatorsPart } from "./connection-cause.ts";
import { operatorsMessage } from "./failure.ts";
import type { Health } from "./health.ts";

/** Refuses requests for as long as the circuit breaker of their system is open. */
export const refuseWhileOpen =
  (upstream: UpstreamName, breaker: CircuitBreaker, health: Pick<Health, "connectionCause">): Stage =>
  (next) =>
  (request, operation) => {
    const { retryAfterMs } = breaker;
    if (retryAfterMs === undefined) return next(request, operation);
    const error = notSent(upstream, routeOf(request.endpoint), retryAfterMs, health.connectionCause);
    return Promise.resolve({ error, retryClass: "final" });
  };

/** @param cause why the last connection failed, if it did. */
function notSent(
  upstream: UpstreamName,
  route: string,
  retryAfterMs: number,
  cause: string | undefined,
): GatewayError {
  const facts = { system: upstream.name, endpoint: route };
  const part = operatorsPart(cause);
  if (part) {
    const message = operatorsMessage(upstream, route, part);
    return new GatewayError("UPSTREAM_UNAVAILABLE", message, { ...facts, retryable: false });
  }
  return new GatewayError(
    "UPSTREAM_UNAVAILABLE",
    `${upstream.title} has not been answering, so ${route} was not sent; try again in ${Math.ceil(retryAfterMs / 1000)} s.`,
    { ...facts, retryAfterMs: Math.ceil(retryAfterMs) },
  );
}
