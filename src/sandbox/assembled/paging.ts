import { wholeNumberOf } from "./fields.ts";

/** How many rows come where no limit is given (assembled-v0.txt:170, 2533). */
const defaultLimit = 20;
/** Most rows of one page (assembled-v0.txt:170, 2533). */
const largestLimit = 500;

/** Limit and offset as they are echoed: null where they are not given (assembled-v0.txt:152, 2522). */
interface Echo {
  readonly limit: number | null;
  readonly offset: number | null;
}

/** One page of rows, and what is said of it. Too large a limit is cut, not refused: the text states the maximum and no error. */
export function pageOf<Row>(
  rows: readonly Row[],
  query: URLSearchParams,
): { readonly page: readonly Row[]; readonly place: Echo & { readonly total: number } } {
  const limit = wholeNumberOf(query, "limit");
  const offset = wholeNumberOf(query, "offset");
  const size = Math.min(limit ?? defaultLimit, largestLimit);
  const start = offset ?? 0;
  return {
    page: rows.slice(start, start + size),
    place: { total: rows.length, limit: limit === undefined ? null : size, offset: offset ?? null },
  };
}
