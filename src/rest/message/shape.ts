interface Identified {
  readonly id: string;
}

/** An object as it is stored, whatever is in it. */
export type StoredJson = Identified & Readonly<Record<string, unknown>>;

/**
 * The object in an answer. Whatever is answered in its place must neither be merged with a patch nor lead to a made-up id.
 * @throws when it is not there, which the engine reports as the upstream's fault.
 */
export function requireRecord<Row extends Identified>(row: Row): Row {
  if (typeof row.id !== "string" || row.id === "") throw new TypeError("A record has no id.");
  return row;
}

/** The object that an update answered; undefined for any other answer, since the update is done all the same. */
export function optionalRecord<Row extends Identified>(row: Row | undefined): Row | undefined {
  return typeof row?.id === "string" && row.id !== "" ? row : undefined;
}

/**
 * The entries of a map whose values are rows, in the order in which they came.
 * @throws when something else is in its place, or a row is no object, which the engine reports as the upstream's fault.
 */
export function entriesIn<Row>(map: Readonly<Record<string, Row>>): readonly (readonly [key: string, Row])[] {
  // Text has entries, a number has none, and a list has places for keys.
  if (typeof map !== "object" || map === null || Array.isArray(map)) throw new TypeError("There is no map.");
  requireRows(Object.values(map));
  return Object.entries(map);
}

/** The rows of a map; throws as `entriesIn` does. */
export const valuesIn = <Row>(map: Readonly<Record<string, Row>>): readonly Row[] =>
  entriesIn(map).map(([, row]) => row);

/**
 * The rows of a list, in which each is an object.
 * @throws when something else is in its place, or there is no list, which the engine reports as the upstream's fault.
 */
export function requireRows<Row>(rows: readonly Row[]): readonly Row[] {
  for (const row of listIn(rows))
    if (typeof row !== "object" || row === null) throw new TypeError("A row is no object.");
  return rows;
}

/** A list of whatever it is. @throws when there is none, which the engine reports as the upstream's fault. */
export function listIn<Item>(list: readonly Item[]): readonly Item[] {
  if (!Array.isArray(list)) throw new TypeError("There is no list.");
  return list;
}
