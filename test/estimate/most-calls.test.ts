import { expect, test } from "vitest";
import { mostCalls } from "../../src/estimate/most-calls.ts";
import { anyNumber } from "../../src/estimate/range.ts";
import type { Demand } from "../../src/estimate/walk.ts";
import { demand, known, ways } from "./made-up.ts";

const {
  alongShelves,
  byId,
  byTitle,
  filter,
  grouped,
  pagedFilter,
  pages,
  picked,
  search,
  searched,
  shelves,
  window,
} = ways;
const open = Number.POSITIVE_INFINITY;

const most = (size: number | undefined, ...demands: readonly Demand[]): number =>
  mostCalls(demands, known(size)).get("library") ?? 0;

test("point reads are one for each key", () => {
  expect([0, 1, 7].map((count) => most(200, demand(count, byId)))).toEqual([0, 1, 7]);
});

test("beside point reads, no more of a list is read than it has pages and than keys miss", () => {
  expect(most(250, demand(2, byId, pages))).toBe(2 + 2);
  expect(most(250, demand(50, byId, pages))).toBe(50 + 3);
  expect(most(undefined, demand(50, byId, pages))).toBe(50 + 50);
  expect(most(0, demand(50, byId, pages))).toBe(50 + 1);
});

test("beside reads of groups, no page is read for one of a list that may be of any length", () => {
  expect(most(250, demand(50, byId, grouped))).toBe(50 + 3);
  expect(most(undefined, demand(50, byId, grouped))).toBe(50 + 50);
  expect(most(undefined, demand(1, byId, grouped))).toBe(1);
  // One for each of two fields are two that come together.
  expect(most(undefined, demand(1, byId, grouped), demand(1, byId, grouped))).toBe(2 + 2);
  expect(most(90, demand(1, byId, grouped))).toBe(1 + 1);
  const untold = { library: new Map([[grouped.missingKey, 1]]) };
  const { systemOf } = known();
  expect(mostCalls([demand(50, byId, grouped)], { systemOf, sizes: untold }).get("library")).toBe(50);
});

test("a list is read once for all who use it, and is open while its size is not known", () => {
  expect(most(250, demand(1, pages), demand(9, pages))).toBe(3);
  expect(most(250, demand(1, byId, pages), demand(1, byTitle, pages))).toBe(2 + 2);
  expect(most(250, demand(40, byId, pages), demand(1, pages))).toBe(40 + 3);
  expect(most(undefined, demand(1, pages))).toBe(open);
  expect(most(undefined, demand(3, shelves), demand(4, alongShelves, shelves))).toBe(1);
});

test("keys share calls of a filter if they come at one moment", () => {
  expect(most(250, demand(25, filter))).toBe(3);
  expect(most(250, { ...demand(25, filter), batches: 4 })).toBe(4 + 2);
  expect(most(250, { ...demand(25, filter), batches: 25 })).toBe(25);
  expect(most(250, { ...demand(1, filter), keys: anyNumber })).toBe(open);
});

test("a list that has the last word adds to its filter; pages of a filter are no more than those of its list", () => {
  expect(most(250, demand(25, filter, pages))).toBe(3 + 3);
  expect(most(250, demand(25, pagedFilter, pages))).toBe(3 * 3);
  expect(most(undefined, demand(25, pagedFilter, pages))).toBe(open);
});

test("rows that are picked by their keys cost a call for so many on top of the other ways, and one alone costs none", () => {
  expect(most(250, demand(1, picked, byId, pages))).toBe(1 + 1);
  expect(most(250, demand(25, picked, byId, pages))).toBe(3 + 25 + 3);
});

test("searches are one for each key beside all of the list, and a window is what it weighs", () => {
  expect(most(250, demand(2, searched, pages))).toBe(2 + 3);
  expect(most(undefined, demand(2, searched, pages))).toBe(open);
  // A list of one page is read in place of any search.
  expect(most(90, demand(2, searched, pages))).toBe(1);
  expect([most(undefined, demand(2, window)), most(250, demand(2, window))]).toEqual([2, 500]);
});

test("a search is open, and so is another loader asked for any number of keys", () => {
  expect(most(250, demand(1, pages, search))).toBe(open);
  const through = (count: number | null) =>
    ({ kind: "through", access: [byId], keysPerKey: { least: 0, most: count } }) as const;
  expect(most(250, demand(3, through(null)))).toBe(open);
  expect(most(250, demand(3, pages, through(2)))).toBe(3 + 6);
  expect(most(250, demand(0, through(null), search))).toBe(0);
});
