import fc from "fast-check";
import { expect, test } from "vitest";
import { lengthMinutes, overlapInWeek, type WeekSpan } from "../../../src/assembled/shift-pattern/week.ts";

const minutesOfWeek = 7 * 24 * 60;

/** Spans that often meet: at quarters of an hour, and at the turn of the week. */
const minute = fc.oneof(
  fc.integer({ min: 0, max: minutesOfWeek - 1 }),
  fc.integer({ min: -8, max: 8 }).map((quarter) => (quarter * 15 + minutesOfWeek) % minutesOfWeek),
);
const span: fc.Arbitrary<WeekSpan> = fc.record({ startMinute: minute, endMinute: minute });

/** Walks from start to end, a minute at a time. */
function minutesIn({ startMinute, endMinute }: WeekSpan): Set<number> {
  const minutes = new Set<number>();
  for (let at = startMinute; at !== endMinute; at = (at + 1) % minutesOfWeek) minutes.add(at);
  return minutes;
}

test("the length of a span is the number of its minutes", () => {
  fc.assert(fc.property(span, (one) => lengthMinutes(one) === minutesIn(one).size));
});

test("two spans overlap when they share a minute, whichever comes first", () => {
  const anyLength = span.filter(({ startMinute, endMinute }) => startMinute !== endMinute);
  fc.assert(
    fc.property(anyLength, anyLength, (one, other) => {
      const others = minutesIn(other);
      const share = [...minutesIn(one)].some((at) => others.has(at));
      expect([overlapInWeek(one, other), overlapInWeek(other, one)]).toEqual([share, share]);
    }),
  );
});
