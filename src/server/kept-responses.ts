import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { textBytes } from "../rest/cache/weight.ts";
import type { KeptAnswer } from "../rest/call-record.ts";
import type { SerializedResponse } from "./serialized-response.ts";

/** A response with the reads that it was made of. */
export interface CachedResponse {
  readonly response: SerializedResponse;
  readonly reads: readonly KeptAnswer[];
}

/**
 * Responses by the keys of their requests, those that were not asked for the longest leaving first. Most requests never come
 * again: what was asked for once has a small part of the room, and moves to the rest when it is asked for again. One that had
 * left by then is remembered by its digest, so that the next time it is made it has its place there.
 */
export interface KeptResponses {
  readonly bytes: number;
  readonly entries: number;
  get(key: string): CachedResponse | undefined;
  /** Keeps the response that was made for a request. */
  set(key: string, made: CachedResponse): void;
}

/** Bytes that a response takes beside its key and text, as measured. */
const responseBytes = 1_000;
/** Bytes that it takes for each read that it was made of, whose answer may have left the cache, as measured. */
const bytesPerRead = 1_900;
/** Requests whose responses left before they were asked for again; each takes about 100 bytes. */
const mostLeft = 8_192;

/**
 * Makes an empty store.
 * @param options.mostBytes of responses that were asked for more than once.
 * @param options.mostOnceBytes of those that were asked for once.
 */
export function createKeptResponses(options: {
  readonly mostBytes: number;
  readonly mostOnceBytes: number;
}): KeptResponses {
  const sizeCalculation = ({ response, reads }: CachedResponse, key: string) =>
    responseBytes + response.body.length + textBytes(key) + bytesPerRead * reads.length;
  const again = new LRUCache<string, CachedResponse>({ maxSize: options.mostBytes, sizeCalculation });
  const once = new LRUCache<string, CachedResponse>({
    maxSize: options.mostOnceBytes,
    sizeCalculation,
    dispose: (_, key, reason) => {
      if (reason === "evict") left.set(digestOf(key), true);
    },
  });
  const left = new LRUCache<string, true>({ max: mostLeft });

  return {
    get bytes() {
      return again.calculatedSize + once.calculatedSize;
    },
    get entries() {
      return again.size + once.size;
    },
    get(key) {
      const known = again.get(key);
      if (known) return known;
      const first = once.get(key);
      if (!first) return undefined;
      once.delete(key);
      again.set(key, first);
      return first;
    },
    set(key, made) {
      if (again.has(key) || left.delete(digestOf(key))) {
        again.set(key, made);
        return;
      }
      once.set(key, made);
      // It is larger than all the room for what was asked for once.
      if (!once.has(key)) left.set(digestOf(key), true);
    },
  };
}

const digestOf = (key: string): string => hash("sha256", key, "base64");
