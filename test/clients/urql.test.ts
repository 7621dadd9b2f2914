import { expect, test } from "vitest";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { examplePackages } from "../support/example-packages.ts";
import { startServer } from "../support/server.ts";

/** The part of `@urql/core` that the tests use. */
interface Urql {
  readonly Client: new (options: {
    readonly url: string;
    readonly exchanges: readonly unknown[];
    readonly fetch: typeof fetch;
  }) => Record<
    "query" | "mutation",
    (document: string, variables: object) => { toPromise(): Promise<{ data?: unknown; error?: Error }> }
  >;
  readonly cacheExchange: unknown;
  readonly fetchExchange: unknown;
}

test("urql reads by GET as it does unless told otherwise, and writes by POST", {
  timeout: 30_000,
}, async ({ skip }) => {
  const { cacheExchange, Client, fetchExchange } = examplePackages(skip)("@urql/core") as Urql;
  await using server = await startServer();
  const sent: string[] = [];
  const client = new Client({
    url: `${server.url}/graphql`,
    exchanges: [cacheExchange, fetchExchange],
    fetch: (url, init) => {
      sent.push(`${init?.method} ${new Headers(init?.headers).get("content-type")}`);
      return fetch(url, init);
    },
  });

  const account = `query ($id: ID!) { account(by: { id: $id }) { id name } }`;
  const { accountId } = showcase.account;
  const read = await client.query(account, { id: accountId }).toPromise();
  expect(read.error).toBeUndefined();
  expect(read.data).toMatchObject({
    account: { id: `gid://assembly/Account/${accountId}`, name: "Acme Robotics" },
  });
  expect(server.calls()).toEqual([`assembly GET /accounts/${accountId}`]);

  const write = `mutation { createLabel(input: { type: TIER, name: "urql", color: "#AABBCC" }) { labelId label { id name } } }`;
  const written = await client.mutation(write, {}).toPromise();
  expect(written.error).toBeUndefined();
  expect(server.calls()[0]).toBe("assembly POST /accounts/labels");

  // What makes the URL longer than 2048 characters goes by POST.
  const ids = Array.from({ length: 50 }, () => `gid://assembly/Account/${accountId}`);
  const long = await client
    .query("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", { ids })
    .toPromise();
  expect(long.error).toBeUndefined();
  expect(sent).toEqual(["GET null", "POST application/json", "POST application/json"]);
});
