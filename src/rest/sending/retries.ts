import { type ErrorFacts, type GatewayError, withFacts } from "../../errors.ts";
import type { Clock } from "../clock.ts";
import { isSendable } from "../exchange.ts";
import { type Operation, pause } from "../operation.ts";
import type { Answer, PreparedRequest } from "../prepared-request.ts";
import type { FailedAttempt, Outcome, Send, Stage } from "../send.ts";
import type { UpstreamName } from "../upstream-name.ts";
import type { CircuitBreaker } from "./circuit-breaker.ts";
import { outcomeUnknown } from "./failure.ts";
import { backoffMs, type RetryShare } from "./retry.ts";
import { verdict } from "./verdict.ts";

/** The parts that decide on another attempt. */
export interface RetryParts {
  readonly upstream: UpstreamName;
  readonly clock: Clock;
  /** Gives numbers from 0 to 1. */
  readonly random: () => number;
  readonly breaker: CircuitBreaker;
  readonly share: RetryShare;
}

/**
 * Sends until an attempt succeeds, or another would be of no use, too many, too late or not safe. The error is that of the
 * last attempt that says something of the outcome, with the number of attempts.
 */
export const retries =
  (parts: RetryParts, mostAttempts: number): Stage =>
  (next) =>
  (request, operation) =>
    sendUntilDone(parts, mostAttempts, next, request, operation);

async function sendUntilDone(
  parts: RetryParts,
  mostAttempts: number,
  send: Send,
  request: PreparedRequest,
  operation: Operation,
): Promise<Outcome> {
  const { endpoint, stats } = request;
  const startedOnMs = parts.clock.dateMs();
  let ambiguous: GatewayError | undefined;
  parts.share.called();
  for (let made = 1; ; made += 1) {
    const sentBefore = stats.attempts;
    const outcome = await send(request, operation);
    if (!("error" in outcome)) return outcome;
    const latest = Object.assign({ wasSent: stats.attempts > sentBefore }, outcome);
    const { error, kind } = verdict({ ambiguous }, latest, request);
    if (kind === "done") return { answer: nothing };
    if (kind === "unknown")
      return failed(outcomeUnknown(parts.upstream, endpoint, startedOnMs, error.facts), stats);
    if (outcome.retryClass === "ambiguous") {
      stats.mayHaveHappened = true;
      ambiguous = error;
    }
    const waitMs = backoffMs(made, parts.random, outcome.error.facts.retryAfterMs);
    const goesOn = kind === "again" && made < mostAttempts && hasRoom(parts, request, operation, waitMs);
    // A log-in that failed tells its own attempts.
    if (!goesOn) return failed(error, { attempts: error.facts.attempts ?? stats.attempts });
    await pause(operation, parts.clock, waitMs);
  }
}

/** Whether another attempt after a wait can be sent, in time and without weighing too much on the system. */
const hasRoom = (
  { breaker, clock, share }: RetryParts,
  { body }: PreparedRequest,
  { deadlineAtMs }: Operation,
  waitMs: number,
): boolean =>
  isSendable(body) &&
  breaker.retryAfterMs === undefined &&
  clock.nowMs() + waitMs < deadlineAtMs &&
  share.take();

const failed = (error: GatewayError, { attempts }: Required<Pick<ErrorFacts, "attempts">>): Outcome =>
  ({ error: withFacts(error, { attempts }), retryClass: "final" }) satisfies FailedAttempt;

/** The answer of a write that had happened already. */
const nothing: Answer = { value: undefined, digest: undefined };
