import { expect, test } from "vitest";
import { mostCalls } from "../../src/estimate/most-calls.ts";
import { anyNumber } from "../../src/estimate/range.ts";
import type { Demand } from "../../src/estimate/walk.ts";
import type { AccessStrategy } from "../../src/lists/access-strategy.ts";
import { asking } from "../../src/loaders/strategies/asking.ts";
import { demand, known, shelfOfBook, ways } from "./made-up.ts";

const {
  alongShelves,
  byId,
  byIdOrPages,
  byTitleOrPages,
  filter,
  filterOrPages,
  grouped,
  pagedFilterOrPages,
  pages,
  pickedOrPages,
  searched,
  shelves,
  untilFound,
  window,
} = ways;
const open = Number.POSITIVE_INFINITY;

const most = (size: number | undefined, ...demands: readonly Demand[]): number =>
  mostCalls(demands, known(size)).get("library") ?? 0;

test("point reads are one for each key", () => {
  expect([0, 1, 7].map((count) => most(200, demand(count, byId)))).toEqual([0, 1, 7]);
});

test("beside point reads, no more of a list is read than it has pages and than keys miss", () => {
  expect(most(250, demand(2, byIdOrPages))).toBe(2 + 2);
  expect(most(250, demand(50, byIdOrPages))).toBe(50 + 3);
  expect(most(undefined, demand(50, byIdOrPages))).toBe(50 + 50);
  expect(most(0, demand(50, byIdOrPages))).toBe(50 + 1);
});

test("beside reads of groups, no page is read for one of a list that may be of any length", () => {
  expect(most(250, demand(50, grouped))).toBe(50 + 3);
  expect(most(undefined, demand(50, grouped))).toBe(50 + 50);
  expect(most(undefined, demand(1, grouped))).toBe(1);
  // One for each of two fields are two that come together.
  expect(most(undefined, demand(1, grouped), demand(1, grouped))).toBe(2 + 2);
  expect(most(90, demand(1, grouped))).toBe(1 + 1);
  const untold = known();
  untold.statistics.library.lacksForeignKey.set(shelfOfBook.missingKey, true);
  expect(mostCalls([demand(50, grouped)], untold).get("library")).toBe(50);
});

test("a list is read once for all who use it, and is open while its size is not known", () => {
  expect(most(250, demand(1, pages), demand(9, pages))).toBe(3);
  expect(most(250, demand(1, byIdOrPages), demand(1, byTitleOrPages))).toBe(2 + 2);
  expect(most(250, demand(40, byIdOrPages), demand(1, pages))).toBe(40 + 3);
  expect(most(undefined, demand(1, pages))).toBe(open);
  expect(most(undefined, demand(3, shelves), demand(4, alongShelves))).toBe(1);
});

test("keys share calls of a filter if they come at one moment", () => {
  expect(most(250, demand(25, filter))).toBe(3);
  expect(most(250, { ...demand(25, filter), batches: 4 })).toBe(4 + 2);
  expect(most(250, { ...demand(25, filter), batches: 25 })).toBe(25);
  expect(most(250, { ...demand(1, filter), keys: anyNumber })).toBe(open);
});

test("a list that has the last word adds to its filter; pages of a filter are no more than those of its list", () => {
  expect(most(250, demand(25, filterOrPages))).toBe(3 + 3);
  expect(most(250, demand(25, pagedFilterOrPages))).toBe(3 * 3);
  expect(most(undefined, demand(25, pagedFilterOrPages))).toBe(open);
});

test("rows that are picked by their keys cost a call for so many on top of the other ways, and one alone costs none", () => {
  expect(most(250, demand(1, pickedOrPages))).toBe(1 + 1);
  expect(most(250, demand(25, pickedOrPages))).toBe(3 + 25 + 3);
});

test("searches are one for each key beside all of the list, and a window is what it weighs", () => {
  expect(most(250, demand(2, searched))).toBe(2 + 3);
  expect(most(undefined, demand(2, searched))).toBe(open);
  // A list of one page is read in place of any search.
  expect(most(90, demand(2, searched))).toBe(1);
  expect([most(undefined, demand(2, window)), most(250, demand(2, window))]).toEqual([2, 500]);
});

test("a search is open, and so is another loader asked for any number of keys", () => {
  expect(most(250, demand(1, untilFound))).toBe(open);
  const askingFor = (count: number, own?: AccessStrategy) =>
    asking([{ access: byId, keysPerKey: { least: 0, most: count } }], own);
  expect(most(250, demand(3, askingFor(open)))).toBe(open);
  expect(most(250, demand(3, askingFor(2, pages)))).toBe(3 + 6);
  expect(most(250, demand(0, askingFor(open, untilFound)))).toBe(0);
});
