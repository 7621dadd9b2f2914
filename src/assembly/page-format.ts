import type { Slice } from "../loaders/keyed-read.ts";
import { type ListPage, pageFormat } from "../loaders/list-page.ts";
import { type PageJson, pageEnd, pageSize } from "./page-json.ts";

/** A page in Assembly's envelope. */
export const pageIn = <Row>(page: PageJson<Row>, { limit, offset }: Slice): ListPage<Row> => ({
  rows: page.data,
  hasNextPage: page.has_next_page,
  end: pageEnd(page, { limit, offset }),
});

/** Pages of a list in Assembly's envelope. */
export const pagesOf = <Row extends { readonly id: string }>() =>
  pageFormat<PageJson<Row>, Row>((page, offset) => pageIn(page, { limit: pageSize, offset }));
