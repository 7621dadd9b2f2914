import fc from "fast-check";
import { expect, test } from "vitest";
import { type AdaptiveThrottle, createAdaptiveThrottle } from "../../../src/rest/limits/adaptive-throttle.ts";

/** A throttle that has sent a call at 0, and the call's number. */
function sentOne(perSecond = 10): { throttle: AdaptiveThrottle; call: number } {
  const throttle = createAdaptiveThrottle(() => perSecond);
  return { throttle, call: throttle.send(0) };
}

/** When each of `count` calls is sent that all wait from `fromMs` on. */
function sendAll(
  throttle: AdaptiveThrottle,
  fromMs: number,
  count: number,
): { timesMs: number[]; last: number } {
  let nowMs = fromMs;
  let last = 0;
  const timesMs: number[] = [];
  for (let sent = 0; sent < count; sent += 1) {
    nowMs += throttle.waitMs(nowMs, 1);
    last = throttle.send(nowMs);
    timesMs.push(nowMs);
  }
  return { timesMs, last };
}

const spaces = (timesMs: readonly number[]) =>
  timesMs.slice(1).map((ms, place) => ms - (timesMs[place] ?? 0));

test("holds nothing back before a refusal", () => {
  const { throttle } = sentOne();
  for (let call = 0; call < 100; call += 1) throttle.send(0);
  expect([throttle.waitMs(0, 500), throttle.left(0)]).toEqual([0, Number.POSITIVE_INFINITY]);
});

test.each([
  ["for as long as the upstream said", 2_500, 2_500],
  ["for a second when it did not say", undefined, 1_000],
  ["for a minute at most", 3_600_000, 60_000],
  ["not at all when it said so", 0, 0],
  ["not for less than nothing", -5_000, 0],
])("after a refusal nothing is sent %s", (_, retryAfterMs, pauseMs) => {
  const { throttle, call } = sentOne();
  throttle.refused(200, call, retryAfterMs);
  expect(throttle.waitMs(200, 1)).toBe(pauseMs);
  expect(throttle.left(200)).toBe(pauseMs > 0 ? 0 : 1);
  expect([throttle.waitMs(200 + pauseMs, 1), throttle.left(200 + pauseMs)]).toEqual([0, 1]);
});

test("then at half the documented pace, evenly, which rises to the whole in a quarter of a minute", () => {
  const { throttle, call } = sentOne();
  throttle.refused(0, call, 1_000);
  const { timesMs } = sendAll(throttle, 0, 100);
  const spacesMs = spaces(timesMs);
  expect(timesMs[0]).toBe(1_000);
  expect(spacesMs[0]).toBe(199);
  expect(spacesMs.every((ms, place) => ms <= (spacesMs[place - 1] ?? 200) + 1)).toBe(true);
  const inFirst = timesMs.filter((ms) => ms < 2_000).length;
  const inTwelfth = timesMs.filter((ms) => ms >= 12_000 && ms < 13_000).length;
  expect([inFirst, inTwelfth]).toEqual([6, 9]);
  expect([throttle.left(15_999), throttle.left(16_000)]).toEqual([1, Number.POSITIVE_INFINITY]);
  expect(throttle.waitMs(16_000, 50)).toBe(0);
});

test("of calls that were on their way together, the refusals halve the pace once", () => {
  const throttle = createAdaptiveThrottle(() => 10);
  const calls = [1, 2, 3].map(() => throttle.send(0));
  for (const call of calls) throttle.refused(100, call, 1_000);
  expect(spaces(sendAll(throttle, 100, 2).timesMs)).toEqual([199]);
});

test("a refusal that was on its way still lengthens the pause", () => {
  const throttle = createAdaptiveThrottle(() => 10);
  const [first = 0, second = 0] = [throttle.send(0), throttle.send(0)];
  throttle.refused(100, first, 1_000);
  throttle.refused(150, second, 4_000);
  throttle.refused(160, second, 0);
  expect(throttle.waitMs(150, 1)).toBe(4_000);
  expect(spaces(sendAll(throttle, 150, 2).timesMs)).toEqual([199]);
});

test("refusals of calls sent since halve it again, down to a sixteenth, and from there it takes half a minute", () => {
  const { throttle, call } = sentOne(1_000);
  let refused = call;
  let nowMs = 0;
  const spacesMs = [1, 2, 3, 4, 5, 6].map(() => {
    throttle.refused(nowMs, refused, 1_000);
    nowMs += 1_000;
    refused = throttle.send(nowMs);
    return throttle.waitMs(nowMs, 1);
  });
  expect(spacesMs).toEqual([2, 4, 8, 16, 16, 16]);
  expect(throttle.left(nowMs + 28_000)).toBe(1);
  expect(throttle.left(nowMs + 29_000)).toBe(Number.POSITIVE_INFINITY);
});

test("no number of refusals that ask for no pause lets a call go that was not due", () => {
  const throttle = createAdaptiveThrottle(() => 10);
  const calls = Array.from({ length: 50 }, () => throttle.send(0));
  const timesMs: number[] = [];
  calls.forEach((call, place) => {
    throttle.refused(place * 10, call, 0);
    if (throttle.waitMs(place * 10, 1) > 0) return;
    throttle.send(place * 10);
    timesMs.push(place * 10);
  });
  expect(timesMs).toEqual([0, 200, 400]);
});

test("the wait that is told for many calls is what the last of them waits", () => {
  const any = fc.record({
    perSecond: fc.integer({ min: 1, max: 50 }),
    pauseMs: fc.integer({ min: 0, max: 5_000 }),
    afterMs: fc.integer({ min: 0, max: 20_000 }),
    calls: fc.integer({ min: 1, max: 60 }),
  });
  fc.assert(
    fc.property(any, ({ perSecond, pauseMs, afterMs, calls }) => {
      const { throttle, call } = sentOne(perSecond);
      throttle.refused(0, call, pauseMs);
      const told = throttle.waitMs(afterMs, calls);
      const { timesMs } = sendAll(throttle, afterMs, calls);
      // Each wait is rounded up to whole milliseconds.
      expect((timesMs.at(-1) ?? 0) - afterMs).toBeGreaterThanOrEqual(told);
      expect((timesMs.at(-1) ?? 0) - afterMs).toBeLessThanOrEqual(told + calls);
    }),
  );
});

test("where no limit is documented a refusal makes a pause and nothing else", () => {
  const { throttle, call } = sentOne(Number.POSITIVE_INFINITY);
  throttle.refused(0, call, 2_000);
  expect([throttle.waitMs(0, 1), throttle.waitMs(0, 90), throttle.left(0)]).toEqual([2_000, 2_000, 0]);
  throttle.send(2_000);
  expect(throttle.waitMs(2_000, 90)).toBe(0);
});
