import type { Call } from "../rest/call.ts";
import type { Identified, KeysOf } from "./indexed-rows.ts";
import type { ListSource } from "./list-source.ts";
import type { Page } from "./page.ts";
import { createPageBuffer, type PageBuffer } from "./page-buffer.ts";
import { createPageFetches, type PageFetches } from "./page-fetches.ts";
import { createReaderTurns, createSharedWork } from "./reader-turns.ts";
import type { ListStatistics } from "./statistics.ts";

/** A list between two writes. */
export interface PageReader<Row> {
  /** Whether every page has been read. */
  isComplete(): boolean;
  /** Rows in the list, each once, where that is known without a call. */
  count(): number | undefined;
  /** Whether the list has been read to its end and has no place for a row. */
  isEmpty(): boolean;
  /** The read of the rest of the list that is under way, if there is one. */
  fullRead(): Promise<unknown> | undefined;
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
  /**
   * Begins with the first page, if there is room for far more calls than that one at this moment. A failure is told to those
   * who come to need the page.
   */
  readAhead(): void;
  /** Looks whether there are rows behind so many pages, as large as they have been so far; what was seen is not read again. */
  hasRowsBeyond(count: number): Promise<boolean>;
  /** Reads the pages that are known to be left, side by side; there may turn out to be more. */
  readKnown(): Promise<void>;
  /**
   * Reads all pages: each row once, in upstream order.
   * @param isHurried whether a list of unknown length is not waited for page by page, at the price of pages behind its end,
   * a quarter of the list at most. @default false
   */
  all(isHurried?: boolean): Promise<readonly Row[]>;
  /** The rows with a key among the pages read from the start on, in upstream order. */
  listed(keysOf: KeysOf<Row>, key: string): readonly Row[];
  /** A row with a key, wherever this operation has come across it. */
  seen(keysOf: KeysOf<Row>, key: string): Row | undefined;
  /** Bodies of all pages that this operation has come across. */
  bodies(): Iterable<object>;
  /** Takes note of rows that another read has shown. */
  note(page: Page<Row>): void;
}

/** Calls that must fit into the budget before one is made that may turn out not to be needed. */
const roomToReadAhead = 5;

/** Pages that were read of a list of unknown length for each that is asked for ahead, which is how few lie behind its end. */
const pagesPerPageAhead = 4;

/** Begins to read a list. */
export function createPageReader<Row extends Identified>(
  source: ListSource<Row>,
  call: Call,
  statistics: ListStatistics,
): PageReader<Row> {
  const { pageSize } = source;
  const buffer = createPageBuffer(source.format, pageSize);
  const fetches = createPageFetches(source, buffer, call, statistics);
  const rowCount = () => statistics.rowCount.get(source.name);
  const turns = createReaderTurns();
  const next = createSharedWork(turns);
  const fullRead = createSharedWork(turns);
  let hasLooked = false;

  /** Pages that another reader is about to read are left to it. */
  const readFresh = (): void => {
    if (hasLooked || turns.isTaken()) return;
    hasLooked = true;
    fetches.takeFresh();
  };
  const readNext = (count = 1): Promise<void> =>
    next.join(() => fetches.readUpTo(buffer.offset + count * pageSize));

  return {
    isComplete: () => buffer.whole !== undefined,
    count() {
      readFresh();
      return buffer.whole?.index.rows.length;
    },
    isEmpty: () => buffer.whole?.count === 0,
    fullRead: fullRead.underWay,
    callsLeft: (enough) => callsLeft({ buffer, fetches, pageSize, rowCount: rowCount() }, enough),
    readFresh,
    async readAtHand() {
      if (buffer.whole || !fetches.costsNoCall(buffer.offset)) return;
      await turns.inTurn(async () => {
        while (!buffer.whole && fetches.costsNoCall(buffer.offset)) await fetches.readOne();
      });
    },
    readNext,
    readAhead() {
      const isBegun = buffer.whole !== undefined || buffer.count > 0 || turns.isTaken();
      if (!isBegun && !fetches.costsNoCall(0) && call.hasRoomFor(roomToReadAhead)) readNext().catch(() => {});
    },
    hasRowsBeyond: async (count) => (await fetches.pageAt(count * buffer.rowsPerPage)).rows.length > 0,
    readKnown: () => fullRead.join(() => fetches.readUpTo(rowCount() ?? 0)),
    async all(isHurried = false) {
      readFresh();
      const work = async () => {
        while (!buffer.whole) await fetches.readUpTo(rowCount() ?? (isHurried ? endAhead(buffer) : 0));
      };
      // Another reader may be reading a part of it only.
      while (!buffer.whole) await fullRead.join(work);
      return buffer.whole.index.rows;
    },
    listed: buffer.listed,
    seen: buffer.seen,
    bodies: buffer.bodies,
    note(page) {
      buffer.addElsewhere(page);
      fetches.learn(page.index);
    },
  };
}

/** How far a list of unknown length is read side by side. */
function endAhead({
  count,
  offset,
  rowsPerPage,
}: Pick<PageBuffer<unknown>, "count" | "offset" | "rowsPerPage">): number {
  const pagesAhead = Math.floor(count / pagesPerPageAhead);
  return offset + (pagesAhead > 0 ? pagesAhead * rowsPerPage : 0);
}

/** Knowledge of the length of a list that is being read. */
interface KnownLength {
  readonly buffer: Pick<PageBuffer<unknown>, "offset" | "rowsPerPage" | "whole">;
  readonly fetches: Pick<PageFetches<unknown>, "costsNoCall">;
  readonly pageSize: number;
  readonly rowCount: number | undefined;
}

function callsLeft({ buffer, fetches, pageSize, rowCount }: KnownLength, enough: number): number | undefined {
  const { offset, rowsPerPage, whole } = buffer;
  if (whole) return 0;
  const size = pageSize === Number.POSITIVE_INFINITY ? 0 : rowCount;
  // A list that goes on behind its end has grown, and it is not known how far.
  if (size === undefined || (offset > 0 && offset >= size)) return undefined;
  let calls = 0;
  for (let start = offset; calls < enough; start += rowsPerPage) {
    // What was empty the last time is looked at again.
    if (start > 0 && start >= size) break;
    if (!fetches.costsNoCall(start)) calls += 1;
  }
  return calls;
}
