import type { KeysOf } from "../lists/indexed-rows.ts";
import type { ListDefinition } from "../lists/list.ts";
import type { LoaderDefinition } from "../lists/loader-definition.ts";
import type { PagedList } from "../lists/paged-list.ts";
import { type GroupLoader, mapPromiseOrValue, type PromiseOrValue } from "./promise-or-value.ts";

/** Loads all rows with a key that need not be unique, which takes the whole list. */
export function manyByField<Row>(
  list: ListDefinition<Row>,
  keysOf: KeysOf<Row>,
): LoaderDefinition<GroupLoader<string, Row>> {
  return { access: list.access, ahead: [list], create: ({ of }) => indexLoader(of(list), keysOf) };
}

/** As `manyByField`, for a list that an operation has. */
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
export function oneByField<Row>(
  list: ListDefinition<Row>,
  keysOf: KeysOf<Row>,
): LoaderDefinition<
  Pick<GroupLoader<string, Row>, "clearAll"> & { load(key: string): PromiseOrValue<Row | null> }
> {
  return {
    access: list.access,
    ahead: [list],
    create({ of }) {
      const rows = indexLoader(of(list), keysOf);
      return { ...rows, load: (key) => mapPromiseOrValue(rows.load(key), ([row]) => row ?? null) };
    },
  };
}
