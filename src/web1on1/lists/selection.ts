import type { Definition, Forgetful } from "../../loaders/definition.ts";
import type { Identified } from "../../loaders/indexed-rows.ts";
import type { Slice } from "../../loaders/keyed-read.ts";
import { isPlain } from "../../loaders/list.ts";
import type { ListPage } from "../../loaders/list-page.ts";
import type { LinkedList } from "./linked-list.ts";
import { listFeatures, notListed } from "./list-features.ts";
import { sorted, valuesAt } from "./row-filter.ts";

/** Parameters that select and order rows: `sort`, and filters by the name of their field; undefined ones are not sent. */
export type Conditions = Readonly<Record<string, string | undefined>>;

/** Reads selections of a list. */
export interface Selection<Row> extends Forgetful {
  /** @throws UPSTREAM_REJECTED for a filter that the upstream does not have, and that listed rows do not answer. */
  page(conditions: Conditions, slice: Slice): Promise<ListPage<Row>>;
}

/** Statuses whose rows stand in no list that is not filtered by them. */
const unlisted: ReadonlySet<string> = new Set(["archived", "pendingArchive"]);

/**
 * Reads selections of a list: by the upstream's parameters, or from the whole list where it has none of that kind.
 * @param wider names of filters that match more than rows show.
 */
export function selectionOf<Row extends Identified>(
  list: LinkedList<Row>,
  wider: readonly string[] = [],
): Definition<Selection<Row>> {
  const matching = (rows: readonly Row[], filters: Conditions): readonly Row[] =>
    Object.entries(filters).reduce((left, [name, value]) => {
      if (value === undefined) return left;
      if (wider.includes(name) || (name === "status" && unlisted.has(value)))
        throw notListed(`rows by this ${name}`);
      return left.filter((row) => valuesAt(row, name).includes(value));
    }, rows);

  return {
    access: list.access,
    make({ call, of, settingOf }) {
      const all = of(list);

      const fromWhole = async ({ sort, ...filters }: Conditions, { limit, offset }: Slice) => {
        const rows = matching(await all.all(), filters);
        const ordered = sort === undefined ? rows : sorted(rows, sort);
        return { rows: ordered.slice(offset, offset + limit), hasNextPage: ordered.length > offset + limit };
      };

      return {
        async page(conditions, slice) {
          if (isPlain(conditions)) return all.range(slice.offset, slice.limit);
          const features = settingOf(listFeatures);
          const { sort, ...filters } = conditions;
          const isTaken =
            (sort === undefined || features.includes("sort")) &&
            (isPlain(filters) || features.includes("filters"));
          if (!isTaken) return fromWhole(conditions, slice);
          return all.show(await list.pages.read(call, { ...conditions, ...slice }), slice.offset);
        },
        clearAll() {},
      };
    },
  };
}
