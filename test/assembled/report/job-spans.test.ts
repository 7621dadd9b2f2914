import fc from "fast-check";
import { expect, test } from "vitest";
import { jobSpans } from "../../../src/assembled/report/job-spans.ts";

const day = 86_400;

test.each([
  [30, day, [30]],
  [31, day, [15, 16]],
  [61, day, [20, 20, 21]],
  [31, 7 * day, [14, 17]],
  [56, 7 * day, [28, 28]],
  [366, day, [28, 28, 28, 28, 28, 28, 29, 28, 28, 28, 28, 28, 29]],
])("%i days by intervals of %i s are jobs of %j days", (days, interval, expected) => {
  const spans = jobSpans({ start_time: 0, end_time: days * day }, interval);
  expect(spans.map(({ start_time, end_time }) => (end_time - start_time) / day)).toEqual(expected);
});

test("jobs follow one another, are whole intervals but for the last, and none is as short as a day", () => {
  const anyWindow = fc.tuple(fc.nat(1_000_000), fc.integer({ min: 97, max: 366 * 96 }));
  fc.assert(
    fc.property(anyWindow, fc.constantFrom(day, 7 * day), ([start, quarters], interval) => {
      const window = { start_time: start * 900, end_time: (start + quarters) * 900 };
      const spans = jobSpans(window, interval);
      expect(spans.length).toBeLessThanOrEqual(14);
      expect([spans[0]?.start_time, spans.at(-1)?.end_time]).toEqual([window.start_time, window.end_time]);
      for (const [at, { start_time, end_time }] of spans.entries()) {
        const length = end_time - start_time;
        expect(length).toBeLessThan(31 * day);
        expect(length).toBeGreaterThan(day);
        if (at > 0) expect(start_time).toBe(spans[at - 1]?.end_time);
        if (at < spans.length - 1) expect(length % interval).toBe(0);
      }
    }),
    { numRuns: 1_000 },
  );
});
