import type { Definition, Forgetful } from "../../loaders/definition.ts";
import type { Identified } from "../../loaders/indexed-rows.ts";
import type { Slice } from "../../loaders/keyed-read.ts";
import { isPlain } from "../../loaders/list.ts";
import type { ListPage } from "../../loaders/list-page.ts";
import type { LinkedList } from "./linked-list.ts";
import { featuresOf, isRejection, type ListFeature } from "./list-features.ts";
import { areFiltered, areSorted, sorted, valuesAt } from "./row-filter.ts";

/** Parameters that select and order rows: `sort`, and filters by the name of their field; undefined ones are not sent. */
export type Conditions = Readonly<Record<string, string | undefined>>;

/** Reads selections of a list. */
export interface Selection<Row> extends Forgetful {
  page(conditions: Conditions, slice: Slice): Promise<ListPage<Row>>;
}

/**
 * Reads selections of a list: by the upstream's parameters, or from the whole list by the gateway itself where the
 * upstream turns out to have no such parameter.
 * @param wider names of filters that match more than rows show, so that no row tells whether they work.
 */
export function selectionOf<Row extends Identified>(
  list: LinkedList<Row>,
  wider: readonly string[] = [],
): Definition<Selection<Row>> {
  return {
    access: list.access,
    make({ call, of, sizes }) {
      const all = of(list);
      const features = featuresOf(list, sizes);

      const learn = (named: readonly Condition[], rows: readonly Row[]): void => {
        for (const { feature, name, value } of named) {
          if (name === "sort") features.learn(feature, areSorted(rows, value));
          else if (!wider.includes(name)) features.learn(feature, areFiltered(rows, valuesAt(name), [value]));
        }
      };
      /** @throws the error where it says nothing of a parameter. */
      const learnRejection = (named: readonly Condition[], error: unknown): void => {
        const [doubtful, ...others] = named.filter(({ feature }) => features.has(feature) === undefined);
        if (!isRejection(error) || !doubtful) throw error;
        // Which of several it minds is not known, so each is tried again when it is asked for alone.
        if (others.length === 0) features.learn(doubtful.feature, false);
      };
      const isLacking = (named: readonly Condition[]) =>
        named.some(({ feature }) => features.has(feature) === false);

      const selected = async (
        named: readonly Condition[],
        { limit, offset }: Slice,
      ): Promise<ListPage<Row>> => {
        const rows = named
          .filter(({ name }) => name !== "sort")
          .reduce<readonly Row[]>(
            (left, { name, value }) => left.filter((row) => valuesAt(name)(row).includes(value)),
            await all.all(),
          );
        const order = named.find(({ name }) => name === "sort");
        const ordered = order ? sorted(rows, order.value) : rows;
        return { rows: ordered.slice(offset, offset + limit), hasNextPage: ordered.length > offset + limit };
      };

      /** @returns undefined where the upstream turns out to lack a parameter. */
      const asked = async (
        conditions: Conditions,
        named: readonly Condition[],
        slice: Slice,
      ): Promise<ListPage<Row> | undefined> => {
        try {
          const body = await list.pages.read(call, { ...conditions, ...slice });
          learn(named, body.rows);
          return isLacking(named) ? undefined : all.show(body, slice.offset);
        } catch (error) {
          learnRejection(named, error);
          return undefined;
        }
      };

      return {
        async page(conditions, slice) {
          if (isPlain(conditions)) return all.range(slice.offset, slice.limit);
          const named = conditionsIn(conditions);
          const shown = isLacking(named) ? undefined : await asked(conditions, named, slice);
          return shown ?? selected(named, slice);
        },
        clearAll() {},
      };
    },
  };
}

interface Condition {
  readonly name: string;
  readonly value: string;
  readonly feature: ListFeature;
}

const conditionsIn = (conditions: Conditions): Condition[] =>
  Object.entries(conditions).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value, feature: name === "sort" ? "sort" : `filter ${name}` }],
  );
