import { type AccessStrategy, type BatchFacts, callText } from "../../lists/access-strategy.ts";
import type { ListStrategy } from "../../lists/list-strategy.ts";
import type { Range } from "../../lists/range.ts";
import type { AnyEndpoint } from "../../rest/endpoint.ts";
import { isListCheaper } from "../access-planner.ts";

/** The list beside reads by key. */
export interface PointList {
  /** The list that may show rows. @default none */
  readonly list?: ListStrategy;
  /** Other reads that may show a row before it is asked for. @default none */
  readonly shownBy?: readonly AnyEndpoint[] | undefined;
}

/** One call for each key, which alone proves that there is no such object, or a list where that has fewer pages. */
export const pointReads = (
  endpoint: AnyEndpoint,
  { list, shownBy = [] }: PointList = {},
): AccessStrategy => ({
  endpoints: [endpoint, ...(list?.endpoints ?? [])],
  shownBy,
  mayBeShown: list !== undefined,
  bounds: (keys, facts) => (list ? boundsBeside(list, keys, facts) : { least: keys, most: keys }),
  most: (keys, _, statistics) => ({
    calls: [{ endpoint, count: keys }],
    ...(list && {
      pages: { endpoint: list.endpoint, all: list.pages(statistics), wanted: keys, isForParents: false },
    }),
  }),
  describe: () => ({
    ways: [`${callText(endpoint)} for each key`, ...(list?.describe().ways ?? [])],
    choice: choiceBeside(list),
  }),
});

function boundsBeside(list: ListStrategy, keys: number, { arePointsQueued, statistics }: BatchFacts): Range {
  const pages = list.pages(statistics);
  // Reading on while that may pay costs as much as the point reads at most.
  if (!Number.isFinite(pages)) return { least: 1, most: keys > 1 || arePointsQueued ? 2 * keys : keys };
  return isListCheaper(keys, pages, arePointsQueued)
    ? { least: pages, most: pages + keys }
    : { least: keys, most: keys };
}

function choiceBeside(list: ListStrategy | undefined): string {
  if (!list) return "a read for each key";
  return list.isWhole
    ? "the list for two keys and more, a read for one"
    : "the list if it has fewer pages than keys are missing, a read for each otherwise";
}
