import { GatewayError } from "../errors.ts";
import type { Call } from "../rest/call.ts";
import { costsNoCall } from "../rest/read-handle.ts";
import { learnForeignKey } from "./foreign-key.ts";
import type { Identified, IndexedRows } from "./indexed-rows.ts";
import type { ListSource } from "./list-source.ts";
import { endOf, type Page } from "./page.ts";
import { mostPagesOfNothingNew, type PageBuffer } from "./page-buffer.ts";
import type { ListStatistics } from "./statistics.ts";

/** The reads that fill a buffer, and what is learnt from them. */
export interface PageFetches<Row> {
  /** Whether the page that begins at a place costs no call: it is there, fresh, or on its way. */
  costsNoCall(start: number): boolean;
  /** The page that begins at a place, which may be far behind. */
  pageAt(start: number): Promise<Page<Row>>;
  readOne(): Promise<void>;
  /** Takes the next pages while they are fresh, which costs no wait. */
  takeFresh(): void;
  /** Reads pages up to a place, which need not wait for each other as far as their places are known. */
  readUpTo(place: number): Promise<void>;
  /** Learns from a page of the same rows that another read has shown. */
  learn(rows: IndexedRows<Row>): void;
}

const repeatedPages = (): GatewayError =>
  new GatewayError(
    "UPSTREAM_INVALID_RESPONSE",
    "A list gave the same rows page after page, so that its end cannot be reached; name objects by id instead.",
  );

/** Fills a buffer with the pages of a list. */
export function createPageFetches<Row extends Identified>(
  { name, pageSize, slices, format, foreignKeys = [] }: ListSource<Row>,
  buffer: PageBuffer<Row>,
  call: Call,
  statistics: ListStatistics,
): PageFetches<Row> {
  const handleOf = (start: number) => slices.handle(call, { limit: pageSize, offset: start });
  const fetchPage = async (start: number): Promise<Page<Row>> =>
    format.pageIn(await handleOf(start).run(), start);

  const learn = (rows: IndexedRows<Row>): void => {
    for (const key of foreignKeys) learnForeignKey(key, key.isPresentIn(rows), statistics);
  };

  const learnOf = (page: Page<Row>, start: number): void => {
    learn(page.index);
    if (endOf(start, page) - start <= page.rows.length) return;
    // It is not known which parents the rows belong to that the upstream left out.
    for (const key of foreignKeys) learnForeignKey(key, false, statistics);
  };

  /** All other pages, if an operation has read this list to its end and none of them has been replaced since. */
  const adopt = (firstBody: object): void => {
    const last = format.lastWhole(firstBody);
    if (last && call.areCurrent(slices.endpoint, last.laterBodies)) buffer.adopt(last);
  };

  const append = (page: Page<Row>): void => {
    const start = buffer.offset;
    buffer.append(page);
    learnOf(page, start);
    if (page.total !== undefined) statistics.rowCount.set(name, page.total);
    if (!buffer.whole && buffer.pagesOfNothingNew >= mostPagesOfNothingNew) throw repeatedPages();
    if (!buffer.whole && buffer.count === 1) adopt(page.body);
    if (buffer.whole) statistics.rowCount.set(name, buffer.whole.count);
  };

  const readOne = async (): Promise<void> => {
    if (!buffer.whole) append(buffer.ahead(buffer.offset) ?? (await fetchPage(buffer.offset)));
  };

  /** Where the pages up to a place begin that are not there yet, as far as that is known. */
  const startsUpTo = (place: number): number[] => {
    const starts: number[] = [];
    if (buffer.whole || buffer.rowsPerPage !== pageSize) return starts;
    for (let start = buffer.offset; start < place; start += pageSize)
      if (!buffer.ahead(start)) starts.push(start);
    return starts;
  };

  return {
    costsNoCall: (start) => buffer.ahead(start) !== undefined || costsNoCall(handleOf(start)),
    async pageAt(start) {
      const page = buffer.ahead(start) ?? (await fetchPage(start));
      buffer.addAhead(start, page);
      return page;
    },
    readOne,
    takeFresh() {
      // The page that shows nothing new once too often is left to those who can fail.
      while (!buffer.whole && buffer.pagesOfNothingNew < mostPagesOfNothingNew - 1) {
        const body = handleOf(buffer.offset).take();
        if (!body) return;
        append(format.pageIn(body, buffer.offset));
      }
    },
    async readUpTo(place) {
      const starts = startsUpTo(place);
      if (starts.length > 1) {
        const fetched = await Promise.all(
          starts.map(async (start) => [start, await fetchPage(start)] as const),
        );
        for (const [start, page] of fetched) buffer.addAhead(start, page);
      }
      do await readOne();
      while (!buffer.whole && buffer.ahead(buffer.offset));
    },
    learn,
  };
}
