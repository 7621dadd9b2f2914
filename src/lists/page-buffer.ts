import type { Identified, KeysOf } from "./indexed-rows.ts";
import { endOf, type Page, type PageFormat, type WholeList } from "./page.ts";
import { firstIn, rowsIn, showsNew } from "./page-look-up.ts";

/** The pages of a list that one operation has, from whichever read: it makes no call itself. */
export interface PageBuffer<Row> {
  /** Pages from the start on, without gaps. */
  readonly count: number;
  /** Where the next one begins. */
  readonly offset: number;
  /** Rows of the smallest page so far. @default those that are asked for */
  readonly rowsPerPage: number;
  /** The list, once it is there to its end. */
  readonly whole: WholeList<Row> | undefined;
  /** Pages at the end that repeat rows of those before. */
  readonly pagesOfNothingNew: number;
  /** The page that came before those in front of it. */
  ahead(start: number): Page<Row> | undefined;
  /** Takes a page that is behind the next one; what lies between is read one after the other. */
  addAhead(start: number, page: Page<Row>): void;
  /** Takes the next page. */
  append(page: Page<Row>): void;
  /** Takes the list as another operation has it, whose later pages need not be looked at. */
  adopt(list: WholeList<Row>): void;
  /** Takes a page of the same rows that another read has shown. */
  addElsewhere(page: Page<Row>): void;
  /** The rows with a key among the pages from the start on, in upstream order. */
  listed(keysOf: KeysOf<Row>, key: string): readonly Row[];
  /** A row with a key on any page. */
  seen(keysOf: KeysOf<Row>, key: string): Row | undefined;
  bodies(): Iterable<object>;
}

/** Rows that slip from page to page may fill one; an upstream that gives the same page for every offset fills all. */
export const mostPagesOfNothingNew = 5;

/** Makes an empty buffer. @param pageSize rows that are asked for. */
export function createPageBuffer<Row extends Identified>(
  format: PageFormat<Row>,
  pageSize: number,
): PageBuffer<Row> {
  const pages: Page<Row>[] = [];
  const pagesAhead = new Map<number, Page<Row>>();
  const elsewhere: Page<Row>[] = [];
  const state = {
    offset: 0,
    rowsPerPage: pageSize,
    pagesOfNothingNew: 0,
    whole: undefined as WholeList<Row> | undefined,
    adoptedBodies: [] as readonly object[],
  };

  const finish = (list: WholeList<Row>): void => {
    state.whole = list;
    state.offset = list.count;
  };

  const listed = (keysOf: KeysOf<Row>, key: string): readonly Row[] =>
    state.whole ? state.whole.index.find(keysOf, key) : rowsIn(pages, keysOf, key);

  return {
    get count() {
      return pages.length;
    },
    get offset() {
      return state.offset;
    },
    get rowsPerPage() {
      return state.rowsPerPage;
    },
    get whole() {
      return state.whole;
    },
    get pagesOfNothingNew() {
      return state.pagesOfNothingNew;
    },
    ahead: (start) => pagesAhead.get(start),
    addAhead: (start, page) => void pagesAhead.set(start, page),
    append(page) {
      const isNew = showsNew(page, pages);
      const start = state.offset;
      pages.push(page);
      state.offset = endOf(start, page);
      // A page that promises more and holds nothing would be asked for without end.
      if (!page.hasNextPage || page.rows.length === 0)
        return finish(format.wholeOf(pages[0] ?? page, pages.slice(1)));
      state.pagesOfNothingNew = isNew ? 0 : state.pagesOfNothingNew + 1;
      if (state.pagesOfNothingNew >= mostPagesOfNothingNew) return;
      // A short page that is not the last: the upstream gives smaller pages than it is asked for.
      state.rowsPerPage = Math.min(state.rowsPerPage, state.offset - start);
    },
    adopt(list) {
      state.adoptedBodies = list.laterBodies;
      finish(list);
    },
    addElsewhere: (page) => void elsewhere.push(page),
    listed,
    seen(keysOf, key) {
      const found = state.whole ? listed(keysOf, key)[0] : firstIn(pages, keysOf, key);
      return found ?? firstIn(elsewhere, keysOf, key);
    },
    *bodies() {
      for (const { body } of pages) yield body;
      yield* state.adoptedBodies;
      for (const { body } of elsewhere) yield body;
    },
  };
}
