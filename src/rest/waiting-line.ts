import { createFairQueue, type FairQueue } from "./fair-queue.ts";
import type { Urgency } from "./operation.ts";

/** What has to be free before a call may be sent. */
export interface Claim {
  readonly urgency: Urgency;
  /** Calls until then, itself included. */
  readonly calls: number;
  /** By how many it may fall short of the share that its class leaves unused. */
  readonly owed: number;
}

/**
 * Calls that wait, in the order of their classes: writes and interactive calls take turns, background calls come when
 * nobody else waits. Interactive calls leave a share unused so that a write need not wait for them at all. Each write
 * that goes ahead of interactive calls thanks to it is owed to them, and by so much they may dip into the share: writes
 * that never cease cannot keep them waiting for ever.
 */
export interface WaitingLine<Item> {
  readonly length: number;
  /** Calls that go before any call of a class that comes now, whatever its origin; a write passes calls that wait. */
  before(urgency: Urgency): number;
  /** What a call asks for that is added now. */
  claimOfNext(urgency: Urgency, origin: object): Claim;
  add(urgency: Urgency, origin: object, item: Item): void;
  /** What the call asks for that can be sent the soonest, if any waits. */
  soonest(): Claim | undefined;
  /** Takes the call whose turn it is, if what it asks for is free. */
  take(isFree: (claim: Claim) => boolean): { readonly urgency: Urgency; readonly item: Item } | undefined;
  /** Must be told of each call that is sent, whether it has waited or not. */
  sent(urgency: Urgency): void;
  remove(urgency: Urgency, origin: object, item: Item): void;
  /** Takes out all that the test holds for. */
  removeWhere(test: (item: Item, claim: Claim) => boolean): Item[];
}

/** Makes an empty line. */
export function createWaitingLine<Item extends object>(): WaitingLine<Item> {
  const writes = createFairQueue<Item>();
  const reads = createFairQueue<Item>();
  const background = createFairQueue<Item>();
  const queues: Readonly<Record<Urgency, FairQueue<Item>>> = {
    write: writes,
    interactive: reads,
    background,
  };
  /** Whose turn it is when both wait. */
  let turn: Urgency = "write";
  /** Whether interactive calls let their last turn pass, since not enough was free. */
  let passed = false;
  /** Writes that went ahead of interactive calls that wait now, less those of them that were sent since. */
  let owed = 0;

  /** What a call asks for before which `place` others of its class are sent. */
  const claim = (urgency: Urgency, place: number): Claim => {
    if (urgency === "background") {
      return { urgency, calls: writes.length + reads.length + place + 1, owed: 0 };
    }
    const turnsOfOthers = place + (turn === urgency ? 0 : 1);
    if (urgency === "write") {
      return { urgency, calls: place + 1 + (passed ? 0 : Math.min(reads.length, turnsOfOthers)), owed: 0 };
    }
    const ahead = Math.min(writes.length, turnsOfOthers);
    return { urgency, calls: place + 1 + ahead, owed: owed + ahead };
  };

  const before = (urgency: Urgency): number => {
    if (urgency === "write") return writes.length;
    return writes.length + reads.length + (urgency === "background" ? background.length : 0);
  };

  return {
    get length() {
      return before("background");
    },
    before,
    claimOfNext: (urgency, origin) => claim(urgency, queues[urgency].placeOfNext(origin)),
    add(urgency, origin, item) {
      if (urgency === "interactive" && reads.length === 0) {
        passed = false;
        owed = 0;
      }
      queues[urgency].add(origin, item);
    },
    soonest() {
      // What a write asks for is free no later than what an interactive call asks for.
      if (writes.length > 0) return { urgency: "write", calls: 1, owed: 0 };
      if (reads.length > 0) return claim("interactive", 0);
      return background.length > 0 ? claim("background", 0) : undefined;
    },
    take(isFree) {
      const order: readonly Urgency[] =
        turn === "write" ? ["write", "interactive"] : ["interactive", "write"];
      for (const urgency of before("interactive") > 0 ? order : (["background"] as const)) {
        const queue = queues[urgency];
        const claimed = { urgency, calls: 1, owed: urgency === "interactive" ? owed : 0 };
        if (queue.length === 0 || !isFree(claimed)) continue;
        const item = queue.take();
        if (item) return { urgency, item };
      }
      return undefined;
    },
    sent(urgency) {
      if (urgency === "write") {
        passed = turn === "interactive";
        owed = reads.length > 0 ? owed + 1 : 0;
        turn = "interactive";
      } else if (urgency === "interactive") {
        passed = false;
        owed = Math.max(0, owed - 1);
        turn = "write";
      }
    },
    remove: (urgency, origin, item) => queues[urgency].remove(origin, item),
    removeWhere: (test) =>
      // In this order, since each class waits for those before it.
      (["write", "interactive", "background"] as const).flatMap((urgency) =>
        queues[urgency].removeWhere((item, place) => test(item, claim(urgency, place))),
      ),
  };
}
