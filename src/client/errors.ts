import type { ErrorCode } from "../generated/error-codes.ts";

/** An entry in `errors` of an answer. */
export interface AnswerError {
  /** For people; decide by `extensions.code`. */
  readonly message: string;
  /** The field that failed; absent where the operation was not run. */
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly extensions: ErrorExtensions;
}

/** Facts of an error; `docs/errors.md` explains each. */
export interface ErrorExtensions {
  readonly code: ErrorCode;
  /** Whether the same operation may succeed when it is sent again unchanged. */
  readonly retryable: boolean;
  /** Names the request in the gateway's log. */
  readonly requestId?: string;
  /** System that was asked, such as `assembly`. */
  readonly system?: string;
  /** Endpoint that failed, such as `GET /v0/people/{id}`. */
  readonly endpoint?: string;
  /** HTTP status that the system answered. */
  readonly status?: number;
  /** How long to wait before sending the operation again. */
  readonly retryAfterMs?: number;
  /** Bytes that an answer may hold, where it held more. */
  readonly mostBytes?: number;
  /** Requests that were sent for the call. */
  readonly attempts?: number;
  /** When a write was sent whose outcome is not known; ISO 8601. */
  readonly sentAt?: string;
  /** Query that shows whether such a write happened. */
  readonly reconcile?: string;
  /** Id with which such a write may be sent again. */
  readonly sourceSpecificId?: string;
}

/** Thrown where no answer of GraphQL came: no connection, the deadline has passed, or a proxy answered. */
export class NoAnswerError extends Error {
  override readonly name = "NoAnswerError";
  /** Whether it may be sent again unchanged: a read, or a mutation with an `Idempotency-Key`. */
  readonly retryable: boolean;
  /** HTTP status that came, if one came. */
  readonly status: number | undefined;
  /** How long to wait before another try, where `Retry-After` says so. */
  readonly retryAfterMs: number | undefined;

  constructor(
    message: string,
    facts: {
      readonly retryable: boolean;
      status?: number;
      retryAfterMs?: number | undefined;
      cause?: unknown;
    },
  ) {
    super(message, { cause: facts.cause });
    this.retryable = facts.retryable;
    this.status = facts.status;
    this.retryAfterMs = facts.retryAfterMs;
  }
}

/** Thrown by `dataOf` for an answer that holds errors. */
export class OperationError extends Error {
  override readonly name = "OperationError";
  readonly errors: readonly AnswerError[];

  constructor(errors: readonly AnswerError[]) {
    super(errors.map(({ message }) => message).join("\n") || "The answer has no data.");
    this.errors = errors;
  }
}

/**
 * Whether the same operation may succeed when it is sent again unchanged.
 * @param error an entry of `errors`, or anything that `run` or `dataOf` has thrown. An `OperationError` is retryable if all of
 * its errors are.
 */
export function isRetryable(error: unknown): boolean {
  if (error instanceof NoAnswerError) return error.retryable;
  if (error instanceof OperationError) return error.errors.length > 0 && error.errors.every(isRetryable);
  return isAnswerError(error) && error.extensions.retryable === true;
}

/** A way to find out what became of a write, or to send it again safely. */
export type Reconciliation =
  /** Run the query with the values of the write as variables and `freshness: "new"`: it shows whether the write happened. */
  | { readonly query: string; readonly sentAt: string | undefined }
  /** Send the write again with this id: it is done once, however often it is sent. */
  | { readonly sourceSpecificId: string; readonly sentAt: string | undefined };

/** The way that an error offers to learn what became of its write; undefined for an error of a write whose outcome is known. */
export function reconcile({ extensions }: AnswerError): Reconciliation | undefined {
  const { reconcile: query, sourceSpecificId, sentAt } = extensions;
  if (query !== undefined) return { query, sentAt };
  return sourceSpecificId === undefined ? undefined : { sourceSpecificId, sentAt };
}

/** Whether something is an entry of `errors`, as the gateway makes them. */
export const isAnswerError = (error: unknown): error is AnswerError =>
  typeof error === "object" &&
  error !== null &&
  "extensions" in error &&
  typeof error.extensions === "object" &&
  error.extensions !== null;
