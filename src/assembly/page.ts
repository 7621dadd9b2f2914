import type { ChildrenLoader } from "../loaders/children-of.ts";
import { mapPromiseOrValue, orNull, type PromiseOrValue } from "../loaders/promise-or-value.ts";
import {
  type Connection,
  connection,
  type PageArguments,
  pageOfNoRows,
  pageRequest,
} from "../resolving/pagination.ts";
import { type PageJson, type PageQuery, pageEnd } from "./page-json.ts";

/**
 * One page of a list in Assembly's envelope, as a connection.
 * @returns null when the object that the list belongs to does not exist.
 */
export async function pageOf<Row extends { readonly id: string }>(
  args: PageArguments,
  read: (query: PageQuery) => Promise<PageJson<Row>>,
): Promise<Connection<Row> | null> {
  const request = pageRequest(args);
  // A page of no rows costs no call.
  if (request.first === 0) return pageOfNoRows(request);
  const page = await orNull(read({ limit: request.first, offset: request.offset }));
  return (
    page &&
    connection(request, {
      rows: page.data,
      // A page that promises more and holds nothing would be asked for without end.
      hasNextPage: page.has_next_page && page.data.length > 0,
      end: pageEnd(page, { limit: request.first, offset: request.offset }),
      idOf: ({ id }) => id,
    })
  );
}

/**
 * One page of the children of a parent, as a connection.
 * @param toNode makes a node of a row. @default the row
 * @returns null when the upstream says that there is no such parent.
 */
export function pageOfChildren<Row extends { readonly id: string }, Node = Row>(
  args: PageArguments,
  parent: string,
  children: Pick<ChildrenLoader<Row>, "load">,
  toNode?: (row: Row) => Node,
): PromiseOrValue<Connection<Node> | null> {
  const request = pageRequest(args);
  const { first: limit, offset } = request;
  if (limit === 0) return pageOfNoRows(request);
  return mapPromiseOrValue(
    children.load({ parent, limit, offset }),
    (found) =>
      found && connection<Row, Node>(request, { ...found, idOf: ({ id }) => id, ...(toNode && { toNode }) }),
  );
}
