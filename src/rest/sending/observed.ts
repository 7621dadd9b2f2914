import { GatewayError } from "../../errors.ts";
import { isNotFound } from "../message/response.ts";
import type { Outcome } from "../send.ts";
import type { CallEvent, EngineParts, UpstreamDefinition } from "../upstream.ts";
import type { CircuitBreaker } from "./circuit-breaker.ts";
import type { Health, HealthReport } from "./health.ts";
import type { Attempt, SendInTime } from "./timed.ts";

/** The parts that learn how attempts end. */
export interface Observers extends Pick<EngineParts, "clock" | "observe"> {
  readonly breaker: CircuitBreaker;
  readonly health: Health;
}

/** Tells the log, and the health of the system, how attempts end. */
export const observed =
  (definition: UpstreamDefinition, { breaker, clock, health, observe }: Observers) =>
  (next: SendInTime): SendInTime =>
  async (request, operation, attempt) => {
    // An upload may take minutes, in which no other call could find out whether the system answers again.
    const isProbe = !attempt.upload && breaker.begin();
    const outcome = await next(request, operation, attempt);
    const hasLeft = operation.signal.aborted;
    if (!hasLeft && tellsHealth(attempt)) health.report(healthReport(attempt, outcome));
    else if (isProbe) breaker.cancelProbe();
    observe(eventOf(definition, attempt, outcome, { hasLeft, nowMs: clock.nowMs() }));
    return outcome;
  };

const healthReport = ({ response, route, timeout }: Attempt, outcome: Outcome): HealthReport => ({
  route,
  ...failureIn(outcome),
  wasAnswered: response !== undefined && !timeout.expired(),
});

/** @param now.hasLeft whether the client left: the failure is then its own doing, and not told. */
function eventOf(
  { name, urlSetting }: UpstreamDefinition,
  { response, route, startedAtMs }: Attempt,
  outcome: Outcome,
  { hasLeft, nowMs }: { readonly hasLeft: boolean; readonly nowMs: number },
): CallEvent {
  const { cause, error } = failureIn(outcome);
  const status = response?.status;
  return {
    system: name,
    endpoint: route,
    durationMs: nowMs - startedAtMs,
    ...(status !== undefined && { status }),
    ...(error && !hasLeft && { code: error.code, ...(cause !== undefined && { cause }) }),
    ...(isNotFound(status) && error?.code !== "NOT_FOUND" && { setting: urlSetting }),
  };
}

/**
 * Whether an attempt says something about the upstream's health: one that ran out of its operation's time does not, nor does
 * a failure of the client's files.
 */
function tellsHealth({ timeout, upload }: Attempt): boolean {
  const expired = timeout.expired();
  const isFaultOfFiles = upload?.failure || (upload?.stage === "chunk" && expired === "attempt");
  return expired !== "operation" && !isFaultOfFiles;
}

/** The error that an attempt failed with, also of the client's files, and why its connection failed. */
function failureIn(outcome: Outcome): Pick<HealthReport, "cause" | "error"> {
  if ("error" in outcome) return { error: outcome.error, cause: outcome.cause };
  const withdrawn = "withdrawn" in outcome ? outcome.withdrawn : undefined;
  return { error: withdrawn instanceof GatewayError ? withdrawn : undefined, cause: undefined };
}
