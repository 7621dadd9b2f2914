import type { Clock } from "../clock.ts";
import type { Permit } from "../limit.ts";
import { clientDisconnected, type Operation, type Priority } from "../operation.ts";
import type { Origin, PriorityQueue } from "./priority-queue.ts";

/** A call in the queue. */
export interface Waiter {
  readonly operation: Operation;
  readonly call: string;
  readonly grant: () => void;
  readonly refuse: (error: Error) => void;
}

/** The place of a call in the queue. */
export interface Place {
  readonly priority: Priority;
  readonly origin: Origin;
}

/** The consequences of a call that leaves the queue. */
export interface QueueExits {
  /** Makes the permit of a call that is granted. */
  readonly permit: (operation: Operation, place: Place, waitedMs: number) => Permit;
  /** Told when the client of a call has left. */
  readonly onLeft: () => void;
}

/** Puts a call into the queue. @throws what it is refused with, and the error of a client that leaves. */
export const waitIn = (
  line: PriorityQueue<Waiter>,
  clock: Clock,
  { call, operation }: Pick<Waiter, "call" | "operation">,
  place: Place,
  { permit, onLeft }: QueueExits,
): Promise<Permit> =>
  new Promise((resolve, reject) => {
    const { signal } = operation;
    const { origin, priority } = place;
    const askedAtMs = clock.nowMs();
    const onAbort = () => {
      line.remove(priority, origin, waiter);
      onLeft();
      reject(clientDisconnected());
    };
    const leave = () => signal.removeEventListener("abort", onAbort);
    const waiter: Waiter = {
      operation,
      call,
      grant() {
        leave();
        resolve(permit(operation, place, clock.nowMs() - askedAtMs));
      },
      refuse(error) {
        leave();
        reject(error);
      },
    };
    signal.addEventListener("abort", onAbort, { once: true });
    line.add(priority, origin, waiter);
  });
