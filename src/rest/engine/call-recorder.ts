import { GatewayError } from "../../errors.ts";
import type { Answered } from "../cache/sum-records.ts";
import { newCallStats } from "../call-stats.ts";
import { type AnyEndpoint, routeOf } from "../endpoint.ts";
import type { Operation } from "../operation.ts";
import type { Engine } from "./engine.ts";

/**
 * Records how a call of an operation was answered.
 * @param startedAtMs moment of the clock at which the call was asked for. @default now
 */
export type RecordCall = (endpoint: AnyEndpoint, answer: Answered, startedAtMs?: number) => void;

/** Of an answer for which nothing was sent. */
export const nothingSpent = newCallStats();

/** Counts the reads of a system, and tells an operation of its calls. */
export const createRecorder =
  ({ clock, definition, readsBy }: Engine, operation: Operation): RecordCall =>
  (endpoint, answer, startedAtMs = clock.nowMs()) => {
    const { servedFrom, entry, stats } = answer;
    const nowMs = clock.nowMs();
    if (endpoint.effect === "read") readsBy[servedFrom] += 1;
    operation.record?.({
      system: definition.name,
      endpoint: routeOf(endpoint),
      servedFrom,
      attempts: stats.attempts,
      startedAtMs,
      budgetWaitMs: stats.budgetWaitMs,
      durationMs: nowMs - startedAtMs,
      ageMs: entry ? nowMs - entry.arrivedAtMs : 0,
      ...(answer.error !== undefined && failureOf(answer.error)),
      ...(entry && { kept: entry.kept }),
    });
  };

/** How a call failed, as its record tells it. */
const failureOf = (error: unknown) => ({
  code: error instanceof GatewayError ? error.code : "INTERNAL_SERVER_ERROR",
  ...(error instanceof GatewayError && error.facts.status !== undefined && { status: error.facts.status }),
});
