import { randomBytes } from "node:crypto";
import type { Clock } from "../rest/clock.ts";
import type { Units } from "../rest/held-limits.ts";
import type { EngineParts } from "../rest/upstream.ts";
import { createLogInTurns } from "./locks/log-in-turns.ts";
import { createSharedKeyedLock } from "./locks/shared-keyed-lock.ts";
import { createStoreLock } from "./locks/store-lock.ts";
import { placeOf } from "./place.ts";
import type { SharedStore } from "./shared-store.ts";
import { type HeldUnits, holdUnits } from "./units/held-units.ts";
import { createLooks, type Looks } from "./writes/looks.ts";
import { createWriteTeller } from "./writes/write-teller.ts";

/** The things that a replica shares with the others. */
export interface Replicas {
  /** Holds units of the limits of a system, or of a lane of it. */
  readonly holdLimits: NonNullable<EngineParts["holdLimits"]>;
  /** Shares the writes to a system, the turns to change its objects and those to log in. */
  readonly share: NonNullable<EngineParts["share"]>;
  /** As that of `Looks`. */
  readonly catchUp: Looks["catchUp"];
  /** Whether the others are told of writes, and tell of theirs. */
  readonly areTold: boolean;
  /** The knowledge that this replica has of the others at the moment. */
  readonly state: ReplicasState;
  /** Gives back what it holds, and looks for nothing more. */
  leave(): Promise<void>;
}

/** The knowledge that a replica has of the others. */
export interface ReplicasState {
  /** Whether Redis has answered within the last second. */
  readonly redis: "shared" | "away";
  /** Units that this replica holds, by system, and by system and lane. */
  readonly units: Readonly<Record<string, Units>>;
  /** Replicas that were heard of when Redis answered last, this one included. */
  readonly replicas: { readonly seen: number; readonly expected: number };
}

/**
 * Makes the part of a replica in what all of them share.
 * @param options.expected replicas that run at most; a promise of the operator.
 */
export function createReplicas({
  clock,
  expected,
  random = Math.random,
  store,
}: {
  readonly clock: Clock;
  readonly random?: () => number;
  readonly store: SharedStore;
  readonly expected: number;
}): Replicas {
  const replica = randomBytes(6).toString("base64url");
  const all: HeldUnits[] = [];
  const looks = createLooks(clock, store);
  return {
    holdLimits(definition, lane) {
      const held = holdUnits(definition, lane, { clock, expected, replica, store });
      all.push(held);
      return held;
    },
    share(definition) {
      const { name } = definition;
      const place = placeOf(definition);
      const lock = createStoreLock(place, { clock, random, store });
      const writes = createWriteTeller(place, { clock, onLost: looks.lost, replica, store });
      looks.include(writes);
      return {
        writes,
        lock: createSharedKeyedLock(name, { clock, lock, place }),
        logIns: createLogInTurns(place, { clock, lock, store }),
      };
    },
    catchUp: looks.catchUp,
    get areTold() {
      return looks.isReached;
    },
    get state(): ReplicasState {
      const isShared = looks.isReached && all.length > 0 && all.every((held) => held.isShared);
      return {
        redis: isShared ? "shared" : "away",
        units: Object.fromEntries(all.map(({ name, units }) => [name, units])),
        replicas: { seen: Math.max(1, ...all.map(({ live }) => live)), expected },
      };
    },
    async leave() {
      looks.stop();
      await Promise.all(all.map((held) => held.leave()));
    },
  };
}
