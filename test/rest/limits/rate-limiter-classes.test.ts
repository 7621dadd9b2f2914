import { describe, expect, test } from "vitest";
import { longestQueue } from "../../../src/rest/limits/reserved-share.ts";
import { settled } from "../../support/clock.ts";
import { aSecond, budgeted, oneASecond } from "../budgeted.ts";
import { type Fate, systems, traffic, type Wanted } from "../traffic.ts";

const names = (order: readonly string[]) => order.map((granted) => granted.replace(/ at .*/, ""));

describe("a share of each limit is kept for writes", () => {
  test("a write goes at once while reads wait", async () => {
    const { clock, want, wantMany, order, budget } = budgeted(aSecond(20));
    wantMany(20, "read");
    await settled();
    expect([order().length, budget.waiting]).toEqual([18, 2]);
    await clock.advance(500);
    for (const name of ["write0", "write1", "write2"]) want(name, { priority: "write" });
    await settled();
    expect(order().slice(18)).toEqual(["write0 at 500", "write1 at 500"]);
    await clock.advance(10_000);
    expect(order().slice(20)).toEqual(["read18 at 1000", "write2 at 1000", "read19 at 1000"]);
  });

  test("reads get it back once they have let a write pass, so that writes without end do not keep them waiting", async () => {
    const { clock, want, wantMany, granted } = budgeted(aSecond(10));
    const forever = { deadlineAtMs: Number.POSITIVE_INFINITY };
    wantMany(500, "read", forever);
    // As many writes as the limit allows, none of which has to wait for another.
    for (let sent = 0; sent < 200; sent += 1) {
      want("write", { priority: "write", ...forever });
      await clock.advance(100);
    }
    const reads = granted.filter(({ name, atMs }) => name !== "write" && atMs > 5_000);
    expect(reads.length / granted.filter(({ atMs }) => atMs > 5_000).length).toBeGreaterThan(0.4);
  });

  test("a write that must wait is sent as soon as one call is free, before the reads that wait for more", async () => {
    const { clock, want, order } = budgeted(aSecond(10));
    for (let sent = 0; sent < 9; sent += 1) {
      want("read");
      await clock.advance(10);
    }
    for (const priority of ["write", "interactive", "write"] as const) {
      want(`last ${priority}`, { priority });
      await settled();
    }
    await clock.advance(5_000);
    expect(order().slice(9)).toEqual(["last write at 90", "last write at 1000", "last interactive at 1010"]);
  });

  test("what is owed to reads is owed to those that were passed, not to those that come later", async () => {
    const { clock, want, order } = budgeted(aSecond(20));
    for (let sent = 0; sent < 18; sent += 1) {
      want("read");
      await clock.advance(10);
    }
    const { leave } = want("passed");
    for (const name of ["write0", "write1"]) want(name, { priority: "write" });
    await settled();
    leave();
    const hasty = want("hasty", { deadlineAtMs: 1_015 });
    want("later");
    await clock.advance(5_000);
    expect(hasty.outcome.error).toMatchObject({ facts: { retryAfterMs: 1_020 - 180 } });
    expect(order().slice(18)).toEqual(["write0 at 180", "write1 at 180", "later at 1020"]);
  });

  test("a read that would have been in time by what was owed is refused once another has had it", async () => {
    const { clock, want, wantMany, order } = budgeted(aSecond(20));
    for (let sent = 0; sent < 18; sent += 1) {
      want("read");
      await clock.advance(10);
    }
    want("first");
    const { outcome } = want("second", { deadlineAtMs: 1_015 });
    wantMany(2, "write", { priority: "write" });
    await clock.advance(999 - 180);
    expect(outcome).toEqual({});
    await clock.advance(1);
    expect(outcome.error).toMatchObject({ code: "UPSTREAM_RATE_LIMITED", facts: { retryAfterMs: 20 } });
    expect(order().slice(18)).toEqual(["write0 at 180", "write1 at 180", "first at 1000"]);
  });

  test("a limit of one call keeps none", async () => {
    const { clock, want, order, budget } = budgeted(oneASecond());
    expect(budget.left).toBe(1);
    want("read");
    await clock.advance(0);
    expect(order()).toEqual(["read at 0"]);
  });
});

test("writes and interactive calls take turns when both wait", async () => {
  const { clock, wantMany, order } = budgeted(oneASecond());
  wantMany(4, "read");
  wantMany(4, "write", { priority: "write" });
  await clock.advance(10_000);
  expect(names(order())).toEqual([
    "read0",
    "write0",
    "read1",
    "write1",
    "read2",
    "write2",
    "read3",
    "write3",
  ]);
});

test("a call that would wait too long behind both classes is refused at once", async () => {
  const { wantMany, want } = budgeted(oneASecond());
  wantMany(7, "write", { priority: "write" });
  wantMany(5, "read");
  const late = { deadlineAtMs: 10_000 };
  const calls = [want("late", late), want("late", { ...late, priority: "write" })];
  await settled();
  // One write has been sent, so it is the turn of a read.
  expect(calls.map(({ outcome }) => outcome.error)).toMatchObject([
    { facts: { retryAfterMs: 11_000 } },
    { facts: { retryAfterMs: 12_000 } },
  ]);
});

describe("background calls", () => {
  test("are sent only while half of a limit is free", async () => {
    const { clock, wantMany, order } = budgeted(aSecond(10));
    wantMany(3, "read");
    wantMany(4, "refresh", { priority: "background" });
    await settled();
    expect(names(order())).toEqual(["read0", "read1", "read2", "refresh0", "refresh1"]);
    await clock.advance(1_000);
    expect(order().slice(5)).toEqual(["refresh2 at 1000", "refresh3 at 1000"]);
  });

  test("wait for everyone else", async () => {
    const { clock, want, wantMany, order } = budgeted(oneASecond());
    wantMany(1, "first");
    wantMany(2, "refresh", { priority: "background" });
    await clock.advance(500);
    want("read");
    want("write", { priority: "write" });
    await clock.advance(10_000);
    expect(order()).toEqual([
      "first0 at 0",
      "write at 1000",
      "read at 2000",
      "refresh0 at 3000",
      "refresh1 at 4000",
    ]);
  });

  test("are refused at once when those before them leave them no time", async () => {
    const { want, wantMany } = budgeted(oneASecond());
    wantMany(4, "read");
    const { outcome } = want("refresh", { priority: "background", deadlineAtMs: 3_900 });
    await settled();
    expect(outcome.error).toMatchObject({ code: "UPSTREAM_RATE_LIMITED", facts: { retryAfterMs: 4_000 } });
  });
});

test("the queue is bounded whatever the deadlines are, and keeps places for those that go first", async () => {
  const { clock, wantMany, budget, granted } = budgeted(aSecond(30));
  const forever = { deadlineAtMs: Number.POSITIVE_INFINITY };
  const refused = async (count: number, priority: "background" | "interactive" | "write") => {
    const calls = wantMany(count, priority, { priority, ...forever });
    await settled();
    return calls.filter(({ outcome }) => outcome.error).length;
  };
  expect([await refused(520, "background"), budget.waiting]).toEqual([5, 500]);
  expect([await refused(420, "interactive"), budget.waiting]).toEqual([8, 900]);
  expect([await refused(120, "write"), budget.waiting]).toEqual([17, longestQueue]);
  await clock.advance(60_000);
  expect([granted.length, budget.waiting, clock.pending]).toEqual([1_030, 0, 0]);
});

test("a call that finds the queue full is told how long its wait would have been", async () => {
  const { wantMany } = budgeted(aSecond(10));
  const calls = wantMany(longestQueue, "read", { deadlineAtMs: Number.POSITIVE_INFINITY });
  await settled();
  expect(calls.at(-1)?.outcome.error).toMatchObject({
    code: "UPSTREAM_RATE_LIMITED",
    facts: { retryAfterMs: 101_000 },
  });
});

describe.each(systems)("under a flood of reads of $name that lasts two minutes", (system) => {
  const call = { beforeMs: 30, afterMs: 30, patienceMs: 10_000, leavesAfterMs: Number.POSITIVE_INFINITY };
  /** Two operations that always have reads waiting. */
  const flood = Array.from({ length: 5_200 }, (_, place): Wanted => {
    return { ...call, atMs: 25 * place, origin: place % 2, priority: "interactive" };
  });
  const writes = (everyMs: number, atOnce: number): Wanted[] =>
    Array.from({ length: (Math.floor(130_000 / everyMs) - 1) * atOnce }, (_, place): Wanted => {
      return { ...call, atMs: everyMs * (1 + Math.floor(place / atOnce)) - 7, origin: 9, priority: "write" };
    });
  const waits = (fates: readonly Fate[]) =>
    fates.filter(({ wanted }) => wanted.priority === "write").map(({ atMs, wanted }) => atMs - wanted.atMs);

  test.each([
    ["one write every half second", 500, 1, 0],
    ["four at once every four seconds", 4_000, 4, 1_000],
  ])("%s is sent within the second, and no limit is passed", async (_, everyMs, atOnce, longestMs) => {
    const wanted = [...flood, ...writes(everyMs, atOnce)].sort((a, b) => a.atMs - b.atMs);
    const { fates, tooMany, leftOver } = await traffic(system, wanted);
    const sent = fates.filter(
      ({ wanted: { priority }, outcome }) => priority === "write" && outcome === "sent",
    );
    expect(sent.length).toBe(writes(everyMs, atOnce).length);
    expect(Math.max(...waits(fates))).toBeLessThanOrEqual(longestMs);
    expect([tooMany, leftOver]).toEqual([0, [0, 0, 0]]);
  });

  test("a flood of writes beside it gets half, and so do the reads", async () => {
    const wanted = [...flood, ...writes(100, 5)].sort((a, b) => a.atMs - b.atMs);
    const { fates, tooMany, leftOver } = await traffic(system, wanted);
    const sent = fates.filter(({ outcome }) => outcome === "sent");
    const share = sent.filter(({ wanted: { priority } }) => priority === "write").length / sent.length;
    expect(share).toBeGreaterThan(0.45);
    expect(share).toBeLessThan(0.55);
    expect([tooMany, leftOver]).toEqual([0, [0, 0, 0]]);
  });
});
