import type { Clock } from "../clock.ts";
import type { OthersWrites } from "../shared-writes.ts";

/** Counts the writes of a system, so that no read from before a write passes for one from after it. */
export interface Invalidation extends OthersWrites {
  /** The number of writes so far; a read notes it when it begins. */
  readonly version: number;
  /** Whether nothing that a read of this noun shows was written since it began. */
  isValidSince(noun: string | undefined, since: number): boolean;
  /** Whether an answer may be kept: after a write whose outcome is not known, what it wrote may still change. */
  isSettled(noun: string | undefined): boolean;
  /**
   * Notes that a write ended.
   * @param nouns what it changed; undefined for everything.
   * @param unsettled whether it may still take effect.
   */
  invalidate(nouns: readonly string[] | undefined, unsettled: boolean): void;
  /** The age up to which answers may be given again: short while writes of other processes may have passed unseen. */
  readonly longestAgeMs: number;
}

/** How long a write whose answer was lost may take to show: the time of a whole operation. */
const unsettledMs = 10_000;
/** The age up to which answers are given again while writes of other processes may pass unseen. */
const untoldMs = 5_000;

/** Makes the counter of one system. */
export function createInvalidation(clock: Clock): Invalidation {
  let now = 0;
  let everything = { at: 0, untilMs: 0 };
  /** The latest moment until which anything may still change. */
  let anythingUntilMs = 0;
  let ofOthers: ReadonlyMap<string | undefined, number> = new Map();
  let areOthersTold = true;
  const byNoun = new Map<string, { readonly at: number; readonly untilMs: number }>();
  const of = (noun: string | undefined) => (noun === undefined ? undefined : byNoun.get(noun));
  const othersUntilMs = (noun: string | undefined): number => {
    if (ofOthers.size === 0) return 0;
    const untilMs =
      noun === undefined ? [...ofOthers.values()] : [ofOthers.get(undefined), ofOthers.get(noun)];
    return Math.max(...untilMs.map((until = 0) => until));
  };
  return {
    get version() {
      return now;
    },
    isValidSince(noun, since) {
      // What an endpoint of no noun shows is not known, so any write may have changed it.
      if (noun === undefined) return since >= now;
      return since >= everything.at && since >= (of(noun)?.at ?? 0);
    },
    isSettled(noun) {
      const nounUntilMs = noun === undefined ? anythingUntilMs : (of(noun)?.untilMs ?? 0);
      const nowMs = clock.nowMs();
      return nowMs >= Math.max(everything.untilMs, nounUntilMs) && nowMs >= othersUntilMs(noun);
    },
    invalidate(nouns, unsettled) {
      now += 1;
      const untilMs = unsettled ? clock.nowMs() + unsettledMs : 0;
      anythingUntilMs = Math.max(anythingUntilMs, untilMs);
      const after = (before: { readonly untilMs: number } | undefined) => ({
        at: now,
        untilMs: Math.max(untilMs, before?.untilMs ?? 0),
      });
      if (!nouns) everything = after(everything);
      else for (const noun of nouns) byNoun.set(noun, after(byNoun.get(noun)));
    },
    setUnderWay(untilMs) {
      ofOthers = untilMs;
    },
    setTold(areTold) {
      areOthersTold = areTold;
    },
    get longestAgeMs() {
      return areOthersTold ? Number.POSITIVE_INFINITY : untoldMs;
    },
  };
}
