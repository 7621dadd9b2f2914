import type { AnyEndpoint } from "../rest/endpoint.ts";
import type { AccessPath } from "./access.ts";
import type { Definition } from "./definition.ts";
import type { Identified } from "./indexed-rows.ts";
import type { SliceRead } from "./keyed-read.ts";
import { type PageFormat, pageFormat } from "./list-page.ts";
import { type PagedList, pagedList } from "./paged-list.ts";
import type { RowOwner } from "./row-owner.ts";

/** How a list is asked for, page by page. */
export interface PagedRead {
  readonly slices: SliceRead<object>;
  /** Rows; `Infinity` for a list that comes whole. */
  readonly pageSize: number;
}

/** How one upstream list is read. */
export interface ListSource<Row> extends PagedRead {
  /** Names the list among those of its system, to remember its size by. */
  readonly name: string;
  readonly format: PageFormat<Row>;
  /** Other lists that show rows of it, and whose pages are noted. @default none */
  readonly shownBy?: readonly AnyEndpoint[];
  /** Where rows may tell which parents they belong to. @default nowhere */
  readonly owners?: readonly Pick<RowOwner<Row>, "tellIn" | "untold">[];
}

/** A list as it is declared; operations read it through a `PagedList`. */
export interface ListDefinition<Row> extends ListSource<Row>, Definition<PagedList<Row>> {}

/** Declares a list. */
export function listOf<Row extends Identified>(source: ListSource<Row>): ListDefinition<Row> {
  const { name, pageSize, slices } = source;
  const { row } = slices;
  const isWhole = pageSize === Number.POSITIVE_INFINITY;
  const path: AccessPath = isWhole ? { kind: "whole", row } : { kind: "pages", row, list: name, pageSize };
  return { ...source, access: [path], make: ({ call, sizes }) => pagedList(source, call, sizes) };
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
