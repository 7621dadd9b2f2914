import type { ApolloServerOptions, ApolloServerPlugin, BaseContext } from "@apollo/server";
import type { DocumentNode, Token } from "graphql";
import { LRUCache } from "lru-cache";
import { textBytes } from "../rest/cache/weight.ts";
import type { StoreNumbers } from "../rest/store-numbers.ts";

type ApolloDocumentStore = NonNullable<ApolloServerOptions<BaseContext>["documentStore"]>;

/** Parsed documents, given again for equal texts. */
export interface DocumentStore {
  /** Takes documents that were found valid; it gives only those that were kept. */
  readonly store: ApolloDocumentStore;
  /** Keeps a document once an operation of it is run: until then it may be refused for its size or arguments. */
  readonly plugin: ApolloServerPlugin<BaseContext>;
  /** How full it is, and how often it helped. */
  readonly numbers: StoreNumbers;
}

/** About 24 documents of the greatest size, or 240 of a tenth of it. */
const mostBytes = 24 * 1024 * 1024;
/** Bytes that a document takes beside its text for each token, of the tokens that take most: fields without arguments, as measured. */
const bytesPerToken = 520;
/** Bytes that it takes however short it is, as measured. */
const documentBytes = 3_000;
/** A document holds on to its text; longer ones are rare, and read anew each time. */
const longestText = 16_000;

/** Makes an empty store. Apollo's own makes text of each document again to know its size. */
export function createDocumentStore(): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: mostBytes,
    sizeCalculation: documentBytesOf,
  });
  /** Keys of documents that no operation has been run of so far. */
  const notRun = new WeakMap<DocumentNode, string>();
  const asked = { hits: 0, misses: 0 };
  return {
    get numbers() {
      return { ...asked, bytes: documents.calculatedSize, entries: documents.size };
    },
    store: {
      async get(key) {
        const document = documents.get(key);
        asked[document ? "hits" : "misses"] += 1;
        return document;
      },
      async set(key, document) {
        const length = document.loc?.source.body.length ?? Number.POSITIVE_INFINITY;
        if (length <= longestText) notRun.set(document, key);
      },
      delete: async (key) => documents.delete(key),
    },
    plugin: {
      requestDidStart: async () => ({
        async executionDidStart({ document }) {
          const key = notRun.get(document);
          if (key === undefined) return;
          notRun.delete(document);
          documents.set(key, document);
        },
      }),
    },
  };
}

/** Bytes of a document. Its tokens hang together in a chain, comments included, which no limit on tokens counts. */
export function documentBytesOf({ loc }: DocumentNode): number {
  let tokens = 0;
  for (let token: Token | null | undefined = loc?.startToken; token; token = token.next) tokens += 1;
  return documentBytes + textBytes(loc?.source.body ?? "") + bytesPerToken * tokens;
}
