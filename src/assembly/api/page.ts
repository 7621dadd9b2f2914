import { recordIn } from "../../rest/record.ts";

/** Query of every paged list; the gateway never leaves the page size to the default of 100. */
export interface PageQuery {
  readonly limit: number;
  readonly offset: number;
}

/** The envelope around a page (assembly-accounts-contacts-v2.txt:26-30). */
export interface PageJson<Row> {
  readonly data: readonly Row[];
  readonly has_next_page: boolean;
  /** Undocumented type; no parameter takes it. */
  readonly next_cursor?: number | string | null;
}

/** @throws when there is no list of rows in the envelope, which the engine reports as the upstream's fault. */
export function pageIn<Row>(page: PageJson<Row>): PageJson<Row> {
  if (!Array.isArray(page.data)) throw new TypeError("A page has no data.");
  return page;
}

/** Answer of create, update and upsert: never the record. */
export interface IdJson {
  readonly id: string;
}

/** Reads that answer. */
export const idIn: (wire: IdJson) => IdJson = recordIn;

/** Answer of every delete. */
export type EmptyJson = Record<string, never>;

/** The largest page the documents let one count on. */
export const pageSize = 100;
