import type { Clock } from "../clock.ts";
import { type AnyEndpoint, routeOf } from "../endpoint.ts";
import type { Allowance } from "../limit.ts";
import type { EndpointLimit, UpstreamDefinition } from "../upstream.ts";
import { behindShares, type SharedBudget } from "./client-shares.ts";

/**
 * The limits that the calls of each endpoint pass: first those of its lane, if it has one, then those of the system;
 * before each of the two the share that the client has of it.
 * @throws Error for an endpoint whose lane the definition lacks.
 */
export function createEndpointLimits(
  { api, endpointLimits = {}, title }: UpstreamDefinition,
  ofSystem: SharedBudget,
  clock: Clock,
  ofLane: (name: string, lane: EndpointLimit) => SharedBudget,
): (endpoint: AnyEndpoint) => Allowance {
  const system = behindShares(ofSystem, clock);
  const allowances = new Map(
    Object.entries(endpointLimits).map(([name, lane]) => [
      name,
      within(system, behindShares(ofLane(name, lane), clock), clock),
    ]),
  );
  const allowanceOf = (endpoint: AnyEndpoint): Allowance => {
    if (endpoint.limitedBy === undefined) return system;
    const allowance = allowances.get(endpoint.limitedBy);
    if (!allowance)
      throw new Error(`${routeOf(endpoint)} names a lane that ${title} lacks: ${endpoint.limitedBy}`);
    return allowance;
  };
  for (const verbs of Object.values(api)) Object.values(verbs).forEach(allowanceOf);
  return allowanceOf;
}

/** A lane of a system: a call that waits for it is not yet in the system's queue, so no other call waits behind it there. */
function within(system: Allowance, lane: Allowance, clock: Clock): Allowance {
  return {
    async acquire(operation, call, queue) {
      const inLane = await lane.acquire(operation, call, queue);
      try {
        const permit = await system.acquire(operation, call, queue);
        // The lane permitted it some time ago; given up, it may be on its way to be counted only from now on.
        const sentAtMs = clock.nowMs();
        return {
          waitedMs: inLane.waitedMs + permit.waitedMs,
          settle(refusal) {
            // A 429 does not say whose limit it is. Far more likely it is the narrow one, and to slow all that the
            // system answers for its sake, for up to a minute, would cost more than it saves: if it is the system's
            // after all, other calls are refused as well, and slow it.
            inLane.settle(refusal, sentAtMs);
            permit.settle();
          },
          withdraw() {
            inLane.withdraw(sentAtMs);
            permit.withdraw();
          },
        };
      } catch (error) {
        inLane.settle();
        throw error;
      }
    },
  };
}
