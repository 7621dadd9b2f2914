import type { Urgency } from "../operation.ts";
import { createFairQueue, type FairQueue } from "./fair-queue.ts";

/** The capacity that has to be free before a call may be sent. */
export interface Claim {
  readonly urgency: Urgency;
  /** Calls until then, itself included. */
  readonly calls: number;
  /** By how many it may fall short of the share that its class leaves unused. */
  readonly owed: number;
}

/** Whose call it is: clients take turns, and the operations of a client within its turns. */
export type Origin = readonly [client: string | undefined, operation: object];

/**
 * Calls that wait, in the order of their classes: writes and interactive calls alternate, background calls come when
 * no other call waits. Interactive calls leave a share unused, so that a new write finds it free and overtakes them. Each
 * write that overtakes a waiting read gives that read as much of the share as it used, so that reads never starve.
 */
export interface WaitingLine<Item> {
  readonly length: number;
  /** Calls that wait and may not be passed by one of this class that comes now, if it has no turn before them. */
  ahead(urgency: Urgency): number;
  /** The claim of a call that is added now. */
  claimOfNext(urgency: Urgency, origin: Origin): Claim;
  add(urgency: Urgency, origin: Origin, item: Item): void;
  /** The claim of the call that can be sent the soonest, if any waits. */
  soonest(): Claim | undefined;
  /** Takes the call whose turn it is, if what it asks for is free. */
  take(isFree: (claim: Claim) => boolean): Item | undefined;
  /** Must be told of each call that is sent, whether it has waited or not. */
  sent(urgency: Urgency): void;
  remove(urgency: Urgency, origin: Origin, item: Item): void;
  /** Takes out all for which the test holds. */
  removeWhere(test: (item: Item, claim: Claim) => boolean): void;
}

/** Makes an empty line. */
export function createWaitingLine<Item extends object>(): WaitingLine<Item> {
  const queues: Readonly<Record<Urgency, FairQueue<Item>>> = {
    write: createFairQueue(2),
    interactive: createFairQueue(2),
    background: createFairQueue(2),
  };
  const { write: writes, interactive, background } = queues;
  /** Whose turn it is when both wait. */
  let turn: "write" | "interactive" = "write";
  /** Writes that passed interactive calls that wait, less interactive calls sent since. */
  let owed = 0;

  /** With an empty queue there is no debt: no call has been overtaken. */
  const debt = (): number => (interactive.length > 0 ? owed : 0);

  /** The claim of a call before which `place` others of its class are sent. */
  const claim = (urgency: Urgency, place: number): Claim => {
    if (urgency === "background") {
      return { urgency, calls: ahead("interactive") + place + 1, owed: 0 };
    }
    const others = urgency === "write" ? interactive : writes;
    const between = Math.min(others.length, urgency === turn ? place : place + 1);
    return { urgency, calls: place + between + 1, owed: urgency === "interactive" ? debt() : 0 };
  };

  const ahead = (urgency: Urgency): number => {
    if (urgency === "write") return writes.length;
    return writes.length + interactive.length + (urgency === "background" ? background.length : 0);
  };

  return {
    get length() {
      return ahead("background");
    },
    ahead,
    claimOfNext: (urgency, origin) => claim(urgency, queues[urgency].placeOfNext(origin)),
    add(urgency, origin, item) {
      if (urgency === "interactive") owed = debt();
      queues[urgency].add(origin, item);
    },
    soonest() {
      // What a write asks for is free no later than what an interactive call asks for.
      if (writes.length > 0) return { urgency: "write", calls: 1, owed: 0 };
      if (interactive.length > 0) return claim("interactive", 0);
      return background.length > 0 ? claim("background", 0) : undefined;
    },
    take(isFree) {
      const next = (urgency: Urgency): Item | undefined => {
        const claimed = { urgency, calls: 1, owed: urgency === "interactive" ? owed : 0 };
        return queues[urgency].length > 0 && isFree(claimed) ? queues[urgency].take() : undefined;
      };
      // Where half is free for a background call, enough is free for any other.
      return next(turn) ?? next(turn === "write" ? "interactive" : "write") ?? next("background");
    },
    sent(urgency) {
      if (urgency === "write") {
        if (interactive.length > 0) owed += 1;
        turn = "interactive";
      } else if (urgency === "interactive") {
        owed = Math.max(0, owed - 1);
        turn = "write";
      }
    },
    remove: (urgency, origin, item) => queues[urgency].remove(origin, item),
    removeWhere(test) {
      for (const urgency of ["write", "interactive", "background"] as const) {
        queues[urgency].removeWhere((item, place) => test(item, claim(urgency, place)));
      }
    },
  };
}
