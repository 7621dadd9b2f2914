import { GatewayError } from "../errors.ts";
import { HttpError } from "../http-error.ts";
import type { Claim, IdempotencyStore, KeyedRequest } from "./idempotency-store.ts";
import type { ExecutionResult } from "./response-cache.ts";
import type { SerializedResponse } from "./serialized-response.ts";

/** Runs a request unless one with its key was run before. */
export interface Idempotency {
  /**
   * Gives the answer to a request, or that to an equal one that came with its key before.
   * @throws IDEMPOTENCY_IN_PROGRESS, IDEMPOTENCY_KEY_REUSED, or OVERLOADED where no further key can be remembered.
   */
  once(request: KeyedRequest, execution: KeyedExecution): Promise<AnsweredOnce>;
}

/** How a request with a key is run. */
export interface KeyedExecution {
  run(): Promise<ExecutionResult>;
  /** Whether it may have written anything, also where running it failed. */
  mayHaveWritten(): boolean;
  /** Stands in the place of an answer that is not there: it says that the outcome is not known. @param why as a sentence. */
  unknownOutcome(why: string): SerializedResponse;
}

/** The answer of this run, or one of an earlier run that is given again. */
export type AnsweredOnce =
  | { readonly replayed: false; readonly result: ExecutionResult }
  | { readonly replayed: true; readonly response: SerializedResponse };

/** A mutation is mostly done by then. */
const retryAfterMs = 1_000;

/** Makes the answering of keyed requests, which remembers in a store. */
export function createIdempotency(store: IdempotencyStore): Idempotency {
  return {
    async once(request, { run, mayHaveWritten, unknownOutcome }) {
      const claim = await store.claim(request);
      if (claim.state === "answered") return { replayed: true, response: asReplay(claim.response) };
      if (claim.state !== "new") throw refusalOf(claim);
      try {
        const result = await run();
        const { response } = result;
        if (!mayHaveWritten() && !saysUnknown(response)) claim.release();
        else if (!claim.keep(response)) claim.keep(unknownOutcome(tooLarge));
        return { replayed: false, result };
      } catch (error) {
        if (mayHaveWritten()) claim.keep(unknownOutcome(failed));
        else claim.release();
        throw error;
      }
    },
  };
}

const tooLarge =
  "This was run before, and its answer was too large to be kept; look at what it wrote before sending it again.";
const failed =
  "This was run before, and the gateway failed to answer it; look whether its writes were done before sending it again.";

/** An answer that was given before its writes had ended says so itself. */
const saysUnknown = ({ report }: SerializedResponse): boolean =>
  (report.errorCodes.UPSTREAM_OUTCOME_UNKNOWN ?? 0) > 0;

const asReplay = (response: SerializedResponse): SerializedResponse => ({
  ...response,
  headers: [...response.headers, ["idempotency-replayed", "true"]],
});

function refusalOf(claim: Exclude<Claim, { state: "new" | "answered" }>): GatewayError {
  switch (claim.state) {
    case "underWay":
      return new GatewayError(
        "IDEMPOTENCY_IN_PROGRESS",
        "A request with this Idempotency-Key is under way; send this one again to be given its answer.",
        { retryAfterMs },
      );
    case "reused":
      return new GatewayError(
        "IDEMPOTENCY_KEY_REUSED",
        "This Idempotency-Key came with another request before; give each request a key of its own.",
      );
    case "full":
      return new GatewayError(
        "OVERLOADED",
        "The gateway cannot remember any more idempotency keys; nothing was run.",
        { retryAfterMs: Math.max(claim.retryAfterMs, retryAfterMs) },
      );
  }
}

/** 1 to 255 visible characters; a header that is given twice comes with a blank in it. */
const keyPattern = /^[\x21-\x7e]{1,255}$/;

/** Reads the header `Idempotency-Key`. @throws HttpError when it is none. */
export function readKey(header: string | readonly string[]): string {
  const key = String(header);
  if (keyPattern.test(key)) return key;
  throw new HttpError("Idempotency-Key has to be 1 to 255 visible characters of ASCII, without blanks.");
}
