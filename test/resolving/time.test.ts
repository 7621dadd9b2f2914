import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GatewayError } from "../../src/errors.ts";
import {
  isCalendarDay,
  longestReadDays,
  parseInstant,
  toUnixSeconds,
  windowSeconds,
} from "../../src/resolving/time.ts";
import { gateway } from "../support/gateway.ts";

const two = (value: number) => String(value).padStart(2, "0");
const daysIn = (year: number, month: number) =>
  month === 2
    ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

const anyDay = fc.record({
  year: fc.integer({ min: 0, max: 9999 }),
  month: fc.integer({ min: 0, max: 14 }),
  day: fc.integer({ min: 0, max: 33 }),
});
const dayText = ({ year, month, day }: { year: number; month: number; day: number }) =>
  `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
const exists = ({ year, month, day }: { year: number; month: number; day: number }) =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);

describe("a day", () => {
  test("is one exactly when the calendar has it", () => {
    fc.assert(fc.property(anyDay, (day) => isCalendarDay(dayText(day)) === exists(day)));
  });

  test.each([
    "",
    "2026-3-1",
    "20260301",
    "2026-03-01T00:00:00Z",
    " 2026-03-01",
    "2026-03-01\n",
    "+002026-03-01",
  ])("is not %o", (value) => {
    expect(isCalendarDay(value)).toBe(false);
  });

  test("is never a text of any other shape", () => {
    fc.assert(fc.property(fc.string(), (value) => !isCalendarDay(value) || /^\d{4}-\d\d-\d\d$/.test(value)));
  });
});

describe("an instant", () => {
  test("is read back from what a Date writes", () => {
    const within = { min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59.999Z") };
    fc.assert(
      fc.property(fc.date({ ...within, noInvalidDate: true }), (date) => {
        expect(parseInstant(date.toISOString())).toEqual(date);
      }),
    );
  });

  test("is moved by its offset", () => {
    const offset = fc.record({
      sign: fc.constantFrom(1, -1),
      hours: fc.integer({ min: 0, max: 23 }),
      minutes: fc.integer({ min: 0, max: 59 }),
    });
    fc.assert(
      fc.property(anyDay.filter(exists), offset, (day, { sign, hours, minutes }) => {
        const text = `${dayText(day)}T12:00`;
        const moved = parseInstant(`${text}${sign > 0 ? "+" : "-"}${two(hours)}:${two(minutes)}`)?.getTime();
        const utc = parseInstant(`${text}Z`)?.getTime() ?? Number.NaN;
        expect(moved).toBe(utc - sign * (hours * 60 + minutes) * 60_000);
      }),
    );
  });

  test("is none on a day that does not exist", () => {
    fc.assert(
      fc.property(
        anyDay.filter((day) => !exists(day)),
        (day) => parseInstant(`${dayText(day)}T12:00Z`) === undefined,
      ),
    );
  });

  test("has hours to 24, minutes to 59 and seconds to 59", () => {
    const part = fc.integer({ min: 0, max: 99 });
    fc.assert(
      fc.property(part, part, part, (hour, minute, second) => {
        const read = parseInstant(`2026-03-04T${two(hour)}:${two(minute)}:${two(second)}Z`);
        const isMidnight = hour === 24 && minute === 0 && second === 0;
        expect(read !== undefined).toBe(isMidnight || (hour < 24 && minute < 60 && second < 60));
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["2026-03-01T09:30:00Z", "2026-03-01T09:30:00.000Z"],
    ["2026-03-01T09:30Z", "2026-03-01T09:30:00.000Z"],
    ["2026-03-01t09:30:00z", "2026-03-01T09:30:00.000Z"],
    ["2026-03-01T09:30:00.123456789+01:00", "2026-03-01T08:30:00.123Z"],
    ["2024-02-29T23:59:59-00:30", "2024-03-01T00:29:59.000Z"],
  ])("%s is %s", (value, expected) => {
    expect(parseInstant(value)?.toISOString()).toBe(expected);
  });

  test.each([
    "2026-03-01",
    "2026-03-01T09:30:00",
    "2026-03-01 09:30:00Z",
    "2026-03-01T09Z",
    "2026-03-01T09:30:00+0100",
    "2026-03-01T09:30:00+25:00",
    "2026-03-01T09:30:00.Z",
    "2026-02-29T00:00:00Z",
    "1772357400",
    "1772357400000",
    "Sun, 01 Mar 2026 09:30:00 GMT",
    "now",
    "",
  ])("is not %o", (value) => {
    expect(parseInstant(value)).toBeUndefined();
  });
});

describe("a window in Unix seconds", () => {
  const moment = fc.date({
    min: new Date("2000-01-01T00:00:00Z"),
    max: new Date("2100-01-01T00:00:00Z"),
    noInvalidDate: true,
  });

  test("holds every moment of what was asked for, and less than a second more at either end", () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 31 * 86_400_000 }), (start, lengthMs) => {
        const end = new Date(start.getTime() + lengthMs);
        const { start_time, end_time } = windowSeconds({ start, end }, longestReadDays);
        expect(start_time).toBe(toUnixSeconds(start));
        expect(start.getTime() - start_time * 1000).toBeGreaterThanOrEqual(0);
        expect(start.getTime() - start_time * 1000).toBeLessThan(1000);
        expect(end_time * 1000 - end.getTime()).toBeGreaterThanOrEqual(0);
        expect(end_time * 1000 - end.getTime()).toBeLessThan(1000);
      }),
    );
  });

  test("is refused unless it is of some length up to 31 days", () => {
    const lengths = fc.oneof(
      fc.integer({ min: -31 * 86_400_000, max: 0 }),
      fc.integer({ min: 31 * 86_400_000 + 1, max: 400 * 86_400_000 }),
    );
    fc.assert(
      fc.property(moment, lengths, (start, lengthMs) => {
        const read = () =>
          windowSeconds({ start, end: new Date(start.getTime() + lengthMs) }, longestReadDays);
        expect(read).toThrow(GatewayError);
        expect(read).toThrow(/^window/);
      }),
    );
  });

  test("is what the upstream is asked for", async () => {
    const { query, callsWithQueries } = gateway();
    await query(
      `{ activities(window: { start: "2026-03-04T09:00:00.999+01:00", end: "2026-03-04T08:00:01.001Z" }) { nodes { id } } }`,
    );
    expect(callsWithQueries()).toEqual([
      "assembled GET /v0/activities?start_time=1772611200&end_time=1772611202&include_activity_types=true",
    ]);
  });
});
