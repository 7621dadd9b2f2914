import { expect, test } from "vitest";
import { leastCalls } from "../../src/estimate/least-calls.ts";
import { atMost } from "../../src/estimate/range.ts";
import type { Demand } from "../../src/estimate/walk.ts";
import type { AnyEndpoint } from "../../src/rest/endpoint.ts";
import { POST } from "../rest/routes.ts";
import { atHand, demand, endpoints, known, ways } from "./made-up.ts";

const { alongShelves, byId, byTitle, filter, pages, shelves } = ways;

const least = (
  size: number | undefined,
  held: readonly AnyEndpoint[],
  ...demands: readonly Demand[]
): number => leastCalls(demands, known(size), atHand(...held)).get("library") ?? 0;

test("keys that are sure cost what the cheapest way to them costs", () => {
  expect(least(250, [], demand(2, byId, pages))).toBe(2);
  expect(least(250, [], demand(50, byId, pages))).toBe(3);
  expect(least(undefined, [], demand(50, byId, pages))).toBe(1);
  expect(least(250, [], demand(1, pages))).toBe(3);
  expect(least(250, [], demand(25, filter))).toBe(3);
  expect(least(250, [], demand(1, alongShelves, shelves))).toBe(0);
  expect(least(250, [], { ...demand(2, byId), keys: atMost(2) })).toBe(0);
});

test("of what the same calls may answer, the dearest counts, in whatever order", () => {
  const some = [demand(1, byId, pages), demand(1, pages), demand(2, byTitle, pages)];
  expect(least(250, [], ...some)).toBe(3);
  expect(least(250, [], ...some.toReversed())).toBe(3);
  // Two that have nothing in common, until a third has something in common with both.
  const apart = [demand(4, byId), demand(5, byTitle)];
  expect(least(250, [], ...apart)).toBe(9);
  expect(least(250, [], ...apart, demand(1, byId, byTitle))).toBe(5);
});

test("a page that is read for somebody else may show all keys but one", () => {
  const page = demand(1, { kind: "point", row: endpoints.list });
  expect(least(450, [], demand(6, byId, pages))).toBe(5);
  expect(least(450, [], demand(6, byId, pages), page)).toBe(1);
  expect(least(450, [], demand(6, byId, pages), demand(1, pages))).toBe(5);
});

test("what another read may have shown need not be asked for", () => {
  const shown = { ...byId, shownBy: [endpoints.getByTitle] };
  expect(least(250, [], demand(4, shown), demand(1, byTitle))).toBe(4);
  expect(least(250, [], demand(4, shown, pages), demand(1, byTitle))).toBe(1);
  expect(least(250, [endpoints.getByTitle], demand(4, shown))).toBe(0);
});

test("what is at hand may answer all who could use it", () => {
  expect(least(250, [endpoints.list], demand(2, byId, pages))).toBe(0);
  expect(least(250, [endpoints.get], demand(2, byId, pages), demand(1, pages))).toBe(3);
  expect(least(250, [endpoints.get], demand(2, byTitle))).toBe(2);
});

test("writes and reads that bypass the cache are sure, each by itself and whatever is at hand", () => {
  const write = { kind: "point", row: POST("/books").returns() } as const;
  expect(least(250, [endpoints.get], demand(1, write), demand(1, write))).toBe(2);
  const fresh = { ...demand(1, byId), bypassCache: true };
  expect(least(250, [endpoints.get], fresh, fresh, demand(1, byId))).toBe(2);
});

test("whether another loader is asked, and how often, is not sure", () => {
  const through = { kind: "through", access: [byId], keysPerKey: { least: 0, most: 1 } } as const;
  expect(least(250, [], demand(5, pages, through))).toBe(3);
  expect(least(250, [], demand(5, through))).toBe(0);
});
