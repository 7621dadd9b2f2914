import { type ErrorFacts, GatewayError } from "../../errors.ts";
import { type AnyEndpoint, routeOf } from "../endpoint.ts";
import type { TransportResponse } from "../exchange.ts";
import type { UpstreamDefinition } from "../upstream.ts";
import type { UpstreamName } from "../upstream-name.ts";
import { closedRoute } from "./closed-route.ts";
import { codingOf } from "./decode-body.ts";
import { parseExact } from "./exact-json.ts";
import type { Placement } from "./placement.ts";
import { readChunks } from "./read-chunks.ts";
import { retryAfterMs } from "./retry-after.ts";
import { withoutSecrets } from "./secrets.ts";

/** Largest body that is read; the largest documented page is far below. */
export const bodyCapBytes = 8 * 1024 * 1024;

/**
 * Largest body whose numbers are kept to the digit: far above any documented object, and parsed in less than 100 ms, in
 * which nothing else runs.
 */
export const exactBodyCapBytes = 256 * 1024;

/**
 * Reads a body to the end: the one place that reads a response. A body that is refused is left unread; the end of the
 * attempt gives up its connection.
 * @param placement learns of a 404 that only a wrong base URL explains.
 * @returns the chunks that it came in.
 * @throws GatewayError for every status but 2xx, and UPSTREAM_INVALID_RESPONSE for what is too large or encoded.
 */
export async function readBody(
  upstream: UpstreamName,
  endpoint: AnyEndpoint,
  response: TransportResponse,
  { dateMs, placement }: { readonly dateMs: number; readonly placement: Placement },
): Promise<readonly Uint8Array[]> {
  const { status, headers } = response;
  const invalid = (what: string, more: ErrorFacts = {}) =>
    invalidAnswer(upstream, endpoint, status, what, more);

  if (status < 200 || status >= 300) {
    // Error bodies may repeat input or secrets, so they are neither read nor kept.
    if (status >= 300 && status < 400) throw invalid(`${status}, a redirect, which is not followed`);
    const closed = closedRoute(upstream, endpoint, response);
    if (closed) throw closed;
    if (isNotFound(status)) throw placement.notFound(endpoint, { status, headers });
    throw statusError(upstream, routeOf(endpoint), status, retryAfterMs(headers["retry-after"], dateMs));
  }
  const coding = codingOf(headers);
  if (coding === "compressed") throw invalid("a compressed body, which was not asked for");
  if (coding === "unknown") throw invalid("a body in a coding that was not asked for");
  const mostBytes = endpoint.isExact ? exactBodyCapBytes : bodyCapBytes;
  const tooLarge = () => invalid(`more than ${mostBytes} bytes`, { mostBytes });
  return readChunks(response.body, mostBytes, tooLarge);
}

/**
 * @param what was answered in place of what the system documents, in words of ours alone.
 * @param more facts beside the call and its status. @default none
 */
export function invalidAnswer(
  { name, title }: UpstreamName,
  endpoint: AnyEndpoint,
  status: number,
  what: string,
  more: ErrorFacts = {},
): GatewayError {
  const call = routeOf(endpoint);
  const facts = { system: name, endpoint: call, status, ...more };
  return new GatewayError("UPSTREAM_INVALID_RESPONSE", `${call} of ${title} answered ${what}.`, facts);
}

/** Whether a status says that there is nothing where the call went. */
export const isNotFound = (status: number | undefined): boolean => status === 404 || status === 410;

/** Whether a read failed because its answer was larger than `bodyCapBytes`: for less, it may be answered. */
export const isTooLarge = (error: unknown): boolean =>
  error instanceof GatewayError && error.facts.mostBytes !== undefined;

/**
 * The JSON of a body, less the endpoint's secrets and the sensitive fields that the system does not show. Those that are
 * so in all answers stay in exact ones, which are written back.
 * @returns undefined for an empty body.
 * @throws SyntaxError when it is none, and TypeError for what an endpoint that keeps numbers to the digit cannot keep.
 */
export function parseBody(
  text: string,
  { isExact, secrets, sensitive = [] }: AnyEndpoint,
  { sensitive: always = [], showsSensitive }: Pick<UpstreamDefinition, "sensitive" | "showsSensitive">,
): unknown {
  if (text === "") return undefined;
  const hidden = isExact ? sensitive : [...sensitive, ...always];
  const dropped = showsSensitive ? secrets : [...secrets, ...hidden];
  return withoutSecrets(isExact ? parseExact(text) : JSON.parse(text), dropped);
}

/** How long to wait after a 429 that does not say. */
const defaultWaitMs = 1_000;

/**
 * The error for a status that is not a success.
 * @param statedMs wait that the answer asks for before another try.
 */
function statusError(
  upstream: UpstreamName,
  call: string,
  status: number,
  statedMs: number | undefined,
): GatewayError {
  const facts = {
    system: upstream.name,
    endpoint: call,
    status,
    ...(statedMs !== undefined && { retryAfterMs: statedMs, retryable: true }),
  };
  const answered = `${call} of ${upstream.title} answered ${status}`;
  if (status === 401) {
    return new GatewayError(
      "UPSTREAM_AUTH",
      `${answered}: it does not accept the gateway's credentials.`,
      facts,
    );
  }
  if (status === 403)
    return new GatewayError("FORBIDDEN", `${answered}: the gateway may not do this there.`, facts);
  if (status === 409) return conflict(upstream, call, status);
  if (status === 429) {
    const waitMs = statedMs ?? defaultWaitMs;
    return new GatewayError(
      "UPSTREAM_RATE_LIMITED",
      `${answered}; ${upstream.title} allows ${upstream.limitText}. Try again in ${Math.ceil(waitMs / 1000)} s.`,
      { ...facts, retryAfterMs: waitMs },
    );
  }
  if (status >= 500) {
    const when = statedMs === undefined ? "shortly" : `in ${Math.ceil(statedMs / 1000)} s`;
    return new GatewayError("UPSTREAM_UNAVAILABLE", `${answered}; try again ${when}.`, facts);
  }
  if (status === 413) {
    return new GatewayError("UPSTREAM_REJECTED", `${answered}: the upload is larger than it takes.`, facts);
  }
  return new GatewayError(
    "UPSTREAM_REJECTED",
    `${answered}: it does not accept the input. Check that every id in it exists and that its values fit together.`,
    facts,
  );
}

/** The error for a refusal because of what is there, whatever its status. */
export const conflict = (upstream: UpstreamName, call: string, status: number): GatewayError =>
  new GatewayError(
    "CONFLICT",
    `${call} of ${upstream.title} answered ${status}: this collides with what is already there.`,
    { system: upstream.name, endpoint: call, status },
  );
