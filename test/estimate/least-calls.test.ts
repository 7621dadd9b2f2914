import { expect, test } from "vitest";
import { leastCalls } from "../../src/estimate/least-calls.ts";
import { atMost } from "../../src/estimate/range.ts";
import type { Demand } from "../../src/estimate/walk.ts";
import { asking } from "../../src/loaders/strategies/asking.ts";
import { pointReads } from "../../src/loaders/strategies/point-reads.ts";
import type { AnyEndpoint } from "../../src/rest/endpoint.ts";
import { POST } from "../rest/routes.ts";
import { atHand, demand, endpoints, known, ways } from "./made-up.ts";

const { alongShelves, byId, byIdOrPages, byTitle, byTitleOrPages, filter, pages } = ways;

const least = (
  size: number | undefined,
  held: readonly AnyEndpoint[],
  ...demands: readonly Demand[]
): number => leastCalls(demands, known(size), atHand(...held)).get("library") ?? 0;

test("keys that are sure cost what the cheapest way to them costs", () => {
  expect(least(250, [], demand(2, byIdOrPages))).toBe(2);
  expect(least(250, [], demand(50, byIdOrPages))).toBe(3);
  expect(least(undefined, [], demand(50, byIdOrPages))).toBe(1);
  expect(least(250, [], demand(1, pages))).toBe(3);
  expect(least(250, [], demand(25, filter))).toBe(3);
  expect(least(250, [], demand(1, alongShelves))).toBe(0);
  expect(least(250, [], { ...demand(2, byId), keys: atMost(2) })).toBe(0);
});

test("of what the same calls may answer, the dearest counts, in whatever order", () => {
  const some = [demand(1, byIdOrPages), demand(1, pages), demand(2, byTitleOrPages)];
  expect(least(250, [], ...some)).toBe(3);
  expect(least(250, [], ...some.toReversed())).toBe(3);
  // Two that have nothing in common, until a third has something in common with both.
  const either = { ...byId, endpoints: [...byId.endpoints, ...byTitle.endpoints] };
  const apart = [demand(4, byId), demand(5, byTitle)];
  expect(least(250, [], ...apart)).toBe(9);
  expect(least(250, [], ...apart, demand(1, either))).toBe(5);
});

test("a page that is read for somebody else may show all keys but one", () => {
  const page = demand(1, pointReads(endpoints.list));
  expect(least(450, [], demand(6, byIdOrPages))).toBe(5);
  expect(least(450, [], demand(6, byIdOrPages), page)).toBe(1);
  expect(least(450, [], demand(6, byIdOrPages), demand(1, pages))).toBe(5);
});

test("what another read may have shown need not be asked for", () => {
  const shownBy = [endpoints.getByTitle];
  const shown = pointReads(endpoints.get, { shownBy });
  const shownOrPages = pointReads(endpoints.get, { list: pages, shownBy });
  expect(least(250, [], demand(4, shown), demand(1, byTitle))).toBe(4);
  expect(least(250, [], demand(4, shownOrPages), demand(1, byTitle))).toBe(1);
  expect(least(250, [endpoints.getByTitle], demand(4, shown))).toBe(0);
});

test("what is at hand may answer all who could use it", () => {
  expect(least(250, [endpoints.list], demand(2, byIdOrPages))).toBe(0);
  expect(least(250, [endpoints.get], demand(2, byIdOrPages), demand(1, pages))).toBe(3);
  expect(least(250, [endpoints.get], demand(2, byTitle))).toBe(2);
});

test("writes and reads that bypass the cache are sure, each by itself and whatever is at hand", () => {
  const write = pointReads(POST("/books").returns());
  expect(least(250, [endpoints.get], demand(1, write), demand(1, write))).toBe(2);
  const fresh = { ...demand(1, byId), bypassCache: true };
  expect(least(250, [endpoints.get], fresh, fresh, demand(1, byId))).toBe(2);
});

test("whether another loader is asked, and how often, is not sure", () => {
  const asks = [{ access: byId, keysPerKey: { least: 0, most: 1 } }];
  expect(least(250, [], demand(5, asking(asks, pages)))).toBe(3);
  expect(least(250, [], demand(5, asking(asks)))).toBe(0);
});
