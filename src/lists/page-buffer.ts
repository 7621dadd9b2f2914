import type { Mutable } from "../mutable.ts";
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
  let pagesAhead: Map<number, Page<Row>> | undefined;
  const elsewhere: Page<Row>[] = [];
  let adoptedBodies: readonly object[] = [];

  const finish = (list: WholeList<Row>): void => {
    buffer.whole = list;
    buffer.offset = list.count;
  };

  const listed = (keysOf: KeysOf<Row>, key: string): readonly Row[] =>
    buffer.whole ? buffer.whole.index.find(keysOf, key) : rowsIn(pages, keysOf, key);

  const buffer: Mutable<PageBuffer<Row>> = {
    count: 0,
    offset: 0,
    rowsPerPage: pageSize,
    whole: undefined,
    pagesOfNothingNew: 0,
    ahead: (start) => pagesAhead?.get(start),
    addAhead(start, page) {
      pagesAhead ??= new Map();
      pagesAhead.set(start, page);
    },
    append(page) {
      const isNew = showsNew(page, pages);
      const start = buffer.offset;
      pages.push(page);
      buffer.count += 1;
      buffer.offset = endOf(start, page);
      // A page that promises more and holds nothing would be asked for without end.
      if (!page.hasNextPage || page.rows.length === 0)
        return finish(format.wholeOf(pages[0] ?? page, pages.slice(1)));
      buffer.pagesOfNothingNew = isNew ? 0 : buffer.pagesOfNothingNew + 1;
      if (buffer.pagesOfNothingNew >= mostPagesOfNothingNew) return;
      // A short page that is not the last: the upstream gives smaller pages than it is asked for.
      buffer.rowsPerPage = Math.min(buffer.rowsPerPage, buffer.offset - start);
    },
    adopt(list) {
      adoptedBodies = list.laterBodies;
      finish(list);
    },
    addElsewhere: (page) => void elsewhere.push(page),
    listed,
    seen(keysOf, key) {
      const found = buffer.whole ? listed(keysOf, key)[0] : firstIn(pages, keysOf, key);
      return found ?? firstIn(elsewhere, keysOf, key);
    },
    *bodies() {
      for (const { body } of pages) yield body;
      yield* adoptedBodies;
      for (const { body } of elsewhere) yield body;
    },
  };
  return buffer;
}
