import { newCallStats } from "../call-stats.ts";
import { neverCancelled } from "../cancellation.ts";
import type { AnyEndpoint, Headers, LooseArguments, LooseEndpoint } from "../endpoint.ts";
import type { Allowance } from "../limit.ts";
import type { LogInTurns } from "../log-in-turns.ts";
import type { Placement } from "../message/placement.ts";
import type { Operation } from "../operation.ts";
import type { RequestBuilder } from "../prepared-request.ts";
import { answerOf, pipe, type Send } from "../send.ts";
import { authorise, withHeaders } from "../sending/authorise.ts";
import type { CircuitBreaker } from "../sending/circuit-breaker.ts";
import { exchange } from "../sending/exchange.ts";
import type { Health } from "../sending/health.ts";
import { observed } from "../sending/observed.ts";
import { permit } from "../sending/permit.ts";
import { refuseWhileOpen } from "../sending/refuse-while-open.ts";
import { retries } from "../sending/retries.ts";
import { createRetryShare, mostAttempts } from "../sending/retry.ts";
import { timed } from "../sending/timed.ts";
import { attemptTimeoutMs } from "../sending/timeout.ts";
import type { WaitingCalls } from "../sending/waiting-calls.ts";
import type { EngineParts, LogIn, UpstreamDefinition } from "../upstream.ts";

/** The parts of one system's engine that sending goes by. */
export interface SendParts {
  readonly requests: RequestBuilder;
  readonly breaker: CircuitBreaker;
  readonly health: Health;
  /** The limits that the calls of an endpoint pass. */
  readonly limitsOf: (endpoint: AnyEndpoint) => Allowance;
  readonly placement: Placement;
  readonly waiting: WaitingCalls;
  /** The turns to log in. @default no other process logs in */
  readonly logIns: LogInTurns | undefined;
}

/** A log-in that is refused again and again locks its account: it is sent once more at most. */
const mostLogInAttempts = 2;

/** The way of a request to its system. The order of the stages is that of the list in it. */
export function sendStages(definition: UpstreamDefinition, parts: EngineParts, own: SendParts): Send {
  const { clock, random } = parts;
  const { breaker, health, limitsOf, placement, requests, waiting } = own;
  const share = createRetryShare(clock);
  const retryParts = { upstream: definition, clock, random, breaker, share };
  const { observe } = parts;

  const observing = observed(definition, { breaker, clock, health, observe });
  const inTime = timed(clock)(observing(exchange(definition, { ...parts, placement })));
  const unlessOpen = refuseWhileOpen(definition, breaker, health);
  // The breaker may open while a call waits for its permit, so it is asked twice.
  const attempt = [unlessOpen, permit(limitsOf, waiting), unlessOpen];

  const sendWith = (headers: Headers): Send =>
    pipe(retries(retryParts, mostLogInAttempts), withHeaders(headers), ...attempt)(inTime);

  const logIn: LogIn = (headers) => async (endpoint, args?) => {
    const stats = newCallStats();
    const request = requests.prepare(endpoint as LooseEndpoint, (args ?? {}) as LooseArguments, stats);
    const operation: Operation = {
      signal: neverCancelled,
      deadlineAtMs: clock.nowMs() + 2 * attemptTimeoutMs,
    };
    return answerOf(await sendWith(headers)(request, operation)).value as never;
  };

  return pipe(
    retries(retryParts, mostAttempts),
    authorise(definition, { logIn, logIns: own.logIns }, clock),
    ...attempt,
  )(inTime);
}
