import { type ErrorCode, GatewayError } from "../../errors.ts";
import type { CallStats } from "../call-stats.ts";

/** Failures that come from a system which refused a write, or from a gateway which could not send it. */
const refusals: ReadonlySet<ErrorCode> = new Set([
  "BAD_USER_INPUT",
  "NOT_FOUND",
  "CONFLICT",
  "FORBIDDEN",
  "UPSTREAM_AUTH",
  "UPSTREAM_REJECTED",
  "UPSTREAM_RATE_LIMITED",
  "UPSTREAM_UNAVAILABLE",
]);

/**
 * Whether a write that failed has changed nothing, and never will: none of its requests was sent, or each was refused. In
 * doubt it may have.
 * @param stats of the write, which is over.
 */
export const changedNothing = (
  error: unknown,
  { attempts, mayHaveHappened }: Pick<CallStats, "attempts" | "mayHaveHappened">,
): boolean =>
  attempts === 0 || (!mayHaveHappened && error instanceof GatewayError && refusals.has(error.code));
