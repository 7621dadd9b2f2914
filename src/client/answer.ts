import { type AnswerError, isAnswerError, NoAnswerError, OperationError } from "./errors.ts";

/** An answer of the gateway. Fields that failed are null in `data`, each with an entry in `errors`. */
export interface Answer<TResult> {
  /** Null where the operation was not run or a root field that must not be null failed. */
  readonly data: TResult | null;
  /** Empty where all went well. */
  readonly errors: readonly AnswerError[];
  /** Names the request in the gateway's log. */
  readonly requestId: string | undefined;
  /** Whether it is the first answer to this `Idempotency-Key`, given again. */
  readonly isReplayed: boolean;
}

/** The data of an answer without errors. @throws OperationError for an answer with any. */
export function dataOf<TResult>({ data, errors }: Answer<TResult>): TResult {
  if (data === null || errors.length > 0) throw new OperationError(errors);
  return data;
}

/** Statuses of proxies and gateways that go away by themselves. */
const passing: ReadonlySet<number> = new Set([408, 429, 502, 503, 504]);

/**
 * Reads a response.
 * @param isRepeatable whether the operation may be sent twice.
 * @throws NoAnswerError for one that is no answer of GraphQL, such as the page of a proxy.
 */
export async function readAnswer<TResult>(
  response: Response,
  isRepeatable: boolean,
): Promise<Answer<TResult>> {
  const body = parsed(await response.text());
  const { status, headers } = response;
  if (!isAnswerBody<TResult>(body)) {
    throw new NoAnswerError(`The answer is none of GraphQL; its status is ${status}.`, {
      retryable: isRepeatable && passing.has(status),
      status,
      retryAfterMs: retryAfterMsOf(headers),
    });
  }
  return {
    data: body.data ?? null,
    errors: body.errors ?? [],
    requestId: headers.get("x-request-id") ?? undefined,
    isReplayed: headers.get("idempotency-replayed") === "true",
  };
}

interface AnswerBody<TResult> {
  readonly data?: TResult | null;
  readonly errors?: readonly AnswerError[];
}

/**
 * The gateway is trusted to answer by its schema; only that it is the gateway is looked at: proxies and other interfaces have
 * `data` and `errors` of their own, whose errors are without `extensions`.
 */
function isAnswerBody<TResult>(body: unknown): body is AnswerBody<TResult> {
  if (typeof body !== "object" || body === null || !("data" in body || "errors" in body)) return false;
  return !("errors" in body) || (Array.isArray(body.errors) && body.errors.every(isAnswerError));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `Retry-After` in whole seconds; a date, which proxies rarely send, counts as none. */
function retryAfterMsOf(headers: Headers): number | undefined {
  const header = headers.get("retry-after") ?? "";
  return /^\d{1,6}$/.test(header) ? Number(header) * 1000 : undefined;
}
