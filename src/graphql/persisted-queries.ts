import type { ApolloServerOptions, BaseContext } from "@apollo/server";
import { LRUCache } from "lru-cache";
import { textBytes } from "../rest/cache/weight.ts";
import type { StoreNumbers } from "../rest/store-numbers.ts";

type ApolloCache = Exclude<NonNullable<ApolloServerOptions<BaseContext>["cache"]>, "bounded">;

const mostBytes = 8 * 1024 * 1024;
/** Bytes that a text takes beside itself, its hash included, as measured. */
const entryBytes = 250;

/** The texts of operations that clients have registered by their hashes. */
export interface PersistedQueries {
  /** As Apollo Server uses it. */
  readonly cache: ApolloCache;
  /** The text that was registered under a hash. */
  textOf(hash: string): string | undefined;
  /** How full it is, and how often it helped. */
  readonly numbers: StoreNumbers;
}

/** Apollo Server puts it before each hash. */
const keyPrefix = "apq:";

/** Makes an empty store. Apollo's own cache weighs nothing but the text, so that very short ones would fill the memory. */
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
      async get(key) {
        const text = texts.get(key);
        asked[text === undefined ? "misses" : "hits"] += 1;
        return text;
      },
      set: async (key, text) => void texts.set(key, text),
      delete: async (key) => void texts.delete(key),
    },
    textOf: (hash) => texts.get(keyPrefix + hash),
  };
}
