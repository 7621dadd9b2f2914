import { idIn, textIn } from "../../rest/row-values.ts";

/** The values in a field of a row, as texts: its own, the id of the object in it, or those of each of its items. */
export const valuesAt = (row: object, name: string): readonly string[] =>
  [fieldOf(row, name)].flat().flatMap((item) => idIn(item) ?? []);

/**
 * Sorts rows as the upstream would, those without a value first.
 * @param sort the parameter: the name of a field, with a leading minus for descending.
 */
export function sorted<Row extends object>(rows: readonly Row[], sort: string): readonly Row[] {
  const name = sort.replace(/^-/, "");
  const direction = sort.startsWith("-") ? -1 : 1;
  const textOf = (row: Row) => textIn(fieldOf(row, name)) ?? "";
  return rows.toSorted((one, other) => {
    const [a, b] = [textOf(one), textOf(other)];
    return direction * (a < b ? -1 : Number(a > b));
  });
}

const fieldOf = (row: object, name: string): unknown =>
  new Map<string, unknown>(Object.entries(row)).get(name);
