import { type ErrorCode, GatewayError } from "../errors.ts";
import type { WriteOutcome } from "../generated/resolvers.ts";
import type { OperationContext } from "../graphql/context.ts";
import type { CallOnce } from "../rest/call.ts";
import { type AnyEndpoint, isRepeatable } from "../rest/endpoint.ts";
import { within } from "../rest/operation.ts";
import { objectsWritten } from "./bulk-payload.ts";
import { write } from "./write.ts";

/** The inputs of a write that go into one call. */
export interface Part<Body> {
  readonly body: Body;
  readonly inputCount: number;
}

/** A write that takes a call for each of its parts, ready to be sent. */
export interface PreparedInParts<Body> {
  readonly endpoint: AnyEndpoint;
  readonly parts: readonly Part<Body>[];
}

/** One part of a write as its payload tells of it. */
export interface WrittenPart {
  readonly outcome: WriteOutcome;
  /** Place of its first input, from 0. */
  readonly firstInput: number;
  readonly inputCount: number;
  readonly safeToSendAgain: boolean;
  readonly code?: ErrorCode;
  readonly message?: string;
  readonly retryAfterMs?: number | undefined;
}

/** The payload of a write in parts. */
export interface WrittenInParts {
  readonly complete: boolean;
  readonly appliedCount: number;
  readonly parts: readonly WrittenPart[];
}

/** Splits inputs into parts of so many at most. */
export const partsOfAtMost = <Input, Body>(
  inputs: readonly Input[],
  most: number,
  bodyOf: (inputs: readonly Input[]) => Body,
): Part<Body>[] =>
  Array.from({ length: Math.ceil(inputs.length / most) }, (_, at) => {
    const own = inputs.slice(at * most, (at + 1) * most);
    return { body: bodyOf(own), inputCount: own.length };
  });

/**
 * A field that writes by several calls of one endpoint, one after the other as fast as the system's rate limit lets them.
 * Once its arguments are good it answers data and no error: what was applied is told whatever becomes of the rest.
 * @param prepare checks the arguments and makes the calls of them, without any effect: a plan runs it, too.
 * @param send makes the call of one part. Its answer must not be needed: a write that is done may answer nothing.
 */
export const writeInParts = <Args, Body>(
  prepare: (args: Args) => PreparedInParts<Body>,
  send: (body: Body, call: CallOnce) => Promise<unknown>,
) =>
  write(
    (args: Args) => {
      const ready = prepare(args);
      const { length } = ready.parts;
      // A failure ends it, and so does the time of the operation.
      return { ...ready, calls: { least: 1, most: length }, tells: objectsWritten.is(length) };
    },
    (ready, context): Promise<WrittenInParts> =>
      sendInOrder(ready, (body) => send(body, context.call), context),
  );

/** A part that is begun later might be without an answer when the operation ends. */
const leastTimeMs = 1_000;
/** Parts that are refused one after the other from the start: the others would be, too, at the cost of other operations' calls. */
const mostRefused = 3;
/** Left to answer in: at the very end of the operation what was applied would be lost with the rest. */
const answerMs = 200;

async function sendInOrder<Body>(
  { endpoint, parts }: PreparedInParts<Body>,
  send: (body: Body) => Promise<unknown>,
  { clock, timeLeftMs }: Pick<OperationContext, "clock" | "timeLeftMs">,
): Promise<WrittenInParts> {
  // It is not broken off when the client leaves: the engine goes on with a write, too.
  const patient = {
    signal: undefined,
    deadlineAtMs: clock.nowMs() + timeLeftMs() - answerMs,
  };
  const late = () => notAnswered(endpoint);
  const written: WrittenPart[] = [];
  let ending: GatewayError | undefined;
  let firstInput = 0;
  for (const { body, inputCount } of parts) {
    if (timeLeftMs() < leastTimeMs) ending ??= noTimeLeft();
    const failure = ending ? undefined : await failureOf(within(patient, clock, send(body), late));
    const told = ending ? unsent(ending) : toldOf(failure, endpoint);
    if (failure && endsWrite(told, written)) ending = failure;
    const safeToSendAgain = isUndone(told.outcome) || isRepeatable(endpoint, { body });
    written.push({ ...told, firstInput, inputCount, safeToSendAgain });
    firstInput += inputCount;
  }
  const done = written.filter(({ outcome }) => outcome === "APPLIED");
  return {
    complete: done.length === written.length,
    appliedCount: done.reduce((sum, { inputCount }) => sum + inputCount, 0),
    parts: written,
  };
}

/** Why a call failed; undefined where it did not. */
async function failureOf(call: Promise<unknown>): Promise<GatewayError | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (error instanceof GatewayError) return error;
    throw error;
  }
}

type Told = Pick<WrittenPart, "outcome" | "code" | "message" | "retryAfterMs">;

function toldOf(failure: GatewayError | undefined, endpoint: AnyEndpoint): Told {
  if (!failure) return { outcome: "APPLIED" };
  const { code, message, facts } = failure;
  return { outcome: outcomeOf(failure, endpoint), code, message, retryAfterMs: facts.retryAfterMs };
}

const unsent = ({ code, message, facts }: GatewayError): Told => ({
  outcome: "NOT_SENT",
  code,
  message: `Not sent, since the write had ended: ${message}`,
  retryAfterMs: facts.retryAfterMs,
});

const isUndone = (outcome: WriteOutcome): boolean => outcome === "REFUSED" || outcome === "NOT_SENT";

/** Whether a failure says nothing of other parts. */
const isAlone = ({ outcome, code }: Told): boolean =>
  outcome === "REFUSED" && code !== undefined && faultsOfInput.has(code);

/** Whether a failure tells that the parts behind it would fail, too. @param before the parts before it. */
const endsWrite = (told: Told, before: readonly WrittenPart[]): boolean =>
  !isAlone(told) ||
  (before.length >= mostRefused - 1 && before.every(({ outcome }) => outcome === "REFUSED"));

const faultsOfInput: ReadonlySet<ErrorCode> = new Set(["UPSTREAM_REJECTED", "CONFLICT", "NOT_FOUND"]);

/** The outcome of a call that failed. */
function outcomeOf({ code, facts }: GatewayError, { effect }: AnyEndpoint): WriteOutcome {
  const { attempts = 1, status = 0 } = facts;
  if (attempts === 0) return "NOT_SENT";
  // A call that may be repeated may have been done by an attempt before the last one.
  if (code === "UPSTREAM_OUTCOME_UNKNOWN" || (effect !== "create" && attempts > 1)) return "UNKNOWN";
  if (status >= 400 && status < 500) return "REFUSED";
  // Of a create that may have arrived the engine says so.
  return effect === "create" ? "NOT_SENT" : "UNKNOWN";
}

/** The error for a part that is under way when the operation ends. */
const notAnswered = ({ effect }: AnyEndpoint) =>
  new GatewayError(
    effect === "create" ? "UPSTREAM_OUTCOME_UNKNOWN" : "UPSTREAM_TIMEOUT",
    "It was not answered within the time of the operation, and may take effect yet.",
  );

const noTimeLeft = () =>
  new GatewayError("UPSTREAM_TIMEOUT", "The time of the operation was up before all parts could be sent.");
