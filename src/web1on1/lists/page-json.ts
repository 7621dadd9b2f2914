import type { Headers } from "../../rest/endpoint.ts";
import { hasLink } from "../../rest/message/link.ts";
import { requireRows } from "../../rest/message/shape.ts";

/** Page and order of a list; filters are plain field names beside them. A value may be `[a,b]` for any of several. */
export interface ListQuery {
  readonly limit: number;
  readonly offset: number;
  readonly id?: string | undefined;
  /** Field names, a leading minus for descending. */
  readonly sort?: string | undefined;
}

/** A page of a bare array; whether more exists is told by the `Link` header alone. */
export interface LinkedPage<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
}

/**
 * Reads a list and its `Link` header. Of that only the relation counts: an address from an answer is never called. If it
 * cannot be read, the list goes on behind a page that holds something, so that it ends with one that does not.
 * @throws when it is no list, which the engine reports as the upstream's fault.
 */
export function linkedPage<Row>(rows: readonly Row[], headers: Headers): LinkedPage<Row> {
  return { rows: requireRows(rows), hasNextPage: hasLink(headers.link, "next") ?? rows.length > 0 };
}

/** Any of several values in one filter: `[a,b]`. */
export const anyOf = (values: readonly string[]): string => `[${values.join(",")}]`;

/** Rows asked for in one page; neither default nor maximum is documented. */
export const pageSize = 100;
