import { GatewayError } from "../../errors.ts";
import type { TransportResponse } from "../exchange.ts";
import { answerWithoutBody, isAccepted } from "../message/accepted.ts";
import { isConflictBody } from "../message/conflict.ts";
import { conflict } from "../message/response.ts";
import type { Operation } from "../operation.ts";
import type { Answer, PreparedRequest } from "../prepared-request.ts";
import type { UpstreamDefinition } from "../upstream.ts";
import { toFailure } from "./outcome.ts";
import type { AttemptOutcome } from "./retry.ts";
import type { AttemptTimeout } from "./timeout.ts";
import type { Upload } from "./upload.ts";

/** One attempt that may be sent, from then to its end. */
export interface Sending {
  readonly attempt: PreparedRequest;
  /** Method and template. */
  readonly call: string;
  readonly operation: Operation;
  /** Of a body that comes while it is sent; undefined for any other. */
  readonly upload: Upload | undefined;
  /** Whether it was let through to see whether the system answers again. */
  readonly isProbe: boolean;
  readonly limit: AttemptTimeout;
  /** By the clock for spans. */
  readonly sentAtMs: number;
  /** Milliseconds since 1970. */
  readonly sentOnMs: number;
  /** The head of the answer, as soon as it is there. */
  response: TransportResponse | undefined;
}

/** How a sending ended. */
export interface Ending {
  readonly attempted: AttemptOutcome<Answer>;
  /** The error it failed with, if it failed. */
  readonly failed?: GatewayError | undefined;
  /** Why the connection failed, as a code for operators; undefined where it did not. */
  readonly cause?: string | undefined;
}

/** How a sending ended whose answer could not be had or read. Never rejects. */
export async function endingOf(
  definition: UpstreamDefinition,
  sending: Sending,
  error: unknown,
): Promise<Ending> {
  return (
    withdrawnOf(sending) ?? acceptedOf(definition, sending) ?? (await failedOf(definition, sending, error))
  );
}

/** The ending if it was the files that failed. */
function withdrawnOf({ upload }: Sending): Ending | undefined {
  if (!upload?.failure) return undefined;
  const { error: withdrawn } = upload.failure;
  return { attempted: { withdrawn }, failed: withdrawn instanceof GatewayError ? withdrawn : undefined };
}

/** The ending if the system says that the write is done, and it need not be sent again. */
function acceptedOf(
  definition: UpstreamDefinition,
  { attempt, response, upload }: Sending,
): Ending | undefined {
  if (!response || !isAccepted(attempt.endpoint, response)) return undefined;
  if (upload && upload.stage !== "answer") return undefined;
  const done = answerWithoutBody(definition, attempt, response);
  if (done instanceof GatewayError) return { attempted: { error: done, again: "final" }, failed: done };
  return done && { attempted: { answer: done } };
}

async function failedOf(
  definition: UpstreamDefinition,
  { attempt, call, limit, response, sentOnMs, upload }: Sending,
  error: unknown,
): Promise<Ending> {
  const { endpoint, repeatable } = attempt;
  const { again, cause, ...failure } = toFailure(definition, endpoint, error, {
    timeUp: limit.expired,
    status: response?.status,
    sentOnMs,
    repeatable,
    stage: upload?.stage,
  });
  let failed = failure.error;
  if (response && endpoint.conflictWhen && failed.code === "UPSTREAM_REJECTED") {
    const looking = limit.race(isConflictBody(response, endpoint.conflictWhen));
    if (await looking.catch(() => false)) failed = conflict(definition, call, response.status);
  }
  return { attempted: { error: failed, again }, failed, cause };
}
