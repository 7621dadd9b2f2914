import { describe, expect, test } from "vitest";
import { examplePackages } from "../support/example-packages.ts";
import { startServer } from "../support/server.ts";
import { type Noun, nouns } from "./relay/nouns.ts";

type Variables = Readonly<Record<string, unknown>>;
type Result = { readonly data?: unknown; readonly error?: Error };

/** A client that keeps each object once, by its type and id. */
interface CachingClient {
  /** Answers from the cache, or fetches. Rejects when a field fails. */
  query(document: string, variables?: Variables): Promise<unknown>;
  mutate(document: string, variables: Variables): Promise<unknown>;
  /** What the cache alone has of a query; null when it lacks a field. */
  cached(document: string, variables?: Variables): unknown;
}

type Open = (examples: NodeJS.Require, url: string) => CachingClient;

const openApollo: Open = (examples, uri) => {
  const { ApolloClient, gql, HttpLink, InMemoryCache } = examples("@apollo/client");
  const client = new ApolloClient({ cache: new InMemoryCache(), link: new HttpLink({ uri }) });
  return {
    query: async (query, variables) => (await client.query({ query: gql(query), variables })).data,
    mutate: async (mutation, variables) => (await client.mutate({ mutation: gql(mutation), variables })).data,
    cached: (query, variables) => client.readQuery({ query: gql(query), variables }),
  };
};

const openGraphcache: Open = (examples, url) => {
  const { Client, fetchExchange } = examples("@urql/core");
  const { cacheExchange } = examples("@urql/exchange-graphcache");
  const client = new Client({ url, exchanges: [cacheExchange({}), fetchExchange] });
  const dataOf = async (result: { toPromise(): Promise<Result> }) => {
    const { data, error } = await result.toPromise();
    if (error) throw error;
    return data;
  };
  return {
    query: (query, variables = {}) => dataOf(client.query(query, variables)),
    mutate: (mutation, variables) => dataOf(client.mutation(mutation, variables)),
    cached: (query, variables = {}) => client.readQuery(query, variables)?.data ?? null,
  };
};

/** The documents of a page that lists a noun, shows one and writes it. */
function documentsOf({ type, list, named, field }: Noun) {
  const payload = type.toLowerCase();
  return {
    list: `query { ${list}(first: 2) { edges { cursor node { id ${field} } } pageInfo { hasNextPage endCursor } } }`,
    one: `query ($id: ID!) { node(id: $id) { id ... on ${type} { ${field} } } }`,
    update: `mutation ($id: ID!, $input: Update${type}Input!) {
      update${type}(${named}, input: $input) { ${payload}Id ${payload} { id ${field} } }
    }`,
  };
}

describe.for<[string, Open]>([
  ["Apollo Client", openApollo],
  ["graphcache", openGraphcache],
])("%s", ([, open]) => {
  test.for(nouns)(
    "shows a write wherever the object is shown: $type",
    { timeout: 60_000 },
    async (noun, { skip }) => {
      const { list, field, writes } = noun;
      const documents = documentsOf(noun);
      await using server = await startServer();
      const client = open(examplePackages(skip), `${server.url}/graphql`);

      const listed = (await client.query(documents.list)) as Record<
        string,
        { edges: { node: { id: string } }[] }
      >;
      const [first, second] = (listed[list]?.edges ?? []).map(({ node }) => node);
      const id = first?.id ?? "";
      expect(await client.query(documents.one, { id })).toMatchObject({ node: first });
      server.calls();

      await client.mutate(documents.update, { id, input: { [field]: "Liv" } });
      expect(server.calls()).toEqual(expect.arrayContaining([expect.stringContaining(writes[1])]));
      const changed = { id, [field]: "Liv" };
      expect(client.cached(documents.one, { id })).toMatchObject({ node: changed });
      expect(client.cached(documents.list)).toMatchObject({
        [list]: { edges: [{ node: changed }, { node: second }] },
      });
      expect(server.calls()).toEqual([]);
    },
  );
});
