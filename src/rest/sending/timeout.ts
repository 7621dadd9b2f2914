import { Cancellation, type CancellationSignal } from "../cancellation.ts";
import { afterPoll, type Clock } from "../clock.ts";
import type { Operation } from "../operation.ts";

/** Time for one attempt, from its sending to the last byte of its answer, less what the gateway itself was held up. */
export const attemptTimeoutMs = 3_000;
/**
 * That time is counted in turns of this length. One that takes more than twice as long does not count: it was the event
 * loop that was blocked, and the answer of the system was not looked for.
 */
const turnMs = 500;

/** The time of an attempt that may last as long as it gets on. */
export interface AttemptTime {
  /** Milliseconds until it is up, if nothing happens meanwhile. */
  leftMs(): number;
  /** Takes what is to be called when it turns out shorter than it was. */
  onShorter(look: () => void): void;
}

/** The time that is up; undefined while none is. */
export type Expiry = "attempt" | "operation" | undefined;

/** The time of one attempt, which ends with its operation, at the operation's deadline, or after its own span. */
export interface AttemptTimeout {
  readonly signal: CancellationSignal;
  /** Whose time was up, if it was time that ended it. */
  expired(): Expiry;
  /** Rejects as soon as the attempt is ended, even when the work does not heed the signal. */
  race<Value>(work: Promise<Value>): Promise<Value>;
  /** Must be called when the attempt is over. */
  end(): void;
}

/** Made once: each end would make its stack. */
export const attemptEnded = new Error("attempt ended");

/**
 * Starts the clock of one attempt.
 * @param time of its own; 3 s by default.
 */
export function startTimeout(operation: Operation, clock: Clock, time?: AttemptTime): AttemptTimeout {
  const cancellation = new Cancellation();
  const abort = () => cancellation.cancel();
  let timeUp: Expiry;
  let cancel = () => {};
  let leftInTurnsMs = attemptTimeoutMs;
  const ownLeftMs = () => (time ? time.leftMs() : leftInTurnsMs);
  const toDeadlineMs = () => operation.deadlineAtMs - clock.nowMs();
  /** Waits for whichever is first; the operation's deadline moves when another joins a shared read. */
  const watch = (): void => {
    const leftMs = Math.min(ownLeftMs(), toDeadlineMs());
    if (leftMs <= 0) {
      cancel = afterPoll(judge);
      return;
    }
    const delayMs = Math.min(leftMs, turnMs);
    const beganAtMs = clock.nowMs();
    cancel = clock.after(delayMs, () => {
      const tookMs = clock.nowMs() - beganAtMs;
      if (tookMs <= 2 * turnMs) leftInTurnsMs -= tookMs;
      watch();
    });
  };
  const judge = (): void => {
    const isOwn = ownLeftMs() <= 0;
    if (isOwn || toDeadlineMs() <= 0) {
      timeUp = isOwn ? "attempt" : "operation";
      abort();
    } else watch();
  };
  if (toDeadlineMs() > 0) watch();
  else {
    timeUp = "operation";
    abort();
  }
  time?.onShorter(() => {
    cancel();
    watch();
  });

  if (operation.signal.aborted) abort();
  operation.signal.addEventListener("abort", abort, { once: true });
  return {
    signal: cancellation,
    expired: () => timeUp,
    race: (work) => unlessCancelled(cancellation, work),
    end() {
      cancel();
      operation.signal.removeEventListener("abort", abort);
      abort();
    },
  };
}

/** The result of some work. @throws once it is cancelled, even when the work does not heed that. */
const unlessCancelled = <Value>(cancellation: Cancellation, work: Promise<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    // Work that heeds the signal is heard first: it knows whether anything was sent.
    const onAbort = () => afterPoll(() => reject(attemptEnded));
    const settled = () => cancellation.removeEventListener("abort", onAbort);
    cancellation.onCancel(onAbort);
    work.then(
      (value) => {
        settled();
        resolve(value);
      },
      (error: unknown) => {
        settled();
        reject(error);
      },
    );
  });
