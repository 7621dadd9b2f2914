import type { Identified } from "./indexed-rows.ts";
import type { SliceRead } from "./keyed-read.ts";
import type { ListSource } from "./list-source.ts";
import { type ListStrategy, pagesOfList, wholeList } from "./list-strategy.ts";
import type { LoaderDefinition } from "./loader-definition.ts";
import { pageFormat } from "./page.ts";
import { type PagedList, pagedList } from "./paged-list.ts";

/** A list as it is declared; operations read it through a `PagedList`. */
export interface ListDefinition<Row> extends ListSource<Row>, LoaderDefinition<PagedList<Row>> {
  readonly access: ListStrategy;
}

/** Declares a list. */
export function listOf<Row extends Identified>(source: ListSource<Row>): ListDefinition<Row> {
  const { name, pageSize, slices } = source;
  const { endpoint } = slices;
  const isWhole = pageSize === Number.POSITIVE_INFINITY;
  const access = isWhole ? wholeList(endpoint) : pagesOfList(endpoint, name, pageSize);
  return { ...source, access, create: ({ call, statistics }) => pagedList(source, call, statistics) };
}

/** Declares a small collection that comes whole in one call. */
export function wholeCollection<Row extends Identified>(
  name: string,
  read: SliceRead<readonly Row[]>,
): ListDefinition<Row> {
  const format = pageFormat<readonly Row[], Row>((rows) => ({ rows, hasNextPage: false }));
  return listOf({ name, pageSize: Number.POSITIVE_INFINITY, slices: read, format });
}

/** Whether a query selects and orders nothing, so that it shows a list as it stands. */
export const isPlain = (query: Readonly<Record<string, unknown>>): boolean =>
  Object.values(query).every((value) => value === undefined);
