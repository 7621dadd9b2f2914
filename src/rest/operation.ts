import { type ErrorFacts, GatewayError } from "../errors.ts";
import type { CacheControl } from "./cache-policy.ts";
import type { CallRecord } from "./call-record.ts";
import type { CancellationSignal } from "./cancellation.ts";
import { afterPoll, type Clock } from "./clock.ts";
import type { Payers } from "./payers.ts";

/** For whom a call is made: when they leave and how long they wait. */
export interface Operation {
  /** Aborted when no client waits for the answer any more. */
  readonly signal: CancellationSignal;
  /** Moment of the clock at which waiting ends, in milliseconds; read again at every use, since it may move. */
  readonly deadlineAtMs: number;
  /** The operation that the calls are made for: in the queue, calls of one origin alternate with those of others. @default the operation itself */
  readonly origin?: object;
  /** The clients that it is for: each call is charged to one of them. @default none, for a log-in or where clients are not told apart */
  readonly payers?: Payers;
  /** Which class its calls wait in. @default "interactive" */
  readonly priority?: Priority;
  /** How old answers may be. @default whatever the endpoints allow */
  readonly accepts?: CacheControl;
  /** Names the trace that its calls belong to, to systems that are told of it. @default it has none */
  readonly traceparent?: string;
  /** Told of every call once it is answered; must not throw. */
  readonly record?: (note: CallRecord) => void;
  /** Told of every write that begins; what it returns is called once it is certain that the write changed nothing. */
  readonly noteWrite?: () => () => void;
}

/** The signal and the deadline of an operation, asked for anew at each use. */
interface LiveTimes {
  signal(): CancellationSignal;
  /** Milliseconds of the clock. */
  deadlineAtMs(): number;
}

/** A class: objects of a literal with getters would each have a hidden class of their own, which outlives them. */
class Live {
  private readonly times: LiveTimes;

  constructor(times: LiveTimes) {
    this.times = times;
  }

  get signal(): CancellationSignal {
    return this.times.signal();
  }

  get deadlineAtMs(): number {
    return this.times.deadlineAtMs();
  }
}

/** Makes an operation whose signal may change and whose deadline may move. */
export const liveOperation = (times: LiveTimes, facts: Omit<Operation, keyof LiveTimes>): Operation =>
  Object.assign(new Live(times), facts);

/** Classes of calls that wait for a budget. */
export type Priority = "interactive" | "write" | "background";

/** Why an operation's calls ended before they were answered. */
export const clientDisconnected = (): GatewayError =>
  new GatewayError("UPSTREAM_TIMEOUT", "The client left before the answer came.", { retryable: true });

/**
 * Time is up for the whole operation.
 * @param awaited what it waited for, as the message names it.
 */
export const timeIsUp = (awaited: string, facts: ErrorFacts): GatewayError =>
  new GatewayError(
    "UPSTREAM_TIMEOUT",
    `${awaited} was not answered within the time of the whole operation; ask for less at once or try again.`,
    facts,
  );

/** Time is up for the whole operation while it waits for an endpoint. */
export const deadlinePassed = (system: string, endpoint: string, facts?: ErrorFacts): GatewayError =>
  timeIsUp(endpoint, { system, endpoint, ...facts });

/**
 * Waits for something at most as long as the operation lives. The work itself goes on: others may wait for it.
 * @throws what `late` makes, when the deadline passes; `clientLeft` when the signal is aborted. Without a signal it waits on when the client leaves.
 */
export function within<Value>(
  operation: Pick<Operation, "deadlineAtMs"> & { readonly signal: CancellationSignal | undefined },
  clock: Clock,
  work: Promise<Value>,
  late: () => Error,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const onAbort = () => finish(() => reject(clientDisconnected()));
    let cancel = () => {};
    /** The deadline moves when another joins what is waited for. */
    const watch = (): void => {
      const leftMs = operation.deadlineAtMs - clock.nowMs();
      cancel = leftMs <= 0 ? afterPoll(judge) : clock.after(leftMs, watch);
    };
    const judge = (): void => {
      if (operation.deadlineAtMs > clock.nowMs()) watch();
      else finish(() => reject(late()));
    };
    const finish = (settle: () => void) => {
      cancel();
      operation.signal?.removeEventListener("abort", onAbort);
      settle();
    };
    work.then(
      (value) => finish(() => resolve(value)),
      (error: unknown) => finish(() => reject(error)),
    );
    if (operation.signal?.aborted) return onAbort();
    operation.signal?.addEventListener("abort", onAbort, { once: true });
    watch();
  });
}

/** Lets time pass for an operation. @throws clientLeft when its signal is aborted meanwhile. */
export function pause(operation: Operation, clock: Clock, delayMs: number): Promise<void> {
  if (operation.signal.aborted) return Promise.reject(clientDisconnected());
  if (delayMs <= 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      cancel();
      reject(clientDisconnected());
    };
    const cancel = clock.after(delayMs, () => {
      operation.signal.removeEventListener("abort", onAbort);
      resolve();
    });
    operation.signal.addEventListener("abort", onAbort, { once: true });
  });
}
