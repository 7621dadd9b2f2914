import { type ErrorCode, GatewayError } from "../../errors.ts";
import type { CallAnswer } from "../cache/call-answer.ts";
import { neverCancelled } from "../cancellation.ts";
import type { LooseArguments } from "../endpoint.ts";
import { liveOperation, type Operation } from "../operation.ts";
import type { PreparedRequest } from "../prepared-request.ts";
import { answerOf } from "../send.ts";
import { changedNothing } from "../sending/write-effect.ts";
import type { Engine } from "./engine.ts";
import type { WriteEnd } from "./write-effects.ts";

/** Sends a write, which invalidates what it changes, however it ends. Never rejects. */
export type Write = (attempt: PreparedRequest, args: LooseArguments) => Promise<CallAnswer>;

/** Makes the writes of one operation. @param onWrite told when one has ended. */
export function createWriting(
  { send, sharedWrites, writeEffects }: Engine,
  operation: Operation,
  onWrite: () => void,
): Write {
  const sendWrite = async (
    attempt: PreparedRequest,
  ): Promise<{ readonly answer: CallAnswer; readonly end: WriteEnd }> => {
    const { stats } = attempt;
    const takeBack = operation.noteWrite?.();
    try {
      const { value } = answerOf(await send(attempt, stayingFor(operation)));
      // Of several requests, the one that was answered need not be the last that was done.
      const answer = stats.attempts === 1 ? { value } : undefined;
      return { answer: { value, servedFrom: "network", stats }, end: { answer, isUnsettled: false } };
    } catch (error) {
      const isUnsettled =
        stats.mayHaveHappened || (error instanceof GatewayError && mayShowLater.has(error.code));
      if (changedNothing(error, stats)) takeBack?.();
      return { answer: { error, servedFrom: "network", stats }, end: { answer: undefined, isUnsettled } };
    }
  };

  return async (attempt, args) => {
    const { endpoint } = attempt;
    // One that changes nothing that can be read makes no answer wrong.
    if (endpoint.invalidates?.length === 0) return (await sendWrite(attempt)).answer;
    const endAnnounced = sharedWrites && (await sharedWrites.announce(endpoint.invalidates));
    const tellEnd = writeEffects.begin(endpoint, args);
    const { answer, end } = await sendWrite(attempt);
    if (endAnnounced) await endAnnounced(end.isUnsettled);
    tellEnd(end);
    onWrite();
    return answer;
  };
}

/** A write goes on when its client leaves: it may have taken effect already. */
function stayingFor(operation: Operation): Operation {
  return liveOperation(
    { signal: () => neverCancelled, deadlineAtMs: () => operation.deadlineAtMs },
    {
      origin: operation.origin ?? operation,
      priority: "write",
      ...(operation.traceparent !== undefined && { traceparent: operation.traceparent }),
      ...(operation.payers && { payers: operation.payers }),
    },
  );
}

/** Failures of a write that may take effect after all. */
const mayShowLater: ReadonlySet<ErrorCode> = new Set([
  "UPSTREAM_OUTCOME_UNKNOWN",
  "UPSTREAM_UNAVAILABLE",
  "UPSTREAM_TIMEOUT",
  "UPSTREAM_INVALID_RESPONSE",
]);
