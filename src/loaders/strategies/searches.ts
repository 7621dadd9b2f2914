import { type AccessStrategy, callText } from "../../lists/access-strategy.ts";
import type { ListStrategy } from "../../lists/list-strategy.ts";
import type { AnyEndpoint } from "../../rest/endpoint.ts";
import { isListCheaper } from "../access-planner.ts";

/** A search for each key, which does not prove absence: the list beside it has the last word. */
export const searchReads = (endpoint: AnyEndpoint, list: ListStrategy): AccessStrategy => ({
  endpoints: [endpoint, ...list.endpoints],
  bounds(keys, facts) {
    const all = list.bounds(keys, facts);
    // A list that is no longer than keys are many is read in place of searches, and proves absence.
    if (isListCheaper(keys, all.most, true)) return all;
    return { least: Math.min(keys, all.least), most: keys + all.most };
  },
  most(keys, batches, statistics) {
    const isSearched = !isListCheaper(1, list.pages(statistics), true);
    return {
      ...list.most(keys, batches, statistics),
      calls: isSearched ? [{ endpoint, count: keys }] : [],
    };
  },
  describe: () => ({
    ways: [`search in ${callText(endpoint)} for each key`, ...list.describe().ways],
    choice:
      "the list if it has no more pages than keys are missing, a search for each otherwise; the list for keys that searches do not find",
  }),
});

/** A read for each of the rows of another list, until the key turns up. */
export const readsUntilFound = (list: ListStrategy, endpoint: AnyEndpoint): AccessStrategy => ({
  endpoints: [...list.endpoints, endpoint],
  bounds: () => ({ least: 0, most: Number.POSITIVE_INFINITY }),
  most: (keys, batches, statistics) => ({
    ...list.most(keys, batches, statistics),
    calls: [{ endpoint, count: Number.POSITIVE_INFINITY }],
  }),
  describe: () => ({
    ways: [...list.describe().ways, `${callText(endpoint)} until the key turns up`],
    choice: "one after the other, until all keys are found",
  }),
});
