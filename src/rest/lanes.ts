import type { Budget } from "./budget.ts";
import type { Clock } from "./clock.ts";
import type { AnyEndpoint } from "./endpoint.ts";
import { describe } from "./request.ts";
import type { Lane, UpstreamDefinition } from "./upstream.ts";

/** The rate limits that a call must pass. */
export type Allowance = Pick<Budget, "acquire">;

/**
 * The limits that the calls of each endpoint pass: first those of its lane, if it has one, then those of the system.
 * @throws Error for a row whose lane the definition lacks.
 */
export function createAllowances(
  { api, lanes = {}, title }: UpstreamDefinition,
  budget: Budget,
  clock: Clock,
  budgetOf: (name: string, lane: Lane) => Budget,
): (endpoint: AnyEndpoint) => Allowance {
  const allowances = new Map(
    Object.entries(lanes).map(([name, lane]) => [name, within(budget, budgetOf(name, lane), clock)]),
  );
  const allowanceOf = (endpoint: AnyEndpoint): Allowance => {
    if (endpoint.limitedBy === undefined) return budget;
    const allowance = allowances.get(endpoint.limitedBy);
    if (!allowance)
      throw new Error(`${describe(endpoint)} names a lane that ${title} lacks: ${endpoint.limitedBy}`);
    return allowance;
  };
  for (const verbs of Object.values(api)) Object.values(verbs).forEach(allowanceOf);
  return allowanceOf;
}

/** A lane of a system: a call that waits for it is not yet in the system's queue, so no other call waits behind it there. */
function within(system: Budget, lane: Budget, clock: Clock): Allowance {
  return {
    async acquire(operation, call) {
      const inLane = await lane.acquire(operation, call);
      try {
        const permit = await system.acquire(operation, call);
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
