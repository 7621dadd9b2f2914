import { getEventListeners } from "node:events";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Budget, createBudget, longestQueue, type Permit } from "../../src/rest/budget.ts";
import type { Limit } from "../../src/rest/limits.ts";
import { slidingWindow, tokenBucket } from "../../src/rest/limits.ts";
import { settled, type TestClock, testClock } from "../support/clock.ts";
import { outcomeOf } from "./engine.ts";
import { overBucket, overWindow, type Passage, passages } from "./network.ts";

const upstream = { name: "things", title: "Things", limitText: "" };
const assemblyLimits = () => [slidingWindow({ calls: 30, windowMs: 1_000 })];
const assembledLimits = () => [
  tokenBucket({ capacity: 20, perSecond: 5 }),
  slidingWindow({ calls: 300, windowMs: 60_000 }),
];
const oneASecond = () => [slidingWindow({ calls: 1, windowMs: 998 })];

/** A budget whose calls are granted, and settled by the test. */
function budgeted(limits: readonly Limit[]) {
  const clock = testClock(0);
  const budget = createBudget(upstream, limits, clock);
  const granted: { readonly name: string; readonly atMs: number; readonly permit: Permit }[] = [];
  return {
    clock,
    budget,
    granted,
    order: () => granted.map(({ name, atMs }) => `${name} at ${atMs}`),
    /** Wants a call; it is granted for good, and answered at once unless told otherwise. */
    want(name: string, deadlineAtMs = 10_000, answered = true) {
      const controller = new AbortController();
      const { signal } = controller;
      const permit = budget.acquire({ signal, deadlineAtMs }, `GET /${name}`);
      const noted = permit.then((given) => {
        granted.push({ name, atMs: clock.nowMs(), permit: given });
        if (answered) given.settle();
      });
      return { outcome: outcomeOf(noted), signal, leave: () => controller.abort() };
    },
  };
}

/** Runs calls through a budget over a network, and tells when each reached the upstream. */
async function arrivals(budget: Budget, clock: TestClock, calls: readonly Passage[]): Promise<number[]> {
  const reached: number[] = [];
  const pass = (ms: number) => new Promise<void>((resolve) => void clock.after(Math.round(ms), resolve));
  const signals = calls.map(() => new AbortController().signal);
  const done = Promise.all(
    calls.map(async ({ beforeMs, afterMs, pauseMs }, place) => {
      const signal = signals[place] ?? AbortSignal.abort();
      await pass(pauseMs);
      const permit = await budget.acquire({ signal, deadlineAtMs: Number.POSITIVE_INFINITY }, "GET /x");
      await pass(beforeMs);
      reached.push(clock.nowMs());
      await pass(afterMs);
      permit.settle();
    }),
  );
  while (clock.pending > 0) await clock.advance(60_000);
  await done;
  const listeners = signals.flatMap((signal) => getEventListeners(signal, "abort"));
  expect([clock.pending, budget.waiting, listeners]).toEqual([0, 0, []]);
  return reached.sort((a, b) => a - b);
}

test("calls over any network never exceed what an upstream counts that allows 30 in any second", async () => {
  await fc.assert(
    fc.asyncProperty(passages(100), async (calls) => {
      const clock = testClock(0);
      const reached = await arrivals(createBudget(upstream, assemblyLimits(), clock), clock, calls);
      expect([reached.length, overWindow(reached, 30, 1_000)]).toEqual([100, 0]);
    }),
    { numRuns: 15 },
  );
});

test("nor 20 in a burst with 5 a second after it and 300 in any minute", async () => {
  await fc.assert(
    fc.asyncProperty(passages(330), async (calls) => {
      const clock = testClock(0);
      const reached = await arrivals(createBudget(upstream, assembledLimits(), clock), clock, calls);
      expect([reached.length, overBucket(reached, 20, 5), overWindow(reached, 300, 60_000)]).toEqual([
        330, 0, 0,
      ]);
    }),
    { numRuns: 5 },
  );
});

test.each([
  ["30 a second", assemblyLimits, 28, 30],
  ["5 a second", assembledLimits, 4.5, 20],
])(
  "a full queue is sent at nearly the documented %s when answers take 50 ms",
  async (_, limits, least, burst) => {
    const clock = testClock(0);
    const calls: Passage[] = Array(240).fill({ beforeMs: 20, afterMs: 30, pauseMs: 0 });
    const reached = await arrivals(createBudget(upstream, limits(), clock), clock, calls);
    expect(reached.filter((atMs) => atMs === 20).length).toBe(burst);
    expect((240 - burst) / (((reached.at(-1) ?? 0) - 20) / 1_000)).toBeGreaterThan(least * (1 - burst / 240));
    expect(((240 - burst - 1) * 1_000) / ((reached.at(-1) ?? 0) - (reached[burst] ?? 0))).toBeGreaterThan(
      least,
    );
  },
);

test("first come, first served", async () => {
  const { clock, want, order } = budgeted(oneASecond());
  for (const name of ["a", "b", "c"]) want(name);
  await clock.advance(1_500);
  want("d");
  await clock.advance(5_000);
  expect(order()).toEqual(["a at 0", "b at 1000", "c at 2000", "d at 3000"]);
});

test("a call whose wait does not fit the deadline is refused at once, and told how long to wait", async () => {
  const { clock, want, order, budget } = budgeted(oneASecond());
  for (const name of ["a", "b", "c"]) want(name);
  const { outcome, signal } = want("late", 2_500);
  await settled();
  expect(outcome.error).toMatchObject({
    code: "UPSTREAM_RATE_LIMITED",
    message: expect.stringMatching(
      /^The rate limit of Things .* GET \/late .* nothing was sent\. Try again in 3 s/,
    ),
    facts: { system: "things", operation: "GET /late", retryAfterMs: 3_000 },
  });
  expect([budget.waiting, getEventListeners(signal, "abort").length]).toEqual([2, 0]);
  await clock.advance(10_000);
  expect([order(), clock.pending]).toEqual([["a at 0", "b at 1000", "c at 2000"], 0]);
});

test("of a flood only as many wait as can be sent by the deadline; the others are refused at once", async () => {
  const { clock, want, granted, budget } = budgeted(assembledLimits());
  const wanted = Array.from({ length: 100 }, (_, place) => want(String(place)));
  await settled();
  const refused = wanted.flatMap(({ outcome }) => (outcome.error ? [outcome.error] : []));
  expect([granted.length, budget.waiting, refused.length]).toEqual([20, 49, 31]);
  await clock.advance(10_000);
  expect([granted.length, clock.pending]).toEqual([69, 0]);
});

test("a call that can no longer be in time is refused before its deadline, wherever it waits", async () => {
  const { clock, want, order, granted } = budgeted(oneASecond());
  want("slow", 10_000, false);
  want("patient");
  const hasty = want("hasty", 2_500);
  const next = want("next");
  await clock.advance(999);
  expect(hasty.outcome).toEqual({});
  await clock.advance(1);
  expect(hasty.outcome.error).toMatchObject({
    code: "UPSTREAM_RATE_LIMITED",
    facts: { retryAfterMs: 2_000 },
  });
  expect(getEventListeners(hasty.signal, "abort").length).toBe(0);
  await clock.advance(1_000);
  for (const { permit } of granted) permit.settle();
  await clock.advance(5_000);
  expect([order(), next.outcome.error]).toEqual([
    ["slow at 0", "patient at 3000", "next at 4000"],
    undefined,
  ]);
});

test("a deadline that moves while a call waits is heeded", async () => {
  const { clock, want, budget } = budgeted(oneASecond());
  want("first", 10_000, false);
  const operation = { signal: new AbortController().signal, deadlineAtMs: 1_500 };
  const outcome = outcomeOf(budget.acquire(operation, "GET /shared"));
  await clock.advance(500);
  operation.deadlineAtMs = 9_000;
  await clock.advance(2_000);
  expect([outcome, budget.waiting]).toEqual([{}, 1]);
});

test("a call after its deadline is too late, not too many", async () => {
  const { clock, budget, granted } = budgeted(oneASecond());
  await clock.advance(500);
  const { signal } = new AbortController();
  const outcome = outcomeOf(budget.acquire({ signal, deadlineAtMs: 500 }, "GET /late"));
  await settled();
  expect(outcome.error).toMatchObject({
    code: "UPSTREAM_TIMEOUT",
    facts: { system: "things", operation: "GET /late" },
  });
  expect([granted, clock.pending]).toEqual([[], 0]);
});

test("who leaves the queue frees the place at once and is granted nothing", async () => {
  const { clock, want, order, budget } = budgeted(oneASecond());
  want("a");
  const leaving = ["b", "c", "d"].map((name) => want(name));
  want("e");
  await settled();
  for (const { leave } of leaving) leave();
  expect(budget.waiting).toBe(1);
  await clock.advance(10_000);
  expect(order()).toEqual(["a at 0", "e at 1000"]);
  for (const { outcome, signal } of leaving) {
    expect(outcome.error).toMatchObject({ code: "UPSTREAM_TIMEOUT" });
    expect(getEventListeners(signal, "abort").length).toBe(0);
  }
  expect(clock.pending).toBe(0);
});

test("the last one to leave the queue takes its timer away", async () => {
  const { clock, want, budget } = budgeted(oneASecond());
  want("a");
  const { leave } = want("b");
  await settled();
  expect([clock.pending, budget.waiting]).toEqual([1, 1]);
  leave();
  expect([clock.pending, budget.waiting]).toEqual([0, 0]);
});

test("an operation that leaves while the queue is served is granted nothing", async () => {
  let inFlight = 0;
  const oneAtATime: Limit = {
    waitMs: () => (inFlight > 0 ? 1_000 : 0),
    send() {
      inFlight += 1;
    },
    settle() {
      inFlight -= 1;
    },
  };
  const { clock, want, order, granted, budget } = budgeted([oneAtATime]);
  want("a", 10_000, false);
  await settled();
  const controller = new AbortController();
  // The first to hear that it leaves is the call in flight; what it frees must not go to the others of the operation.
  controller.signal.addEventListener("abort", () => granted[0]?.permit.settle());
  const operation = { signal: controller.signal, deadlineAtMs: 10_000 };
  const outcomes = ["b", "c"].map((name) => outcomeOf(budget.acquire(operation, name)));
  controller.abort();
  want("d");
  await settled();
  expect([order(), clock.pending, budget.waiting]).toEqual([["a at 0", "d at 0"], 0, 0]);
  for (const { error } of outcomes) expect(error).toMatchObject({ code: "UPSTREAM_TIMEOUT" });
});

test("who has left already is turned away at once", async () => {
  const { clock, want, budget, order } = budgeted(oneASecond());
  want("a", 10_000, false);
  want("b");
  const outcome = outcomeOf(budget.acquire({ signal: AbortSignal.abort(), deadlineAtMs: 10_000 }, "GET /x"));
  await settled();
  expect(outcome.error).toMatchObject({ code: "UPSTREAM_TIMEOUT" });
  expect(budget.waiting).toBe(1);
  expect([order(), clock.pending]).toEqual([["a at 0"], 1]);
});

test("the queue is bounded whatever the deadlines are", async () => {
  const { clock, want, budget, granted } = budgeted(assemblyLimits());
  const wanted = Array.from({ length: longestQueue + 40 }, (_, place) => want(String(place), 3_600_000));
  await settled();
  const refused = wanted.filter(({ outcome }) => outcome.error);
  expect([granted.length, budget.waiting, refused.length]).toEqual([30, longestQueue, 10]);
  expect(refused[0]?.outcome.error).toMatchObject({
    code: "UPSTREAM_RATE_LIMITED",
    facts: { retryAfterMs: 34 * 1_002 },
  });
  await clock.advance(60_000);
  expect([granted.length, clock.pending]).toEqual([longestQueue + 30, 0]);
});

test("a call is settled once, however often it is told", async () => {
  const { clock, want, granted, order } = budgeted([slidingWindow({ calls: 2, windowMs: 998 })]);
  want("a", 10_000, false);
  want("b", 10_000, false);
  await settled();
  for (let time = 0; time < 3; time += 1) granted[0]?.permit.settle();
  for (const name of ["c", "d"]) want(name);
  await clock.advance(5_000);
  expect(order().slice(2)).toEqual(["c at 1000", "d at 2000"]);
});
