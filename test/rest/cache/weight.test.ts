import { describe, expect, test } from "vitest";
import { weightOf } from "../../../src/rest/cache/weight.ts";
import { deepFreeze } from "../../../src/rest/message/deep-freeze.ts";
import { bytesEach } from "../../support/heap.ts";

const times = <Made>(count: number, make: (at: number) => Made): Made[] =>
  Array.from({ length: count }, (_, at) => make(at));
const uuid = (number: number) => `8ce1939e-0000-4000-8000-${String(number).padStart(12, "0")}`;
const person = (number: number) => ({
  id: uuid(number),
  first_name: `Name ${number}`,
  email: `name.${number}@support.example`,
  site: uuid(7),
  queues: [uuid(number % 9), uuid(number % 5)],
  skills: [],
  platforms: { zendesk: `123${number}` },
  staffable: true,
  created_at: 1_700_000_000 + number,
});

/** Bodies by what they are made of; each is made anew with another number. */
const bodies: Readonly<Record<string, (number: number) => unknown>> = {
  "rows of people": (number) => times(100, (at) => person(100 * number + at)),
  "people by id": (number) =>
    Object.fromEntries(times(200, (at) => [uuid(200 * number + at), person(200 * number + at)])),
  "empty objects": () => times(1_000, () => ({})),
  "empty lists": () => times(1_000, () => []),
  "whole numbers": () => times(1_000, (at) => at),
  fractions: () => times(1_000, (at) => at + 0.5),
  "objects of large numbers": () => times(1_000, (at) => ({ a: at + 0.5, b: 1e12 + at })),
  "texts beyond Latin-1": (number) => times(200, (at) => `日本語の名前 長い文字列です ${number} ${at}`),
  "maps whose names stand nowhere else": (number) =>
    times(100, (at) => Object.fromEntries(times(5, (name) => [`name ${number} ${at} ${name}`, name]))),
  "a map of a thousand names": (number) => Object.fromEntries(times(1_000, (at) => [`${number} ${at}`, at])),
};

const leastMeasured = 4_000_000;

describe("the weight of a body is what it takes when it is parsed, give or take", { timeout: 30_000 }, () => {
  test.each(Object.entries(bodies))("%s", async (_, bodyOf) => {
    const weight = weightOf(bodyOf(0));
    // So many that what else the process makes meanwhile does not count.
    const count = Math.ceil(leastMeasured / weight);
    const texts = times(count, (number) => JSON.stringify(bodyOf(number)));
    const measured = await bytesEach(count, (number) => {
      const body: unknown = JSON.parse(texts[number] ?? "");
      deepFreeze(body);
      return body;
    });
    expect(weight).toBeGreaterThan(0.7 * measured);
    expect(weight).toBeLessThan(2 * measured);
  });

  test("nothing has no weight", () => {
    expect([undefined, null, true, 7].map((value) => weightOf(value))).toEqual([0, 0, 0, 0]);
  });
});
