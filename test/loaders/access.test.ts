import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accessPathsText } from "../../scripts/access-paths-text.ts";
import { fullModel, loadersOf } from "../../src/graphql/model.ts";
import type { AccessStrategy } from "../../src/lists/access-strategy.ts";
import { pagesOfList, wholeList } from "../../src/lists/list-strategy.ts";
import { type ListStatistics, newListStatistics } from "../../src/lists/statistics.ts";
import { asking } from "../../src/loaders/strategies/asking.ts";
import { callBounds, endpointsOf } from "../../src/loaders/strategies/call-bounds.ts";
import { filterReads } from "../../src/loaders/strategies/filter-reads.ts";
import { groupedReads } from "../../src/loaders/strategies/grouped-reads.ts";
import { pickedReads } from "../../src/loaders/strategies/picked-reads.ts";
import { pointReads } from "../../src/loaders/strategies/point-reads.ts";
import { readsUntilFound, searchReads } from "../../src/loaders/strategies/searches.ts";
import { sideLoaded } from "../../src/loaders/strategies/side-loaded.ts";
import { partsOfWindow } from "../../src/loaders/strategies/windows.ts";
import { GET } from "../rest/routes.ts";

const row = GET("/rows").returns<unknown>();
const pages = pagesOfList(row, "rows", 10);
const whole = wholeList(row);
const point = pointReads(row);
const pointOrPages = pointReads(row, { list: pages });
const pointOrWhole = pointReads(row, { list: whole });
const alongWhole = sideLoaded(row, row, whole);
const filter = filterReads(row, { keysPerCall: 50 });
const filterOrPages = filterReads(row, { keysPerCall: 50, list: pages });
const picked = pickedReads(row, 50, pointOrPages);
const searched = searchReads(row, pages);
const untilFound = readsUntilFound(pages, row);
const window = partsOfWindow(row, ({ rowCount }) => (rowCount.get("rows") ?? 20) / 5);
const foreignKey = { missingKey: "owner of a row" };
const groupedList = { endpoint: row, name: "rows", pageSize: 10, foreignKey, probes: true };
const grouped = groupedReads(row, { ...groupedList, isInOrder: false });
const groupedInOrder = groupedReads(row, { ...groupedList, isInOrder: true });
const asks = [{ access: pointOrPages, keysPerKey: { least: 0, most: 2 } }];
const open = Number.POSITIVE_INFINITY;

/** Statistics of a list of 95 rows. @param isLacking whether rows lack the foreign key. @default none was seen */
function statistics(isLacking?: boolean): ListStatistics {
  const known = newListStatistics();
  known.rowCount.set("rows", 95);
  if (isLacking !== undefined) known.lacksForeignKey.set(foreignKey.missingKey, isLacking);
  return known;
}

/** Bounds for so many keys over a list of 95 rows, unless its size is not known. */
const bounds = (access: AccessStrategy, keys: number, knows = true, arePointsQueued = false) => {
  const facts = { statistics: knows ? statistics() : newListStatistics(), arePointsQueued };
  const { least, most } = callBounds(access, { least: keys, most: keys }, facts);
  return [least, most];
};

describe("the calls for a batch of keys", () => {
  test.each([
    ["no key, whatever way there is", pointOrPages, 0, [0, 0]],
    ["keys that have a read each and no list", point, 7, [7, 7]],
    ["fewer keys than pages", pointOrPages, 9, [9, 9]],
    ["as many keys as pages", pointOrPages, 10, [10, 10]],
    ["more keys than pages, of which the list may show all or none", pointOrPages, 20, [10, 30]],
    ["keys that only the list knows", pages, 3, [10, 10]],
    ["one key of a collection", pointOrWhole, 1, [1, 1]],
    ["keys of a collection that comes whole", whole, 9, [1, 1]],
    ["keys that may come along", alongWhole, 9, [0, 1]],
    ["keys that a filter takes at once", filter, 120, [3, 3]],
    ["one key that a filter would take", picked, 1, [1, 1]],
    ["rows that are picked by their keys, and reads for those not shown", picked, 20, [1, 31]],
    ["keys of a filter where the list has the last word", filterOrPages, 20, [1, 11]],
    ["fewer keys to search for than there are pages, which have the last word", searched, 9, [9, 19]],
    ["as many keys to search for as there are pages, which show all", searched, 10, [10, 10]],
    ["windows by what is known of their weight", window, 2, [38, 38]],
    ["keys that rows may tell, in a list of as many pages", grouped, 10, [10, 10]],
    ["keys that rows may tell, in a list of fewer pages", grouped, 20, [10, 30]],
    ["keys that the first rows may tell", groupedInOrder, 20, [1, 30]],
    ["keys that are searched for", untilFound, 3, [0, open]],
    ["keys that lead to two others each at most", asking(asks), 3, [0, 6]],
    ["keys of a list that lead to others", asking(asks, pages), 3, [10, 16]],
  ] as const)("of %s", (_, access, keys, expected) => {
    expect(bounds(access, keys)).toEqual(expected);
  });

  test("of a list of unknown size are at most twice the point reads", () => {
    expect(bounds(pointOrPages, 1, false)).toEqual([1, 1]);
    expect(bounds(pointOrPages, 8, false)).toEqual([1, 16]);
    expect(bounds(pages, 8, false)).toEqual([1, open]);
  });

  test("of a list whose rows tell their keys are its pages, and of one whose rows do not, the keys", () => {
    const keys = { least: 20, most: 20 };
    const facts = (isLacking: boolean) => ({ statistics: statistics(isLacking), arePointsQueued: false });
    expect(callBounds(grouped, keys, facts(false))).toEqual({ least: 10, most: 10 });
    expect(callBounds(groupedInOrder, keys, facts(false))).toEqual({ least: 1, most: 10 });
    expect(callBounds(grouped, keys, facts(true))).toEqual(keys);
    expect(bounds(grouped, 20, false)).toEqual([1, 40]);
    expect(bounds(grouped, 1, false)).toEqual([1, 1]);
  });

  test("go to the list on a tie where point reads stand in line", () => {
    expect(bounds(pointOrPages, 10, true, true)).toEqual([10, 20]);
    expect(bounds(pointOrPages, 1, false, true)).toEqual([1, 2]);
  });

  test("have no upper bound where nothing bounds the keys, but for what is read whole", () => {
    const unbounded = { least: 1, most: open };
    const facts = { statistics: statistics(), arePointsQueued: false };
    expect(callBounds(pointOrPages, unbounded, facts)).toEqual({ least: 1, most: open });
    expect(callBounds(pages, unbounded, facts)).toEqual({ least: 10, most: 10 });
    expect(callBounds(filter, unbounded, facts)).toEqual({ least: 1, most: open });
  });

  test("grow with the keys", () => {
    const some = fc.constantFrom(
      point,
      pages,
      whole,
      pointOrPages,
      pointOrWhole,
      alongWhole,
      filter,
      filterOrPages,
      picked,
      searched,
      grouped,
      groupedInOrder,
      asking(asks),
      asking(asks, filterOrPages),
    );
    fc.assert(
      fc.property(some, fc.nat({ max: 200 }), fc.boolean(), fc.boolean(), (access, keys, knows, queued) => {
        const [least = 0, most = 0] = bounds(access, keys, knows, queued);
        const [nextLeast = 0, nextMost = 0] = bounds(access, keys + 1, knows, queued);
        expect(least).toBeLessThanOrEqual(most);
        expect(least).toBeLessThanOrEqual(nextLeast);
        // A search for each key makes way for the list once there are as many keys as pages.
        if (access !== searched) expect(most).toBeLessThanOrEqual(nextMost);
      }),
    );
  });
});

test("every loader declares its ways, and no name stands for two", () => {
  const all = [...loadersOf(fullModel).values()].flat();
  const byName = new Map(all);
  expect(all.filter(([name, loader]) => byName.get(name) !== loader)).toEqual([]);
  expect(all.filter(([, { access }]) => endpointsOf(access).length === 0)).toEqual([]);
});

test("docs/access-paths.md is what scripts/access-paths.ts writes", () => {
  const written = readFileSync(new URL("../../docs/access-paths.md", import.meta.url), "utf8");
  expect(written).toBe(accessPathsText());
});
