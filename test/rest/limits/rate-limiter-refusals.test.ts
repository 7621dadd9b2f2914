import { describe, expect, test } from "vitest";
import { createRateLimiter } from "../../../src/rest/limits/rate-limiter.ts";
import { slidingWindow } from "../../../src/rest/limits/windows.ts";
import { slidingWindow as slidingWindowJudge } from "../../../src/sandbox/rate-limit.ts";
import { settled } from "../../support/clock.ts";
import { aSecond, budgeted, upstream } from "../budgeted.ts";
import { engine, outcomeOf, things } from "../engine.ts";
import { simulatedTime } from "../simulated-time.ts";
import { undivided } from "../undivided.ts";

describe("after an answer 429", () => {
  test("nothing is sent for as long as the upstream said, of whatever class", async () => {
    const { clock, want, order, granted, budget } = budgeted(aSecond(10));
    want("first", { answered: false });
    await settled();
    granted[0]?.permit.settle({ retryAfterMs: 4_000 });
    expect([budget.left, budget.waitMs(1)]).toEqual([0, 4_000]);
    want("read");
    want("write", { priority: "write" });
    want("refresh", { priority: "background" });
    await clock.advance(9_000);
    expect(order()).toEqual(["first at 0", "write at 4000", "read at 4199", "refresh at 4395"]);
  });

  test("who waits already and can no longer be in time is refused at once, and told how long it takes", async () => {
    const { want, granted, wantMany, budget } = budgeted(aSecond(10));
    wantMany(9, "first", { answered: false });
    await settled();
    const [hasty, patient] = [want("hasty", { deadlineAtMs: 3_000 }), want("patient")];
    await settled();
    granted[0]?.permit.settle({ retryAfterMs: 5_000 });
    await settled();
    expect(hasty.outcome.error).toMatchObject({
      code: "UPSTREAM_RATE_LIMITED",
      facts: { retryAfterMs: 5_000 },
    });
    expect([patient.outcome, budget.waiting]).toEqual([{}, 1]);
  });

  test("the last one to be refused takes the timer away", async () => {
    const { clock, want, granted } = budgeted(aSecond(1));
    want("first", { answered: false });
    const { outcome } = want("waiting", { deadlineAtMs: 2_000 });
    await settled();
    granted[0]?.permit.settle({ retryAfterMs: 5_000 });
    await settled();
    expect([outcome.error, clock.pending]).toMatchObject([{ code: "UPSTREAM_RATE_LIMITED" }, 0]);
  });

  test("without a stated wait it is a second", async () => {
    const { clock, want, order, granted } = budgeted(aSecond(10));
    want("first", { answered: false });
    await settled();
    granted[0]?.permit.settle({ retryAfterMs: undefined });
    want("next");
    await clock.advance(9_000);
    expect(order()).toEqual(["first at 0", "next at 1000"]);
  });

  test("calls go at half the pace, and the documented one is back in half a minute", async () => {
    const { clock, wantMany, want, granted, budget } = budgeted(aSecond(10));
    want("first", { answered: false });
    await settled();
    granted[0]?.permit.settle({ retryAfterMs: 1_000 });
    wantMany(500, "write", { priority: "write", deadlineAtMs: Number.POSITIVE_INFINITY });
    await clock.advance(40_000);
    const sentIn = (fromMs: number) =>
      granted.filter(({ atMs }) => atMs >= fromMs && atMs < fromMs + 1_000).length;
    expect([sentIn(0), sentIn(1_000), sentIn(8_000), sentIn(16_000)]).toEqual([1, 6, 7, 10]);
    await clock.advance(20_000);
    expect([budget.waiting, budget.left]).toEqual([0, 9]);
  });

  test("many refusals of calls that were on their way together take the pace back once", async () => {
    const { clock, wantMany, granted, order } = budgeted(aSecond(10));
    wantMany(9, "first", { answered: false });
    await settled();
    for (const { permit } of [...granted]) permit.settle({ retryAfterMs: 2_000 });
    wantMany(3, "next");
    await clock.advance(9_000);
    expect(order().slice(9)).toEqual(["next0 at 2000", "next1 at 2199", "next2 at 2395"]);
  });
});

test("an upstream that allows a third of what it documents is soon called at that rate, and then at more again", async () => {
  const time = simulatedTime();
  const budget = createRateLimiter(upstream, [slidingWindow({ calls: 30, windowMs: 1_000 })], time);
  const strict = slidingWindowJudge({ calls: 10, windowMs: 1_000 });
  const lenient = slidingWindowJudge({ calls: 30, windowMs: 1_000 });
  const changesAtMs = 120_000;
  const request = { method: "GET", target: "/", headers: {}, body: "" };
  const answers: { readonly atMs: number; readonly ok: boolean }[] = [];
  /** One of many that call again and again. */
  const caller = async (): Promise<void> => {
    const { signal } = new AbortController();
    while (time.nowMs() < 200_000) {
      const permit = await budget.acquire(
        { signal, deadlineAtMs: Number.POSITIVE_INFINITY, priority: "write" },
        "GET /x",
      );
      await new Promise<void>((resolve) => void time.after(25, resolve));
      const judge = time.nowMs() < changesAtMs ? strict : lenient;
      const ok = judge.allows("key", request, time.nowMs());
      if (ok) judge.count("key", request, time.nowMs());
      answers.push({ atMs: time.nowMs(), ok });
      await new Promise<void>((resolve) => void time.after(25, resolve));
      permit.settle(ok ? undefined : { retryAfterMs: undefined });
    }
  };
  const callers = Array.from({ length: 60 }, caller);
  await time.run();
  await Promise.all(callers);

  const between = (fromMs: number, toMs: number, ok: boolean) =>
    answers.filter((answer) => answer.ok === ok && answer.atMs >= fromMs && answer.atMs < toMs).length;
  const perSecond = between(10_000, changesAtMs, true) / 110;
  expect(perSecond).toBeGreaterThan(6);
  expect(perSecond).toBeLessThanOrEqual(10);
  expect(between(10_000, changesAtMs, false)).toBeLessThan(0.05 * between(10_000, changesAtMs, true));
  expect(between(changesAtMs + 30_000, 200_000, true) / 50).toBeGreaterThan(28);
  expect(between(changesAtMs + 1_000, 200_000, false)).toBe(0);
});

test.each([
  ["read", 0],
  ["read", 1_000],
  ["write", 0],
  ["write", 1_000],
])(
  "a %s that never left the queue, also for a stall of %i ms, says when to come again",
  async (kind, stallMs) => {
    // Of a limit that turns out fuller than it was told: nothing is ever free, and the wait always seems to fit.
    const limit = {
      capacity: 1,
      perSecond: 1,
      left: () => 0,
      waitMs: () => 500,
      send() {},
      settle() {},
      part: undivided,
      within: undivided,
    };
    const made = engine({ limits: [limit] });
    const { call } = made.operation(800);
    const outcome = outcomeOf(
      kind === "read" ? call(things.get, { id: "1" }) : call(things.update, { id: "1", body: {} }),
    );
    await settled();
    made.clock.stall(stallMs);
    await made.clock.advance(1_000);
    expect(outcome.error).toMatchObject({
      code: "UPSTREAM_RATE_LIMITED",
      message: expect.stringMatching(/ leaves no room for .*; nothing was sent\. Try again in 1 s/),
      facts: { attempts: 0, retryAfterMs: 500 },
    });
    expect([made.calls(), made.clock.pending]).toEqual([[], 0]);
  },
);
