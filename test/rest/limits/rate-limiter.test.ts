import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import type { Limit } from "../../../src/rest/limit.ts";
import { slidingWindow, tokenBucket } from "../../../src/rest/limits/windows.ts";
import { settled } from "../../support/clock.ts";
import { aSecond, budgeted, oneASecond } from "../budgeted.ts";
import { outcomeOf } from "../engine.ts";
import { undivided } from "../undivided.ts";

const assembledLimits = () => [
  tokenBucket({ capacity: 20, perSecond: 5 }),
  slidingWindow({ calls: 300, windowMs: 60_000 }),
];

test("first come, first served", async () => {
  const { clock, want, order, granted } = budgeted(oneASecond());
  for (const name of ["a", "b", "c"]) want(name);
  await clock.advance(1_500);
  want("d");
  await clock.advance(5_000);
  expect(order()).toEqual(["a at 0", "b at 1000", "c at 2000", "d at 3000"]);
  expect(granted.map(({ permit }) => permit.waitedMs)).toEqual([0, 1_000, 2_000, 1_500]);
});

test("operations take turns, and each is served in its own order", async () => {
  const { clock, want, order } = budgeted(oneASecond());
  const [many, few] = [{}, {}];
  for (const name of ["a", "b", "c", "d"]) want(name, { origin: many });
  for (const name of ["x", "y"]) want(name, { origin: few });
  await clock.advance(10_000);
  expect(order().map((granted) => granted[0])).toEqual(["a", "b", "x", "c", "y", "d"]);
});

test("a call whose wait does not fit the deadline is refused at once, and told how long to wait", async () => {
  const { clock, want, order, budget } = budgeted(oneASecond());
  for (const name of ["a", "b", "c"]) want(name);
  const { outcome, signal } = want("late", { deadlineAtMs: 2_500 });
  await settled();
  expect(outcome.error).toMatchObject({
    code: "UPSTREAM_RATE_LIMITED",
    message: expect.stringMatching(
      /^The rate limit of Things .* GET \/late .* nothing was sent\. Try again in 3 s/,
    ),
    facts: { system: "things", endpoint: "GET /late", retryAfterMs: 3_000 },
  });
  expect([budget.waiting, getEventListeners(signal, "abort").length]).toEqual([2, 0]);
  await clock.advance(10_000);
  expect([order(), clock.pending]).toEqual([["a at 0", "b at 1000", "c at 2000"], 0]);
});

test("what counts is the place of its own operation, not the length of the queue", async () => {
  const { clock, want, wantMany, order } = budgeted(oneASecond());
  const many = {};
  wantMany(5, "many", { origin: many });
  const refused = want("more", { origin: many, deadlineAtMs: 5_000 });
  const taken = want("few", { deadlineAtMs: 2_001 });
  await settled();
  expect([refused.outcome.error, taken.outcome]).toMatchObject([{ facts: { retryAfterMs: 5_000 } }, {}]);
  await clock.advance(10_000);
  expect(order()).toEqual([
    "many0 at 0",
    "many1 at 1000",
    "few at 2000",
    "many2 at 3000",
    "many3 at 4000",
    "many4 at 5000",
  ]);
});

test("of a flood only as many wait as can be sent by the deadline; the others are refused at once", async () => {
  const { clock, wantMany, granted, budget } = budgeted(assembledLimits());
  const wanted = wantMany(20, "burst", { priority: "write" });
  await settled();
  wanted.push(...wantMany(80, "more", { priority: "write" }));
  await settled();
  const refused = wanted.flatMap(({ outcome }) => (outcome.error ? [outcome.error] : []));
  expect([granted.length, budget.waiting, refused.length]).toEqual([20, 49, 31]);
  await clock.advance(10_000);
  expect([granted.length, clock.pending]).toEqual([69, 0]);
});

test("a call that can no longer be in time is refused before its deadline, wherever it waits", async () => {
  const { clock, want, order, granted } = budgeted(oneASecond());
  want("slow", { answered: false });
  want("patient");
  const hasty = want("hasty", { deadlineAtMs: 2_500 });
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

test("nobody waits beyond a deadline because an answer came late", async () => {
  const { clock, want, granted } = budgeted(oneASecond());
  want("slow", { answered: false });
  const waiting = want("waiting", { deadlineAtMs: 1_300 });
  await clock.advance(600);
  // From here it cannot be sent before 1600, but nothing has looked at it yet.
  for (const { permit } of granted) permit.settle();
  await clock.advance(700);
  expect(waiting.outcome.error).toMatchObject({ code: "UPSTREAM_RATE_LIMITED" });
  expect([granted.length, clock.pending]).toEqual([1, 0]);
});

test("a deadline that moves while a call waits is heeded", async () => {
  const { clock, want, budget } = budgeted(oneASecond());
  want("first", { answered: false });
  const operation = { signal: new AbortController().signal, deadlineAtMs: 1_500 };
  const outcome = outcomeOf(budget.acquire(operation, "GET /shared"));
  await clock.advance(500);
  operation.deadlineAtMs = 9_000;
  await clock.advance(2_000);
  expect([outcome, budget.waiting]).toEqual([{}, 1]);
});

test("a call after its deadline is too late, not too many", async () => {
  const { clock, want, granted } = budgeted(oneASecond());
  await clock.advance(500);
  const { outcome } = want("late", { deadlineAtMs: 500 });
  await settled();
  expect(outcome.error).toMatchObject({
    code: "UPSTREAM_TIMEOUT",
    facts: { system: "things", endpoint: "GET /late" },
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
    capacity: 1,
    perSecond: 1,
    left: () => 1 - inFlight,
    waitMs: () => (inFlight > 0 ? 1_000 : 0),
    send() {
      inFlight += 1;
    },
    settle() {
      inFlight -= 1;
    },
    part: undivided,
    within: undivided,
  };
  const { clock, want, order, granted, budget } = budgeted([oneAtATime]);
  want("a", { answered: false });
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
  want("a", { answered: false });
  want("b");
  const outcome = outcomeOf(budget.acquire({ signal: AbortSignal.abort(), deadlineAtMs: 10_000 }, "GET /x"));
  await settled();
  expect(outcome.error).toMatchObject({ code: "UPSTREAM_TIMEOUT" });
  expect(budget.waiting).toBe(1);
  expect([order(), clock.pending]).toEqual([["a at 0"], 1]);
});

test("a call is settled once, however often it is told", async () => {
  const { clock, want, granted, order } = budgeted(aSecond(2));
  for (const name of ["a", "b"]) want(name, { priority: "write", answered: false });
  await settled();
  for (let time = 0; time < 3; time += 1) granted[0]?.permit.settle();
  for (const name of ["c", "d"]) want(name, { priority: "write" });
  await clock.advance(5_000);
  expect(order().slice(2)).toEqual(["c at 1000", "d at 2000"]);
});

test("a call that is given up as soon as it is sent may still be on its way, so it is not forgotten at once", async () => {
  const { clock, want, granted, order } = budgeted(oneASecond());
  const { leave } = want("left", { answered: false });
  await clock.advance(100);
  leave();
  granted[0]?.permit.settle();
  want("next");
  await clock.advance(5_000);
  expect([order(), clock.pending]).toEqual([["left at 0", "next at 1500"], 0]);
});

test.each([
  ["soon", 100, 1_500],
  ["later, when it has arrived or never will", 800, 1_800],
])("so it is when the time of its operation is up %s", async (_, deadlineAtMs, nextAtMs) => {
  const { clock, want, granted, order } = budgeted(oneASecond());
  want("late", { answered: false, deadlineAtMs });
  await clock.advance(deadlineAtMs);
  granted[0]?.permit.settle();
  want("next");
  await clock.advance(5_000);
  expect(order()).toEqual(["late at 0", `next at ${nextAtMs}`]);
});

test("where no limit is documented nothing waits, and nothing is left over", async () => {
  const { clock, wantMany, granted, budget } = budgeted([]);
  expect([budget.left, budget.waitMs(1_000)]).toEqual([Number.POSITIVE_INFINITY, 0]);
  const calls = wantMany(1_000, "x", { answered: false });
  await settled();
  for (const { leave } of calls) leave();
  for (const { permit } of granted) permit.settle();
  expect([granted.length, budget.waiting, clock.pending]).toEqual([1_000, 0, 0]);
});

test("while others wait nothing is left, whatever their limit says", async () => {
  const { budget, want } = budgeted([
    {
      capacity: 20,
      perSecond: 20,
      left: () => 20,
      waitMs: () => 1_000,
      send() {},
      settle() {},
      part: undivided,
      within: undivided,
    },
  ]);
  expect(budget.left).toBe(18);
  want("waiting");
  expect(budget.left).toBe(0);
});

test("it tells how many calls could be sent at once, and how long more would take", async () => {
  const { clock, wantMany, budget } = budgeted(aSecond(20));
  expect([budget.left, budget.waitMs(0), budget.waitMs(18), budget.waitMs(19)]).toEqual([18, 0, 0, 1_000]);
  wantMany(5, "r");
  await settled();
  expect([budget.left, budget.waitMs(13), budget.waitMs(14)]).toEqual([13, 0, 1_000]);
  wantMany(15, "r");
  await settled();
  expect([budget.left, budget.waiting, budget.waitMs(0)]).toEqual([0, 2, 0]);
  expect([budget.waitMs(16), budget.waitMs(17)]).toEqual([1_000, 2_000]);
  await clock.advance(1_000);
  expect([budget.left, budget.waiting]).toEqual([16, 0]);
});
