import type { Answer } from "./answer.ts";
import { isRetryable, NoAnswerError } from "./errors.ts";

/** An answer, or the reason why none came. */
export type Outcome<TResult> = Answer<TResult> | NoAnswerError;

const firstDelayMs = 300;

/**
 * How long to wait before a read is sent again; undefined where that cannot help. An answer that holds any data stands: the
 * gateway has repeated the calls behind it already, and the data is worth more at once.
 * @param attempt attempts so far, from 1.
 * @param random from 0 to 1: clients that failed together do not come back together.
 */
export function retryDelayMs(
  outcome: Outcome<unknown>,
  attempt: number,
  random: () => number,
): number | undefined {
  if (outcome instanceof NoAnswerError) {
    return outcome.retryable ? (outcome.retryAfterMs ?? backoffMs(attempt, random)) : undefined;
  }
  const { data, errors } = outcome;
  if (errors.length === 0 || hasData(data) || !errors.every(isRetryable)) return undefined;
  const waits = errors.map(({ extensions }) => extensions.retryAfterMs ?? 0);
  return Math.max(...waits) || backoffMs(attempt, random);
}

const hasData = (data: unknown): boolean =>
  typeof data === "object" && data !== null && Object.values(data).some((field) => field !== null);

const backoffMs = (attempt: number, random: () => number): number =>
  firstDelayMs * 2 ** (attempt - 1) * (0.5 + random() / 2);
