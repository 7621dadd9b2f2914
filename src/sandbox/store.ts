/** Rows in the order of their insertion. It knows no HTTP. */
export interface Store<Row> {
  get(id: string): Row | undefined;
  all(): Row[];
  /** Adds the row that `make` builds around a new id. */
  insert(make: (id: string) => Row): Row;
  /** Merges fields into a row, which keeps its place; `undefined` if there is none. */
  update(id: string, fields: Partial<Row>): Row | undefined;
  /** Takes a row away and gives it back; `undefined` if there was none. */
  remove(id: string): Row | undefined;
}

/** Makes a store. Rows are never changed in place, so that stores can share their first rows. */
export function createStore<Row extends object>(options: {
  readonly rows: Iterable<Row>;
  readonly idOf: (row: Row) => string;
  /** Makes ids for new rows; asked again while the id is taken. */
  readonly makeId: () => string;
}): Store<Row> {
  const { idOf, makeId } = options;
  const rows = new Map<string, Row>();
  for (const row of options.rows) rows.set(idOf(row), row);

  const unusedId = (): string => {
    const id = makeId();
    return rows.has(id) ? unusedId() : id;
  };
  return {
    get: (id) => rows.get(id),
    all: () => [...rows.values()],
    insert: (make) => {
      const row = make(unusedId());
      rows.set(idOf(row), row);
      return row;
    },
    update: (id, fields) => {
      const row = rows.get(id);
      if (row === undefined) return undefined;
      const changed = { ...row, ...fields };
      rows.set(id, changed);
      return changed;
    },
    remove: (id) => {
      const row = rows.get(id);
      rows.delete(id);
      return row;
    },
  };
}
