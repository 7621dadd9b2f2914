import type { IndexedRows, KeysOf } from "./indexed-rows.ts";
import { memoizeByBody } from "./memo-by-body.ts";
import type { KnownStatistics, ListStatistics } from "./statistics.ts";

/**
 * Where rows of a list may tell which parent they belong to. No document promises that they do, so it is learnt from rows
 * that are seen. Once one of them tells nothing, none is believed any more.
 */
export interface ForeignKey<Row> {
  /** Names it in the statistics of lists, which remember whether rows lack it. */
  readonly missingKey: string;
  /** The id of the parent; null where a row tells that it has none of this kind, undefined where it tells nothing. */
  parentOf(row: Row): string | null | undefined;
  /** The parent as a key. */
  readonly keysOf: KeysOf<Row>;
  /** Whether all rows of a page tell their parent; undefined where no row names one, which tells nothing either way. */
  isPresentIn(rows: IndexedRows<Row>): boolean | undefined;
}

/** States where a row tells its parent. */
export function foreignKey<Row>(
  missingKey: string,
  parentOf: (row: Row) => string | null | undefined,
): ForeignKey<Row> {
  const toldIn = memoizeByBody(({ rows }: IndexedRows<Row>) => {
    const parents = rows.map(parentOf);
    if (parents.includes(undefined)) return { all: false };
    return parents.some((parent) => parent !== null) ? { all: true } : {};
  });
  return {
    missingKey,
    parentOf,
    keysOf: (row) => {
      const parent = parentOf(row);
      return typeof parent === "string" ? [parent] : [];
    },
    isPresentIn: (rows) => toldIn(rows).all,
  };
}

/** Whether all rows that were seen have it; undefined before any was seen. */
export function isAlwaysPresent(
  { missingKey }: Pick<ForeignKey<never>, "missingKey">,
  { lacksForeignKey }: Pick<KnownStatistics, "lacksForeignKey">,
): boolean | undefined {
  const isLacking = lacksForeignKey.get(missingKey);
  return isLacking === undefined ? undefined : !isLacking;
}

/**
 * Remembers whether rows that were seen have it.
 * @param isPresent undefined where they say nothing of it.
 */
export function learnForeignKey(
  { missingKey }: Pick<ForeignKey<never>, "missingKey">,
  isPresent: boolean | undefined,
  { lacksForeignKey }: Pick<ListStatistics, "lacksForeignKey">,
): void {
  if (isPresent === undefined || lacksForeignKey.get(missingKey)) return;
  lacksForeignKey.set(missingKey, !isPresent);
}
