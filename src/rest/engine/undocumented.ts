import { GatewayError } from "../../errors.ts";
import { type AnyEndpoint, routeOf } from "../endpoint.ts";
import type { UpstreamDefinition } from "../upstream.ts";

/**
 * Refuses a route that no document shows, where the system's setting does not let it be called.
 * @throws GatewayError
 */
export function checkDocumented(
  { callsInferred, name, title }: UpstreamDefinition,
  endpoint: AnyEndpoint,
): void {
  if (!endpoint.inferred || callsInferred) return;
  throw new GatewayError(
    "UPSTREAM_REJECTED",
    `${routeOf(endpoint)} of ${title} is documented nowhere and switched off; name the object by another key.`,
    { system: name, endpoint: routeOf(endpoint), attempts: 0 },
  );
}
