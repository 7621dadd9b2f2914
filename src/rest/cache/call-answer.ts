import type { ServedFrom } from "../call-record.ts";
import { type CallStats, newCallStats } from "../call-stats.ts";
import { absenceError, type CacheEntry } from "./entry.ts";

/** The result of a call, and how it was answered. */
export type CallAnswer = ({ readonly value: unknown } | { readonly error: unknown }) & {
  readonly servedFrom: ServedFrom;
  readonly stats: CallStats;
  /** The kept answer that it was answered with, or that was made of it. */
  readonly entry?: CacheEntry;
};

/** The stats of what is answered from the cache, or not sent. */
export const nothingSent = newCallStats();

/** The result of a call that an entry answers. */
export function answerFrom(entry: CacheEntry, servedFrom: ServedFrom, stats = nothingSent): CallAnswer {
  const { outcome } = entry;
  const result = "absence" in outcome ? { error: absenceError(outcome.absence) } : outcome;
  return Object.assign({ servedFrom, stats, entry }, result);
}
