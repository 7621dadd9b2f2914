import { wholeNumberOf } from "./fields.ts";

/** Rows where no limit is given (assembled-v0.txt:684, 1355). */
const defaultLimit = 20;
/** Larger limits are cut: no document names a maximum, and clients were seen to page with this one. */
const largestLimit = 500;

/** A part of some rows, with what the answer says of the whole. */
export interface PageOf<Row> {
  readonly rows: readonly Row[];
  readonly limit: number;
  readonly offset: number;
  readonly total: number;
}

/** The page that a query string asks for, or 400. */
export function pageOf<Row>(all: readonly Row[], query: URLSearchParams): PageOf<Row> {
  const limit = Math.min(wholeNumberOf(query, "limit") ?? defaultLimit, largestLimit);
  const offset = wholeNumberOf(query, "offset") ?? 0;
  return { rows: all.slice(offset, offset + limit), limit, offset, total: all.length };
}
