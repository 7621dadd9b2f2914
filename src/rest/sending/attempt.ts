import { GatewayError } from "../../errors.ts";
import { type AnyEndpoint, type Headers, routeOf } from "../endpoint.ts";
import type { TransportResponse } from "../exchange.ts";
import type { Allowance, BudgetWaits, Permit } from "../limit.ts";
import { readAnswer } from "../message/decode.ts";
import type { Placement } from "../message/placement.ts";
import { isNotFound } from "../message/response.ts";
import { deadlinePassed, type Operation } from "../operation.ts";
import type { Answer, PreparedRequest } from "../prepared-request.ts";
import type { EngineParts, UpstreamDefinition } from "../upstream.ts";
import type { CircuitBreaker } from "./circuit-breaker.ts";
import { operatorsPart } from "./connection-cause.ts";
import { isOutage, operatorsMessage } from "./outcome.ts";
import type { AttemptOutcome } from "./retry.ts";
import { type Ending, endingOf, type Sending } from "./sending.ts";
import { startTimeout } from "./timeout.ts";
import { startUpload } from "./upload.ts";

/** Makes one attempt: waits for the budget, sends, reads. Never rejects. */
export type MakeAttempt = (
  attempt: PreparedRequest,
  credential: Headers,
  operation: Operation,
) => Promise<AttemptOutcome<Answer>>;

/** The attempts of one system. */
export interface Attempts {
  readonly make: MakeAttempt;
  /** Whether calls of a row wait for the budget. */
  isQueued(endpoint: AnyEndpoint): boolean;
  readonly budgetWaits: BudgetWaits;
}

/** Makes the attempts of one system. */
export function createAttempts(
  definition: UpstreamDefinition,
  { clock, observe, tracedSystems, transport }: EngineParts,
  {
    allowanceOf,
    breaker,
    noteHealth,
    placement,
  }: {
    /** The limits that the calls of an endpoint pass. */
    readonly allowanceOf: (endpoint: AnyEndpoint) => Allowance;
    readonly breaker: CircuitBreaker;
    /** @param cause code of what a failing call failed with. */
    readonly noteHealth: (isFailing: boolean, cause: string | undefined) => void;
    readonly placement: Placement;
  },
): Attempts {
  const { name } = definition;
  const isTraced = tracedSystems?.includes(name) ?? false;
  const queued = new Map<AnyEndpoint, number>();
  const budgetWaits = { calls: 0, totalMs: 0 };
  const count = (endpoint: AnyEndpoint, change: number) => {
    budgetWaits.calls += change;
    queued.set(endpoint, (queued.get(endpoint) ?? 0) + change);
  };

  /** Why the last connection failed, if it did. */
  let lastCause: string | undefined;
  const learn = (
    call: string,
    { failed, cause }: Pick<Ending, "failed" | "cause">,
    answered: boolean,
  ): void => {
    const isFailing = failed !== undefined && isOutage(failed);
    lastCause = cause;
    // What does not exist may do so at a wrong address as well.
    if (failed?.code !== "NOT_FOUND") noteHealth(isFailing, cause ?? failed?.code);
    // A refused credential or a wrong address is better told as that than as a system that does not answer.
    const isAnswer = failed?.code === "UPSTREAM_AUTH" || isNotFound(failed?.facts.status);
    if (isFailing && !isAnswer) breaker.failed(call, !answered);
    else breaker.answered();
  };

  /** Why a call is not made at all. */
  const refusal = (call: string): AttemptOutcome<Answer> | undefined => {
    const { retryAfterMs } = breaker;
    return retryAfterMs === undefined
      ? undefined
      : { error: notAsked(definition, call, retryAfterMs, lastCause), again: "final" };
  };

  /** Waits for the budget; the error says why it gives no permission. */
  const permission = async (
    { endpoint, stats }: PreparedRequest,
    call: string,
    operation: Operation,
  ): Promise<Permit | GatewayError> => {
    count(endpoint, 1);
    stats.isQueued = true;
    const askedAtMs = clock.nowMs();
    try {
      const permit = await allowanceOf(endpoint).acquire(operation, call, stats);
      stats.budgetWaitMs += permit.waitedMs;
      return permit;
    } catch (error) {
      return error as GatewayError;
    } finally {
      count(endpoint, -1);
      stats.isQueued = false;
      stats.isInShare = false;
      budgetWaits.totalMs += clock.nowMs() - askedAtMs;
    }
  };

  const begin = (attempt: PreparedRequest, call: string, operation: Operation): Sending => {
    const { body } = attempt;
    const upload = body && "chunks" in body ? startUpload(body, operation, clock) : undefined;
    return {
      attempt,
      call,
      operation,
      upload,
      // An upload may take minutes, in which no other call could find out whether the system answers again.
      isProbe: !upload && breaker.begin(),
      limit: upload?.limit ?? startTimeout(operation, clock),
      sentAtMs: clock.nowMs(),
      sentOnMs: clock.dateMs(),
      response: undefined,
    };
  };

  const send = (
    { attempt, limit, operation, upload }: Sending,
    credential: Headers,
  ): Promise<TransportResponse> => {
    const { endpoint, url, body } = attempt;
    const content = body && "content" in body ? body.content : upload?.chunks;
    return transport({
      method: endpoint.method,
      url,
      headers: {
        accept: "application/json",
        // A cap on the body that counts compressed bytes is no cap.
        "accept-encoding": "identity",
        ...(body && { "content-type": body.contentType }),
        ...(isTraced && operation.traceparent !== undefined && { traceparent: operation.traceparent }),
        ...definition.headers,
        ...credential,
      },
      ...(content !== undefined && { body: content }),
      signal: limit.signal,
    });
  };

  /** Sends and reads; throws whatever ends the sending otherwise. */
  const answerTo = async (sending: Sending, credential: Headers): Promise<Answer> => {
    const { attempt, call, limit, upload } = sending;
    // The operation may have ended in the moment between its permission and this.
    if (limit.signal.aborted) throw deadlinePassed(name, call);
    attempt.stats.attempts += 1;
    const response = await limit.race(send(sending, credential));
    sending.response = response;
    const facts = { dateMs: clock.dateMs(), placement };
    const answer = await limit.race(readAnswer(definition, attempt, response, facts));
    if (upload && upload.stage !== "answer") throw answeredTooEarly(definition, call, response.status);
    return answer;
  };

  /** Ends the sending's time, and tells budget, breaker, health and log how it ended. */
  const conclude = (sending: Sending, permit: Permit, { failed, cause }: Ending): void => {
    const { call, isProbe, limit, operation, response, sentAtMs, upload } = sending;
    const { expired } = limit;
    // A failure of the client's files is not a failure of the upstream.
    const isFilesFault = upload?.failure || (upload?.stage === "chunk" && expired === "attempt");
    limit.end();
    const status = response?.status;
    if (upload?.failure) permit.withdraw();
    else permit.settle(status === 429 ? { retryAfterMs: failed?.facts.retryAfterMs } : undefined);
    const left = operation.signal.aborted;
    // Attempts that were aborted or out of time say nothing about the upstream's health.
    const isNews = !left && expired !== "operation" && !isFilesFault;
    if (isNews) learn(call, { failed, cause }, status !== undefined && !expired);
    else if (isProbe) breaker.cancelProbe();
    observe({
      system: name,
      endpoint: call,
      durationMs: clock.nowMs() - sentAtMs,
      ...(status !== undefined && { status }),
      ...(failed && !left && { code: failed.code, ...(cause !== undefined && { cause }) }),
      ...(isNotFound(status) && failed?.code !== "NOT_FOUND" && { setting: definition.urlSetting }),
    });
  };

  const make: MakeAttempt = async (attempt, credential, operation) => {
    const call = routeOf(attempt.endpoint);
    const refused = refusal(call);
    if (refused) return refused;
    const permit = await permission(attempt, call, operation);
    if (permit instanceof Error) return { error: permit, again: "final" };
    // It may have stopped answering while this waited.
    const refusedNow = refusal(call);
    if (refusedNow) {
      permit.settle();
      return refusedNow;
    }
    const sending = begin(attempt, call, operation);
    let ending: Ending;
    try {
      ending = { attempted: { answer: await answerTo(sending, credential) } };
    } catch (error) {
      ending = await endingOf(definition, sending, error);
    }
    conclude(sending, permit, ending);
    return ending.attempted;
  };
  return { make, isQueued: (endpoint) => (queued.get(endpoint) ?? 0) > 0, budgetWaits };
}

/** @param lastCause why the last connection failed, if it did. */
function notAsked(
  definition: UpstreamDefinition,
  call: string,
  refusalMs: number,
  lastCause: string | undefined,
): GatewayError {
  const facts = { system: definition.name, endpoint: call };
  const part = operatorsPart(lastCause);
  if (part) {
    const message = operatorsMessage(definition, call, part);
    return new GatewayError("UPSTREAM_UNAVAILABLE", message, { ...facts, retryable: false });
  }
  return new GatewayError(
    "UPSTREAM_UNAVAILABLE",
    `${definition.title} has not been answering, so ${call} was not sent; try again in ${Math.ceil(refusalMs / 1000)} s.`,
    { ...facts, retryAfterMs: Math.ceil(refusalMs) },
  );
}

/** The error for an upstream that answered before it had all files: it acted on a part of them at most. */
const answeredTooEarly = ({ name, title }: UpstreamDefinition, call: string, status: number): GatewayError =>
  new GatewayError(
    "UPSTREAM_INVALID_RESPONSE",
    `${call} of ${title} answered ${status} before it had all of the files.`,
    { system: name, endpoint: call, status },
  );
