import type { PagedList } from "../loaders/paged-list.ts";
import { orNull } from "../loaders/shapes.ts";
import { type Connection, connection, type PageArguments, pageRequest } from "../pagination.ts";
import type { PageJson, PageQuery } from "./api/page.ts";

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
  if (request.first === 0)
    return connection<Row>(request, { rows: [], hasNextPage: false, idOf: ({ id }) => id });
  const page = await orNull(read({ limit: request.first, offset: request.offset }));
  return (
    page &&
    connection(request, {
      rows: page.data,
      // A page that promises more and holds nothing would be asked for without end.
      hasNextPage: page.has_next_page && page.data.length > 0,
      idOf: ({ id }) => id,
    })
  );
}

/** One page of a list that loaders read, too, as a connection. */
export async function pageOfList<Row extends { readonly id: string }>(
  args: PageArguments,
  list: PagedList<Row>,
): Promise<Connection<Row>> {
  const request = pageRequest(args);
  const { first, offset } = request;
  const page = first === 0 ? { rows: [], hasNextPage: false } : await list.range(offset, first);
  return connection<Row>(request, { ...page, idOf: ({ id }) => id });
}
