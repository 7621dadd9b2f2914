import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { bundle, type Esbuild, loadEsbuild } from "../support/esbuild.ts";
import { startServer } from "../support/server.ts";

/** Sends a document with Apollo Client and the link of the example. */
interface ApolloProgram {
  run(uri: string, fetch: typeof globalThis.fetch, document: string): Promise<unknown>;
}

const program = `
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from "@apollo/client/core";
import { retryLink } from "./retry-link.ts";
export async function run(uri, fetch, document) {
  const link = ApolloLink.from([retryLink, new HttpLink({ uri, fetch })]);
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const isMutation = document.startsWith("mutation");
  const parsed = gql(document);
  const { data } = await (isMutation ? client.mutate({ mutation: parsed }) : client.query({ query: parsed }));
  return data;
}`;

/** Loads Apollo Client from the package of examples. */
async function loadApollo(esbuild: Esbuild): Promise<ApolloProgram> {
  const resolveDir = fileURLToPath(new URL("../../examples/apollo/", import.meta.url));
  const stdin = { contents: program, resolveDir };
  const text = await bundle(esbuild, { stdin, format: "esm", platform: "node" });
  return import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
}

const query = "query Me { viewer { status } }";
const rename =
  'mutation Rename { createLabel(input: { type: TIER, name: "Gold", color: "#123456" }) { labelId } }';

/** Refuses the first requests as the gateway does when it has too much under way, with a wait that a test can bear. */
function refusing(times: number, extensions: object) {
  const sent: string[] = [];
  const body = JSON.stringify({ errors: [{ message: "Too much is under way.", extensions }] });
  const headers = { "content-type": "application/graphql-response+json; charset=utf-8", "retry-after": "1" };
  const fetchWith: typeof fetch = async (input, init) => {
    sent.push(String(init?.body));
    return sent.length <= times ? new Response(body, { status: 503, headers }) : fetch(input, init);
  };
  return { sent, fetch: fetchWith };
}

const overloaded = { code: "OVERLOADED", retryable: true, retryAfterMs: 1 };

test.for<[what: string, document: string, times: number, extensions: object, requests: number]>([
  ["a read that was refused once is answered", query, 1, overloaded, 2],
  ["a read is sent once more, not for ever", query, 5, overloaded, 2],
  ["a mutation is not sent again", rename, 1, overloaded, 1],
  ["what is not retryable is not sent again", query, 1, { code: "FORBIDDEN", retryable: false }, 1],
])("%s", { timeout: 30_000 }, async ([, document, times, extensions, requests], { skip }) => {
  const apollo = await loadApollo(loadEsbuild(skip));
  await using server = await startServer();
  const { sent, fetch } = refusing(times, extensions);
  const run = apollo.run(`${server.url}/graphql`, fetch, document);
  if (requests > times) await expect(run).resolves.toMatchObject({ viewer: { status: "ACTIVE" } });
  else await expect(run).rejects.toThrow("Too much is under way.");
  expect(sent).toHaveLength(requests);
  expect(server.calls()).toHaveLength(requests > times ? 1 : 0);
});
