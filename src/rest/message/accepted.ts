import { GatewayError } from "../../errors.ts";
import { type LooseEndpoint, routeOf } from "../endpoint.ts";
import type { TransportResponse } from "../exchange.ts";
import type { Answer, PreparedRequest } from "../prepared-request.ts";
import type { UpstreamName } from "../upstream-name.ts";

/** Whether a write was answered 2xx: then it is done, whatever becomes of the answer's body. */
export const isAccepted = ({ effect }: LooseEndpoint, { status }: TransportResponse): boolean =>
  effect !== "read" && status >= 200 && status < 300;

/**
 * The answer of a write that is done, although its body is cut, of another shape or no JSON.
 * @returns the answer of an empty body where the endpoint can do without one, as updates and removals can; the error to tell
 * where it cannot and doing it twice would not be doing it once; otherwise undefined: it may be done again.
 */
export function answerWithoutBody(
  upstream: UpstreamName,
  { endpoint, repeatable }: Pick<PreparedRequest, "endpoint" | "repeatable">,
  { headers, status }: TransportResponse,
): Answer | GatewayError | undefined {
  try {
    return { value: endpoint.read(undefined, headers), digest: undefined };
  } catch {
    if (endpoint.effect === "idempotent") return undefined;
    // As when its repetition collides with it.
    if (repeatable) return { value: undefined, digest: undefined };
    return madeUnseen(upstream, endpoint, status);
  }
}

/** The error for a creation that was confirmed in words that cannot be read. */
function madeUnseen({ name, title }: UpstreamName, endpoint: LooseEndpoint, status: number): GatewayError {
  const { reconcile } = endpoint;
  const call = routeOf(endpoint);
  const look = reconcile === undefined ? "read what it made" : "run the query in `reconcile`";
  return new GatewayError(
    "UPSTREAM_INVALID_RESPONSE",
    `${call} of ${title} answered ${status}, so it is done, but which id it gave cannot be read; ${look} instead of sending it again.`,
    { system: name, endpoint: call, status, ...(reconcile !== undefined && { reconcile }) },
  );
}
