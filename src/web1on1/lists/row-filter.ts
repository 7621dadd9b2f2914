import type { RowOrder } from "../../lists/row-selection.ts";
import { idIn, textIn } from "../../rest/row-values.ts";

/** The values in a field of a row, as texts: its own, the id of the object in it, or those of each of its items. */
export const valuesAt = (row: object, name: string): readonly string[] =>
  [fieldOf(row, name)].flat().flatMap((item) => idIn(item) ?? []);

/**
 * The order of rows that the upstream would give, those without a value first when it ascends.
 * @param sort the parameter: the name of a field, with a leading minus for descending.
 */
export function upstreamOrder<Row extends object>(sort: string): RowOrder<Row> {
  const name = sort.replace(/^-/, "");
  return {
    name,
    keyOf: (row) => textIn(fieldOf(row, name)) ?? "",
    isDescending: sort.startsWith("-"),
  };
}

const fieldOf = (row: object, name: string): unknown =>
  Object.hasOwn(row, name) ? (row as Readonly<Record<string, unknown>>)[name] : undefined;
