import { type AccessStrategy, callText } from "../../lists/access-strategy.ts";
import type { ListStrategy } from "../../lists/list-strategy.ts";
import type { AnyEndpoint } from "../../rest/endpoint.ts";
import { callsInBatches } from "./calls-in-batches.ts";

/** The facts of a filter. */
export interface FilterFacts {
  readonly keysPerCall: number;
  /** Rows, where what it finds comes in pages. @default it comes whole */
  readonly pageSize?: number;
  /** The list beside it, which has the last word. @default none */
  readonly list?: ListStrategy;
}

/** A list that takes many keys in one call. */
export function filterReads(
  endpoint: AnyEndpoint,
  { keysPerCall, list, pageSize }: FilterFacts,
): AccessStrategy {
  const isPaged = pageSize !== undefined;
  const inPages = isPaged ? `, in pages of ${pageSize}` : "";
  return {
    endpoints: [endpoint, ...(list?.endpoints ?? [])],
    bounds(keys, facts) {
      const calls = Math.ceil(keys / keysPerCall);
      const all = list?.bounds(keys, facts);
      return {
        least: Math.min(calls, all?.least ?? calls),
        most: isPaged ? Number.POSITIVE_INFINITY : calls + (all?.most ?? 0),
      };
    },
    most(keys, batches, statistics) {
      const calls = callsInBatches(keys, batches, keysPerCall);
      const all = list ? list.pages(statistics) : Number.POSITIVE_INFINITY;
      // A filter that pages by itself uses the list only where that is cached.
      const wanted = isPaged ? 0 : Number.POSITIVE_INFINITY;
      return {
        // What a filter finds is no more than all that the list holds.
        calls: [{ endpoint, count: isPaged ? calls * all : calls }],
        ...(list && { pages: { endpoint: list.endpoint, all, wanted, isForParents: false } }),
      };
    },
    describe: () => ({
      ways: [
        `${callText(endpoint)} for ${keysPerCall} keys at once${inPages}`,
        ...(list?.describe().ways ?? []),
      ],
      choice: choiceBeside(list, isPaged),
    }),
  };
}

function choiceBeside(list: ListStrategy | undefined, isPaged: boolean): string {
  if (!list || list.isWhole) return "the filter, for all keys of a moment at once";
  return isPaged
    ? "the filter, unless the list is cached"
    : "the filter; the list where it is cached, and for keys that the filter does not find";
}
