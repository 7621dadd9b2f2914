/**
 * Documented rate limits as the gateway keeps them. The upstream counts a call somewhere between its sending and its
 * answer, so a call in flight weighs on every limit, and it begins to be forgotten only once it is answered. That is
 * exact whatever the network does to the order and spacing of calls.
 */
export interface Limit {
  /** Milliseconds until `calls` more may be sent if nothing else happens; 0 for at once. */
  waitMs(nowMs: number, calls: number): number;
  /** Notes that a call is being sent. */
  send(): void;
  /** Notes that a call was answered or given up. */
  settle(nowMs: number): void;
}

/** At most `calls` in any `windowMs`. */
export function slidingWindow({ calls: most, windowMs }: { calls: number; windowMs: number }): Limit {
  let inFlight = 0;
  /** Times of answers inside the window, oldest first. */
  const settledAtMs: number[] = [];
  return {
    waitMs(nowMs, calls) {
      while (settledAtMs[0] !== undefined && settledAtMs[0] <= nowMs - windowMs) settledAtMs.shift();
      const surplus = inFlight + settledAtMs.length + calls - most;
      if (surplus <= 0) return 0;
      // Calls in flight are taken as answered now: the least that the wait can be.
      const freedBy = settledAtMs[Math.min(surplus, settledAtMs.length) - 1] ?? nowMs;
      return (surplus > settledAtMs.length ? nowMs : freedBy) + windowMs - nowMs;
    },
    send() {
      inFlight += 1;
    },
    settle(nowMs) {
      inFlight -= 1;
      settledAtMs.push(nowMs);
    },
  };
}

/** A burst of `capacity`, refilled at `perSecond`. */
export function tokenBucket({ capacity, perSecond }: { capacity: number; perSecond: number }): Limit {
  let inFlight = 0;
  let level = 0;
  let measuredAtMs = 0;
  const drain = (nowMs: number) => {
    level = Math.max(0, level - (Math.max(0, nowMs - measuredAtMs) * perSecond) / 1000);
    measuredAtMs = Math.max(measuredAtMs, nowMs);
  };
  return {
    waitMs(nowMs, calls) {
      drain(nowMs);
      const surplus = level + inFlight + calls - capacity;
      return surplus <= 1e-9 ? 0 : Math.ceil((surplus / perSecond) * 1000);
    },
    send() {
      inFlight += 1;
    },
    settle(nowMs) {
      drain(nowMs);
      inFlight -= 1;
      level += 1;
    },
  };
}
