import type { ClientClock } from "./clock.ts";
import { NoAnswerError } from "./errors.ts";

/** The time that an operation may take, and the wish of its caller to end it before. */
export interface Deadline {
  /** Aborts when the time is up or the caller leaves. */
  readonly signal: AbortSignal;
  /** Milliseconds that are left. */
  leftMs(): number;
  /** Waits. @throws the reason of the signal once it aborts. */
  wait(delayMs: number): Promise<void>;
  /** The result of some work. @throws the reason of the signal once it aborts, however long the work goes on. */
  within<T>(work: Promise<T>): Promise<T>;
  /** Lets go of the timer and of the caller's signal. */
  end(): void;
}

/**
 * Starts the time of an operation.
 * @param isRepeatable whether the operation may be sent again once its time is up.
 * @param callerSignal ends it before.
 */
export function startDeadline(
  clock: ClientClock,
  deadlineMs: number,
  isRepeatable: boolean,
  callerSignal?: AbortSignal,
): Deadline {
  const endMs = clock.nowMs() + deadlineMs;
  const controller = new AbortController();
  const { signal } = controller;
  const cancel = clock.after(deadlineMs, () =>
    controller.abort(
      new NoAnswerError(`No answer came within ${deadlineMs} ms.`, { retryable: isRepeatable }),
    ),
  );
  const leave = () => controller.abort(callerSignal?.reason);
  callerSignal?.addEventListener("abort", leave);
  if (callerSignal?.aborted) leave();
  return {
    signal,
    leftMs: () => endMs - clock.nowMs(),
    wait: (delayMs) =>
      new Promise((resolve, reject) => {
        const stop = clock.after(delayMs, () => {
          signal.removeEventListener("abort", refuse);
          resolve();
        });
        const refuse = () => {
          stop();
          reject(signal.reason);
        };
        signal.addEventListener("abort", refuse, { once: true });
      }),
    within: (work) =>
      new Promise((resolve, reject) => {
        const refuse = () => reject(signal.reason);
        if (signal.aborted) refuse();
        signal.addEventListener("abort", refuse);
        work.then(resolve, reject).finally(() => signal.removeEventListener("abort", refuse));
      }),
    end() {
      cancel();
      callerSignal?.removeEventListener("abort", leave);
    },
  };
}
