import { wholeNumberOf } from "./fields.ts";

/** How many rows come where no limit is given (assembled-v0.txt:170, 684, 1355, 2533). */
const defaultLimit = 20;
/** Most rows of one page (assembled-v0.txt:170, 2533); elsewhere no document states any, and clients were seen to page with this one. */
const largestLimit = 500;

/** Where a page is, as it is told with its rows. */
interface Place {
  readonly total: number;
  readonly limit: number | null;
  readonly offset: number | null;
}

/**
 * The page of rows that a query string asks for, or 400, and where it is. Too large a limit is cut, not refused: the text
 * states the maximum and no error.
 * @param options.echoesNull whether a limit or an offset that is not given is told as null (assembled-v0.txt:152, 2522).
 */
export function pageOf<Row>(
  rows: readonly Row[],
  query: URLSearchParams,
  { echoesNull = false } = {},
): { readonly page: readonly Row[]; readonly place: Place } {
  const limit = wholeNumberOf(query, "limit");
  const offset = wholeNumberOf(query, "offset");
  const size = Math.min(limit ?? defaultLimit, largestLimit);
  const start = offset ?? 0;
  return {
    page: rows.slice(start, start + size),
    place: {
      total: rows.length,
      limit: limit === undefined && echoesNull ? null : size,
      offset: offset === undefined && echoesNull ? null : start,
    },
  };
}
