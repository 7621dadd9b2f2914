import { type Identified, type IndexedRows, indexedRows } from "./indexed-rows.ts";

/** A part of an upstream list, as the upstream gives it. */
export interface ListPage<Row> {
  /** Repeated ones included. */
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  /** Where the next page begins, where the upstream says that it left rows out of this one. @default behind its rows */
  readonly end?: number | undefined;
  /** Rows in the whole list, where the upstream states it. */
  readonly total?: number | undefined;
  /** The pages, which are kept, that they were cut from. @default it is not known */
  readonly cutFrom?: readonly PagePart<Row>[] | undefined;
}

/** A part of the rows of a page, which stay the same for as long as it is kept, and whose ids are read alike by all who page through its list. */
export interface PagePart<Row> {
  readonly rows: readonly Row[];
  /** The place of the first of them in its list. */
  readonly offset: number;
  /** The place on the page of the first row of the part. */
  readonly from: number;
  /** The place behind the last. */
  readonly to: number;
}

/** A page with what is worked out of it once for as long as its body is kept. */
export interface Page<Row> extends ListPage<Row> {
  /** The body that the call answered. */
  readonly body: object;
  readonly index: IndexedRows<Row>;
}

/** All pages of a list, with what is worked out of them once for as long as the first body is kept. */
export interface WholeList<Row> {
  /** Bodies of all pages but the first. */
  readonly laterBodies: readonly object[];
  /** Rows in all pages, repeated ones and those that the upstream left out included. */
  readonly count: number;
  readonly index: IndexedRows<Row>;
}

/** Reads pages of one shape, each body once for the process: equal answers share all that is made of them. */
export interface PageFormat<Row> {
  /** @param offset where in its list the page begins, which is the same for every use of a body. */
  pageIn(body: object, offset: number): Page<Row>;
  /** The list that began with this body when it was last read to its end; its other pages may have changed since. */
  lastWhole(firstBody: object): WholeList<Row> | undefined;
  /** The list of all these pages, which is the last one as long as no page has changed. */
  wholeOf(first: Page<Row>, later: readonly Page<Row>[]): WholeList<Row>;
}

/** Where the page behind this one begins. */
export const endOf = (offset: number, { end, rows }: ListPage<unknown>): number =>
  end ?? offset + rows.length;

/** States how a page is read out of the body of a call. */
export function pageFormat<Body extends object, Row extends Identified>(
  read: (body: Body, offset: number) => ListPage<Row>,
): PageFormat<Row> {
  const pages = new WeakMap<object, Page<Row>>();
  const wholes = new WeakMap<object, WholeList<Row>>();
  return {
    pageIn(body, offset) {
      const known = pages.get(body);
      if (known) return known;
      const page = read(body as Body, offset);
      const made = { ...page, body, index: indexedRows(page.rows) };
      pages.set(body, made);
      return made;
    },
    lastWhole: (firstBody) => wholes.get(firstBody),
    wholeOf(first, later) {
      const known = wholes.get(first.body);
      const isSame =
        known?.laterBodies.length === later.length &&
        later.every(({ body }, at) => body === known.laterBodies[at]);
      if (known && isSame) return known;
      const rows = [first, ...later].flatMap((page) => page.rows);
      const made = {
        laterBodies: later.map(({ body }) => body),
        count: later.reduce(endOf, endOf(0, first)),
        index: later.length === 0 ? first.index : indexedRows(rows),
      };
      wholes.set(first.body, made);
      return made;
    },
  };
}
