import { optionalRecord, requireRecord, requireRows } from "../rest/message/shape.ts";
import type { DoneWrite } from "../rest/row-facts.ts";

/** Query of every paged list; the gateway never leaves the page size to the default of 100. */
export interface PageQuery {
  readonly limit: number;
  readonly offset: number;
}

/** The envelope around a page (assembly-accounts-contacts-v2.txt:26-30). */
export interface PageJson<Row> {
  readonly data: readonly Row[];
  readonly has_next_page: boolean;
  /** Not documented beyond its name. */
  readonly next_cursor?: unknown;
}

/**
 * Where the next page begins: behind the rows of this one, or further on where the upstream has left rows out of it and
 * its cursor says so. A cursor behind the end of what was asked for is no offset; going by it would skip rows.
 */
export function pageEnd({ data, next_cursor }: PageJson<unknown>, { limit, offset }: PageQuery): number {
  const behindRows = offset + data.length;
  const isOffset = typeof next_cursor === "number" && Number.isInteger(next_cursor);
  return isOffset && next_cursor > behindRows && next_cursor <= offset + limit ? next_cursor : behindRows;
}

/**
 * Reads a page, and each of its rows. One that does not say whether it is the last is not taken for it as long as it holds
 * something.
 * @throws when there is no list of rows in the envelope, which the engine reports as the upstream's fault.
 */
export function pageIn<Row>(page: PageJson<Row>, rowIn?: (row: Row) => Row): PageJson<Row> {
  const rows = requireRows(page.data);
  const { has_next_page: stated } = page;
  return {
    ...page,
    data: rowIn ? rows.map(rowIn) : rows,
    has_next_page: typeof stated === "boolean" ? stated : rows.length > 0,
  };
}

/** Answer of create, update and upsert: never the record. */
export interface IdJson {
  readonly id: string;
}

/** Reads the answer of a create. */
export const idIn: (wire: IdJson) => IdJson = requireRecord;

/** Reads the answer of an update or upsert, which is done all the same when no id is in it. */
export const updatedIdIn = (wire: IdJson | undefined): string | undefined => optionalRecord(wire)?.id;

/** The record that an update or upsert wrote, as far as it tells. */
export const updatedId = ({ answer }: DoneWrite): string | undefined =>
  typeof answer === "string" ? answer : undefined;

/** Answer of every delete. */
export type EmptyJson = Record<string, never>;

/**
 * In a refusal, says that a domain, a source specific id or the name of a property is taken: the documents give the words
 * for the last alone, and no status (assembly-accounts-contacts-v2.txt:109).
 */
export const taken = /already exists/i;

/** The largest page the documents let one count on. */
export const pageSize = 100;
