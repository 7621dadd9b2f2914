import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accessPathsText } from "../../scripts/access-paths-text.ts";
import { fullModel, loadersOf } from "../../src/graphql/model.ts";
import type { AccessPath } from "../../src/lists/access-path.ts";
import { callBounds } from "../../src/loaders/access.ts";
import { GET } from "../rest/routes.ts";

const row = GET("/rows").returns<unknown>();
const point: AccessPath = { kind: "point", row };
const pages: AccessPath = { kind: "pages", row, list: "rows", pageSize: 10 };
const whole: AccessPath = { kind: "whole", row };
const filtered: AccessPath = { kind: "filtered", row, keysPerCall: 50 };
const picked: AccessPath = { kind: "picked", row, keysPerCall: 50 };
const sideLoaded: AccessPath = { kind: "sideLoaded", row, with: row };
const search: AccessPath = { kind: "search", row };
const searched: AccessPath = { kind: "searched", row };
const window: AccessPath = { kind: "window", row, callsFor: (sizes) => (sizes.get("rows") ?? 20) / 5 };
const grouped = {
  kind: "grouped",
  row,
  list: "rows",
  pageSize: 10,
  missingKey: "rows without an owner",
  isInOrder: false,
  probes: true,
} as const satisfies AccessPath;
const groupedInOrder: AccessPath = { ...grouped, isInOrder: true };
const through: AccessPath = {
  kind: "through",
  access: [point, pages],
  keysPerKey: { least: 0, most: 2 },
};

/** Bounds for so many keys over a list of 95 rows, unless its size is not known. */
const bounds = (access: readonly AccessPath[], keys: number, knows = true, queued = false) => {
  const { least, most } = callBounds(
    access,
    { least: keys, most: keys },
    new Map(knows ? [["rows", 95]] : []),
    queued,
  );
  return [least, most];
};

describe("the calls for a batch of keys", () => {
  test.each([
    ["no key, whatever way there is", [point, pages], 0, [0, 0]],
    ["keys that have a read each and no list", [point], 7, [7, 7]],
    ["fewer keys than pages", [point, pages], 9, [9, 9]],
    ["as many keys as pages", [point, pages], 10, [10, 10]],
    ["more keys than pages, of which the list may show all or none", [point, pages], 20, [10, 30]],
    ["keys that only the list knows", [pages], 3, [10, 10]],
    ["one key of a collection", [point, whole], 1, [1, 1]],
    ["keys of a collection that comes whole", [whole], 9, [1, 1]],
    ["keys that may come along", [sideLoaded, whole], 9, [0, 1]],
    ["keys that a filter takes at once", [filtered], 120, [3, 3]],
    ["one key that a filter would take", [picked, point, pages], 1, [1, 1]],
    [
      "rows that are picked by their keys, and reads for those not shown",
      [picked, point, pages],
      20,
      [1, 31],
    ],
    ["keys of a filter where the list has the last word", [filtered, pages], 20, [1, 11]],
    [
      "fewer keys to search for than there are pages, which have the last word",
      [searched, pages],
      9,
      [9, 19],
    ],
    ["as many keys to search for as there are pages, which show all", [searched, pages], 10, [10, 10]],
    ["keys to search for without a list", [searched], 3, [3, 3]],
    ["windows by what is known of their weight", [window], 2, [38, 38]],
    ["keys that rows may tell, in a list of as many pages", [point, grouped], 10, [10, 10]],
    ["keys that rows may tell, in a list of fewer pages", [point, grouped], 20, [10, 30]],
    ["keys that the first rows may tell", [point, groupedInOrder], 20, [1, 30]],
    ["keys that are searched for", [pages, search], 3, [0, null]],
    ["keys that lead to two others each at most", [through], 3, [0, 6]],
    ["keys of a list that lead to others", [pages, through], 3, [10, 16]],
  ] as const)("of %s", (_, access, keys, expected) => {
    expect(bounds(access, keys)).toEqual(expected);
  });

  test("of a list of unknown size are at most twice the point reads", () => {
    expect(bounds([point, pages], 1, false)).toEqual([1, 1]);
    expect(bounds([point, pages], 8, false)).toEqual([1, 16]);
    expect(bounds([pages], 8, false)).toEqual([1, null]);
  });

  test("of a list whose rows tell their keys are its pages, and of one whose rows do not, the keys", () => {
    const sizes = (missingKey: number) =>
      new Map([
        ["rows", 95],
        [grouped.missingKey, missingKey],
      ]);
    const keys = { least: 20, most: 20 };
    expect(callBounds([point, grouped], keys, sizes(0))).toEqual({ least: 10, most: 10 });
    expect(callBounds([point, groupedInOrder], keys, sizes(0))).toEqual({ least: 1, most: 10 });
    expect(callBounds([point, grouped], keys, sizes(1))).toEqual(keys);
    expect(bounds([point, grouped], 20, false)).toEqual([1, 40]);
    expect(bounds([point, grouped], 1, false)).toEqual([1, 1]);
  });

  test("go to the list on a tie where point reads stand in line", () => {
    expect(bounds([point, pages], 10, true, true)).toEqual([10, 20]);
    expect(bounds([point, pages], 1, false, true)).toEqual([1, 2]);
  });

  test("have no upper bound where nothing bounds the keys, but for what is read whole", () => {
    const unbounded = { least: 1, most: null };
    const sizes = new Map([["rows", 95]]);
    expect(callBounds([point, pages], unbounded, sizes)).toEqual({ least: 1, most: null });
    expect(callBounds([pages], unbounded, sizes)).toEqual({ least: 10, most: 10 });
    expect(callBounds([filtered], unbounded, sizes)).toEqual({ least: 1, most: null });
  });

  test("grow with the keys", () => {
    const kinds = fc.subarray([
      point,
      pages,
      grouped,
      groupedInOrder,
      whole,
      filtered,
      picked,
      sideLoaded,
      through,
    ]);
    fc.assert(
      fc.property(kinds, fc.nat({ max: 200 }), fc.boolean(), fc.boolean(), (access, keys, knows, queued) => {
        const [least = 0, most] = bounds(access, keys, knows, queued);
        const [nextLeast = 0, nextMost] = bounds(access, keys + 1, knows, queued);
        expect(least).toBeLessThanOrEqual(most ?? Number.POSITIVE_INFINITY);
        expect(least).toBeLessThanOrEqual(nextLeast ?? 0);
        expect(most ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(nextMost ?? Number.POSITIVE_INFINITY);
      }),
    );
  });
});

test("every loader declares its ways, and no name stands for two", () => {
  const all = [...loadersOf(fullModel).values()].flat();
  const byName = new Map(all);
  expect(all.filter(([name, loader]) => byName.get(name) !== loader)).toEqual([]);
  expect(all.filter(([, { access }]) => access.length === 0)).toEqual([]);
});

test("docs/access-paths.md is what scripts/access-paths.ts writes", () => {
  const written = readFileSync(new URL("../../docs/access-paths.md", import.meta.url), "utf8");
  expect(written).toBe(accessPathsText());
});
