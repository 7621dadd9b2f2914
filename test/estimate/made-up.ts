import type { Known } from "../../src/estimate/known.ts";
import { exactly } from "../../src/estimate/range.ts";
import type { Demand } from "../../src/estimate/walk.ts";
import type { AccessStrategy } from "../../src/lists/access-strategy.ts";
import { pagesOfList, wholeList } from "../../src/lists/list-strategy.ts";
import { newListStatistics } from "../../src/lists/statistics.ts";
import { filterReads } from "../../src/loaders/strategies/filter-reads.ts";
import { groupedReads } from "../../src/loaders/strategies/grouped-reads.ts";
import { pickedReads } from "../../src/loaders/strategies/picked-reads.ts";
import { pointReads } from "../../src/loaders/strategies/point-reads.ts";
import { readsUntilFound, searchReads } from "../../src/loaders/strategies/searches.ts";
import { sideLoaded } from "../../src/loaders/strategies/side-loaded.ts";
import { partsOfWindow } from "../../src/loaders/strategies/windows.ts";
import type { AnyEndpoint } from "../../src/rest/endpoint.ts";
import { GET } from "../rest/routes.ts";

/** Endpoints of a made-up system. */
export const endpoints = {
  get: GET("/books/{id}").returns(),
  getByTitle: GET("/books?title={title}").returns(),
  list: GET("/books").returns(),
  shelves: GET("/shelves").returns(),
};

const pages = pagesOfList(endpoints.list, "books", 100);
const shelves = wholeList(endpoints.shelves);
const byIdOrPages = pointReads(endpoints.get, { list: pages });

/** Where books name their shelves. */
export const shelfOfBook = { missingKey: "shelf of a book" };

/** Its ways to books and shelves. */
export const ways = {
  byId: pointReads(endpoints.get),
  byIdOrPages,
  byTitle: pointReads(endpoints.getByTitle),
  byTitleOrPages: pointReads(endpoints.getByTitle, { list: pages }),
  pages,
  filter: filterReads(endpoints.list, { keysPerCall: 10 }),
  filterOrPages: filterReads(endpoints.list, { keysPerCall: 10, list: pages }),
  pagedFilterOrPages: filterReads(endpoints.list, { keysPerCall: 10, pageSize: 100, list: pages }),
  pickedOrPages: pickedReads(endpoints.list, 10, byIdOrPages),
  grouped: groupedReads(endpoints.get, {
    endpoint: endpoints.list,
    name: "books",
    pageSize: 100,
    foreignKey: shelfOfBook,
    isInOrder: false,
    probes: true,
  }),
  searched: searchReads(endpoints.list, pages),
  window: partsOfWindow(endpoints.list, ({ rowCount }) => rowCount.get("books") ?? 1),
  untilFound: readsUntilFound(pages, endpoints.get),
  shelves,
  alongShelves: sideLoaded(endpoints.shelves, endpoints.list, shelves),
};

/** What is known of it. @param size books, if that is known. */
export function known(
  size?: number,
): Known & { readonly statistics: { readonly library: ReturnType<typeof newListStatistics> } } {
  const library = newListStatistics();
  if (size !== undefined) library.rowCount.set("books", size);
  return { systemOf: () => "library", statistics: { library } };
}

/** A demand for so many keys. */
export const demand = (count: number, access: AccessStrategy): Demand => ({
  access,
  keys: exactly(count),
  batches: Math.min(1, count),
});

/** Whether nothing is at hand, or something for some endpoints. */
export const atHand =
  (...some: readonly AnyEndpoint[]) =>
  (endpoint: AnyEndpoint): boolean =>
    some.includes(endpoint);
