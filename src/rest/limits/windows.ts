import type { Limit } from "../limit.ts";
import type { Share } from "../share.ts";
import { partOfShare, wholeShare } from "./share.ts";

/** Times are whole milliseconds, here and in the upstream: a span may be shorter by one at each end than it looks. */
const clockMarginMs = 2;

/** Rounding errors of fractions must cost neither a call nor a millisecond. */
const rounding = 1e-6;

/** The estimate for calls that wait for units of other processes, which are asked for. */
const movingMs = 25;

/**
 * The wait within what is held, or within what could be had if that is sooner; what is not held is not to be had at once.
 * @param waitWithin milliseconds within a number of calls.
 */
function soonerWaitMs(waitWithin: (calls: number) => number, held: number, reachable: number): number {
  const heldMs = waitWithin(held);
  if (heldMs === 0 || reachable <= held) return heldMs;
  return Math.max(movingMs, Math.min(heldMs, waitWithin(reachable)));
}

/** At most `calls` in any `windowMs`. */
export const slidingWindow = (spec: WindowSpec): Limit => windowOf(spec, wholeShare, 0);

interface WindowSpec {
  readonly calls: number;
  readonly windowMs: number;
}

/** @param least calls that it lets through, however small the share is: where that is more than the share, they come in a longer window. */
function windowOf(spec: WindowSpec, share: Share, least: 0 | 1): Limit {
  const most = (part: number) => Math.max(least, Math.floor(spec.calls * part + rounding));
  const heldMs = () => {
    const exact = spec.calls * share.usable;
    const longer = exact > 0 ? Math.ceil((spec.windowMs * most(share.usable)) / exact) : 0;
    return Math.max(spec.windowMs, longer) + clockMarginMs;
  };
  let inFlight = 0;
  /** Times of answers inside the window, oldest first. */
  const settledAtMs: number[] = [];
  const forget = (nowMs: number) => {
    const spanMs = heldMs();
    while (settledAtMs[0] !== undefined && settledAtMs[0] <= nowMs - spanMs) settledAtMs.shift();
  };
  return {
    get capacity() {
      return most(share.usable);
    },
    get perSecond() {
      return (spec.calls * share.held * 1000) / spec.windowMs;
    },
    left(nowMs) {
      forget(nowMs);
      return most(share.usable) - inFlight - settledAtMs.length;
    },
    waitMs(nowMs, calls, reserved) {
      forget(nowMs);
      const spanMs = heldMs();
      const waitWithin = (room: number): number => {
        const usable = room - reserved;
        if (usable <= 0) return spanMs;
        // Calls that wait hold those behind them as long again, once for each windowful.
        const windowfuls = Math.floor((calls - 1) / usable);
        const surplus = inFlight + settledAtMs.length + calls - windowfuls * usable - usable;
        if (surplus <= 0) return windowfuls * spanMs;
        // Calls in flight are taken as answered now: the least that the wait can be.
        const freedBy = settledAtMs[surplus - 1] ?? nowMs;
        return windowfuls * spanMs + freedBy + spanMs - nowMs;
      };
      return soonerWaitMs(waitWithin, most(share.usable), most(share.reachable));
    },
    send() {
      inFlight += 1;
    },
    settle(nowMs) {
      forget(nowMs);
      inFlight -= 1;
      settledAtMs.push(nowMs);
    },
    part: (part) => windowOf(spec, partOfShare(share, part), 1),
    within: (other) => windowOf(spec, other, least),
  };
}

/** A burst of `capacity`, refilled at `perSecond`. */
export const tokenBucket = (spec: BucketSpec): Limit => bucketOf(spec, wholeShare, 0);

interface BucketSpec {
  readonly capacity: number;
  readonly perSecond: number;
}

/** @param least capacity, however small the share is. */
function bucketOf(spec: BucketSpec, share: Share, least: 0 | 1): Limit {
  const capacityOf = (part: number) => Math.max(least, Math.floor(spec.capacity * part + rounding));
  let inFlight = 0;
  let level = 0;
  let drainedAtMs = 0;
  /** The part of the rate that was held then. */
  let held = share.held;
  const drain = (nowMs: number) => {
    const sinceMs = nowMs - drainedAtMs;
    // The share has changed at some moment since: until then or from then on less was held.
    const part = Math.min(held, share.held);
    held = share.held;
    // Draining begins a margin after the first call was settled.
    if (sinceMs <= 0) return;
    level = Math.max(0, level - (sinceMs * spec.perSecond * part) / 1000);
    drainedAtMs = nowMs;
  };
  return {
    get capacity() {
      return capacityOf(share.usable);
    },
    get perSecond() {
      return spec.perSecond * share.held;
    },
    left(nowMs) {
      drain(nowMs);
      return Math.floor(capacityOf(share.usable) - level - inFlight + rounding);
    },
    waitMs(nowMs, calls, reserved) {
      drain(nowMs);
      const waitWithin = (capacity: number, perSecond: number): number => {
        const surplus = level + inFlight + calls - (capacity - reserved) - rounding;
        if (surplus <= 0) return 0;
        // Without a rate it is as long as the whole bucket takes.
        const drainMs =
          perSecond > 0 ? (surplus / perSecond) * 1000 : (spec.capacity / spec.perSecond) * 1000;
        return Math.max(0, drainedAtMs - nowMs) + Math.ceil(drainMs);
      };
      const capacity = capacityOf(share.usable);
      const reachable = capacityOf(share.reachable);
      const rateOf = (room: number) => spec.perSecond * (room > capacity ? share.reachable : share.held);
      return soonerWaitMs((room) => waitWithin(room, rateOf(room)), capacity, reachable);
    },
    send() {
      inFlight += 1;
    },
    settle(nowMs) {
      drain(nowMs);
      // Spans add up exactly while the bucket drains, so the margin is needed once, where draining begins.
      if (level === 0) drainedAtMs = nowMs + clockMarginMs;
      inFlight -= 1;
      level += 1;
    },
    part: (part) => bucketOf(spec, partOfShare(share, part), 1),
    within: (other) => bucketOf(spec, other, least),
  };
}
