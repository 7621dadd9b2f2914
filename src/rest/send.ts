import type { GatewayError } from "../errors.ts";
import type { Operation } from "./operation.ts";
import type { Answer, PreparedRequest } from "./prepared-request.ts";

/**
 * The meaning of a failed attempt for another one: `unsent` proves that nothing arrived, after `refused` (429) nothing was
 * done, after `ambiguous` it may have been; `final` would fail again.
 */
export type RetryClass = "unsent" | "refused" | "ambiguous" | "final";

/** A failed attempt as its caller may see it, and its meaning for another one. */
export interface FailedAttempt {
  readonly error: GatewayError;
  readonly retryClass: RetryClass;
  /** Why the connection failed, as a code for operators; undefined where it did not. */
  readonly cause?: string | undefined;
}

/** How sending a request ended. The body to be sent may have failed on this side, for which no system is at fault. */
export type Outcome = { readonly answer: Answer } | FailedAttempt | { readonly withdrawn: unknown };

/** Sends a request, or gives it up. @throws GatewayError when the client leaves between two attempts. */
export type Send = (request: PreparedRequest, operation: Operation) => Promise<Outcome>;

/** One concern on the way of a request: it makes a way of sending out of the one behind it. */
export type Stage = (next: Send) => Send;

/** Puts stages before a way of sending, in their order: the first one sees a request first and its outcome last. */
export const pipe =
  (...stages: readonly Stage[]): Stage =>
  (send) =>
    stages.reduceRight((next, stage) => stage(next), send);

/** The answer of an outcome. @throws GatewayError of one that failed; what the files of its body threw as it is. */
export function answerOf(outcome: Outcome): Answer {
  if ("answer" in outcome) return outcome.answer;
  throw "error" in outcome ? outcome.error : outcome.withdrawn;
}
