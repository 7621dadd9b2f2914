import { randomBytes } from "node:crypto";
import type { Clock } from "../rest/clock.ts";
import type { Units } from "../rest/held-limits.ts";
import type { EngineParts } from "../rest/upstream.ts";
import type { SharedStore } from "./shared-store.ts";
import { type HeldUnits, holdUnits } from "./units/held-units.ts";

/** The things that a replica shares with the others. */
export interface Replicas {
  /** Holds units of the limits of a system, or of a lane of it. */
  readonly holdLimits: NonNullable<EngineParts["holdLimits"]>;
  /** The knowledge that this replica has of the others at the moment. */
  readonly state: ReplicasState;
  /** Gives back what it holds. */
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
  store,
}: {
  readonly clock: Clock;
  readonly store: SharedStore;
  readonly expected: number;
}): Replicas {
  const replica = randomBytes(6).toString("base64url");
  const all: HeldUnits[] = [];
  return {
    holdLimits(definition, lane) {
      const held = holdUnits(definition, lane, { clock, expected, replica, store });
      all.push(held);
      return held;
    },
    get state(): ReplicasState {
      const isShared = all.length > 0 && all.every((held) => held.isShared);
      return {
        redis: isShared ? "shared" : "away",
        units: Object.fromEntries(all.map(({ name, units }) => [name, units])),
        replicas: { seen: Math.max(1, ...all.map(({ live }) => live)), expected },
      };
    },
    async leave() {
      await Promise.all(all.map((held) => held.leave()));
    },
  };
}
