import type { IndexedRows, KeysOf } from "./indexed-rows.ts";
import { perBody } from "./memo-by-body.ts";
import type { ListSizes } from "./statistics.ts";

/**
 * Where rows of a list may tell which parent they belong to. No document promises that they do, so it is learnt from rows
 * that are seen. Once one of them tells nothing, none is believed any more.
 */
export interface RowOwner<Row> {
  /**
   * Key, among the sizes of lists, under which it is remembered whether rows tell their owner: 0 if all that were seen do,
   * 1 if some do not; unset before any was seen.
   */
  readonly untold: string;
  /** The id of the parent; null where a row tells that it has none of this kind, undefined where it tells nothing. */
  ownerOf(row: Row): string | null | undefined;
  /** The parent as a key. */
  readonly keysOf: KeysOf<Row>;
  /** Whether all rows of a page tell their owner; undefined where no row names one, which tells nothing either way. */
  tellIn(rows: IndexedRows<Row>): boolean | undefined;
}

/** States where a row tells its owner. */
export function rowOwner<Row>(
  untold: string,
  ownerOf: (row: Row) => string | null | undefined,
): RowOwner<Row> {
  const toldIn = perBody(({ rows }: IndexedRows<Row>) => {
    const owners = rows.map(ownerOf);
    if (owners.includes(undefined)) return { all: false };
    return owners.some((owner) => owner !== null) ? { all: true } : {};
  });
  return {
    untold,
    ownerOf,
    keysOf: (row) => {
      const owner = ownerOf(row);
      return typeof owner === "string" ? [owner] : [];
    },
    tellIn: (rows) => toldIn(rows).all,
  };
}

/** Whether rows tell their owner, as far as rows have been seen. */
export function areTold(
  { untold }: Pick<RowOwner<never>, "untold">,
  sizes: ReadonlyMap<string, number>,
): boolean | undefined {
  const count = sizes.get(untold);
  return count === undefined ? undefined : count === 0;
}

/**
 * Remembers whether rows that were seen tell their owner.
 * @param areTold undefined where they say nothing of it.
 */
export function learnOwner(
  { untold }: Pick<RowOwner<never>, "untold">,
  areTold: boolean | undefined,
  sizes: ListSizes,
): void {
  if (areTold === undefined || (sizes.get(untold) ?? 0) > 0) return;
  sizes.set(untold, areTold ? 0 : 1);
}
