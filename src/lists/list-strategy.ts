import type { AnyEndpoint } from "../rest/endpoint.ts";
import { type AccessStrategy, callText } from "./access-strategy.ts";
import type { KnownStatistics } from "./statistics.ts";

/** The reading of a list as a whole. */
export interface ListStrategy extends AccessStrategy {
  readonly endpoint: AnyEndpoint;
  /** Whether it comes in one call. */
  readonly isWhole: boolean;
  /** Calls for all of its rows; `Infinity` while its size is not known. */
  pages(statistics: KnownStatistics): number;
}

/** A collection that comes whole in one call. */
export const wholeList = (endpoint: AnyEndpoint): ListStrategy => ({
  ...readingAll(endpoint, () => 1),
  isWhole: true,
  describe: () => ({ ways: [`${callText(endpoint)} for all rows`], choice: "all rows" }),
});

/** The pages of a list. @param name of the list among those of its system. @param pageSize rows. */
export const pagesOfList = (endpoint: AnyEndpoint, name: string, pageSize: number): ListStrategy => ({
  ...readingAll(endpoint, (statistics) => pagesIn({ name, pageSize }, statistics)),
  isWhole: false,
  describe: () => ({
    ways: [`${callText(endpoint)} in pages of ${pageSize}`],
    choice: "all pages, however few keys",
  }),
});

/** Pages of a list; `Infinity` while its size is not known. */
export function pagesIn(
  { name, pageSize }: { readonly name: string; readonly pageSize: number },
  { rowCount }: Pick<KnownStatistics, "rowCount">,
): number {
  const count = rowCount.get(name);
  return count === undefined ? Number.POSITIVE_INFINITY : Math.max(1, Math.ceil(count / pageSize));
}

const readingAll = (endpoint: AnyEndpoint, pages: ListStrategy["pages"]) => ({
  endpoint,
  endpoints: [endpoint],
  readsAll: true,
  pages,
  bounds(_: number, { statistics }: Parameters<AccessStrategy["bounds"]>[1]) {
    const all = pages(statistics);
    return { least: Number.isFinite(all) ? all : 1, most: all };
  },
  most: (_: number, __: number, statistics: KnownStatistics) => ({
    calls: [],
    pages: { endpoint, all: pages(statistics), wanted: Number.POSITIVE_INFINITY, isForParents: false },
  }),
});
