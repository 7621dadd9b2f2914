import type { KeysOf } from "../lists/indexed-rows.ts";
import type { ListDefinition } from "../lists/list.ts";
import type { Definition } from "../lists/loader-definition.ts";
import type { PagedList } from "../lists/paged-list.ts";
import { type Awaitable, type GroupLoader, whenAtHand } from "./promise-or-value.ts";

/** Loads all rows with a key that need not be unique, which takes the whole list. */
export function byIndex<Row>(
  list: ListDefinition<Row>,
  keysOf: KeysOf<Row>,
): Definition<GroupLoader<string, Row>> {
  return { access: list.access, ahead: [list], make: ({ of }) => indexLoader(of(list), keysOf) };
}

/** As `byIndex`, for a list that an operation has. */
export function indexLoader<Row>(list: PagedList<Row>, keysOf: KeysOf<Row>): GroupLoader<string, Row> {
  const read = async (key: string): Promise<readonly Row[]> => {
    // A write may have emptied the list while it was read.
    while (!list.isComplete()) await list.all();
    return list.listed(keysOf, key);
  };
  return {
    load(key) {
      list.readFresh();
      return list.isComplete() ? list.listed(keysOf, key) : read(key);
    },
    clearAll() {},
  };
}

/** Loads by a unique key that has no read of its own, which takes the whole list. */
export function oneByIndex<Row>(
  list: ListDefinition<Row>,
  keysOf: KeysOf<Row>,
): Definition<Pick<GroupLoader<string, Row>, "clearAll"> & { load(key: string): Awaitable<Row | null> }> {
  return {
    access: list.access,
    ahead: [list],
    make({ of }) {
      const rows = indexLoader(of(list), keysOf);
      return { ...rows, load: (key) => whenAtHand(rows.load(key), ([row]) => row ?? null) };
    },
  };
}
