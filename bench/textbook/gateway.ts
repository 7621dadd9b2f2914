import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import {
  createReads,
  createTextbookContext,
  type TextbookAddresses,
  type TextbookContext,
} from "./loaders.ts";
import { resolvers } from "./resolvers.ts";
import { typeDefs } from "./schema.ts";

/** A gateway that listens. */
export interface TextbookGateway {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The gateway that a textbook has, which all figures are held against: Apollo Server standalone with its defaults,
 * `fetch`, and a DataLoader for each request that reads one object a call.
 */
export async function startTextbookGateway(addresses: TextbookAddresses): Promise<TextbookGateway> {
  const reads = createReads(addresses);
  const apollo = new ApolloServer<TextbookContext>({ typeDefs, resolvers });
  const { url } = await startStandaloneServer(apollo, {
    context: async () => createTextbookContext(reads),
    listen: { host: "127.0.0.1", port: 0 },
  });
  return { url, close: () => apollo.stop() };
}
