import type { ListPage } from "../lists/page.ts";

/** A page of a list that is cut by an offset and a limit. */
export interface OffsetPage<Row> {
  readonly rows: readonly Row[];
  /** Rows in the whole list. */
  readonly total: number;
}

/** Rows of the whole list. @throws TypeError where a page does not tell, which must not pass for the last one. */
export function totalIn({ total }: { readonly total?: unknown }): number {
  if (typeof total !== "number") throw new TypeError("A page has no total.");
  return total;
}

/**
 * A page as all who read its list take it.
 * @param offset rows of the list before it.
 */
export const listPage = <Row>({ rows, total }: OffsetPage<Row>, offset: number): ListPage<Row> => ({
  rows,
  total,
  // A page may hold fewer than were asked for. One without rows is the last, whatever the total says: nothing would lead on from it.
  hasNextPage: rows.length > 0 && offset + rows.length < total,
});
