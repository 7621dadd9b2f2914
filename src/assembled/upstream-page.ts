import { type Connection, connection, type PageRequest } from "../resolving/pagination.ts";
import { listPage, type OffsetPage } from "./offset-page.ts";

/** The part of a list that a page is made from: one of no rows still tells the total. */
export const sliceOf = ({ first, offset }: PageRequest) => ({ limit: Math.max(1, first), offset });

/** A page of a list as it stands upstream, read with `sliceOf`. @param toNode @default the row itself */
export const upstreamPage = <Row, Node = Row>(
  request: PageRequest,
  page: OffsetPage<Row>,
  idOf: (row: Row) => string,
  toNode?: (row: Row) => Node,
): Connection<Node> =>
  connection(request, {
    ...listPage(page, request.offset),
    idOf,
    totalCount: page.total,
    ...(toNode && { toNode }),
  });

/** A page of a list in which nothing can be, for which no call is made. */
export const pageOfNothing = <Row>(request: PageRequest): Connection<Row> =>
  upstreamPage<Row>(request, { rows: [], total: 0 }, () => "");
