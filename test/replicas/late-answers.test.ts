import { expect, test } from "vitest";
import { createUnitHolder } from "../../src/replicas/units/unit-holder.ts";

const facts = { units: 30, expected: 2, missingMs: 5_000, reclaimMs: 4_500 };
const answer = { epoch: "run 1", held: 15, most: 30, reach: 15, part: 15, live: 2, waiting: 0 };
const idle = { used: 0, waiting: 0 };

test("an answer that comes after a later report was sent counts for nothing", () => {
  const holder = createUnitHolder(facts, 0);
  const first = holder.report(0, idle);
  holder.answered(1, first.number, answer, idle);
  const busy = holder.report(200, { used: 15, waiting: 40 });
  // It was answered late, and what was said since gave units back.
  const given = holder.report(400, { used: 3, waiting: 0 });
  holder.answered(410, given.number, { ...answer, held: 4, waiting: 1 }, { used: 3, waiting: 0 });
  expect(holder.usable(420)).toBe(4);
  expect(holder.answered(430, busy.number, { ...answer, held: 29 }, idle)).toBe(false);
  expect([holder.usable(440), holder.held(440)]).toEqual([4, 4]);
});

test("an answer from before the process stood still counts for nothing", () => {
  const holder = createUnitHolder(facts, 0);
  const { number } = holder.report(0, idle);
  expect(holder.answered(14_000, number, answer, idle)).toBe(false);
  expect([holder.usable(14_000), holder.isShared(14_000)]).toEqual([0, false]);
  const next = holder.report(14_010, idle);
  expect(next.held).toBe(0);
  holder.answered(14_011, next.number, answer, idle);
  expect(holder.usable(14_012)).toBe(15);
});
