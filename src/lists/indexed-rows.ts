import { keysIn } from "../rest/row-values.ts";
import { memoizeByBody } from "./memo-by-body.ts";

/** The id that every row of a list has. */
export interface Identified {
  readonly id: string;
}

/**
 * The keys that a row is found by; none where it has none that can be read, since any JSON may stand in its fields. An index belongs to the function itself, so it is written once and not made anew for
 * each use.
 */
export type KeysOf<Row> = (row: Row) => readonly string[];

/** The key that every list has. */
export const byId: KeysOf<Identified> = ({ id }) => keysIn(id);

/** Rows with indexes over them. */
export interface IndexedRows<Row> {
  /** Each once, by id. */
  readonly rows: readonly Row[];
  /** The rows with a key, in their order. */
  find(keysOf: KeysOf<Row>, key: string): readonly Row[];
}

/**
 * Indexes rows; each index is made when it is first used.
 * @param given in upstream order; of those with one id the first counts.
 */
export function indexedRows<Row extends Identified>(given: readonly Row[]): IndexedRows<Row> {
  const rows = withoutRepeated(given);
  const indexOf = memoizeByBody((keysOf: KeysOf<Row>) => indexBy(rows, keysOf));
  return { rows, find: (keysOf, key) => indexOf(keysOf).get(key) ?? [] };
}

function withoutRepeated<Row extends Identified>(rows: readonly Row[]): readonly Row[] {
  const first = new Map<string, Row>();
  for (const row of rows) if (!first.has(row.id)) first.set(row.id, row);
  return first.size === rows.length ? rows : [...first.values()];
}

function indexBy<Row>(rows: readonly Row[], keysOf: KeysOf<Row>): ReadonlyMap<string, readonly Row[]> {
  const index = new Map<string, Row[]>();
  for (const row of rows) {
    const keys = keysOf(row);
    for (const key of keys.length > 1 ? new Set(keys) : keys) {
      const under = index.get(key);
      if (under) under.push(row);
      else index.set(key, [row]);
    }
  }
  return index;
}
