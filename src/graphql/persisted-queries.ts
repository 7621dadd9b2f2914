import type { ApolloServerOptions, BaseContext } from "@apollo/server";
import { LRUCache } from "lru-cache";
import type { StoreNumbers } from "../rest/store-numbers.ts";
import { textBytes } from "../rest/weight.ts";

type ApolloCache = Exclude<NonNullable<ApolloServerOptions<BaseContext>["cache"]>, "bounded">;

const mostBytes = 8 * 1024 * 1024;
/** Bytes that a text takes beside itself, its hash included, as measured. */
const entryBytes = 250;

/** Texts of operations by their hashes. */
export interface PersistedQueries {
  readonly cache: ApolloCache;
  /** How full it is, and how often it helped. */
  readonly numbers: StoreNumbers;
}

/**
 * Keeps the texts of operations that clients send by their hashes. Apollo's own cache weighs nothing but the text, so that
 * very short ones would fill the memory.
 */
export function createPersistedQueries(): PersistedQueries {
  const texts = new LRUCache<string, string>({
    maxSize: mostBytes,
    sizeCalculation: (text) => entryBytes + textBytes(text),
  });
  const asked = { hits: 0, misses: 0 };
  return {
    get numbers() {
      return { ...asked, bytes: texts.calculatedSize, entries: texts.size };
    },
    cache: {
      async get(hash) {
        const text = texts.get(hash);
        asked[text === undefined ? "misses" : "hits"] += 1;
        return text;
      },
      set: async (hash, text) => void texts.set(hash, text),
      delete: async (hash) => void texts.delete(hash),
    },
  };
}
