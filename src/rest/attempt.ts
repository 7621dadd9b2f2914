import { createHmac, randomBytes } from "node:crypto";
import { GatewayError } from "../errors.ts";
import { limitAttempt } from "./attempt-limit.ts";
import type { Breaker } from "./breaker.ts";
import type { Budget, Permit } from "./budget.ts";
import { deepFreeze } from "./deep-freeze.ts";
import type { AnyEndpoint, Headers, LooseEndpoint } from "./endpoint.ts";
import { isOutage, toFailure } from "./failure.ts";
import { deadlinePassed, type Operation } from "./operation.ts";
import type { Answer, Tally } from "./reads.ts";
import { describe } from "./request.ts";
import { parseBody, readBody } from "./response.ts";
import type { Attempted } from "./retry.ts";
import type { TransportResponse } from "./transport.ts";
import type { EngineParts, UpstreamDefinition } from "./upstream.ts";

/** One request, ready to be sent as often as may be. */
export interface Attempt {
  readonly endpoint: LooseEndpoint;
  /** Read anew at each sending: a call that waits may still be joined. */
  readonly url: URL;
  /** JSON text. */
  readonly body: string | undefined;
  /** Whether doing it twice is doing it once. */
  readonly repeatable: boolean;
  /** The answer before, which is given again if the body is the same. */
  readonly last: Answer | undefined;
  readonly tally: Tally;
}

/** Makes one attempt: waits for the budget, sends, reads. Never rejects. */
export type MakeAttempt = (
  attempt: Attempt,
  credential: Headers,
  operation: Operation,
) => Promise<Attempted<Answer>>;

/** The attempts of one system. */
export interface Attempts {
  readonly make: MakeAttempt;
  /** Whether calls of a row wait for the budget. */
  isQueued(endpoint: AnyEndpoint): boolean;
}

/** Bodies are compared by digests, since they hold secrets; nobody can try values against them without the key. */
const digestKey = randomBytes(32);

/** Makes the attempts of one system. */
export function createAttempts(
  definition: UpstreamDefinition,
  { clock, observe, transport }: EngineParts,
  {
    budget,
    breaker,
    noteHealth,
  }: {
    readonly budget: Budget;
    readonly breaker: Breaker;
    readonly noteHealth: (isFailing: boolean) => void;
  },
): Attempts {
  const { name } = definition;
  const queued = new Map<AnyEndpoint, number>();
  const count = (endpoint: AnyEndpoint, change: number) =>
    void queued.set(endpoint, (queued.get(endpoint) ?? 0) + change);

  const learn = (call: string, failed: GatewayError | undefined, answered: boolean): void => {
    const isFailing = failed !== undefined && isOutage(failed);
    noteHealth(isFailing);
    // A refused credential is better told as that than as a system that does not answer.
    if (isFailing && failed.code !== "UPSTREAM_AUTH") breaker.failed(call, !answered);
    else breaker.answered();
  };

  /** Why a call is not made at all. */
  const refusal = (call: string): Attempted<Answer> | undefined => {
    const { refusalMs } = breaker;
    return refusalMs === undefined
      ? undefined
      : { error: notAsked(definition, call, refusalMs), again: "final" };
  };

  const send = (
    { endpoint, url, body }: Attempt,
    credential: Headers,
    signal: AbortSignal,
  ): Promise<TransportResponse> =>
    transport({
      method: endpoint.method,
      url,
      headers: {
        accept: "application/json",
        // A cap on the body that counts compressed bytes is no cap.
        "accept-encoding": "identity",
        ...(body !== undefined && { "content-type": "application/json" }),
        ...definition.headers,
        ...credential,
      },
      ...(body !== undefined && { body }),
      signal,
    });

  const read = async ({ endpoint, last }: Attempt, response: TransportResponse): Promise<Answer> => {
    const bytes = await readBody(definition, endpoint, response, clock.nowMs());
    const digest = endpoint.freshness && digestOf(bytes, response.headers);
    if (last && digest !== undefined && digest === last.digest) return last;
    return { value: readValue(definition, endpoint, bytes, response), bytes: bytes.length, digest };
  };

  const make: MakeAttempt = async (attempt, credential, operation) => {
    const { endpoint, tally, repeatable } = attempt;
    const call = describe(endpoint);
    const refused = refusal(call);
    if (refused) return refused;
    let permit: Permit;
    count(endpoint, 1);
    try {
      permit = await budget.acquire(operation, call);
    } catch (error) {
      return { error: error as GatewayError, again: "final" };
    } finally {
      count(endpoint, -1);
    }
    tally.budgetWaitMs += permit.waitedMs;
    // It may have stopped answering while this waited.
    const refusedNow = refusal(call);
    if (refusedNow) {
      permit.settle();
      return refusedNow;
    }
    const isProbe = breaker.begin();
    const limit = limitAttempt(operation, clock);
    const sentAtMs = clock.nowMs();
    let status: number | undefined;
    let failed: GatewayError | undefined;
    try {
      // The operation may have ended in the moment between its permission and this.
      if (limit.signal.aborted) throw deadlinePassed(name, call);
      tally.attempts += 1;
      const response = await limit.race(send(attempt, credential, limit.signal));
      status = response.status;
      return { answer: await limit.race(read(attempt, response)) };
    } catch (error) {
      const failure = toFailure(definition, endpoint, error, {
        timeUp: limit.timeUp,
        status,
        sentAtMs,
        repeatable,
      });
      failed = failure.error;
      return failure;
    } finally {
      limit.end();
      const isRefusal = status === 429;
      permit.settle(isRefusal ? { retryAfterMs: failed?.facts.retryAfterMs } : undefined);
      const left = operation.signal.aborted;
      // Who left or had little time learns nothing of the system's health.
      if (!left && limit.timeUp !== "operation") learn(call, failed, status !== undefined && !limit.timeUp);
      else if (isProbe) breaker.gaveUp();
      observe({
        system: name,
        operation: call,
        durationMs: clock.nowMs() - sentAtMs,
        ...(status !== undefined && { status }),
        ...(failed && !left && { code: failed.code }),
      });
    }
  };
  return { make, isQueued: (endpoint) => (queued.get(endpoint) ?? 0) > 0 };
}

/** Of the headers, rows read the links of a page at most. */
const digestOf = (bytes: Buffer, { link = "" }: Headers): string =>
  createHmac("sha256", digestKey).update(bytes).update(link).digest("base64");

const notAsked = (definition: UpstreamDefinition, call: string, refusalMs: number): GatewayError =>
  new GatewayError(
    "UPSTREAM_UNAVAILABLE",
    `${definition.title} has not been answering, so ${call} was not sent; try again in ${Math.ceil(refusalMs / 1000)} s.`,
    { system: definition.name, operation: call, retryAfterMs: Math.ceil(refusalMs) },
  );

/**
 * Gives a body its row's shape; one that cannot be read, or is too deep for that, is the upstream's fault, not ours.
 * @throws SyntaxError when it is no JSON: it may have been cut on its way.
 */
function readValue(
  definition: UpstreamDefinition,
  endpoint: LooseEndpoint,
  bytes: Buffer,
  { status, headers }: TransportResponse,
): unknown {
  try {
    const wire = parseBody(bytes, endpoint);
    const isRead = endpoint.effect === "read";
    // Every documented read answers an object or a list; nothing in its place must not pass for absence.
    if (isRead && (typeof wire !== "object" || wire === null)) throw new TypeError();
    const value = endpoint.read(wire, headers);
    if (isRead) deepFreeze(value);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) throw error;
    const call = describe(endpoint);
    throw new GatewayError(
      "UPSTREAM_INVALID_RESPONSE",
      `${call} of ${definition.title} answered JSON of an unknown shape.`,
      { system: definition.name, operation: call, status },
    );
  }
}
