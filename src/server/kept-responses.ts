import { LRUCache } from "lru-cache";
import { textBytes } from "../rest/cache/weight.ts";
import type { KeptAnswer } from "../rest/call-record.ts";
import { createAskedKeys } from "./asked-keys.ts";
import type { SerializedResponse } from "./serialized-response.ts";

/** A response with the reads that it was made of. */
export interface CachedResponse {
  readonly response: SerializedResponse;
  readonly reads: readonly KeptAnswer[];
}

/**
 * Responses by the keys of their requests, those that were not asked for the longest leaving first. Most requests never come
 * again: a response that took calls is kept at once, and any other when it is made for the second time.
 */
export interface KeptResponses {
  readonly bytes: number;
  readonly entries: number;
  get(key: string): CachedResponse | undefined;
  /**
   * Takes note of the response that was made for a request.
   * @param tookCalls whether systems were called for it: it is kept at once then.
   * @param form makes what is kept of it, if it is.
   */
  note(key: string, tookCalls: boolean, form: () => CachedResponse): void;
}

/** Bytes that a response takes beside its key and text, as measured. */
const responseBytes = 1_000;
/** Bytes that it takes for each read that it was made of, whose answer may have left the cache, as measured. */
const bytesPerRead = 1_900;

/**
 * Makes an empty store.
 * @param options.mostBytes of responses.
 * @param options.mostAskedBytes of the keys of requests that came once.
 */
export function createKeptResponses(options: {
  readonly mostBytes: number;
  readonly mostAskedBytes: number;
}): KeptResponses {
  const kept = new LRUCache<string, CachedResponse>({
    maxSize: options.mostBytes,
    sizeCalculation: ({ response, reads }, key) =>
      responseBytes + response.body.length + textBytes(key) + bytesPerRead * reads.length,
  });
  const asked = createAskedKeys(options.mostAskedBytes);
  return {
    get bytes() {
      return kept.calculatedSize + asked.bytes;
    },
    get entries() {
      return kept.size;
    },
    get: (key) => kept.get(key),
    note(key, tookCalls, form) {
      if (tookCalls || kept.has(key) || asked.wasAsked(key)) kept.set(key, form());
    },
  };
}
