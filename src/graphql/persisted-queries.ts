import type { ApolloServerOptions, BaseContext } from "@apollo/server";
import { LRUCache } from "lru-cache";
import { textBytes } from "../rest/weight.ts";

type ApolloCache = Exclude<NonNullable<ApolloServerOptions<BaseContext>["cache"]>, "bounded">;

const mostBytes = 8 * 1024 * 1024;
/** Bytes that a text takes beside itself, its hash included, as measured. */
const entryBytes = 250;

/**
 * Keeps the texts of operations that clients send by their hashes. Apollo's own cache weighs nothing but the text, so that
 * very short ones would fill the memory.
 */
export function createPersistedQueries(): ApolloCache {
  const texts = new LRUCache<string, string>({
    maxSize: mostBytes,
    sizeCalculation: (text) => entryBytes + textBytes(text),
  });
  return {
    get: async (hash) => texts.get(hash),
    set: async (hash, text) => void texts.set(hash, text),
    delete: async (hash) => void texts.delete(hash),
  };
}
