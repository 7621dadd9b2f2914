import type { Identified } from "../../lists/indexed-rows.ts";
import { type OffsetLimit, slicesWith } from "../../lists/keyed-read.ts";
import { isPlain } from "../../lists/list.ts";
import type { Clearable, LoaderDefinition } from "../../lists/loader-definition.ts";
import type { ListPage } from "../../lists/page.ts";
import { pagedList } from "../../lists/paged-list.ts";
import { type RowSelection, rowSelector, type TextsOf } from "../../lists/row-selection.ts";
import { newListStatistics } from "../../lists/statistics.ts";
import type { PromiseOrValue } from "../../loaders/promise-or-value.ts";
import type { LinkedList } from "./linked-list.ts";
import { listFeatures, notListed } from "./list-features.ts";
import { upstreamOrder, valuesAt } from "./row-filter.ts";

/** Parameters that select and order rows: `sort`, and filters by the name of their field; undefined ones are not sent. */
export type Conditions = Readonly<Record<string, string | undefined>>;

/** Reads selections of a list. */
export interface Selection<Row> extends Clearable {
  /**
   * A page as it stands upstream; undefined where that takes all rows, since the upstream lacks such parameters.
   */
  page(conditions: Conditions, slice: OffsetLimit): PromiseOrValue<ListPage<Row>> | undefined;
  /**
   * All rows that have all of some words in their texts.
   * @throws UPSTREAM_REJECTED for a filter that the upstream does not have, and that listed rows do not answer.
   */
  all(conditions: Conditions, words: readonly string[]): Promise<readonly Row[]>;
  /** Rows in the list without conditions, where that is known without a call. */
  count(): number | undefined;
}

/** Statuses whose rows stand in no list that is not filtered by them. */
const unlisted: ReadonlySet<string> = new Set(["archived", "pendingArchive"]);

/** The ways in which the rows of a list can be selected here. */
export interface SelectionFacts<Row> {
  /** Names of filters that match more than rows show. @default none */
  readonly wider?: readonly string[];
  /** Texts that rows are searched by. @default the list is not searched */
  readonly textsOf?: TextsOf<Row>;
}

/**
 * Reads selections of a list: by the upstream's parameters, or from the whole list where it has none of that kind. Words
 * are looked for here, in all rows that the filters leave, which are put in order here then.
 */
export function selectionOf<Row extends Identified>(
  list: LinkedList<Row>,
  { wider = [], textsOf = () => [] }: SelectionFacts<Row> = {},
): LoaderDefinition<Selection<Row>> {
  const select = rowSelector(textsOf);

  /** @throws UPSTREAM_REJECTED where rows do not tell. */
  const matcherOf = (filters: Conditions): RowSelection<Row>["matches"] => {
    const wanted = Object.entries(filters).flatMap(([name, value]) => {
      if (value === undefined) return [];
      if (wider.includes(name) || (name === "status" && unlisted.has(value)))
        throw notListed(`rows by this ${name}`);
      return [[name, value] as const];
    });
    return wanted.length === 0
      ? undefined
      : (row) => wanted.every(([name, value]) => valuesAt(row, name).includes(value));
  };

  return {
    access: list.access,
    create({ call, of, settingOf }) {
      const listed = of(list);
      const features = () => settingOf(listFeatures);
      const takesFilters = (filters: Conditions) => isPlain(filters) || features().includes("filters");
      const takesSort = (sort: string | undefined) => sort === undefined || features().includes("sort");

      /** All rows of a selection that the upstream makes. */
      const readAll = (conditions: Conditions): Promise<readonly Row[]> => {
        if (isPlain(conditions)) return listed.all(true);
        const slices = slicesWith(list.pages, conditions);
        // Selections are too many to remember the size of each.
        return pagedList({ ...list, slices }, call, newListStatistics()).all(true);
      };

      return {
        page(conditions, slice) {
          if (isPlain(conditions)) return listed.range(slice.offset, slice.limit);
          const { sort, ...filters } = conditions;
          if (!takesSort(sort) || !takesFilters(filters)) return undefined;
          const read = list.pages.handle(call, { ...conditions, ...slice }).run();
          return read.then((page) => listed.show(page, slice.offset));
        },
        async all({ sort, ...filters }, words) {
          const isFiltered = takesFilters(filters);
          const isSorted = isFiltered && words.length === 0 && takesSort(sort);
          const matches = isFiltered ? undefined : matcherOf(filters);
          const rows = await readAll({ ...(isFiltered && filters), ...(isSorted && { sort }) });
          const order = sort === undefined || isSorted ? undefined : upstreamOrder<Row>(sort);
          return select(rows, { words, matches, order });
        },
        count: () => listed.count(),
        clearAll() {},
      };
    },
  };
}
