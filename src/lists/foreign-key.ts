import type { IndexedRows, KeysOf } from "./indexed-rows.ts";
import { memoizeByBody } from "./memo-by-body.ts";
import type { ListSizes } from "./statistics.ts";

/**
 * Where rows of a list may tell which parent they belong to. No document promises that they do, so it is learnt from rows
 * that are seen. Once one of them tells nothing, none is believed any more.
 */
export interface ForeignKey<Row> {
  /**
   * Key, among the sizes of lists, under which it is remembered whether rows tell their parent: 0 if all that were seen do,
   * 1 if some do not; unset before any was seen.
   */
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

/** Whether rows tell their parent, as far as rows have been seen. */
export function isAlwaysPresent(
  { missingKey }: Pick<ForeignKey<never>, "missingKey">,
  sizes: ReadonlyMap<string, number>,
): boolean | undefined {
  const count = sizes.get(missingKey);
  return count === undefined ? undefined : count === 0;
}

/**
 * Remembers whether rows that were seen tell their parent.
 * @param areTold undefined where they say nothing of it.
 */
export function learnForeignKey(
  { missingKey }: Pick<ForeignKey<never>, "missingKey">,
  areTold: boolean | undefined,
  sizes: ListSizes,
): void {
  if (areTold === undefined || (sizes.get(missingKey) ?? 0) > 0) return;
  sizes.set(missingKey, areTold ? 0 : 1);
}
