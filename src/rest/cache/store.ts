import { LRUCache } from "lru-cache";
import { GatewayError } from "../../errors.ts";
import type { CacheControl, Freshness } from "../cache-policy.ts";
import type { KeptAnswer, ReadSource } from "../call-record.ts";
import type { Clock } from "../clock.ts";
import type { AnyEndpoint } from "../endpoint.ts";
import type { ReadOptions } from "../upstream.ts";
import { createByEndpoint } from "./by-endpoint.ts";
import type { Invalidation } from "./invalidation.ts";
import { textBytes, weightOf } from "./weight.ts";

/** That there is no such object, as plain facts: through its stack, an Error would hold the operation that was told so. */
export type Absence = Pick<GatewayError, "facts" | "message">;

/** The error that tells an absence, made anew for each that is told of it. */
export const absenceError = ({ facts, message }: Absence): GatewayError =>
  new GatewayError("NOT_FOUND", message, facts);

/** Whether an error tells that there is no such object. */
export const isAbsence = (error: unknown): error is GatewayError =>
  error instanceof GatewayError && error.code === "NOT_FOUND";

/** The answer to a read: a value, which must not be changed, or the fact that there is no such object. */
export type Outcome = { readonly value: unknown } | { readonly absence: Absence };

/** The request of a read. */
export interface Asked {
  readonly endpoint: AnyEndpoint;
  readonly url: URL;
  /** The key whose share of the answer it is. @default the answer is whole */
  readonly share?: string;
}

/** An answer as it came. */
export interface CachedResponse {
  readonly key: string;
  readonly noun: string | undefined;
  readonly freshness: Freshness;
  readonly outcome: Outcome;
  /** Tells whether another body is the same; undefined where there is none. */
  readonly digest: string | undefined;
  /** The read's place among all reads of the system, in order of their beginning. */
  readonly mark: number;
  /** The generation in which the read began. */
  readonly generation: number;
  readonly source: ReadSource | undefined;
  readonly asked: Asked;
}

/** A kept answer. */
export interface CacheEntry extends CachedResponse {
  /** The generation of the last write that left it as it is. */
  generation: number;
  /** Its place among all that arrived or were changed. */
  readonly arrival: number;
  readonly arrivedAtMs: number;
  /** Bytes that it takes on the heap, as measured. */
  readonly bytes: number;
  /** How it is shown to operations. */
  readonly kept: KeptAnswer;
}

/** How a cached answer may be used: as it is, while a call in the background replaces it, or only if the upstream fails. */
export type Use = "fresh" | "refresh" | "fallback";

/** The answers that are kept of one system. */
export interface CacheStore {
  /** The last answer under a key, however old. */
  last(key: string): CacheEntry | undefined;
  /** @param since the mark behind which a read must have begun. */
  useOf(entry: CacheEntry, accepts: CacheControl, since: number): Use | undefined;
  /** Whether any answer to a read of this endpoint is good to be given. */
  holdsUsable(endpoint: AnyEndpoint, accepts: CacheControl): boolean;
  /** The entry whose value this is. */
  entryOf(value: unknown): CacheEntry | undefined;
  keep(arrival: CachedResponse): CacheEntry;
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

/** That something does not exist is believed for this long. */
const absentMs = 2_000;
/** Bytes that an entry takes beside its key and value, as measured; most of them are the URL and the record shown to operations. */
const entryBytes = 1_700;
/** A key is written twice: in its URL, too. */
const keyCopies = 2;
/**
 * Indexes made from a value are held with it. As measured, three indexes over a page of people and its share of the whole
 * list take three quarters of the page's weight, which is a quarter too high by itself.
 */
const workedOutShare = 1.5;

/** Makes the store of one system. If answers are not given again, they still spare the parsing of equal bodies. */
export function createCacheStore(
  clock: Clock,
  generations: Invalidation,
  { mostBytes, keeps }: ReadOptions,
): CacheStore {
  /** Those with a value, and absences, each in the order of their arrival. */
  const values = createByEndpoint<CacheEntry>();
  const absencesByEndpoint = createByEndpoint<CacheEntry>();
  const absences = new Set<CacheEntry>();
  const entries = new LRUCache<string, CacheEntry>({
    maxSize: mostBytes,
    sizeCalculation: ({ bytes }) => bytes,
    dispose(entry) {
      if (!absences.delete(entry)) values.remove(entry.asked.endpoint, entry);
      else absencesByEndpoint.remove(entry.asked.endpoint, entry);
    },
  });
  const byValue = new WeakMap<object, CacheEntry>();

  /** Nothing is good for anything any more that was absent so long ago: it goes at the next look at the store. */
  const forgetAbsences = (): void => {
    const beforeMs = clock.nowMs() - absentMs;
    for (const entry of absences) {
      if (entry.arrivedAtMs > beforeMs) return;
      entries.delete(entry.key);
    }
  };

  const bytesOf = ({ key, outcome }: CachedResponse): number => {
    const bytes = entryBytes + keyCopies * textBytes(key);
    return "value" in outcome ? bytes + Math.ceil(workedOutShare * weightOf(outcome.value)) : bytes;
  };

  const useOf: CacheStore["useOf"] = (entry, { stale, maxAgeMs }, since) => {
    if (!keeps || !generations.isValidSince(entry.noun, entry.generation)) return undefined;
    const ageMs = clock.nowMs() - entry.arrivedAtMs;
    if (maxAgeMs === 0 ? entry.mark <= since : ageMs > maxAgeMs) return undefined;
    if ("absence" in entry.outcome) return ageMs < absentMs ? "fresh" : undefined;
    const { freshMs, staleWhileRevalidateMs, staleIfErrorMs } = entry.freshness;
    if (ageMs < freshMs) return "fresh";
    if (!stale) return undefined;
    if (ageMs < staleWhileRevalidateMs) return "refresh";
    return ageMs < staleIfErrorMs ? "fallback" : undefined;
  };

  const isFresh = (entry: CacheEntry | undefined): entry is CacheEntry =>
    entry !== undefined && useOf(entry, anyFresh, 0) === "fresh";

  const tellOf = ({ key, outcome, source }: CachedResponse): KeptAnswer => {
    const { answered } = identityOf(outcome);
    return {
      source,
      answered,
      isCurrent() {
        const last = entries.get(key);
        return isFresh(last) && "value" in last.outcome && answered(last.outcome.value);
      },
    };
  };

  const isGiven = (entry: CacheEntry | undefined, accepts: CacheControl): boolean => {
    const use = entry && useOf(entry, accepts, Number.POSITIVE_INFINITY);
    return use === "fresh" || use === "refresh";
  };

  const entryOf: CacheStore["entryOf"] = (value) =>
    typeof value === "object" && value !== null ? byValue.get(value) : undefined;

  let arrivals = 0;

  const put = (arrival: CachedResponse, arrivedAtMs: number): CacheEntry => {
    const { key, outcome, asked } = arrival;
    const same = "value" in outcome ? entryOf(outcome.value) : undefined;
    const bytes = same?.key === key ? same.bytes : bytesOf(arrival);
    arrivals += 1;
    const entry: CacheEntry = { ...arrival, arrival: arrivals, arrivedAtMs, bytes, kept: tellOf(arrival) };
    entries.set(key, entry);
    const isStored = entries.peek(key) === entry;
    if ("absence" in outcome) {
      if (!isStored) return entry;
      absences.add(entry);
      absencesByEndpoint.add(asked.endpoint, entry);
      return entry;
    }
    if (isStored) values.add(asked.endpoint, entry);
    if (typeof outcome.value === "object" && outcome.value !== null) byValue.set(outcome.value, entry);
    return entry;
  };

  return {
    last(key) {
      forgetAbsences();
      return entries.get(key);
    },
    useOf,
    // Of an endpoint, none is good for longer than the one that came last: it was asked for after every write that ended before.
    holdsUsable: (endpoint, accepts) =>
      isGiven(values.newest(endpoint), accepts) || isGiven(absencesByEndpoint.newest(endpoint), accepts),
    entryOf,
    get bytes() {
      return entries.calculatedSize;
    },
    get entries() {
      return entries.size;
    },
    keep(arrival) {
      forgetAbsences();
      return put(arrival, clock.nowMs());
    },
    get arrivals() {
      return arrivals;
    },
    standing: (nouns) =>
      [...entries.values()].filter(
        ({ generation, noun }) =>
          noun !== undefined && nouns.includes(noun) && generations.isValidSince(noun, generation),
      ),
    carryOver(entry, changed) {
      const generation = generations.version;
      if (!changed) entry.generation = generation;
      // No body is known that would be the same.
      else put({ ...entry, outcome: changed, digest: undefined, generation }, entry.arrivedAtMs);
    },
    drop(entry) {
      values.remove(entry.asked.endpoint, entry);
      absencesByEndpoint.remove(entry.asked.endpoint, entry);
    },
  };
}

const anyFresh: CacheControl = { stale: false, maxAgeMs: Number.POSITIVE_INFINITY };

/** Recognises a value without holding on to it: a body that did not change was not parsed again, so its value is the same. */
function identityOf(outcome: Outcome): Pick<KeptAnswer, "answered"> {
  if ("absence" in outcome) return { answered: (value) => value === undefined };
  const { value } = outcome;
  if (typeof value !== "object" || value === null) return { answered: (other) => other === value };
  const reference = new WeakRef(value);
  return { answered: (other) => other !== undefined && other === reference.deref() };
}
