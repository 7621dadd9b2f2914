import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRepeatable } from "../../../src/rest/endpoint.ts";
import { backoffMs, createRetryShare } from "../../../src/rest/sending/retry.ts";
import { mayFollow } from "../../../src/rest/sending/verdict.ts";
import { settled, testClock } from "../../support/clock.ts";
import { books } from "../books.ts";
import { engine, outcomeOf, things } from "../engine.ts";

/** How many retries in a row are granted. */
const granted = (share: ReturnType<typeof createRetryShare>): number => {
  let count = 0;
  while (share.take()) count += 1;
  return count;
};

describe("the share of calls that may be sent again", () => {
  test("is a fifth of those of the last 10 s", async () => {
    const clock = testClock();
    const share = createRetryShare(clock);
    for (let call = 0; call < 1_000; call += 1) share.called();
    expect(granted(share)).toBe(200);
    await clock.advance(9_999);
    expect(granted(share)).toBe(0);
    for (let call = 0; call < 100; call += 1) share.called();
    expect(granted(share)).toBe(20);
    // The first thousand and their retries are forgotten together.
    await clock.advance(1);
    expect(granted(share)).toBe(0);
    for (let call = 0; call < 100; call += 1) share.called();
    expect(granted(share)).toBe(20);
  });

  test("is ten in 10 s at least, where few calls are made", async () => {
    const clock = testClock();
    const share = createRetryShare(clock);
    share.called();
    expect(granted(share)).toBe(10);
    await clock.advance(9_999);
    expect(granted(share)).toBe(0);
    await clock.advance(1);
    expect(granted(share)).toBe(10);
  });

  test("is one a second in the long run, where they are spent as they come", async () => {
    const clock = testClock();
    const share = createRetryShare(clock);
    let count = granted(share);
    for (let second = 0; second < 100; second += 1) {
      await clock.advance(1_000);
      count += granted(share);
    }
    expect(count).toBe(10 * 11);
  });

  test("holds whenever one is granted", async () => {
    const happening = fc.array(
      fc.record({ calls: fc.nat({ max: 80 }), tries: fc.nat({ max: 40 }), pauseMs: fc.nat({ max: 4_000 }) }),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(happening, async (steps) => {
        const clock = testClock();
        const share = createRetryShare(clock);
        const called: number[] = [];
        const taken: number[] = [];
        const ofWindow = (times: readonly number[]) => {
          const second = Math.floor(clock.nowMs() / 1_000);
          return times.filter((atMs) => Math.floor(atMs / 1_000) > second - 10).length;
        };
        for (const { calls, tries, pauseMs } of steps) {
          for (let call = 0; call < calls; call += 1) {
            share.called();
            called.push(clock.nowMs());
          }
          for (let attempt = 0; attempt < tries; attempt += 1) {
            const most = Math.max(10, 0.2 * ofWindow(called));
            const isFree = ofWindow(taken) + 1 <= most;
            expect(share.take()).toBe(isFree);
            if (isFree) taken.push(clock.nowMs());
          }
          await clock.advance(pauseMs);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("of a thousand calls that all fail", () => {
  test.each([
    ["together", 1_000],
    ["one after the other", 1],
    ["by twenties", 20],
  ])(
    "made %s, at most a fifth more requests are sent",
    async (_, atOnce) => {
      const { operation, sent, calls } = engine();
      const outcomes = [];
      for (let made = 0; made < 1_000; made += atOnce) {
        const { call } = operation();
        for (let n = made; n < made + atOnce; n += 1) {
          outcomes.push(outcomeOf(call(things.get, { id: String(n) })));
        }
        // An upstream that is at fault in one place only: the breaker stays closed.
        for (let answered = sent.filter(({ aborted }) => aborted).length; ; ) {
          await settled();
          const open = sent.slice(answered);
          if (open.length === 0) break;
          for (const { answer } of open) answer("", 503);
          answered = sent.length;
        }
      }
      expect(outcomes.filter(({ error }) => error === undefined)).toEqual([]);
      expect([sent.length, calls().length]).toEqual([1_200, 1_200]);
    },
    60_000,
  );
});

test("a wait is a whole number below a bound that doubles up to 2 s, or what the upstream asked for", () => {
  const belowOne = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), belowOne, (attempts, random) => {
      const waitMs = backoffMs(attempts, () => random, undefined);
      expect(Number.isInteger(waitMs)).toBe(true);
      expect(waitMs).toBeGreaterThanOrEqual(0);
      expect(waitMs).toBeLessThan(Math.min(100 * 2 ** attempts, 2_000));
    }),
  );
  const most = [1, 2, 3, 4, 5, 6].map((attempts) => backoffMs(attempts, () => 1 - 2 ** -53, undefined));
  expect(most).toEqual([199, 399, 799, 1_599, 1_999, 1_999]);
  expect(backoffMs(1, () => 0, undefined)).toBe(0);
  expect([0, 1, 700, 3_600_000].map((askedMs) => backoffMs(2, () => 0.5, askedMs))).toEqual([
    0, 1, 700, 3_600_000,
  ]);
});

test("what never arrived may follow itself, what was done or refused only where twice is once, what is final never", () => {
  expect(
    (["unsent", "refused", "ambiguous", "final"] as const).map((again) => mayFollow(again, true)),
  ).toEqual([true, true, true, false]);
  expect(
    (["unsent", "refused", "ambiguous", "final"] as const).map((again) => mayFollow(again, false)),
  ).toEqual([true, false, false, false]);
});

test("twice is once for reads and what is idempotent, never for a create, and as it is sent for the rest", () => {
  expect([books.get, books.update, books.delete, books.create].map((row) => isRepeatable(row, {}))).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect([{ body: { id: "1" } }, { body: {} }, {}].map((sent) => isRepeatable(books.upsert, sent))).toEqual([
    true,
    false,
    false,
  ]);
  // Without a condition it is never met.
  expect(isRepeatable(things.createOnce, { body: { id: "1" } })).toBe(false);
});
