import { GatewayError } from "../../errors.ts";
import { type AnyEndpoint, routeOf } from "../endpoint.ts";
import type { Allowance, Permit } from "../limit.ts";
import type { Operation } from "../operation.ts";
import type { PreparedRequest } from "../prepared-request.ts";
import type { Outcome, Stage } from "../send.ts";
import type { WaitingCalls } from "./waiting-calls.ts";

/**
 * Waits until the rate limits let a request through, and settles the permit by its outcome.
 * @param limitsOf the limits that the calls of an endpoint pass.
 */
export const permit =
  (limitsOf: (endpoint: AnyEndpoint) => Allowance, waiting: WaitingCalls): Stage =>
  (next) =>
  async (request, operation) => {
    const permission = await permissionFor(limitsOf(request.endpoint), waiting, request, operation);
    if (permission instanceof GatewayError) return { error: permission, retryClass: "final" };
    const outcome = await next(request, operation);
    if ("withdrawn" in outcome) permission.withdraw();
    else permission.settle(refusalIn(outcome));
    return outcome;
  };

/** The permit, or the error that says why there is none. */
async function permissionFor(
  limits: Allowance,
  waiting: WaitingCalls,
  { endpoint, stats }: PreparedRequest,
  operation: Operation,
): Promise<Permit | GatewayError> {
  const leave = waiting.enter(endpoint, stats);
  try {
    const permission = await limits.acquire(operation, routeOf(endpoint), stats);
    stats.budgetWaitMs += permission.waitedMs;
    return permission;
  } catch (error) {
    if (error instanceof GatewayError) return error;
    throw error;
  } finally {
    leave();
  }
}

/** The refusal of a request for the number of those before it. */
const refusalIn = (outcome: Outcome): Parameters<Permit["settle"]>[0] =>
  "error" in outcome && outcome.error.facts.status === 429
    ? { retryAfterMs: outcome.error.facts.retryAfterMs }
    : undefined;
