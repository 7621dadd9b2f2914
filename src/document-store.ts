import type { ApolloServerOptions, BaseContext } from "@apollo/server";
import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>["documentStore"]>;

/** Distinct texts whose parsed and validated documents are kept. */
const mostDocuments = 1_000;
/** A document holds on to its text, comments and all, which no limit on tokens counts; longer ones are not kept. */
const longestText = 16_000;

/** Keeps documents by their number: Apollo's own store makes text of each again to know its size. */
export function createDocumentStore(): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({ max: mostDocuments });
  return {
    get: async (key) => documents.get(key),
    async set(key, document) {
      const length = document.loc?.source.body.length ?? Number.POSITIVE_INFINITY;
      if (length <= longestText) documents.set(key, document);
    },
    delete: async (key) => documents.delete(key),
  };
}
