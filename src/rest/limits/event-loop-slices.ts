import type { Clock } from "../clock.ts";
import type { TimeSlices } from "../time-slices.ts";
import { createFairQueue } from "./fair-queue.ts";

/** Longest time between two looks at the sockets, but for the work of one operation that is longer. */
const sliceMs = 5;
/** Longest time for which connections that come one after the other hold operations up. */
const mostHeldMs = 250;

/** An operation that waits. */
interface Waiting {
  readonly work: unknown;
  readonly promise: Promise<void>;
  readonly grant: () => void;
}

function waitingFor(work: unknown): Waiting {
  let grant = () => {};
  const promise = new Promise<void>((resolve) => {
    grant = resolve;
  });
  return { work, promise, grant };
}

/** Makes slices of which none is used. */
export function createTimeSlices(clock: Clock): TimeSlices {
  const queue = createFairQueue<Waiting>(2);
  const waiting = new Map<unknown, Waiting>();
  /** The operation that goes on, until it waits for something again. */
  let current: unknown;
  /** Undefined until an operation wants to go on in this turn of the event loop. */
  let endsAtMs: number | undefined;
  let connectionCame = false;
  /** Whether connections came in this turn of the event loop or, without a break, in those before it. */
  let isHeld = false;
  /** Since when they hold operations up that want to go on. */
  let heldSinceMs: number | undefined;

  const nextTurn = (): void => {
    endsAtMs = undefined;
    isHeld = connectionCame;
    if (!isHeld) heldSinceMs = undefined;
    connectionCame = false;
    grantNext();
  };

  /** Whether operations wait for the next turn of the event loop. */
  const isOver = (): boolean => {
    const nowMs = clock.nowMs();
    if (endsAtMs === undefined) {
      if (isHeld) heldSinceMs ??= nowMs;
      const waits = heldSinceMs !== undefined && nowMs - heldSinceMs < mostHeldMs;
      endsAtMs = waits ? nowMs : nowMs + sliceMs;
      if (!waits) heldSinceMs = undefined;
      setImmediate(nextTurn);
    }
    return nowMs >= endsAtMs;
  };

  const begin = (work: unknown): void => {
    current = work;
    // A tick that is asked for by a microtask comes once the operation has done all that it can.
    queueMicrotask(() => process.nextTick(end));
  };

  const end = (): void => {
    current = undefined;
    grantNext();
  };

  const grantNext = (): void => {
    if (current !== undefined || queue.length === 0 || isOver()) return;
    const next = queue.take();
    if (!next) return;
    waiting.delete(next.work);
    begin(next.work);
    next.grant();
  };

  return {
    turn(path) {
      const work = path.at(-1);
      if (work === current) return undefined;
      const known = waiting.get(work);
      if (known) return known.promise;
      if (current === undefined && queue.length === 0 && !isOver()) {
        begin(work);
        return undefined;
      }
      const added = waitingFor(work);
      waiting.set(work, added);
      queue.add(path, added);
      return added.promise;
    },
    tookConnection() {
      connectionCame = true;
      isHeld = true;
    },
  };
}
