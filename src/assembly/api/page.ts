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

/** Answer of create, update and upsert: never the record. */
export interface IdJson {
  readonly id: string;
}

/** Answer of every delete. */
export type EmptyJson = Record<string, never>;

/** The largest page the documents let one count on. */
export const pageSize = 100;
