import { GatewayError } from "../../errors.ts";
import { type AnyEndpoint, routeOf } from "../endpoint.ts";
import type { TransportResponse } from "../exchange.ts";
import type { UpstreamName } from "../upstream-name.ts";
import { isPage, namesObject } from "./placement.ts";

/**
 * The error for a route that is open to some accounts only, and closed to that of the gateway: no document says whether
 * such a route answers that it is forbidden or that it does not exist.
 * @returns undefined where an answer says something else.
 */
export function closedRoute(
  { name, title }: UpstreamName,
  endpoint: AnyEndpoint,
  { status, headers }: Pick<TransportResponse, "status" | "headers">,
): GatewayError | undefined {
  const { openTo } = endpoint;
  const isHidden = status === 404 && !namesObject(endpoint) && !isPage(headers);
  if (openTo === undefined || !(status === 403 || isHidden)) return undefined;
  const call = routeOf(endpoint);
  return new GatewayError(
    "FORBIDDEN",
    `${call} of ${title} answered ${status}: this is open only to ${openTo}.`,
    { system: name, endpoint: call, status },
  );
}
