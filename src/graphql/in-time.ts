import { errorCodes, GatewayError } from "../errors.ts";
import { timeIsUp } from "../estimate/progress.ts";
import type { Clock } from "../rest/clock.ts";
import { within } from "../rest/operation.ts";

/** Every call and every field ends by itself when time is up; what does not is no longer waited for after so long. */
const graceMs = 80;

/** The time of an operation and a moment more; a class for the reason of `Live` in `rest/operation.ts`. */
class Patient {
  readonly signal = undefined;
  private readonly operation: { readonly deadlineAtMs: number };

  constructor(operation: { readonly deadlineAtMs: number }) {
    this.operation = operation;
  }

  get deadlineAtMs(): number {
    return this.operation.deadlineAtMs + graceMs;
  }
}

/**
 * Waits for an operation as long as it may take, and a moment more.
 * @param operation.deadlineAtMs moment of the clock, in milliseconds; read again at every use.
 * @returns undefined when it was not finished by then.
 */
export async function inTime<Value>(
  work: Promise<Value>,
  operation: { readonly deadlineAtMs: number },
  clock: Clock,
): Promise<Value | undefined> {
  const late = timeIsUp();
  // It is waited for whether or not its client leaves: a write goes on, and the gateway drains once it is done.
  const patient = new Patient(operation);
  try {
    return await within(patient, clock, work, () => late);
  } catch (error) {
    if (error === late) return undefined;
    throw error;
  }
}

/** The error of an operation that was not finished in time. @param mayWrite whether it may have written something. */
export const notFinished = (mayWrite: boolean): GatewayError =>
  mayWrite
    ? new GatewayError(
        "UPSTREAM_OUTCOME_UNKNOWN",
        "The operation was not finished within its time; look whether its writes were done before sending it again.",
      )
    : timeIsUp();

/** An answer that is an error and nothing else, as JSON. */
export function textOfError({ code, message }: GatewayError, requestId: string): string {
  const { retryable } = errorCodes[code];
  return JSON.stringify({ errors: [{ message, extensions: { code, retryable, requestId } }], data: null });
}
