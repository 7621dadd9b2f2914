import type { CacheControl } from "../cache-policy.ts";
import type { Clock } from "../clock.ts";
import type { AnyEndpoint } from "../endpoint.ts";
import type { ReadOptions } from "../upstream.ts";
import { createCacheEntries } from "./entries.ts";
import type { CachedResponse, CacheEntry } from "./entry.ts";
import { entryWeight } from "./entry-weight.ts";
import type { Invalidation } from "./invalidation.ts";
import { keptAnswer } from "./kept-answer.ts";
import { absenceMs, createReuse, noReuse, type ReuseOf } from "./reuse.ts";

/** The cached answers of one system. */
export interface CacheStore {
  /** The last answer under a key, however old. */
  last(key: string): CacheEntry | undefined;
  readonly reuseOf: ReuseOf;
  /** Whether any answer to a read of this endpoint is good to be given. */
  holdsUsable(endpoint: AnyEndpoint, accepts: CacheControl): boolean;
  /** The entry whose value this is. */
  entryOf(value: unknown): CacheEntry | undefined;
  keep(response: CachedResponse): CacheEntry;
  /** How many have arrived or were changed so far. */
  readonly arrivals: number;
  /** All of some nouns that are good to be given, but for their age. */
  standing(nouns: readonly string[]): CacheEntry[];
  /**
   * Lets an answer be given after a write that has just been counted, as old as it is.
   * @param changed what it answers from now on. @default what it was
   */
  carryOver(entry: CacheEntry, changed?: { readonly value: unknown }): void;
  /** Lets an answer be given no more; it still spares the parsing of an equal body. */
  drop(entry: CacheEntry): void;
  /** Bytes that all entries take. */
  readonly bytes: number;
  readonly entries: number;
}

const anyFresh: CacheControl = { stale: false, maxAgeMs: Number.POSITIVE_INFINITY };

/** Makes the store of one system. If answers are not given again, they still spare the parsing of equal bodies. */
export function createCacheStore(
  clock: Clock,
  invalidation: Invalidation,
  { mostBytes, keeps }: ReadOptions,
): CacheStore {
  const entries = createCacheEntries(mostBytes);
  const reuseOf = keeps ? createReuse(clock, invalidation) : noReuse;
  let arrivals = 0;

  const freshUnder = (key: string): CacheEntry | undefined => {
    const entry = entries.get(key);
    return entry && reuseOf(entry, anyFresh, 0) === "fresh" ? entry : undefined;
  };

  const isUsable = (entry: CacheEntry | undefined, accepts: CacheControl): boolean => {
    const reuse = entry && reuseOf(entry, accepts, Number.POSITIVE_INFINITY);
    return reuse === "fresh" || reuse === "staleWhileRevalidate";
  };

  /** An absence is good for nothing once it is no longer believed: it goes at the next look at the store. */
  const forgetAbsences = (): void => {
    if (entries.absences.size === 0) return;
    const beforeMs = clock.nowMs() - absenceMs;
    for (const { arrivedAtMs, key } of entries.absences) {
      if (arrivedAtMs > beforeMs) return;
      entries.delete(key);
    }
  };

  const put = (response: CachedResponse, arrivedAtMs: number): CacheEntry => {
    const { key, outcome } = response;
    const same = "value" in outcome ? entries.withValue(outcome.value) : undefined;
    const bytes = same?.key === key ? same.bytes : entryWeight(response);
    arrivals += 1;
    const kept = keptAnswer(response, freshUnder);
    const entry: CacheEntry = Object.assign({}, response, {
      arrival: arrivals,
      arrivedAtMs,
      bytes,
      kept,
    });
    entries.put(entry);
    return entry;
  };

  return {
    last(key) {
      forgetAbsences();
      return entries.get(key);
    },
    reuseOf,
    // Of an endpoint, none is good for longer than the one that came last: it was asked for after every write that ended before.
    holdsUsable: (endpoint, accepts) =>
      isUsable(entries.newestValue(endpoint), accepts) || isUsable(entries.newestAbsence(endpoint), accepts),
    entryOf: entries.withValue,
    keep(response) {
      forgetAbsences();
      return put(response, clock.nowMs());
    },
    get arrivals() {
      return arrivals;
    },
    standing: (nouns) =>
      [...entries.all()].filter(
        ({ noun, version }) =>
          noun !== undefined && nouns.includes(noun) && invalidation.isValidSince(noun, version),
      ),
    carryOver(entry, changed) {
      const { version } = invalidation;
      if (!changed) entry.version = version;
      // No body is known that would be the same.
      else put({ ...entry, outcome: changed, digest: undefined, version }, entry.arrivedAtMs);
    },
    drop: entries.hide,
    get bytes() {
      return entries.bytes;
    },
    get entries() {
      return entries.size;
    },
  };
}
