import type { CacheControl, Freshness } from "../cache-policy.ts";
import type { Clock } from "../clock.ts";
import type { CacheEntry } from "./entry.ts";
import type { Invalidation } from "./invalidation.ts";

/** How a cached answer may be given again: as it is, while a call in the background replaces it, or only if the upstream fails. */
export type Reuse = "fresh" | "staleWhileRevalidate" | "staleIfError";

/**
 * Tells how a cached answer may be given to an operation; undefined for not at all.
 * @param afterSequence the read must have begun behind this one, where the operation accepts no age at all.
 */
export type ReuseOf = (entry: CacheEntry, accepts: CacheControl, afterSequence: number) => Reuse | undefined;

/** That something does not exist is believed for this long. */
export const absenceMs = 2_000;

/** Judges the cached answers of one system, in four questions: has a write changed it, is it accepted, how old is it, may a write have passed unseen. */
export const createReuse =
  (clock: Clock, invalidation: Invalidation): ReuseOf =>
  (entry, accepts, afterSequence) => {
    if (!invalidation.isValidSince(entry.noun, entry.version)) return undefined;
    const ageMs = clock.nowMs() - entry.arrivedAtMs;
    if (!isAcceptable(entry, ageMs, accepts, afterSequence)) return undefined;
    if ("absence" in entry.outcome) return ageMs < absenceMs ? "fresh" : undefined;
    const reuse = reuseAtAge(entry.freshness, ageMs, accepts.stale);
    if (ageMs <= invalidation.longestAgeMs) return reuse;
    // What another process may have changed is still better than a failure.
    return reuse && accepts.stale && ageMs < entry.freshness.staleIfErrorMs ? "staleIfError" : undefined;
  };

/** The reuse of a store that gives no answer again. */
export const noReuse: ReuseOf = () => undefined;

/** No age is zero, so an operation that accepts none goes by the order of reads. */
const isAcceptable = (
  { sequence }: CacheEntry,
  ageMs: number,
  { maxAgeMs }: CacheControl,
  afterSequence: number,
): boolean => (maxAgeMs === 0 ? sequence > afterSequence : ageMs <= maxAgeMs);

function reuseAtAge(
  { freshMs, staleIfErrorMs, staleWhileRevalidateMs }: Freshness,
  ageMs: number,
  acceptsStale: boolean,
): Reuse | undefined {
  if (ageMs < freshMs) return "fresh";
  if (!acceptsStale) return undefined;
  if (ageMs < staleWhileRevalidateMs) return "staleWhileRevalidate";
  return ageMs < staleIfErrorMs ? "staleIfError" : undefined;
}
