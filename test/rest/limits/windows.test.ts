import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Limit } from "../../../src/rest/limit.ts";
import { slidingWindow, tokenBucket } from "../../../src/rest/limits/windows.ts";
import { arrivalsMs, overBucket, overWindow, type Passage, passages } from "../network.ts";

const second = () => slidingWindow({ calls: 30, windowMs: 1_000 });
const minute = () => slidingWindow({ calls: 300, windowMs: 60_000 });
const bucket = () => tokenBucket({ capacity: 20, perSecond: 5 });
const startMs = fc.double({ min: 0, max: 2e12, noNaN: true });

describe("whatever the network does, an upstream that counts for itself refuses nothing", () => {
  test("of 30 calls in any second, told in exact time or in its own whole milliseconds", () => {
    const phaseMs = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(passages(150), startMs, phaseMs, (calls, start, phase) => {
        const arrivals = arrivalsMs([second()], calls, start);
        expect(overWindow(arrivals, 30, 1_000)).toBe(0);
        const told = arrivals.map((atMs) => Math.floor(atMs + phase));
        expect(overWindow(told, 30, 1_000)).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test("of 20 in a burst, 5 a second after it and 300 in any minute", () => {
    fc.assert(
      fc.property(passages(400), startMs, (calls, start) => {
        const arrivals = arrivalsMs([bucket(), minute()], calls, start);
        expect(overBucket(arrivals, 20, 5)).toBe(0);
        expect(overWindow(arrivals, 300, 60_000)).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  test("when every answer takes no time, or all the time an attempt has", () => {
    const even = (beforeMs: number, afterMs: number): Passage[] =>
      Array(400).fill({ beforeMs, afterMs, pauseMs: 0 });
    for (const calls of [even(0, 0), even(0.9, 0), even(0, 2_999), even(2_999, 0), even(1_500, 1_499)]) {
      expect(overWindow(arrivalsMs([second()], calls, 0.95), 30, 1_000)).toBe(0);
      const assembled = arrivalsMs([bucket(), minute()], calls, 0.95);
      expect([overBucket(assembled, 20, 5), overWindow(assembled, 300, 60_000)]).toEqual([0, 0]);
    }
  });
});

describe("the documented rate is used to the full", () => {
  /** Calls a second, the first burst left aside. */
  const sustained = (arrivals: readonly number[], burst: number): number => {
    const [first = 0, last = 0] = [arrivals[burst], arrivals.at(-1)];
    return ((arrivals.length - burst - 1) * 1_000) / (last - first);
  };
  const answeredIn = (latencyMs: number, count: number): Passage[] =>
    Array(count).fill({ beforeMs: latencyMs / 2, afterMs: latencyMs / 2, pauseMs: 0 });

  test("by a window of 30 a second with answers in 50 ms", () => {
    expect(sustained(arrivalsMs([second()], answeredIn(50, 3_000)), 0)).toBeGreaterThan(28);
  });

  test("by a burst of 20, then 5 a second, then 300 a minute, with answers in 50 ms", () => {
    const arrivals = arrivalsMs([bucket(), minute()], answeredIn(50, 1_500));
    expect(arrivals.filter((atMs) => atMs <= 25).length).toBe(20);
    expect(sustained(arrivals.slice(0, 250), 20)).toBeGreaterThan(4.9);
    expect(sustained(arrivals, 20)).toBeGreaterThan(4.9);
  });

  test("after a pause, by a whole burst again", () => {
    const limit = bucket();
    const [first, pause] = [answeredIn(0, 20), { beforeMs: 0, afterMs: 0, pauseMs: 4_002 }];
    const arrivals = arrivalsMs([limit], [...first.slice(1), pause, ...first]);
    expect(arrivals.slice(20)).toEqual(Array(20).fill(4_002));
  });
});

describe("the wait that is told for many calls", () => {
  const limits: readonly (readonly [string, () => Limit])[] = [
    ["a window", () => slidingWindow({ calls: 3, windowMs: 1_000 })],
    ["a bucket", () => tokenBucket({ capacity: 3, perSecond: 2 })],
  ];

  const sentMs = fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 3 });
  const sentAt = (limit: Limit, timesMs: readonly number[]) => {
    for (const atMs of timesMs.toSorted((a, b) => a - b)) {
      limit.send();
      limit.settle(atMs);
    }
  };

  test.each(limits)("of %s is what the last of them waits when answers come at once", (_, make) => {
    const keptCalls = fc.integer({ min: 0, max: 1 });
    fc.assert(
      fc.property(sentMs, fc.integer({ min: 1, max: 20 }), keptCalls, (earlier, calls, kept) => {
        const limit = make();
        sentAt(limit, earlier);
        const told = limit.waitMs(1_000, calls, kept);
        let nowMs = 1_000;
        const wait = () => limit.waitMs(nowMs, 1, kept);
        for (let sent = 0; sent < calls; sent += 1) {
          for (let ms = wait(); ms > 0; ms = wait()) nowMs += ms;
          expect(limit.left(nowMs)).toBeGreaterThan(kept);
          limit.send();
          limit.settle(nowMs);
        }
        // A bucket rounds each wait up to whole milliseconds, and leaves its margin where it was empty.
        expect(nowMs - 1_000).toBeGreaterThanOrEqual(told);
        expect(nowMs - 1_000).toBeLessThanOrEqual(told + calls + 2);
      }),
    );
  });

  test.each(limits)("of %s is none for as many as are left, and some for one more", (_, make) => {
    fc.assert(
      fc.property(sentMs, fc.integer({ min: 1_000, max: 2_500 }), (earlier, nowMs) => {
        const limit = make();
        sentAt(limit, earlier);
        const left = limit.left(nowMs);
        expect(limit.waitMs(nowMs, left + 1, 0)).toBeGreaterThan(0);
        if (left > 0) expect(limit.waitMs(nowMs, left, 0)).toBe(0);
        // What must stay unused comes off.
        if (left > 1)
          expect([limit.waitMs(nowMs, left - 1, 1), limit.waitMs(nowMs, left, 1) > 0]).toEqual([0, true]);
      }),
    );
  });

  test.each(limits)("of %s counts calls in flight", (_, make) => {
    const limit = make();
    limit.send();
    limit.send();
    expect([limit.left(0), limit.waitMs(0, 1, 0), limit.waitMs(0, 2, 0) > 0]).toEqual([1, 0, true]);
  });

  test("takes calls in flight as answered now, which is the least it can be", () => {
    const limit = slidingWindow({ calls: 2, windowMs: 1_000 });
    limit.send();
    limit.send();
    expect([1, 2, 3, 4, 5].map((calls) => limit.waitMs(0, calls, 0))).toEqual([
      1_002, 1_002, 2_004, 2_004, 3_006,
    ]);
    limit.settle(500);
    expect(limit.waitMs(500, 1, 0)).toBe(1_002);
    expect(limit.waitMs(700, 1, 0)).toBe(802);
  });
});

test("what must stay unused makes a burst smaller and leaves the rate of a bucket as it is", () => {
  const limit = bucket();
  let nowMs = 0;
  const timesMs: number[] = [];
  for (let sent = 0; sent < 200; sent += 1) {
    for (let ms = limit.waitMs(nowMs, 1, 2); ms > 0; ms = limit.waitMs(nowMs, 1, 2)) nowMs += ms;
    limit.send();
    limit.settle(nowMs);
    timesMs.push(nowMs);
  }
  expect(timesMs.filter((ms) => ms === 0).length).toBe(18);
  expect(181_000 / ((timesMs.at(-1) ?? 0) - (timesMs[18] ?? 0))).toBeCloseTo(5, 1);
  expect(limit.left(nowMs)).toBe(2);
});
