import type { Known } from "../../src/estimate/most-calls.ts";
import { exactly } from "../../src/estimate/range.ts";
import type { Demand } from "../../src/estimate/walk.ts";
import type { AccessPath } from "../../src/lists/access-path.ts";
import type { AnyEndpoint } from "../../src/rest/endpoint.ts";
import { GET } from "../rest/routes.ts";

/** Endpoints of a made-up system. */
export const endpoints = {
  get: GET("/books/{id}").returns(),
  getByTitle: GET("/books?title={title}").returns(),
  list: GET("/books").returns(),
  shelves: GET("/shelves").returns(),
};

/** Its ways to books and shelves. */
export const ways = {
  byId: { kind: "point", row: endpoints.get },
  byTitle: { kind: "point", row: endpoints.getByTitle },
  pages: { kind: "pages", row: endpoints.list, list: "books", pageSize: 100 },
  filter: { kind: "filtered", row: endpoints.list, keysPerCall: 10 },
  pagedFilter: { kind: "filtered", row: endpoints.list, keysPerCall: 10, pageSize: 100 },
  picked: { kind: "picked", row: endpoints.list, keysPerCall: 10 },
  grouped: {
    kind: "grouped",
    row: endpoints.list,
    list: "books",
    pageSize: 100,
    missingKey: "books without a shelf",
    isInOrder: false,
    probes: true,
  },
  searched: { kind: "searched", row: endpoints.list },
  window: { kind: "window", row: endpoints.list, callsFor: (sizes) => sizes.get("books") ?? 1 },
  search: { kind: "search", row: endpoints.get },
  shelves: { kind: "whole", row: endpoints.shelves },
  alongShelves: { kind: "sideLoaded", row: endpoints.shelves, with: endpoints.list },
} as const satisfies Readonly<Record<string, AccessPath>>;

/** What is known of it. @param size books, if that is known. */
export const known = (size?: number): Known => ({
  systemOf: () => "library",
  sizes: { library: new Map(size === undefined ? [] : [["books", size]]) },
});

/** A demand for so many keys by some of its ways. */
export const demand = (count: number, ...access: readonly AccessPath[]): Demand => ({
  access,
  keys: exactly(count),
  batches: Math.min(1, count),
});

/** Whether nothing is at hand, or something for some endpoints. */
export const atHand =
  (...some: readonly AnyEndpoint[]) =>
  (endpoint: AnyEndpoint): boolean =>
    some.includes(endpoint);
