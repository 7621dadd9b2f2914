import type { OffsetLimit, ParentSlice } from "../lists/keyed-read.ts";
import { type ListPage, pageFormat } from "../lists/page.ts";
import { type PageJson, type PageQuery, pageEnd, pageSize } from "./page-json.ts";

/** A page in Assembly's envelope. */
export const pageIn = <Row>(page: PageJson<Row>, { limit, offset }: OffsetLimit): ListPage<Row> => ({
  rows: page.data,
  hasNextPage: page.has_next_page,
  end: pageEnd(page, { limit, offset }),
});

/** Pages of a list in Assembly's envelope. */
export const pagesOf = <Row extends { readonly id: string }>() =>
  pageFormat<PageJson<Row>, Row>((page, offset) => pageIn(page, { limit: pageSize, offset }));

/**
 * The arguments of a read of one owner's list.
 * @param name the parameter of the route that says whose list it is.
 */
export const ofOwner =
  <Name extends string>(name: Name) =>
  ({ parent, limit, offset }: ParentSlice) =>
    ({ [name]: parent, query: { limit, offset } }) as Readonly<Record<Name, string>> & {
      readonly query: PageQuery;
    };
