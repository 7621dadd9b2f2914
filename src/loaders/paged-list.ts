import type { Call } from "../rest/call.ts";
import { alignedRange } from "./aligned-range.ts";
import type { Forgetful } from "./definition.ts";
import type { Identified, KeysOf } from "./indexed-rows.ts";
import type { ListSource, PagedRead } from "./list.ts";
import type { ListPage } from "./list-page.ts";
import { startReading } from "./list-reading.ts";

/** Rows in each list by its name, and other counts of its rows, as far as known: outlives operations. */
export type ListSizes = Map<string, number>;

/** A list as one operation has read it so far. What is made of its pages is shared with all who read the same ones. */
export interface PagedList<Row> extends Forgetful {
  /** Whether every page has been read. */
  isComplete(): boolean;
  /** Whether the list has been read to its end and has no place for a row. */
  isEmpty(): boolean;
  /** What somebody is reading of the rest, if anybody is. */
  walk(): Promise<unknown> | undefined;
  /** Calls that the rest of the list costs, counted up to `enough`; undefined while its size is unknown. */
  callsLeft(enough: number): number | undefined;
  /** Takes the pages that are fresh, at the first time that it is called. */
  readFresh(): void;
  /** Reads on for as long as that costs no call: while pages are fresh or on their way. */
  readAtHand(): Promise<void>;
  /**
   * Reads the next page, if there is one; readers that ask for it at once share it.
   * @param count pages to read side by side, as long as the upstream gives pages as large as they are asked for. @default 1
   */
  readNext(count?: number): Promise<void>;
  /** Looks whether there are rows behind so many pages, as large as they have been so far; what was seen is not read again. */
  goesOnBehind(count: number): Promise<boolean>;
  /** Reads the pages that are known to be left, side by side; there may turn out to be more. */
  readKnown(): Promise<void>;
  /** Reads all pages: each row once, in upstream order. */
  all(): Promise<readonly Row[]>;
  /** The rows with a key among the pages read from the start on, in upstream order. */
  listed(keysOf: KeysOf<Row>, key: string): readonly Row[];
  /** A row with a key, wherever this operation has come across it. */
  seen(keysOf: KeysOf<Row>, key: string): Row | undefined;
  /** Bodies of all pages that this operation has come across. */
  bodies(): Iterable<object>;
  /**
   * Takes note of a page that another read of the same rows has answered.
   * @param offset where in its own list it begins.
   */
  show(body: object, offset: number): ListPage<Row>;
  /**
   * Reads a part of the list as it stands, repeated rows included.
   * @param read the same rows in another selection. @default the list itself
   */
  range(offset: number, count: number, read?: PagedRead): Promise<ListPage<Row>>;
}

/** Makes a list that has been read nowhere yet. */
export function pagedList<Row extends Identified>(
  source: ListSource<Row>,
  call: Call,
  sizes: ListSizes,
): PagedList<Row> {
  const { format } = source;
  let reading = startReading(source, call, sizes);
  return {
    isComplete: () => reading.isComplete(),
    isEmpty: () => reading.isEmpty(),
    walk: () => reading.walk(),
    callsLeft: (enough) => reading.callsLeft(enough),
    readFresh: () => reading.readFresh(),
    readAtHand: () => reading.readAtHand(),
    readNext: (count) => reading.readNext(count),
    goesOnBehind: (count) => reading.goesOnBehind(count),
    readKnown: () => reading.readKnown(),
    all: () => reading.all(),
    listed: (keysOf, key) => reading.listed(keysOf, key),
    seen: (keysOf, key) => reading.seen(keysOf, key),
    bodies: () => reading.bodies(),
    show(body, offset) {
      const page = format.pageIn(body, offset);
      reading.note(page);
      return page;
    },
    async range(offset, count, read = source) {
      // Pages that were asked for before a write may show the time before it.
      const { note } = reading;
      const { part, pages } = await alignedRange(read, format, call, { limit: count, offset });
      for (const page of pages) note(page);
      return part;
    },
    clearAll() {
      // Pages still on their way go to the old reading, for the same reason.
      reading = startReading(source, call, sizes);
    },
  };
}
