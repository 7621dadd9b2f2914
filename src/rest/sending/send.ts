import { GatewayError, withFacts } from "../../errors.ts";
import { type AnyEndpoint, type Headers, routeOf } from "../endpoint.ts";
import { isSendable } from "../exchange.ts";
import { deadlinePassed, type Operation, pause, within } from "../operation.ts";
import type { Answer, Deliver, PreparedRequest } from "../prepared-request.ts";
import type { EngineParts, LogIn, UpstreamDefinition } from "../upstream.ts";
import type { MakeAttempt } from "./attempt.ts";
import type { CircuitBreaker } from "./circuit-breaker.ts";
import { outcomeUnknown } from "./outcome.ts";
import {
  type AttemptOutcome,
  backoffMs,
  createRetryShare,
  mayFollow,
  mostAttempts,
  type RetryClass,
} from "./retry.ts";

/** Delivers the calls of one system. */
export interface Delivery {
  readonly deliver: Deliver;
  /** Delivers a call that carries only the headers it is given, for those that get a credential. */
  readonly deliverWith: (headers: Headers) => Deliver;
}

/** A log-in that is refused again and again locks its account: it is sent once more at most. */
const mostLogInAttempts = 2;

/**
 * Makes the delivery of the calls of one system.
 * @param logIn makes a call that carries only the headers it is given.
 */
export function createDelivery(
  definition: UpstreamDefinition,
  { clock, random }: Pick<EngineParts, "clock" | "random">,
  {
    breaker,
    makeAttempt,
    logIn,
  }: {
    readonly breaker: CircuitBreaker;
    readonly makeAttempt: MakeAttempt;
    readonly logIn: LogIn;
  },
): Delivery {
  const { credential, name } = definition;
  const retryShare = createRetryShare(clock);

  /** An attempt with the credential, which is renewed once if it is refused. */
  const authorised = async (
    attempt: PreparedRequest,
    operation: Operation,
  ): Promise<AttemptOutcome<Answer>> => {
    const { endpoint, stats } = attempt;
    const late = () => deadlinePassed(name, routeOf(endpoint), { attempts: stats.attempts });
    const credentialHeaders = (): Promise<Headers> => {
      const headers = credential.headers(logIn);
      // A log-in has its own time. Those who wait for a read heed their deadlines themselves.
      return endpoint.effect === "read" ? headers : within(operation, clock, headers, late);
    };
    const headers = await credentialHeaders();
    const attempted = await makeAttempt(attempt, headers, operation);
    if (!("error" in attempted)) return attempted;
    const { status } = attempted.error.facts;
    if ((status !== 401 && status !== 403) || !credential.renew?.(headers, status)) return attempted;
    if (!isSendable(attempt.body)) return attempted;
    return makeAttempt(attempt, await credentialHeaders(), operation);
  };

  const deliverBy = async (
    attemptOnce: (attempt: PreparedRequest, operation: Operation) => Promise<AttemptOutcome<Answer>>,
    most: number,
    attempt: PreparedRequest,
    operation: Operation,
  ): Promise<Answer> => {
    const { endpoint, repeatable, stats } = attempt;
    const isConditional = endpoint.effect === "conditional";
    const startedOnMs = clock.dateMs();
    let ambiguous: GatewayError | undefined;
    retryShare.called();
    for (let made = 1; ; made += 1) {
      const sentBefore = stats.attempts;
      const attempted = await attemptOnce(attempt, operation).catch(notLoggedIn);
      if ("answer" in attempted) return attempted.answer;
      if ("withdrawn" in attempted) throw attempted.withdrawn;
      const { again } = attempted;
      const isNews = stats.attempts > sentBefore && (!isConditional || tellsOutcome(attempted));
      // That this attempt was not sent is no news where an earlier one may have done its work.
      const error = (!isNews && ambiguous) || attempted.error;
      if (stats.mayHaveHappened && wasDone(endpoint, error)) return nothing;
      // An upsert that finds nothing creates: what it collides with may be what it made itself, or another record.
      if (stats.mayHaveHappened && error.code === "CONFLICT" && endpoint.reconcile !== undefined)
        throw withFacts(outcomeUnknown(definition, endpoint, startedOnMs, error.facts), {
          attempts: stats.attempts,
        });
      if (again === "ambiguous") {
        stats.mayHaveHappened = true;
        ambiguous = error;
      }
      const waitMs = backoffMs(made, random, attempted.error.facts.retryAfterMs);
      const goesOn =
        made < most &&
        mayFollow(again, repeatable) &&
        isSendable(attempt.body) &&
        breaker.retryAfterMs === undefined &&
        clock.nowMs() + waitMs < operation.deadlineAtMs &&
        retryShare.take();
      // A log-in that failed tells its own attempts.
      if (!goesOn) throw withFacts(error, { attempts: error.facts.attempts ?? stats.attempts });
      await pause(operation, clock, waitMs);
    }
  };

  return {
    deliver: (attempt, operation) => deliverBy(authorised, mostAttempts, attempt, operation),
    deliverWith: (headers) => {
      const send = (attempt: PreparedRequest, operation: Operation) =>
        makeAttempt(attempt, headers, operation);
      return (attempt, operation) => deliverBy(send, mostLogInAttempts, attempt, operation);
    },
  };
}

/** Without a credential nothing was sent, and the log-in was tried as often as it may be. */
function notLoggedIn(error: unknown): { readonly error: GatewayError; readonly again: "final" } {
  if (error instanceof GatewayError) return { error, again: "final" };
  throw error;
}

/**
 * Whether a failed attempt at a conditional write says what became of the write, should an earlier one have done it: any
 * refusal but a plain collision may be caused by the object that the earlier one made, in words that are not documented.
 */
const tellsOutcome = ({
  again,
  error,
}: {
  readonly again: RetryClass;
  readonly error: GatewayError;
}): boolean => again === "ambiguous" || error.code === "CONFLICT";

/**
 * Whether an error of a later attempt says that an earlier one was carried out: what is gone at the second look was
 * removed by the first, and what a write that may be repeated collides with is what it made itself.
 */
const wasDone = (endpoint: AnyEndpoint, { code }: GatewayError): boolean =>
  (code === "NOT_FOUND" && removesOne(endpoint)) ||
  (code === "CONFLICT" && endpoint.effect === "conditional");

/** Whether a removal names what it removes; of a window, a 404 says that something else is missing. */
const removesOne = ({ method, path }: AnyEndpoint): boolean => method === "DELETE" && path.endsWith("}");

/** The answer of a write that had happened already. */
const nothing: Answer = { value: undefined, digest: undefined };
