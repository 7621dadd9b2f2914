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
  readonly pagesRead: number;
  /** Pages in the whole list, where its size is known. */
  readonly pageCount: number | undefined;
  /** Reads the next page, if there is one. */
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
  let rows = new Map<string, Row>();
  let offset = 0;
  let pagesRead = 0;
  let complete = false;
  let turn: Promise<unknown> = Promise.resolve();
  let walk: Promise<readonly Row[]> | undefined;
  const indexes = new Map<
    string,
    { readonly size: number; readonly map: ReadonlyMap<string, readonly Row[]> }
  >();

  const add = (page: ListPage<Row>) => {
    for (const row of page.rows) {
      const id = source.idOf(row);
      if (!rows.has(id)) rows.set(id, row);
    }
    offset += page.rows.length;
    pagesRead += 1;
    if (page.total !== undefined) sizes.set(source.name, page.total);
  };

  const finishAfter = (page: ListPage<Row>) => {
    // A page that promises more and holds nothing would be asked for without end.
    if (page.hasNextPage && page.rows.length > 0) return;
    complete = true;
    sizes.set(source.name, rows.size);
  };

  const pageCount = () => {
    if (source.pageSize === Number.POSITIVE_INFINITY) return 1;
    const size = sizes.get(source.name);
    return size === undefined ? undefined : Math.max(1, Math.ceil(size / source.pageSize));
  };

  const readOne = async () => {
    if (complete) return;
    const page = await source.fetchPage(offset);
    add(page);
    finishAfter(page);
  };

  const readRest = async () => {
    // The first page tells the total where the upstream knows it; then the others need not wait for each other.
    if (pageCount() === undefined) await readOne();
    const known = pageCount() ?? 0;
    if (!complete && known > pagesRead + 1) {
      const starts = Array.from({ length: known - pagesRead }, (_, page) => offset + page * source.pageSize);
      for (const page of await Promise.all(starts.map((start) => source.fetchPage(start)))) {
        add(page);
        finishAfter(page);
        // The upstream gives smaller pages than asked for: what follows starts elsewhere and is read again below.
        if (complete || page.rows.length < source.pageSize) break;
      }
    }
    while (!complete) await readOne();
  };

  /** Pages are read one request of a reader after the other, so that no page is fetched twice. */
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };

  return {
    get rows() {
      return [...rows.values()];
    },
    get complete() {
      return complete;
    },
    get walking() {
      return walk !== undefined;
    },
    get pagesRead() {
      return pagesRead;
    },
    get pageCount() {
      return pageCount();
    },
    readNext: () => inTurn(readOne),
    all() {
      walk ??= inTurn(readRest).then(
        () => [...rows.values()],
        (error: unknown) => {
          walk = undefined;
          throw error;
        },
      );
      return walk;
    },
    index(name, keysOf) {
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
    clearAll() {
      rows = new Map();
      offset = 0;
      pagesRead = 0;
      complete = false;
      walk = undefined;
      turn = Promise.resolve();
      indexes.clear();
    },
  };
}
