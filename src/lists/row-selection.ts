import { textIn } from "../rest/row-values.ts";
import { memoizeByBody } from "./memo-by-body.ts";
import { searchText } from "./search-text.ts";

/** The values of a row that it is found by; any JSON may stand among them, and all but texts and whole numbers are left out. */
export type TextsOf<Row> = (row: Row) => readonly unknown[];

/** An order of rows by one key. */
export interface RowOrder<Row> {
  /** Tells the order from others of the same list, less its direction. */
  readonly name: string;
  /** Texts are compared by code unit; rows without a key come last, whatever the direction. */
  readonly keyOf: (row: Row) => string | number | undefined;
  readonly isDescending: boolean;
}

/** The rows of a list that are wanted. */
export interface RowSelection<Row> {
  /** Parts of a row's texts that it has all of, as `searchText` gives them. */
  readonly words: readonly string[];
  /** @default every row */
  readonly matches?: ((row: Row) => boolean) | undefined;
  /** Rows with equal keys stay in the order of the list. @default that of the list */
  readonly order?: RowOrder<Row> | undefined;
}

/** Selects rows of a whole list. */
export type SelectRows<Row> = <Own extends Row>(
  rows: readonly Own[],
  selection: RowSelection<Row>,
) => readonly Own[];

/**
 * Selects rows of whole lists by indexes: the texts of all rows, and their places in each order that was asked for. Each
 * is made once for as long as the array of rows is kept; a search then looks through one text a row.
 */
export function rowSelector<Row>(textsOf: TextsOf<Row>): SelectRows<Row> {
  const textsIn = memoizeByBody((rows: readonly Row[]) => rows.map((row) => joinedTexts(textsOf(row))));
  const ordersOf = memoizeByBody((_: readonly Row[]) => new Map<string, readonly number[]>());

  const placesIn = (rows: readonly Row[], order: RowOrder<Row>): readonly number[] => {
    const orders = ordersOf(rows);
    const name = `${order.isDescending ? "-" : ""}${order.name}`;
    const places = orders.get(name) ?? placesInOrder(rows, order);
    orders.set(name, places);
    return places;
  };

  return <Own extends Row>(rows: readonly Own[], { words, matches, order }: RowSelection<Row>) => {
    if (words.length === 0 && !matches && !order) return rows;
    const texts = words.length > 0 ? textsIn(rows) : [];
    const isWanted = (row: Row, place: number) =>
      words.every((word) => texts[place]?.includes(word)) && (!matches || matches(row));
    if (!order) return rows.filter(isWanted);
    const found: Own[] = [];
    for (const place of placesIn(rows, order)) {
      const row = rows[place] as Own;
      if (isWanted(row, place)) found.push(row);
    }
    return found;
  };
}

/** No word of a search has a line feed in it, so that none is found across two values. */
const joinedTexts = (values: readonly unknown[]): string =>
  searchText(values.flatMap((value) => textIn(value) ?? []).join("\n"));

function placesInOrder<Row>(rows: readonly Row[], { keyOf, isDescending }: RowOrder<Row>): readonly number[] {
  const keys = rows.map(keyOf);
  const sign = isDescending ? -1 : 1;
  return [...rows.keys()].sort((one, other) => {
    const [a, b] = [keys[one], keys[other]];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return sign * (a < b ? -1 : Number(a > b));
  });
}
