import type { CachedResponse } from "./entry.ts";
import { textBytes, weightOf } from "./weight.ts";

/** Bytes that an entry takes beside its key and value, as measured; most of them are the URL and the record shown to operations. */
const entryBytes = 1_700;
/** A key is written twice: in its URL, too. */
const keyCopies = 2;
/**
 * Indexes made from a value are held with it. As measured, three indexes over a page of people and its share of the whole
 * list take three quarters of the page's weight, which is a quarter too high by itself.
 */
const workedOutShare = 1.5;

/** Bytes that an answer takes in the store, with all that is held for its sake. */
export function entryWeight({ key, outcome }: Pick<CachedResponse, "key" | "outcome">): number {
  const bytes = entryBytes + keyCopies * textBytes(key);
  return "value" in outcome ? bytes + Math.ceil(workedOutShare * weightOf(outcome.value)) : bytes;
}
