import { type ErrorCode, GatewayError } from "../../errors.ts";

const passing: ReadonlySet<ErrorCode> = new Set([
  "UPSTREAM_RATE_LIMITED",
  "UPSTREAM_TIMEOUT",
  "UPSTREAM_UNAVAILABLE",
]);

/** Whether a failure says nothing of a job: the same call may succeed later, or for an operation that has more time. */
export const isPassing = (error: unknown): error is GatewayError =>
  error instanceof GatewayError && passing.has(error.code);
