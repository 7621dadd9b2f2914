import type { CacheEntry, Outcome } from "./entry.ts";
import type { Invalidation } from "./invalidation.ts";
import type { ReadRequest } from "./read-request.ts";
import type { CacheStore } from "./store.ts";

/** A read from its beginning on. */
export interface BegunRead {
  readonly request: ReadRequest;
  /** Its place among all reads of the system, in order of their beginning. */
  readonly sequence: number;
  /** The number of writes that had ended before. */
  readonly version: number;
  /** Whether its answer may be stored, if no write ends meanwhile. */
  readonly isStorable: boolean;
  readonly ofKey: ReadsOfKey;
}

/** The reads of one key that are under way. */
interface ReadsOfKey {
  count: number;
  /** Of the one that was stored last; 0 for none. */
  storedSequence: number;
}

/** The reads of one system in the order in which they began, which decides whose answer is stored. */
export interface BegunReads {
  /** The place of the read that began last. */
  readonly sequence: number;
  begin(request: ReadRequest): BegunRead;
  /** Whether nothing that it shows was written since it began. */
  isValid(read: BegunRead): boolean;
  /** Stores an outcome, unless a write or a later read has made it an old one. */
  store(read: BegunRead, outcome: Outcome, digest: string | undefined): CacheEntry | undefined;
  /** Must be told of each read that has ended. */
  end(read: BegunRead): void;
}

/** Makes the order of the reads of one system, of which none has begun. */
export function createBegunReads(invalidation: Invalidation, store: CacheStore): BegunReads {
  /** By key, for as long as any read of it is under way. */
  const byKey = new Map<string, ReadsOfKey>();
  let sequence = 0;

  const readsOf = (key: string): ReadsOfKey => {
    const known = byKey.get(key);
    if (known) return known;
    const first = { count: 0, storedSequence: 0 };
    byKey.set(key, first);
    return first;
  };

  const isValid = ({ request, version }: BegunRead): boolean =>
    invalidation.isValidSince(request.noun, version);

  return {
    get sequence() {
      return sequence;
    },
    begin(request) {
      const { freshness, key, noun } = request;
      const ofKey = readsOf(key);
      ofKey.count += 1;
      sequence += 1;
      // What is asked for while a write may still take effect may show the time before it.
      const isStorable = freshness !== undefined && invalidation.isSettled(noun);
      return { request, sequence, version: invalidation.version, isStorable, ofKey };
    },
    isValid,
    store(read, outcome, digest) {
      const { isStorable, ofKey, request, sequence, version } = read;
      const { asked, freshness, key, noun, source } = request;
      if ("value" in outcome && !(request.mayKeep?.(outcome.value) ?? true)) return undefined;
      // An answer that was slow must not take the place of one that was asked for later, even if that is gone by now.
      if (!freshness || !isStorable || !isValid(read) || ofKey.storedSequence > sequence) return undefined;
      ofKey.storedSequence = sequence;
      return store.keep({ key, noun, freshness, outcome, digest, sequence, version, source, asked });
    },
    end({ ofKey, request }) {
      ofKey.count -= 1;
      if (ofKey.count === 0) byKey.delete(request.key);
    },
  };
}
