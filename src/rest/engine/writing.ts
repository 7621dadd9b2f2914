import { type ErrorCode, GatewayError } from "../../errors.ts";
import type { CallAnswer } from "../cache/call-answer.ts";
import type { LooseArguments } from "../endpoint.ts";
import type { Operation } from "../operation.ts";
import type { PreparedRequest } from "../prepared-request.ts";
import { answerOf } from "../send.ts";
import { changedNothing } from "../sending/write-effect.ts";
import type { Engine } from "./engine.ts";

/** Sends a write, which invalidates what it changes, however it ends. Never rejects. */
export type Write = (attempt: PreparedRequest, args: LooseArguments) => Promise<CallAnswer>;

/** Makes the writes of one operation. @param onWrite told when one has ended. */
export const createWriting =
  ({ send, writeEffects }: Engine, operation: Operation, onWrite: () => void): Write =>
  async (attempt, args) => {
    const { endpoint, stats } = attempt;
    let isUnsettled = false;
    let answered: { readonly value: unknown } | undefined;
    const end = writeEffects.begin(endpoint, args);
    const takeBack = operation.noteWrite?.();
    try {
      const { value } = answerOf(await send(attempt, stayingFor(operation)));
      // Of several requests, the one that was answered need not be the last that was done.
      if (stats.attempts === 1) answered = { value };
      return { value, servedFrom: "network", stats };
    } catch (error) {
      isUnsettled = stats.mayHaveHappened || (error instanceof GatewayError && mayShowLater.has(error.code));
      if (changedNothing(error, stats)) takeBack?.();
      return { error, servedFrom: "network", stats };
    } finally {
      // One that changes nothing that can be read makes no answer wrong.
      if (endpoint.invalidates?.length !== 0) {
        end({ answer: answered, isUnsettled });
        onWrite();
      }
    }
  };

/** A write goes on when its client leaves: it may have taken effect already. */
const stayingFor = (operation: Operation): Operation => ({
  signal: new AbortController().signal,
  get deadlineAtMs() {
    return operation.deadlineAtMs;
  },
  origin: operation.origin ?? operation,
  priority: "write",
  ...(operation.traceparent !== undefined && { traceparent: operation.traceparent }),
  ...(operation.payers && { payers: operation.payers }),
});

/** Failures of a write that may take effect after all. */
const mayShowLater: ReadonlySet<ErrorCode> = new Set([
  "UPSTREAM_OUTCOME_UNKNOWN",
  "UPSTREAM_UNAVAILABLE",
  "UPSTREAM_TIMEOUT",
  "UPSTREAM_INVALID_RESPONSE",
]);
