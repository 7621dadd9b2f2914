import { GatewayError } from "../errors.ts";
import type { Call } from "../rest/call.ts";
import { costsNoCall } from "../rest/read-handle.ts";
import { textIn } from "../rest/row-values.ts";
import { learnForeignKey } from "./foreign-key.ts";
import { byId, type Identified, type IndexedRows, type KeysOf } from "./indexed-rows.ts";
import type { ListSource } from "./list-source.ts";
import { endOf, type Page, type WholeList } from "./page.ts";
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

/** Rows that slip from page to page may fill one; an upstream that gives the same page for every offset fills all. */
const mostPagesOfNothingNew = 5;

/** Calls that must fit into the budget before one is made that may turn out not to be needed. */
const roomToReadAhead = 5;

const repeatedPages = (): GatewayError =>
  new GatewayError(
    "UPSTREAM_INVALID_RESPONSE",
    "A list gave the same rows page after page, so that its end cannot be reached; name objects by id instead.",
  );

/** Pages that were read of a list of unknown length for each that is asked for ahead, which is how few lie behind its end. */
const pagesPerPageAhead = 4;

/** Begins to read a list. */
export function createPageReader<Row extends Identified>(
  { name, pageSize, slices, format, foreignKeys = [] }: ListSource<Row>,
  call: Call,
  statistics: ListStatistics,
): PageReader<Row> {
  const { rowCount } = statistics;
  /** From the start on, without gaps. */
  const pages: Page<Row>[] = [];
  /** Pages by their start that came before those in front of them; what lies between is read one after the other. */
  const ahead = new Map<number, Page<Row>>();
  const elsewhere: Page<Row>[] = [];
  let offset = 0;
  let rowsPerPage = pageSize;
  let pagesOfNothingNew = 0;
  let whole: WholeList<Row> | undefined;
  /** Those of pages that did not have to be looked at. */
  let adoptedBodies: readonly object[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  let readersInTurn = 0;
  let hasLooked = false;
  let next: Promise<void> | undefined;
  let walk: Promise<unknown> | undefined;

  const pageRead = (start: number) => slices.handle(call, { limit: pageSize, offset: start });

  const fetchPage = async (start: number): Promise<Page<Row>> =>
    format.pageIn(await pageRead(start).run(), start);

  const isAtHand = (start: number): boolean => ahead.has(start) || costsNoCall(pageRead(start));

  const learn = (rows: IndexedRows<Row>): void => {
    for (const owner of foreignKeys) learnForeignKey(owner, owner.isPresentIn(rows), statistics);
  };

  const isIn = (some: readonly Page<Row>[], id: unknown): boolean => {
    const key = textIn(id);
    return key !== undefined && some.some(({ index }) => index.find(byId, key).length > 0);
  };

  const finish = (list: WholeList<Row>): void => {
    whole = list;
    offset = list.count;
    rowCount.set(name, list.count);
  };

  /** All other pages, if an operation has read this list to its end and none of them has been replaced since. */
  const adopt = (firstBody: object): void => {
    const last = format.lastWhole(firstBody);
    if (!last || !call.areCurrent(slices.row, last.laterBodies)) return;
    adoptedBodies = last.laterBodies;
    finish(last);
  };

  const append = (page: Page<Row>): void => {
    // A row that nothing tells from others is not known to be new.
    const showsNew = page.index.rows.some(({ id }) => textIn(id) !== undefined && !isIn(pages, id));
    pages.push(page);
    const start = offset;
    offset = endOf(offset, page);
    learn(page.index);
    // It is not known which parents the rows belong to that the upstream left out.
    if (offset - start > page.rows.length)
      for (const owner of foreignKeys) learnForeignKey(owner, false, statistics);
    if (page.total !== undefined) rowCount.set(name, page.total);
    // A page that promises more and holds nothing would be asked for without end.
    if (!page.hasNextPage || page.rows.length === 0) {
      finish(format.wholeOf(pages[0] ?? page, pages.slice(1)));
      return;
    }
    pagesOfNothingNew = showsNew ? 0 : pagesOfNothingNew + 1;
    if (pagesOfNothingNew >= mostPagesOfNothingNew) throw repeatedPages();
    // A short page that is not the last: the upstream gives smaller pages than it is asked for.
    rowsPerPage = Math.min(rowsPerPage, offset - start);
    if (pages.length === 1) adopt(page.body);
  };

  const readOne = async (): Promise<void> => {
    if (!whole) append(ahead.get(offset) ?? (await fetchPage(offset)));
  };

  /** Takes fresh pages, which cost no wait; pages that another reader is about to read are left to it. */
  const readFresh = (): void => {
    if (hasLooked || readersInTurn > 0) return;
    hasLooked = true;
    // The page that shows nothing new once too often is left to those who can fail.
    while (!whole && pagesOfNothingNew < mostPagesOfNothingNew - 1) {
      const body = pageRead(offset).take();
      if (!body) return;
      append(format.pageIn(body, offset));
    }
  };

  /** Pages up to a place, which need not wait for each other as far as their places are known. */
  const readUpTo = async (place: number): Promise<void> => {
    const end = !whole && rowsPerPage === pageSize ? place : 0;
    const starts: number[] = [];
    for (let start = offset; start < end; start += pageSize) if (!ahead.has(start)) starts.push(start);
    if (starts.length > 1) {
      const fetched = await Promise.all(
        starts.map(async (start) => [start, await fetchPage(start)] as const),
      );
      for (const [start, page] of fetched) ahead.set(start, page);
    }
    do await readOne();
    while (!whole && ahead.has(offset));
  };

  const readMore = () => readUpTo(rowCount.get(name) ?? 0);

  const readAll = async (): Promise<void> => {
    while (!whole) await readMore();
  };

  const readAhead = async (): Promise<void> => {
    while (!whole) {
      const pagesAhead = Math.floor(pages.length / pagesPerPageAhead);
      await readUpTo(rowCount.get(name) ?? offset + (pagesAhead > 0 ? pagesAhead * rowsPerPage : 0));
    }
  };

  const readNext = (count = 1): Promise<void> => {
    next ??= inTurn(() => readUpTo(offset + count * pageSize)).finally(() => {
      next = undefined;
    });
    return next;
  };

  /** Pages are read for one reader after the other, so that no page is fetched twice. */
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const result = turn.then(work);
    const leave = () => {
      readersInTurn -= 1;
    };
    readersInTurn += 1;
    turn = result.then(leave, leave);
    return result;
  };

  const walkOn = (work: () => Promise<void>): Promise<unknown> => {
    walk ??= inTurn(work).finally(() => {
      walk = undefined;
    });
    return walk;
  };

  /** Of pages from the start on, the first that shows a row tells what it is. */
  const firstIn = (some: readonly Page<Row>[], keysOf: KeysOf<Row>, key: string): Row | undefined => {
    for (const [at, { index }] of some.entries()) {
      const row = index.find(keysOf, key).find(({ id }) => at === 0 || !isIn(some.slice(0, at), id));
      if (row) return row;
    }
    return undefined;
  };

  const listed = (keysOf: KeysOf<Row>, key: string): readonly Row[] => {
    if (whole) return whole.index.find(keysOf, key);
    if (pages.length < 2) return pages[0]?.index.find(keysOf, key) ?? [];
    return pages.flatMap(({ index }, at) =>
      index.find(keysOf, key).filter(({ id }) => !isIn(pages.slice(0, at), id)),
    );
  };

  return {
    isComplete: () => whole !== undefined,
    count() {
      readFresh();
      return whole?.index.rows.length;
    },
    isEmpty: () => whole?.count === 0,
    fullRead: () => walk,
    callsLeft(enough) {
      if (whole) return 0;
      const size = pageSize === Number.POSITIVE_INFINITY ? 0 : rowCount.get(name);
      // A list that goes on behind its end has grown, and it is not known how far.
      if (size === undefined || (offset > 0 && offset >= size)) return undefined;
      let calls = 0;
      for (let start = offset; calls < enough; start += rowsPerPage) {
        // What was empty the last time is looked at again.
        if (start > 0 && start >= size) break;
        if (!isAtHand(start)) calls += 1;
      }
      return calls;
    },
    readFresh,
    async readAtHand() {
      if (whole || !isAtHand(offset)) return;
      await inTurn(async () => {
        while (!whole && isAtHand(offset)) await readOne();
      });
    },
    readNext,
    readAhead() {
      const isBegun = whole !== undefined || pages.length > 0 || readersInTurn > 0;
      if (!isBegun && !isAtHand(0) && call.hasRoomFor(roomToReadAhead)) readNext().catch(() => {});
    },
    async hasRowsBeyond(count) {
      const start = count * rowsPerPage;
      const page = ahead.get(start) ?? (await fetchPage(start));
      ahead.set(start, page);
      return page.rows.length > 0;
    },
    async readKnown() {
      await walkOn(readMore);
    },
    async all(isHurried = false) {
      readFresh();
      // Another reader may be reading a part of it only.
      while (!whole) await walkOn(isHurried ? readAhead : readAll);
      return whole.index.rows;
    },
    listed,
    seen(keysOf, key) {
      if (whole || pages.length < 2) return listed(keysOf, key)[0] ?? firstIn(elsewhere, keysOf, key);
      return firstIn(pages, keysOf, key) ?? firstIn(elsewhere, keysOf, key);
    },
    *bodies() {
      for (const { body } of pages) yield body;
      yield* adoptedBodies;
      for (const { body } of elsewhere) yield body;
    },
    note(page) {
      elsewhere.push(page);
      learn(page.index);
    },
  };
}
