import type { AnyEndpoint } from "../rest/endpoint.ts";
import type { ForeignKey } from "./foreign-key.ts";
import type { SliceRead } from "./keyed-read.ts";
import type { PageFormat } from "./page.ts";

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
  readonly foreignKeys?: readonly Pick<ForeignKey<Row>, "isPresentIn" | "missingKey">[];
}
