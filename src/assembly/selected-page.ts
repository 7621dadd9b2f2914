import type { PagedList } from "../lists/paged-list.ts";
import {
  type Connection,
  connection,
  needsWholeList,
  type PageArguments,
  pageOfNoRows,
  selectedPageRequest,
} from "../resolving/pagination.ts";
import { connectionOfAll } from "../resolving/whole-page.ts";

/** Rows that arguments select, by the whole list, since Assembly's lists have neither filters nor an order to choose. */
export type SelectedRows<Row> =
  /** All of them, as they stand. */
  | { readonly key: undefined }
  | {
      /** Tells the selection from others in cursors. */
      readonly key: readonly unknown[];
      select<Own extends Row>(rows: readonly Own[]): readonly Own[];
    };

/**
 * Whether a page takes the whole list.
 * @throws BAD_USER_INPUT for arguments that cannot be used, a cursor of another selection included.
 */
export function takesWholeList(args: PageArguments, { key }: Pick<SelectedRows<never>, "key">): boolean {
  selectedPageRequest(args, key);
  return key !== undefined || needsWholeList(args);
}

/**
 * One page of a list that loaders read, too, as a connection.
 * @param toNode makes a node of a row. @default the row
 */
export async function pageOfList<Row extends { readonly id: string }, Node = Row>(
  args: PageArguments,
  list: PagedList<Row>,
  selection: SelectedRows<Row>,
  toNode?: (row: Row) => Node,
): Promise<Connection<Node>> {
  const request = selectedPageRequest(args, selection.key);
  const { first, offset } = request;
  if (first === 0) return pageOfNoRows(request);
  const made = { idOf: ({ id }: Row) => id, ...(toNode && { toNode }) };
  if (takesWholeList(args, selection)) {
    const rows = await list.all(true);
    return connectionOfAll(request, {
      all: selection.key === undefined ? rows : selection.select(rows),
      ...made,
    });
  }
  const page = await list.range(offset, first);
  return connection(request, { ...page, ...made, totalCount: () => list.count() });
}
