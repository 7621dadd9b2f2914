import type { Clock } from "../clock.ts";
import type { Permit } from "../limit.ts";
import type { Operation } from "../operation.ts";
import type { Capacity } from "./capacity.ts";

/** Permits one call at this moment. @param waitedMs how long it was waited for. */
export type PermitCall = (operation: Operation, waitedMs: number) => Permit;

/** The consequences of the ends of calls. */
export interface PermitEvents {
  /** Told when a call no longer weighs on the limits. */
  readonly onFree: () => void;
  /** Told when calls that wait have to wait longer. */
  readonly onSlower: () => void;
}

/** A call that is given up sooner than this after its sending may still be on its way to be counted. */
const strayMs = 500;

/** Makes the permits that take up a capacity until they are settled. */
export function createPermits(
  capacity: Capacity,
  clock: Clock,
  { onFree, onSlower }: PermitEvents,
): PermitCall {
  const free = (): void => {
    capacity.settle();
    onFree();
  };
  const freeInTime = (isGivenUp: boolean, sentAtMs: number): void => {
    const strayForMs = isGivenUp && !capacity.isUnlimited ? sentAtMs + strayMs - clock.nowMs() : 0;
    if (strayForMs > 0) clock.after(strayForMs, free);
    else free();
  };
  return (operation, waitedMs) => {
    const permittedAtMs = clock.nowMs();
    const call = capacity.send(permittedAtMs);
    let isSettled = false;
    return {
      waitedMs,
      settle(refusal, sentAtMs = permittedAtMs) {
        if (isSettled) return;
        isSettled = true;
        const nowMs = clock.nowMs();
        const isGivenUp = operation.signal.aborted || nowMs >= operation.deadlineAtMs;
        if (refusal) {
          capacity.refused(nowMs, call, refusal.retryAfterMs);
          onSlower();
        }
        freeInTime(isGivenUp, sentAtMs);
      },
      withdraw(sentAtMs = permittedAtMs) {
        if (isSettled) return;
        isSettled = true;
        freeInTime(true, sentAtMs);
      },
    };
  };
}
