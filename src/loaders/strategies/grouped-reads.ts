import { type AccessStrategy, type BatchFacts, callText } from "../../lists/access-strategy.ts";
import { type ForeignKey, isAlwaysPresent } from "../../lists/foreign-key.ts";
import { pagesIn } from "../../lists/list-strategy.ts";
import type { Range } from "../../lists/range.ts";
import type { AnyEndpoint } from "../../rest/endpoint.ts";
import { isListCheaper } from "../access-planner.ts";

/** The list of the children of all parents. */
export interface GroupedList {
  readonly endpoint: AnyEndpoint;
  readonly name: string;
  /** Rows. */
  readonly pageSize: number;
  readonly foreignKey: Pick<ForeignKey<never>, "missingKey">;
  /** Whether a part of the pages may do. */
  readonly isInOrder: boolean;
  /** Whether a page is read to learn whether rows tell their parents. */
  readonly probes: boolean;
}

/** A read for each parent, or the pages of a list whose rows may tell the parent that they belong to. */
export const groupedReads = (own: AnyEndpoint, list: GroupedList): AccessStrategy => ({
  endpoints: [own, list.endpoint],
  mayBeShown: true,
  bounds: (keys, facts) => boundsOf(list, keys, facts),
  most(keys, _, statistics) {
    const all = pagesIn(list, statistics);
    const wanted = isAlwaysPresent(list.foreignKey, statistics) === false ? 0 : keys;
    return {
      calls: [{ endpoint: own, count: keys }],
      pages: { endpoint: list.endpoint, all, wanted, isForParents: true },
    };
  },
  describe: () => ({
    ways: [`${callText(own)} for each key`, `${callText(list.endpoint)} in pages of ${list.pageSize}`],
    choice: choiceOf(list),
  }),
});

function boundsOf(list: GroupedList, keys: number, { arePointsQueued, statistics }: BatchFacts): Range {
  const isTold = isAlwaysPresent(list.foreignKey, statistics);
  if (isTold === false) return { least: keys, most: keys };
  const pages = pagesIn(list, statistics);
  const isKnown = Number.isFinite(pages);
  const least = list.isInOrder ? 1 : Math.min(keys, isKnown ? pages : 1);
  if (!isKnown) return { least, most: keys > 1 ? 2 * keys : keys };
  if (!isListCheaper(keys, pages, arePointsQueued)) return { least, most: keys };
  return { least, most: isTold ? pages : pages + keys };
}

function choiceOf({ isInOrder, probes }: GroupedList): string {
  const list = isInOrder
    ? "pages of the list until they have shown enough of each parent's, if they are fewer than parents are missing"
    : "the list if it has fewer pages than there are parents";
  const learnt = probes
    ? "as long as its rows name their parents, which a page is read to learn"
    : "once rows were seen to name their parents";
  return `${list}, ${learnt}; a read for each parent otherwise`;
}
