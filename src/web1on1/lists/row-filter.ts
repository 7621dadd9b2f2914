import { idIn, isObject, textIn } from "../../rest/row-values.ts";

/** The values of a row that a filter looks at, as texts; none where the row does not tell. */
export type FilteredValues<Row> = (row: Row) => readonly string[];

/** Of a field: its text, the id of what it points at, or those of each of its items. */
export const valuesAt =
  (name: string): FilteredValues<object> =>
  (row) => {
    const value = new Map(Object.entries(row)).get(name);
    return [value].flat().flatMap((item) => idIn(item) ?? []);
  };

/**
 * Whether rows are filtered by some values, of which each has one, upper and lower case aside; undefined where no row
 * tells.
 */
export function areFiltered<Row>(
  rows: readonly Row[],
  valuesOf: FilteredValues<Row>,
  wanted: readonly string[],
): boolean | undefined {
  const told = rows.map(valuesOf).filter((values) => values.length > 0);
  const accepted = new Set(wanted.map((value) => value.toLowerCase()));
  const isAccepted = (value: string) => accepted.has(value.toLowerCase());
  return told.length === 0 ? undefined : told.every((values) => values.some(isAccepted));
}

const collator = new Intl.Collator("en", { sensitivity: "base" });

/** Orders of texts that an upstream may sort by. */
const orders: readonly ((one: string, other: string) => number)[] = [
  (one, other) => (one < other ? -1 : Number(one > other)),
  collator.compare,
];

/**
 * Whether rows have an order; undefined where too few of them have a value to tell.
 * @param sort the parameter: the name of a field, with a leading minus for descending.
 */
export function areSorted(rows: readonly object[], sort: string): boolean | undefined {
  const { textOf, direction } = sortOf(sort);
  const values = rows.flatMap((row) => textOf(row) ?? []);
  if (new Set(values).size < 2) return undefined;
  return orders.some((order) =>
    values.every((value, at) => at === 0 || order(values[at - 1] ?? "", value) * direction <= 0),
  );
}

/** Sorts rows, those without a value first, as an upstream would. @param sort as for `areSorted`. */
export function sorted<Row extends object>(rows: readonly Row[], sort: string): readonly Row[] {
  const { textOf, direction } = sortOf(sort);
  return rows.toSorted((one, other) => {
    const [a, b] = [textOf(one) ?? "", textOf(other) ?? ""];
    return direction * (a < b ? -1 : Number(a > b));
  });
}

function sortOf(sort: string) {
  const name = sort.replace(/^-/, "");
  const textOf = (row: object): string | undefined =>
    isObject(row) ? textIn(new Map(Object.entries(row)).get(name)) : undefined;
  return { textOf, direction: sort.startsWith("-") ? -1 : 1 };
}
