import type { Clock } from "./clock.ts";
import { clientLeft, type Operation, within } from "./operation.ts";

interface Flight {
  readonly promise: Promise<unknown>;
  readonly controller: AbortController;
  waiters: number;
  deadlineAtMs: number;
}

/** Reads that are on their way, shared by all operations of one credential. */
export interface Reads {
  /**
   * The answer to a read, joined with an equal one in flight if there is one. The call itself ends when the last
   * operation that waits for it has left.
   * @param key row and URL.
   * @param late makes the error of an operation whose deadline passes first.
   */
  share<Value>(
    key: string,
    operation: Operation,
    late: () => Error,
    start: (shared: Operation) => Promise<Value>,
  ): Promise<Value>;
  /** Ends what may be joined: answers on their way may show the time before a write. */
  forget(): void;
}

/** Makes the table of reads in flight. */
export function createReads(clock: Clock): Reads {
  const flights = new Map<string, Flight>();

  const takeOff = (key: string, start: (shared: Operation) => Promise<unknown>): Flight => {
    const controller = new AbortController();
    const flight: Flight = {
      controller,
      waiters: 0,
      deadlineAtMs: 0,
      promise: Promise.resolve().then(() =>
        start({
          signal: controller.signal,
          get deadlineAtMs() {
            return flight.deadlineAtMs;
          },
        }),
      ),
    };
    flights.set(key, flight);
    const land = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    flight.promise.then(land, land);
    return flight;
  };

  return {
    async share(key, operation, late, start) {
      if (operation.signal.aborted) throw clientLeft();
      const flight = flights.get(key) ?? takeOff(key, start);
      flight.waiters += 1;
      flight.deadlineAtMs = Math.max(flight.deadlineAtMs, operation.deadlineAtMs);
      try {
        // Equal keys mean the same row, so the same type.
        return await within(operation, clock, flight.promise as ReturnType<typeof start>, late);
      } finally {
        flight.waiters -= 1;
        if (flight.waiters === 0) {
          if (flights.get(key) === flight) flights.delete(key);
          flight.controller.abort();
        }
      }
    },
    forget: () => flights.clear(),
  };
}
