import type { Limit } from "../limit.ts";

/** Times are whole milliseconds, here and in the upstream: a span may be shorter by one at each end than it looks. */
const clockMarginMs = 2;

/** At most `calls` in any `windowMs`. */
export function slidingWindow({ calls: most, windowMs }: { calls: number; windowMs: number }): Limit {
  const heldMs = windowMs + clockMarginMs;
  let inFlight = 0;
  /** Times of answers inside the window, oldest first. */
  const settledAtMs: number[] = [];
  const forget = (nowMs: number) => {
    while (settledAtMs[0] !== undefined && settledAtMs[0] <= nowMs - heldMs) settledAtMs.shift();
  };
  return {
    capacity: most,
    perSecond: (most * 1000) / windowMs,
    left(nowMs) {
      forget(nowMs);
      return most - inFlight - settledAtMs.length;
    },
    waitMs(nowMs, calls, reserved) {
      forget(nowMs);
      const usable = most - reserved;
      // Calls that wait hold those behind them as long again, once for each windowful.
      const windowfuls = Math.floor((calls - 1) / usable);
      const surplus = inFlight + settledAtMs.length + calls - windowfuls * usable - usable;
      if (surplus <= 0) return windowfuls * heldMs;
      // Calls in flight are taken as answered now: the least that the wait can be.
      const freedBy = settledAtMs[surplus - 1] ?? nowMs;
      return windowfuls * heldMs + freedBy + heldMs - nowMs;
    },
    send() {
      inFlight += 1;
    },
    settle(nowMs) {
      forget(nowMs);
      inFlight -= 1;
      settledAtMs.push(nowMs);
    },
    part(share) {
      const calls = Math.max(1, Math.floor(most * share));
      // Where that is more than the share of the calls, they come in a longer window.
      return slidingWindow({
        calls,
        windowMs: Math.max(windowMs, Math.ceil((windowMs * calls) / (most * share))),
      });
    },
  };
}

/** Rounding errors of added fractions must not cost a millisecond. */
const roundingCalls = 1e-6;

/** A burst of `capacity`, refilled at `perSecond`. */
export function tokenBucket({ capacity, perSecond }: { capacity: number; perSecond: number }): Limit {
  let inFlight = 0;
  let level = 0;
  let drainedAtMs = 0;
  const drain = (nowMs: number) => {
    const sinceMs = nowMs - drainedAtMs;
    // Draining begins a margin after the first call was settled.
    if (sinceMs <= 0) return;
    level = Math.max(0, level - (sinceMs * perSecond) / 1000);
    drainedAtMs = nowMs;
  };
  return {
    capacity: capacity,
    perSecond,
    left(nowMs) {
      drain(nowMs);
      return Math.floor(capacity - level - inFlight + roundingCalls);
    },
    waitMs(nowMs, calls, reserved) {
      drain(nowMs);
      const surplus = level + inFlight + calls - (capacity - reserved) - roundingCalls;
      return surplus <= 0 ? 0 : Math.max(0, drainedAtMs - nowMs) + Math.ceil((surplus / perSecond) * 1000);
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
    part: (share) =>
      tokenBucket({ capacity: Math.max(1, Math.floor(capacity * share)), perSecond: perSecond * share }),
  };
}
