import type { Call } from "../rest/call.ts";
import { type AlignedRange, alignedRange } from "./aligned-range.ts";
import type { Identified } from "./indexed-rows.ts";
import type { ListSource, PagedRead } from "./list-source.ts";
import type { Clearable } from "./loader-definition.ts";
import type { ListPage } from "./page.ts";
import { createPageReader, type PageReader } from "./page-reader.ts";
import type { ListStatistics } from "./statistics.ts";

/** A list as one operation has read it so far. What is made of its pages is shared with all who read the same ones. */
export interface PagedList<Row> extends Clearable, Omit<PageReader<Row>, "note"> {
  /**
   * Takes note of a page that another read of the same rows has answered.
   * @param offset where in its own list it begins.
   */
  show(body: object, offset: number): ListPage<Row>;
  /**
   * Reads a part of the list as it stands, repeated rows included.
   * @param read the same rows in another selection. @default the list itself
   * @returns the part itself where all of it is fresh.
   */
  range(offset: number, count: number, read?: PagedRead): ListPage<Row> | Promise<ListPage<Row>>;
}

/** Makes a list that has been read nowhere yet. */
export function pagedList<Row extends Identified>(
  source: ListSource<Row>,
  call: Call,
  statistics: ListStatistics,
): PagedList<Row> {
  const { format } = source;
  let reading = createPageReader(source, call, statistics);
  return {
    isComplete: () => reading.isComplete(),
    count: () => reading.count(),
    isEmpty: () => reading.isEmpty(),
    fullRead: () => reading.fullRead(),
    callsLeft: (enough) => reading.callsLeft(enough),
    readFresh: () => reading.readFresh(),
    readAtHand: () => reading.readAtHand(),
    readNext: (count) => reading.readNext(count),
    readAhead: () => reading.readAhead(),
    hasRowsBeyond: (count) => reading.hasRowsBeyond(count),
    readKnown: () => reading.readKnown(),
    all: (isHurried) => reading.all(isHurried),
    listed: (keysOf, key) => reading.listed(keysOf, key),
    seen: (keysOf, key) => reading.seen(keysOf, key),
    bodies: () => reading.bodies(),
    show(body, offset) {
      const page = format.pageIn(body, offset);
      reading.note(page);
      return page;
    },
    range(offset, count, read = source) {
      // Pages that were asked for before a write may show the time before it.
      const { note } = reading;
      const noted = ({ part, pages }: AlignedRange<Row>): ListPage<Row> => {
        for (const page of pages) note(page);
        return part;
      };
      const range = alignedRange(read, format, call, { limit: count, offset });
      return range instanceof Promise ? range.then(noted) : noted(range);
    },
    clearAll() {
      // Pages still on their way go to the old reading, for the same reason.
      reading = createPageReader(source, call, statistics);
    },
  };
}
