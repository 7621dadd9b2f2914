import { type AccessStrategy, callText } from "../../lists/access-strategy.ts";
import type { KnownStatistics } from "../../lists/statistics.ts";
import type { AnyEndpoint } from "../../rest/endpoint.ts";

/** All of a window of time, in as many calls as what is known of its weight asks for. */
export const partsOfWindow = (
  endpoint: AnyEndpoint,
  callsFor: (statistics: KnownStatistics) => number,
): AccessStrategy => ({
  endpoints: [endpoint],
  bounds(keys, { statistics }) {
    const calls = keys * callsFor(statistics);
    return { least: calls, most: calls };
  },
  most: (keys, _, statistics) => ({ calls: [{ endpoint, count: keys * callsFor(statistics) }] }),
  describe: () => ({
    ways: [`${callText(endpoint)} for each seven days, or less where they weigh more than fits an answer`],
    choice: "parts of the window, by what the last ones weighed",
  }),
});

/** The list of the rows in a window. */
export interface WindowPages {
  /** Whether there is a read for one key. */
  readonly narrows: boolean;
  /** Rows. */
  readonly pageSize: number;
  /** @returns what windows of the same kind cost last; undefined while nothing is known of such windows. */
  pagesIn(statistics: KnownStatistics): number | undefined;
}

/** The rows of a window for any number of keys, in pages, beside a read for each key where the list can be narrowed to one. */
export function pagesOfWindow(
  endpoint: AnyEndpoint,
  { narrows, pageSize, pagesIn }: WindowPages,
): AccessStrategy {
  /** Pages of the window, or a read for each key. One of them may be read to learn how many there are. */
  const mostFor = (keys: number, statistics: KnownStatistics): number => {
    if (keys === 1 && narrows) return 1;
    return pagesIn(statistics) ?? (narrows ? keys + 1 : Number.POSITIVE_INFINITY);
  };
  const pages = "the pages of the window, however many keys";
  return {
    endpoints: [endpoint],
    bounds: (keys, { statistics }) => ({ least: 1, most: mostFor(keys, statistics) }),
    most: (keys, batches, statistics) => ({
      calls: [{ endpoint, count: Math.min(keys, batches) * mostFor(keys, statistics) }],
    }),
    describe: () => ({
      ways: [
        `${callText(endpoint)} of all in the window, in pages of ${pageSize}`,
        ...(narrows ? [`${callText(endpoint)} for each key`] : []),
      ],
      choice: narrows ? `${pages}, or a read for each key where these are fewer` : pages,
    }),
  };
}
