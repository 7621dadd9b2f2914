/** Rows in the order of their insertion. It knows no HTTP. */
export interface Store<Row> {
  get(id: string): Row | undefined;
  all(): readonly Row[];
  /** Adds the row that `make` builds around a new id. */
  insert(make: (id: string) => Row): Row;
  /** Merges fields into a row, which keeps its place; `undefined` if there is none. */
  update(id: string, fields: Partial<Row>): Row | undefined;
  /** Takes a row away and gives it back; `undefined` if there was none. */
  remove(id: string): Row | undefined;
}

/** First rows by id, which stores share until they are written to: there are tens of thousands of activities. */
const firstRows = new WeakMap<readonly object[], ReadonlyMap<string, object>>();

function byIdOf<Row extends object>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
): ReadonlyMap<string, Row> {
  const known = firstRows.get(rows) as ReadonlyMap<string, Row> | undefined;
  if (known) return known;
  const made = new Map(rows.map((row) => [idOf(row), row]));
  firstRows.set(rows, made);
  return made;
}

/**
 * Makes a store. Rows are never changed in place, so that stores can share their first rows.
 * @param options.rows never changed, and given with one `idOf` alone.
 */
export function createStore<Row extends object>(options: {
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  /** Makes ids for new rows; asked again while the id is taken. */
  readonly makeId: () => string;
}): Store<Row> {
  const { idOf, makeId } = options;
  let rows = byIdOf(options.rows, idOf);
  let own: Map<string, Row> | undefined;
  let listed: readonly Row[] | undefined;

  /** The rows, to be written to. */
  const written = (): Map<string, Row> => {
    own ??= new Map(rows);
    rows = own;
    listed = undefined;
    return own;
  };
  const unusedId = (): string => {
    const id = makeId();
    return rows.has(id) ? unusedId() : id;
  };
  return {
    get: (id) => rows.get(id),
    all() {
      listed ??= [...rows.values()];
      return listed;
    },
    insert(make) {
      const row = make(unusedId());
      written().set(idOf(row), row);
      return row;
    },
    update(id, fields) {
      const row = rows.get(id);
      if (row === undefined) return undefined;
      const changed = { ...row, ...fields };
      written().set(id, changed);
      return changed;
    },
    remove(id) {
      const row = rows.get(id);
      if (row !== undefined) written().delete(id);
      return row;
    },
  };
}
