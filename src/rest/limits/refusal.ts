import { GatewayError } from "../../errors.ts";
import type { UpstreamName } from "../upstream-name.ts";

/** Makes the error for a call whose wait does not fit the deadline of its operation. */
export type Refusal = (upstream: UpstreamName, call: string, retryAfterMs: number) => GatewayError;

/** Why a call is not made, or never left the queue. */
export const noRoom: Refusal = (upstream, call, retryAfterMs) =>
  new GatewayError(
    "UPSTREAM_RATE_LIMITED",
    `The rate limit of ${upstream.title} (${upstream.limitText}) leaves no room for ${call} within the operation's deadline; nothing was sent. Try again in ${Math.ceil(retryAfterMs / 1000)} s, or ask for less at once.`,
    { system: upstream.name, endpoint: call, retryAfterMs },
  );

/** Why a client is refused what the system still has room for. */
export const overShare: Refusal = (upstream, call, retryAfterMs) =>
  new GatewayError(
    "RATE_LIMITED",
    `The part of the rate limit of ${upstream.title} that one client may use leaves no room for ${call} within the operation's deadline; nothing was sent. Try again in ${Math.ceil(retryAfterMs / 1000)} s, or ask for less at once.`,
    { system: upstream.name, endpoint: call, retryAfterMs },
  );
