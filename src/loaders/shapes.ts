import DataLoader from "dataloader";
import { GatewayError } from "../errors.ts";
import type { PagedList } from "./paged-list.ts";
import { nextStep } from "./plan.ts";

/** Anything that remembers what an operation has read, and forgets it after a write. */
export interface Forgetful {
  clearAll(): void;
}

/** A loader by one key: the answer, null for what does not exist. */
export interface KeyLoader<Row> extends Forgetful {
  load(key: string): Promise<Row | null>;
  /** Keeps a row that came along with something else. */
  prime(key: string, row: Row): void;
}

/** A read whose 404 means that there is no such object. */
export function orNull<Row>(read: Promise<Row>): Promise<Row | null> {
  return read.catch((error: unknown) => {
    if (error instanceof GatewayError && error.code === "NOT_FOUND") return null;
    throw error;
  });
}

/**
 * Loads by a unique key through point reads or pages of a list, whichever costs fewer calls. A list never proves
 * absence (it hides what is archived), so a key that it did not show is read by itself.
 */
export function byKey<Row>(options: {
  readonly list: PagedList<Row>;
  /** Names the key among those of the list. */
  readonly key: string;
  readonly keysOf: (row: Row) => readonly string[];
  readonly point: (key: string) => Promise<Row>;
}): KeyLoader<Row> {
  const { list, key, keysOf, point } = options;
  const loader = new DataLoader<string, Row | null>(async (keys) => {
    const answers = new Map<string, Promise<Row | null>>();
    const missing = () => {
      const shown = list.index(key, keysOf);
      return keys.filter((wanted) => !shown.has(wanted));
    };
    const readList = async (): Promise<void> => {
      if (list.walking) await list.all();
      for (let pagesSpent = 0; !list.complete; pagesSpent += 1) {
        const { pagesLeft } = list;
        const step = nextStep({ missing: missing().length, pagesSpent, pagesLeft });
        if (step === "points") return;
        await (step === "allPages" ? list.all() : list.readNext());
      }
    };
    // A system that fails at its list is not asked key by key on top of it.
    const read = await readList().then(
      () => point,
      (error: unknown) => () => Promise.reject(error),
    );
    for (const wanted of missing()) answers.set(wanted, orNull(read(wanted)));
    const shown = list.index(key, keysOf);
    return settle(
      keys.map((wanted) => answers.get(wanted) ?? Promise.resolve(shown.get(wanted)?.[0] ?? null)),
    );
  });
  return {
    load: (wanted) => loader.load(wanted),
    prime: (wanted, row) => void loader.prime(wanted, row),
    clearAll: () => void loader.clearAll(),
  };
}

/** Loads all rows with a key that need not be unique, which takes the whole list. */
export function byIndex<Row>(
  list: PagedList<Row>,
  key: string,
  keysOf: (row: Row) => readonly string[],
): Forgetful & { load(key: string): Promise<readonly Row[]> } {
  return {
    async load(wanted) {
      // A write may have emptied the list while it was read.
      while (!list.complete) await list.all();
      return list.index(key, keysOf).get(wanted) ?? [];
    },
    clearAll() {},
  };
}

/** Loads by a unique key that has no read of its own, which takes the whole list. */
export function oneByIndex<Row>(
  list: PagedList<Row>,
  key: string,
  keysOf: (row: Row) => readonly string[],
): Forgetful & { load(key: string): Promise<Row | null> } {
  const rows = byIndex(list, key, keysOf);
  return { ...rows, load: async (wanted) => (await rows.load(wanted))[0] ?? null };
}

/** Loads by id from a small collection that comes whole in one call, or along with other reads. */
export function fromCollection<Row extends { readonly id: string }>(
  fetchAll: () => Promise<readonly Row[]>,
): KeyLoader<Row> & { all(): Promise<readonly Row[]> } {
  let sideLoaded = new Map<string, Row>();
  let whole: Promise<ReadonlyMap<string, Row>> | undefined;
  const read = () => {
    whole ??= fetchAll().then((rows) => new Map(rows.map((row) => [row.id, row])));
    return whole;
  };
  return {
    load: async (id) => sideLoaded.get(id) ?? (await read()).get(id) ?? null,
    all: async () => [...(await read()).values()],
    prime: (id, row) => void sideLoaded.set(id, row),
    clearAll() {
      sideLoaded = new Map();
      whole = undefined;
    },
  };
}

/** The rows behind ids, less those that do not exist. */
export async function loadExisting<Row>(
  loader: Pick<KeyLoader<Row>, "load">,
  ids: readonly string[] | null | undefined,
): Promise<Row[]> {
  const rows = await Promise.all((ids ?? []).map((id) => loader.load(id)));
  return rows.filter((row) => row !== null);
}

/**
 * Loads groups of rows through a list that can be filtered by many keys at once.
 * @param fetchMany gets the keys of a batch and answers the rows by key; a key it leaves out has none.
 */
export function filteredBy<Key, Row>(
  fetchMany: (keys: readonly Key[]) => Promise<ReadonlyMap<string, readonly Row[]>>,
  cacheKey: (key: Key) => string,
): Forgetful & { load(key: Key): Promise<readonly Row[]> } {
  const loader = new DataLoader<Key, readonly Row[], string>(
    async (keys) => {
      const rows = await fetchMany(keys);
      return keys.map((key) => rows.get(cacheKey(key)) ?? []);
    },
    { cacheKeyFn: cacheKey },
  );
  return { load: (key) => loader.load(key), clearAll: () => void loader.clearAll() };
}

/** All answers of a batch, each an error for its own key only. */
export async function settle<Value>(answers: readonly Promise<Value>[]): Promise<(Value | Error)[]> {
  const results = await Promise.allSettled(answers);
  return results.map((result) =>
    result.status === "fulfilled"
      ? result.value
      : result.reason instanceof Error
        ? result.reason
        : new Error(String(result.reason)),
  );
}
