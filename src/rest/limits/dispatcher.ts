import type { Clock } from "../clock.ts";
import { clientDisconnected, type Operation } from "../operation.ts";
import type { Capacity } from "./capacity.ts";
import type { PriorityQueue, SlotRequest } from "./priority-queue.ts";
import type { Waiter } from "./waiter.ts";
import { createWakeTimer } from "./wake-timer.ts";

/** Lets calls out of the queue, in its order, as capacity becomes free. */
export interface Dispatcher {
  /** Grants what is free. */
  dispatch(): void;
  /** Refuses what can no longer be in time: waits turn out longer while calls are in flight or others overtake. */
  refuseLate(): void;
  /** Must be called when a call has come or left: dispatches as soon as the next one may be sent. */
  wakeInTime(): void;
}

/** Whether a wait ends before the deadline of an operation. */
export const fits = (clock: Clock, { deadlineAtMs }: Operation, waitMs: number): boolean =>
  clock.nowMs() + waitMs < deadlineAtMs;

/**
 * Makes the dispatcher of a queue.
 * @param refusal makes the error for a call that would wait for too long.
 */
export function createDispatcher(
  line: PriorityQueue<Waiter>,
  { waitMs }: Pick<Capacity, "waitMs">,
  clock: Clock,
  refusal: (call: string, waitMs: number) => Error,
): Dispatcher {
  const isFree = (request: SlotRequest): boolean => waitMs(request) === 0;

  /** @returns whether it was refused. */
  const refuseIfLate = ({ call, operation, refuse }: Waiter, leftMs: number): boolean => {
    if (operation.signal.aborted) refuse(clientDisconnected());
    else if (!fits(clock, operation, leftMs)) refuse(refusal(call, leftMs));
    else return false;
    return true;
  };

  const grantFree = (): void => {
    for (let next = line.take(isFree); next; next = line.take(isFree)) {
      if (!refuseIfLate(next, 0)) next.grant();
    }
  };

  const refuseLate = (): void => line.removeWhere((waiter, request) => refuseIfLate(waiter, waitMs(request)));

  const wakeInTime = (): void => {
    const soonest = line.soonest();
    if (soonest) timer.ringWithin(waitMs(soonest));
    else timer.cancel();
  };

  const timer = createWakeTimer(clock, () => {
    grantFree();
    // After it: what is granted makes the others wait longer.
    refuseLate();
    wakeInTime();
  });

  return {
    dispatch() {
      grantFree();
      wakeInTime();
    },
    refuseLate,
    wakeInTime,
  };
}
