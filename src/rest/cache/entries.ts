import { LRUCache } from "lru-cache";
import type { AnyEndpoint } from "../endpoint.ts";
import { createByEndpoint } from "./by-endpoint.ts";
import type { CacheEntry } from "./entry.ts";

/** The entries of one store, found by key, by value and by endpoint. Those that were used the longest ago leave first. */
export interface CacheEntries {
  get(key: string): CacheEntry | undefined;
  /** The entry whose value this is. */
  withValue(value: unknown): CacheEntry | undefined;
  /** The entry with a value that came last of an endpoint. */
  newestValue(endpoint: AnyEndpoint): CacheEntry | undefined;
  /** The absence that came last of an endpoint. */
  newestAbsence(endpoint: AnyEndpoint): CacheEntry | undefined;
  /** In the order in which they were used. */
  all(): Iterable<CacheEntry>;
  /** Absences in the order of their arrival. */
  readonly absences: ReadonlySet<CacheEntry>;
  /** Puts an entry in the place of the one before, unless it is larger than all the room there is. */
  put(entry: CacheEntry): void;
  delete(key: string): void;
  /** Leaves an entry under its key, and out of its endpoint. */
  hide(entry: CacheEntry): void;
  /** Bytes that all entries take. */
  readonly bytes: number;
  readonly size: number;
}

/** @param mostBytes that all entries may take together. */
export function createCacheEntries(mostBytes: number): CacheEntries {
  const values = createByEndpoint<CacheEntry>();
  const absencesByEndpoint = createByEndpoint<CacheEntry>();
  const absences = new Set<CacheEntry>();
  const byValue = new WeakMap<object, CacheEntry>();

  const hide = (entry: CacheEntry): void =>
    ("value" in entry.outcome ? values : absencesByEndpoint).remove(entry.asked.endpoint, entry);

  const byKey = new LRUCache<string, CacheEntry>({
    maxSize: mostBytes,
    sizeCalculation: ({ bytes }) => bytes,
    dispose(entry) {
      absences.delete(entry);
      hide(entry);
    },
  });

  const index = (entry: CacheEntry): void => {
    const { asked, outcome } = entry;
    if ("value" in outcome) values.add(asked.endpoint, entry);
    else {
      absences.add(entry);
      absencesByEndpoint.add(asked.endpoint, entry);
    }
  };

  return {
    get: (key) => byKey.get(key),
    withValue: (value) => (typeof value === "object" && value !== null ? byValue.get(value) : undefined),
    newestValue: values.newest,
    newestAbsence: absencesByEndpoint.newest,
    all: () => byKey.values(),
    absences,
    put(entry) {
      const { key, outcome } = entry;
      byKey.set(key, entry);
      if (byKey.peek(key) === entry) index(entry);
      // Operations may hold it, however large it is.
      if ("value" in outcome && typeof outcome.value === "object" && outcome.value !== null)
        byValue.set(outcome.value, entry);
    },
    delete: (key) => byKey.delete(key),
    hide,
    get bytes() {
      return byKey.calculatedSize;
    },
    get size() {
      return byKey.size;
    },
  };
}
