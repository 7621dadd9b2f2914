import { scryptSync } from "node:crypto";
import type { Clock } from "../../rest/clock.ts";
import type { HeldLimits } from "../../rest/held-limits.ts";
import type { Limit } from "../../rest/limit.ts";
import { attemptTimeoutMs } from "../../rest/sending/timeout.ts";
import type { Share } from "../../rest/share.ts";
import type { UpstreamDefinition } from "../../rest/upstream.ts";
import type { SharedStore } from "../shared-store.ts";
import { createUnitHolder, type UnitHolder } from "./unit-holder.ts";
import { createUnitKeeper } from "./unit-keeper.ts";

/** Limits in units, of which this replica holds some. */
export interface HeldUnits extends HeldLimits {
  /** Name of the system, and of its lane: `assembly`, `assembly replies`. */
  readonly name: string;
  /** Whether other replicas were heard of within the last second. */
  readonly isShared: boolean;
  /** Replicas that were heard of, this one included. */
  readonly live: number;
  /** Gives the units back. */
  leave(): Promise<void>;
}

/** Time without an answer after which a replica is missing. */
export const missingMs = 5_000;
/** After the longest attempt, for a call that was given up and is counted all the same. */
const strayMs = 500;

/** The parts that all limits of a replica have in common. */
export interface ReplicaParts {
  readonly clock: Clock;
  readonly store: SharedStore;
  /** Names this replica. */
  readonly replica: string;
  /** Replicas that run at most. */
  readonly expected: number;
}

/** Cuts the limits of a system, or of a lane of it, into as many units as the narrowest burst has calls. */
export function holdUnits(
  definition: UpstreamDefinition,
  lane: string | undefined,
  { clock, expected, replica, store }: ReplicaParts,
): HeldUnits {
  const whole = definition.limits;
  const units = Math.min(...whole.map(({ capacity }) => capacity));
  const spanMs = Math.max(...whole.map(({ capacity, perSecond }) => (capacity * 1000) / perSecond));
  const name = lane === undefined ? definition.name : `${definition.name} ${lane}`;
  const reclaimMs = spanMs + attemptTimeoutMs + strayMs;
  const facts = { units, expected, missingMs, reclaimMs, replica, ...placeOf(definition, name) };
  const holder = createUnitHolder(facts, clock.nowMs());
  const share = shareOf(holder, units, clock);
  const limits = whole.map((limit) => limit.within(share));
  const sizes = whole.map(({ capacity }) => capacity / units);
  const used = () => unitsInUse(limits, sizes, clock.nowMs());
  const keeper = createUnitKeeper({ facts, holder, used }, { clock, store });
  return {
    name,
    limits,
    watch: { waits: keeper.reportSoon, refused: keeper.reportSoon },
    get units() {
      return { held: holder.usable(clock.nowMs()), of: units };
    },
    get isShared() {
      return holder.isShared(clock.nowMs());
    },
    get live() {
      return holder.live;
    },
    follow: keeper.follow,
    leave: keeper.leave,
  };
}

const shareOf = (holder: UnitHolder, units: number, clock: Clock): Share => ({
  get usable() {
    return holder.usable(clock.nowMs()) / units;
  },
  get held() {
    return holder.held(clock.nowMs()) / units;
  },
  get reachable() {
    return holder.reachable(clock.nowMs()) / units;
  },
});

/** Units that the calls of some limits are within. @param sizes calls of each limit that a unit has. */
const unitsInUse = (limits: readonly Limit[], sizes: readonly number[], nowMs: number): number =>
  Math.max(
    ...limits.map((limit, place) => Math.ceil((limit.capacity - limit.left(nowMs)) / (sizes[place] ?? 1))),
  );

/**
 * Where the units of a limit are kept: those of one credential at one address. It may be an address of e-mail, which its
 * digest must not give away to those who try many.
 */
function placeOf({ baseUrl, credential, limits }: UpstreamDefinition, name: string) {
  const sizes = limits.map(({ capacity, perSecond }) => `${capacity} ${perSecond}`);
  const of = scryptSync(JSON.stringify([baseUrl, credential.identity, sizes]), `tributary ${name}`, 12);
  const key = `tributary:{${name.replace(" ", ":")}:${of.toString("base64url")}}`;
  return { key: `${key}:units`, channel: `${key}:units` };
}
