import { isObject, textIn } from "../row-values.ts";

type Row = Readonly<Record<string, unknown>>;

/** The id of a row as ids are compared; undefined for a row that has none. */
export const rowId = (row: Row): string | undefined => textIn(row.id)?.toLowerCase();

/** Where rows stand in an answer. @param under the field of a page that holds its rows. */
function placesIn(value: unknown, under: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return [];
  const held = value[under];
  if (Array.isArray(held)) return held;
  return isObject(held) ? Object.values(held) : [value];
}

/** The rows in an answer: of a page, of a list, or the answer itself. */
export const rowsIn = (value: unknown, under: string): readonly Row[] =>
  placesIn(value, under).filter(isObject);

/** The answer with another row in the place of each that has its id. */
export function withRow(value: unknown, under: string, row: Row): unknown {
  const id = rowId(row);
  const replaced = (place: unknown): unknown => (isObject(place) && rowId(place) === id ? row : place);
  if (Array.isArray(value)) return value.map(replaced);
  if (!isObject(value)) return value;
  const held = value[under];
  if (Array.isArray(held)) return { ...value, [under]: held.map(replaced) };
  if (!isObject(held)) return replaced(value);
  const entries = Object.entries(held).map(([key, place]) => [key, replaced(place)] as const);
  return { ...value, [under]: Object.fromEntries(entries) };
}

/**
 * Whether a row holds all that another one does: names that only one of them has are among those that were changed. An
 * answer that leaves something out must not take the place of a row that is whole.
 */
export function isAlike(one: Row, other: Row, changed: ReadonlySet<string>): boolean {
  const isTold = (row: Row) => (name: string) => Object.hasOwn(row, name) || changed.has(name);
  return Object.keys(one).every(isTold(other)) && Object.keys(other).every(isTold(one));
}
