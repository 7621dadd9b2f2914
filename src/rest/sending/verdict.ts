import type { GatewayError } from "../../errors.ts";
import type { AnyEndpoint } from "../endpoint.ts";
import type { PreparedRequest } from "../prepared-request.ts";
import type { FailedAttempt, RetryClass } from "../send.ts";

/** The attempts at one call so far. */
export interface AttemptHistory {
  /** The error of an earlier attempt that may have taken effect; undefined where none may have. */
  readonly ambiguous: GatewayError | undefined;
}

/** A failed attempt among others at the same call. */
export interface LatestAttempt extends Pick<FailedAttempt, "error" | "retryClass"> {
  /** Whether a request was sent in it. */
  readonly wasSent: boolean;
}

/** The meaning of the attempts at a call so far: `again` is one that may be followed by another. */
export interface Verdict {
  readonly kind: "again" | "done" | "failed" | "unknown";
  /** The error that tells most of the call so far. */
  readonly error: GatewayError;
}

/**
 * Judges a failed attempt by those before it: an earlier one may have done the work that this one was refused. Once an
 * attempt was ambiguous, one that was not sent tells nothing of it; nor does, at a conditional write, a refusal other than
 * CONFLICT, since it may be caused, in words that are not documented, by the object that the earlier one made.
 */
export function verdict(
  { ambiguous }: AttemptHistory,
  { error: latest, retryClass, wasSent }: LatestAttempt,
  { endpoint, repeatable }: Pick<PreparedRequest, "repeatable"> & { readonly endpoint: AnyEndpoint },
): Verdict {
  const isNews = wasSent && (endpoint.effect !== "conditional" || tellsOutcome(latest, retryClass));
  const error = (!isNews && ambiguous) || latest;
  if (ambiguous && wasDone(endpoint, error)) return { kind: "done", error };
  // An upsert that finds nothing creates: it may conflict with what it made itself, or with another record.
  if (ambiguous && error.code === "CONFLICT" && endpoint.reconcile !== undefined)
    return { kind: "unknown", error };
  return { kind: mayFollow(retryClass, repeatable) ? "again" : "failed", error };
}

/** Whether a failed attempt may be followed by another. */
export const mayFollow = (retryClass: RetryClass, repeatable: boolean): boolean =>
  retryClass === "unsent" || (retryClass !== "final" && repeatable);

const tellsOutcome = ({ code }: GatewayError, retryClass: RetryClass): boolean =>
  retryClass === "ambiguous" || code === "CONFLICT";

/**
 * Whether an error of a later attempt says that an earlier one was carried out: what is gone at the second look was
 * removed by the first, and what a write that may be repeated conflicts with is what it made itself.
 */
const wasDone = (endpoint: AnyEndpoint, { code }: GatewayError): boolean =>
  (code === "NOT_FOUND" && removesOne(endpoint)) ||
  (code === "CONFLICT" && endpoint.effect === "conditional");

/** Whether a removal names what it removes; of a window, a 404 says that something else is missing. */
const removesOne = ({ method, path }: AnyEndpoint): boolean => method === "DELETE" && path.endsWith("}");
