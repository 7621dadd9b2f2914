import { GatewayError } from "../../errors.ts";
import { answerWithoutBody, isAccepted } from "../message/accepted.ts";
import { isConflictBody } from "../message/conflict.ts";
import { conflict } from "../message/response.ts";
import type { PreparedRequest } from "../prepared-request.ts";
import type { FailedAttempt, Outcome } from "../send.ts";
import type { UpstreamDefinition } from "../upstream.ts";
import { failureOf } from "./failure.ts";
import type { Attempt } from "./timed.ts";

/** The outcome of an attempt whose answer did not come or could not be read. Never rejects. */
export async function outcomeOf(
  definition: UpstreamDefinition,
  request: PreparedRequest,
  attempt: Attempt,
  error: unknown,
): Promise<Outcome> {
  const { upload } = attempt;
  if (upload?.failure) return { withdrawn: upload.failure.error };
  return accepted(definition, request, attempt) ?? failed(definition, request, attempt, error);
}

/** The outcome if the system says that the write is done, and it need not be sent again. */
function accepted(
  definition: UpstreamDefinition,
  request: PreparedRequest,
  { response, upload }: Attempt,
): Outcome | undefined {
  if (!response || !isAccepted(request.endpoint, response)) return undefined;
  if (upload && upload.stage !== "answer") return undefined;
  const done = answerWithoutBody(definition, request, response);
  if (done instanceof GatewayError) return { error: done, retryClass: "final" };
  return done && { answer: done };
}

async function failed(
  definition: UpstreamDefinition,
  { endpoint, repeatable }: PreparedRequest,
  { response, route, startedOnMs, timeout, upload }: Attempt,
  error: unknown,
): Promise<FailedAttempt> {
  const failure = failureOf(definition, endpoint, error, {
    expired: timeout.expired(),
    status: response?.status,
    startedOnMs,
    repeatable,
    stage: upload?.stage,
  });
  if (!response || !endpoint.conflictWhen || failure.error.code !== "UPSTREAM_REJECTED") return failure;
  const isConflict = await timeout.race(isConflictBody(response, endpoint.conflictWhen)).catch(() => false);
  return isConflict ? { ...failure, error: conflict(definition, route, response.status) } : failure;
}
