import type { Priority } from "../operation.ts";
import { createFairQueue, type FairQueue } from "./fair-queue.ts";

/** The capacity that has to be free before a call may be sent. */
export interface SlotRequest {
  readonly priority: Priority;
  /** Calls until then, itself included. */
  readonly calls: number;
  /** By how many it may fall short of the share that its class leaves unused. */
  readonly credit: number;
}

/** Whose call it is: clients take turns, and the operations of a client within its turns. */
export type Origin = readonly [client: string | undefined, operation: object];

/**
 * Calls that wait, in the order of their classes: writes and interactive calls alternate, background calls come when
 * no other call waits. Interactive calls leave a share unused, so that a new write finds it free and overtakes them. Each
 * write that overtakes a waiting read gives that read as much of the share as it used, so that reads never starve.
 */
export interface PriorityQueue<Item> {
  readonly length: number;
  /** Calls that wait and may not be passed by one of this class that comes now, if it has no turn before them. */
  countAhead(priority: Priority): number;
  /** The claim of a call that is added now. */
  requestOfNext(priority: Priority, origin: Origin): SlotRequest;
  add(priority: Priority, origin: Origin, item: Item): void;
  /** The claim of the call that can be sent the soonest, if any waits. */
  soonest(): SlotRequest | undefined;
  /** Takes the call whose turn it is, if what it asks for is free. */
  take(isFree: (claim: SlotRequest) => boolean): Item | undefined;
  /** Must be told of each call that is sent, whether it has waited or not. */
  sent(priority: Priority): void;
  remove(priority: Priority, origin: Origin, item: Item): void;
  /** Takes out all for which the test holds. */
  removeWhere(test: (item: Item, claim: SlotRequest) => boolean): void;
}

/** Makes an empty line. */
export function createPriorityQueue<Item extends object>(): PriorityQueue<Item> {
  const queues: Readonly<Record<Priority, FairQueue<Item>>> = {
    write: createFairQueue(2),
    interactive: createFairQueue(2),
    background: createFairQueue(2),
  };
  const { write: writes, interactive, background } = queues;
  /** Whose turn it is when both wait. */
  let turn: "write" | "interactive" = "write";
  /** Writes that passed interactive calls that wait, less interactive calls sent since. */
  let credit = 0;

  /** With an empty queue there is no debt: no call has been overtaken. */
  const debt = (): number => (interactive.length > 0 ? credit : 0);

  /** The claim of a call before which `place` others of its class are sent. */
  const requestOf = (priority: Priority, place: number): SlotRequest => {
    if (priority === "background") {
      return { priority, calls: countAhead("interactive") + place + 1, credit: 0 };
    }
    const others = priority === "write" ? interactive : writes;
    const between = Math.min(others.length, priority === turn ? place : place + 1);
    return { priority, calls: place + between + 1, credit: priority === "interactive" ? debt() : 0 };
  };

  const countAhead = (priority: Priority): number => {
    if (priority === "write") return writes.length;
    return writes.length + interactive.length + (priority === "background" ? background.length : 0);
  };

  return {
    get length() {
      return countAhead("background");
    },
    countAhead,
    requestOfNext: (priority, origin) => requestOf(priority, queues[priority].placeOfNext(origin)),
    add(priority, origin, item) {
      if (priority === "interactive") credit = debt();
      queues[priority].add(origin, item);
    },
    soonest() {
      // What a write asks for is free no later than what an interactive call asks for.
      if (writes.length > 0) return { priority: "write", calls: 1, credit: 0 };
      if (interactive.length > 0) return requestOf("interactive", 0);
      return background.length > 0 ? requestOf("background", 0) : undefined;
    },
    take(isFree) {
      const next = (priority: Priority): Item | undefined => {
        const request = { priority, calls: 1, credit: priority === "interactive" ? credit : 0 };
        return queues[priority].length > 0 && isFree(request) ? queues[priority].take() : undefined;
      };
      // Where half is free for a background call, enough is free for any other.
      return next(turn) ?? next(turn === "write" ? "interactive" : "write") ?? next("background");
    },
    sent(priority) {
      if (priority === "write") {
        if (interactive.length > 0) credit += 1;
        turn = "interactive";
      } else if (priority === "interactive") {
        credit = Math.max(0, credit - 1);
        turn = "write";
      }
    },
    remove: (priority, origin, item) => queues[priority].remove(origin, item),
    removeWhere(test) {
      for (const priority of ["write", "interactive", "background"] as const) {
        queues[priority].removeWhere((item, place) => test(item, requestOf(priority, place)));
      }
    },
  };
}
