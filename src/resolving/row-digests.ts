import { textIn } from "../rest/row-values.ts";
import { digestLength, digestOf, digestOfRow } from "./cursor.ts";

/** Where the rows of a page stand in a longer list of rows, which stays the same for as long as it is kept. */
export interface PlaceInRows<Row> {
  readonly rows: readonly Row[];
  /** The place of the first row. */
  readonly from: number;
}

/** Digests of rows that stay the same, made once. */
interface RowDigests {
  /** Whether each row stands in them once. */
  readonly areDistinct: boolean;
  /** The digests of a part of them, one behind the other. */
  between(from: number, to: number): string;
}

const known = new WeakMap<readonly unknown[], RowDigests>();

/**
 * The digests of rows.
 * @param offset where in its list the first of them stands, which is the same for every use of these rows.
 */
export function digestsOfRows<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  offset: number,
): RowDigests {
  const made = known.get(rows);
  if (made) return made;
  const ids = rows.map((row, place) => textIn(idOf(row)) ?? `\0${place}`);
  let text: string | undefined;
  const digests: RowDigests = {
    areDistinct: new Set(ids).size === rows.length,
    between(from, to) {
      text ??= rows.map((row, place) => rowDigest(row, idOf(row), offset + place)).join("");
      return text.slice(from * digestLength, to * digestLength);
    },
  };
  known.set(rows, digests);
  return digests;
}

/**
 * Whether none of the rows of a page was given before, as far as that shows at once: those given last stand right before them.
 * @param seen digests of the rows given last.
 */
export function followsSeen({ areDistinct, between }: RowDigests, from: number, seen: string): boolean {
  const before = from - seen.length / digestLength;
  return areDistinct && before >= 0 && between(before, from) === seen;
}

/** The digest of a row in cursors. @param place that tells a row whose id cannot be read from all others. */
export function rowDigest(row: unknown, id: unknown, place: number): string {
  const text = textIn(id);
  return text === undefined ? digestOf(`\0${place}`) : digestOfRow(row, text);
}
