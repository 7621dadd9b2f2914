import { GatewayError } from "../errors.ts";

/** One page of an upstream list. */
export interface ListPage<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  /** Rows in the whole list, where the upstream states it. */
  readonly total?: number | undefined;
}

/** How one upstream list is read. */
export interface ListSource<Row> {
  /** Names the list among those of its system, to remember its size by. */
  readonly name: string;
  /** Rows a page; `Infinity` for a list that comes whole. */
  readonly pageSize: number;
  fetchPage(offset: number): Promise<ListPage<Row>>;
  /** A row's identity; rows that the upstream repeats across pages are dropped by it. */
  readonly idOf: (row: Row) => string;
}

/** Rows in each list by its name, as far as known: outlives operations, since it only guides plans. */
export type ListSizes = Map<string, number>;

/** A list as one operation has read it so far; pages are fetched once and remembered. */
export interface PagedList<Row> {
  /** Rows seen so far, in upstream order. */
  readonly rows: readonly Row[];
  /** Whether every page has been read. */
  readonly complete: boolean;
  /** Whether a walk over all pages is on its way. */
  readonly walking: boolean;
  /** Pages not yet read, where the size of the list is known. */
  readonly pagesLeft: number | undefined;
  /** Reads the next page, if there is one; readers that ask for it at once share it. */
  readNext(): Promise<void>;
  /** Reads all pages; where their number is known, side by side. */
  all(): Promise<readonly Row[]>;
  /** The seen rows by a key of theirs; rebuilt only when pages came in since. */
  index(name: string, keysOf: (row: Row) => readonly string[]): ReadonlyMap<string, readonly Row[]>;
  /** Forgets everything, after a write. */
  clearAll(): void;
}

/** Makes a list that has been read nowhere yet. */
export function pagedList<Row>(source: ListSource<Row>, sizes: ListSizes): PagedList<Row> {
  let reading = startReading(source, sizes);
  return {
    get rows() {
      return [...reading.rows.values()];
    },
    get complete() {
      return reading.complete;
    },
    get walking() {
      return reading.walk !== undefined;
    },
    get pagesLeft() {
      return reading.pagesLeft();
    },
    readNext: () => reading.readNext(),
    all: () => reading.all(),
    index: (name, keysOf) => reading.index(name, keysOf),
    clearAll() {
      // Pages still on their way go to the old reading: they may show the time before the write.
      reading = startReading(source, sizes);
    },
  };
}

/** Rows that slip from page to page may fill one; an upstream that gives the same page for every offset fills all. */
const mostPagesOfNothingNew = 5;

const repeatedPages = (): GatewayError =>
  new GatewayError(
    "UPSTREAM_INVALID_RESPONSE",
    "A list gave the same rows page after page, so that its end cannot be reached; name objects by id instead.",
  );

function startReading<Row>(source: ListSource<Row>, sizes: ListSizes) {
  const rows = new Map<string, Row>();
  let offset = 0;
  let rowsPerPage = source.pageSize;
  let pagesOfNothingNew = 0;
  let complete = false;
  let turn: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | undefined;
  let walk: Promise<readonly Row[]> | undefined;
  /** Pages by their start that came before those in front of them; what lies between is read one after the other. */
  const ahead = new Map<number, ListPage<Row>>();
  const indexes = new Map<
    string,
    { readonly size: number; readonly map: ReadonlyMap<string, readonly Row[]> }
  >();

  const pagesLeft = (): number | undefined => {
    if (complete) return 0;
    if (rowsPerPage === Number.POSITIVE_INFINITY) return 1;
    const size = sizes.get(source.name);
    if (size === undefined) return undefined;
    // What was empty the last time is looked at again.
    return Math.max(offset === 0 ? 1 : 0, Math.ceil((size - offset) / rowsPerPage));
  };

  const readOne = async (): Promise<void> => {
    if (complete) return;
    const page = ahead.get(offset) ?? (await source.fetchPage(offset));
    const rowsBefore = rows.size;
    for (const row of page.rows) {
      const id = source.idOf(row);
      if (!rows.has(id)) rows.set(id, row);
    }
    offset += page.rows.length;
    if (page.total !== undefined) sizes.set(source.name, page.total);
    pagesOfNothingNew = rows.size > rowsBefore ? 0 : pagesOfNothingNew + 1;
    if (page.hasNextPage && page.rows.length > 0) {
      if (pagesOfNothingNew >= mostPagesOfNothingNew) throw repeatedPages();
      // A short page that is not the last: the upstream gives smaller pages than it is asked for.
      rowsPerPage = Math.min(rowsPerPage, page.rows.length);
    } else {
      // A page that promises more and holds nothing would be asked for without end.
      complete = true;
      sizes.set(source.name, rows.size);
    }
  };

  const readRest = async (): Promise<readonly Row[]> => {
    // The first page tells the total where the upstream knows it; then the others need not wait for each other.
    if (pagesLeft() === undefined) await readOne();
    const size = complete ? 0 : (sizes.get(source.name) ?? 0);
    const starts: number[] = [];
    for (let start = offset; start < size; start += source.pageSize) starts.push(start);
    if (starts.length > 1) {
      const pages = await Promise.all(
        starts.map(async (start) => [start, await source.fetchPage(start)] as const),
      );
      for (const [start, page] of pages) ahead.set(start, page);
    }
    while (!complete) await readOne();
    return [...rows.values()];
  };

  /** Pages are read one request of a reader after the other, so that no page is fetched twice. */
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };

  return {
    rows,
    get complete() {
      return complete;
    },
    get walk() {
      return walk;
    },
    pagesLeft,
    readNext(): Promise<void> {
      next ??= inTurn(readOne).finally(() => {
        next = undefined;
      });
      return next;
    },
    all(): Promise<readonly Row[]> {
      walk ??= inTurn(readRest).catch((error: unknown) => {
        walk = undefined;
        throw error;
      });
      return walk;
    },
    index(name: string, keysOf: (row: Row) => readonly string[]): ReadonlyMap<string, readonly Row[]> {
      const known = indexes.get(name);
      if (known?.size === rows.size) return known.map;
      const map = new Map<string, Row[]>();
      for (const row of rows.values()) {
        for (const key of new Set(keysOf(row))) {
          const under = map.get(key);
          if (under) under.push(row);
          else map.set(key, [row]);
        }
      }
      indexes.set(name, { size: rows.size, map });
      return map;
    },
  };
}
