import { createHash } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type HttpAnswer, startServer } from "../support/server.ts";

const server = await startServer();
const { calls, post, request } = server;
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => void calls());

const accepted = ["application/graphql-response+json", "application/json"] as const;
const query = "{ __typename }";
const two = "query A { __typename } query B { __typename }";
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const persisted = (version: unknown, sha256Hash: unknown) => ({
  extensions: { persistedQuery: { version, sha256Hash } },
});

/** The same request by GET: what is no text is written as JSON. */
function get(body: object, accept: string): Promise<HttpAnswer> {
  const texts = Object.entries(body).map(([name, value]): [string, string] => [
    name,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  const headers = { accept, "apollo-require-preflight": "yes" };
  return request(`/graphql?${new URLSearchParams(texts)}`, { headers });
}

const faults = () => server.logLines.filter((line) => JSON.parse(line).level >= 50);

/** That each way of asking is refused with the code, whatever is accepted. */
async function expectRefused(answers: readonly HttpAnswer[], code: string): Promise<void> {
  for (const { status, json } of answers) {
    // A client that knows nothing but JSON is answered 200 where the operation could be read.
    expect([400, 200]).toContain(status);
    expect(json.data).toBeUndefined();
    expect(json.errors[0].extensions).toMatchObject({ code, retryable: false });
    expect(json.errors[0].extensions.requestId).toMatch(/^[\w-]{36}$/);
  }
  expect(answers[0]?.status).toBe(400);
  expect(faults()).toEqual([]);
  expect(calls()).toEqual([]);
}

describe("a client's mistake is told as one, and is no fault in the log", () => {
  test.each<[string, object, string]>([
    ["a subscription", { query: "subscription { viewer { id } }" }, "GRAPHQL_VALIDATION_FAILED"],
    ["a hash of another query", { query, ...persisted(1, hashOf("{ id }")) }, "BAD_REQUEST"],
    ["a hash in capitals", { query, ...persisted(1, hashOf(query).toUpperCase()) }, "BAD_REQUEST"],
    ["no hash", { query, ...persisted(1, undefined) }, "BAD_REQUEST"],
    ["a hash that is a number", { query, ...persisted(1, 7) }, "BAD_REQUEST"],
    ["another version", { query, ...persisted(2, hashOf(query)) }, "BAD_REQUEST"],
    ["another version alone", persisted(2, hashOf(query)), "BAD_REQUEST"],
    ["a version that is a text", persisted("1", hashOf(query)), "BAD_REQUEST"],
    ["no version", persisted(undefined, hashOf(query)), "BAD_REQUEST"],
    ["a persisted query that is no object", { query, extensions: { persistedQuery: true } }, "BAD_REQUEST"],
    ["an operation that is not there", { query: two, operationName: "C" }, "OPERATION_RESOLUTION_FAILURE"],
    ["none of several operations", { query: two }, "OPERATION_RESOLUTION_FAILURE"],
    ["an empty name for several", { query: two, operationName: "" }, "OPERATION_RESOLUTION_FAILURE"],
    ["no query", { operationName: "A" }, "BAD_REQUEST"],
    ["an empty query", { query: "" }, "BAD_REQUEST"],
    ["variables that are a list", { query, variables: [1] }, "BAD_REQUEST"],
    ["variables that are a number", { query, variables: 1 }, "BAD_REQUEST"],
    ["extensions that are a list", { query, extensions: [] }, "BAD_REQUEST"],
    ["extensions that are true", { query, extensions: true }, "BAD_REQUEST"],
    [
      "objects without end",
      {
        query:
          "{ users(first: 100) { nodes { organization { users(first: 100) { nodes { organization { users(first: 100) { nodes { id } } } } } } } } }",
      },
      "BAD_USER_INPUT",
    ],
    [
      "18 equal fields in each of 18",
      { query: `{ ${`viewer { ${"organization { id } ".repeat(18)} } `.repeat(18)} }` },
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "introspection 20 times",
      {
        query: `{ ${Array.from({ length: 20 }, (_, place) => `a${place}: __schema { types { name fields { name type { name } } } }`).join(" ")} }`,
      },
      "BAD_USER_INPUT",
    ],
  ])("%s", async (_, body, code) => {
    const answers: HttpAnswer[] = [];
    for (const accept of accepted) answers.push(await post(body, { accept }), await get(body, accept));
    await expectRefused(answers, code);
  });

  test("a condition that is null is one of its operation", async () => {
    const conditional = "query ($on: Boolean = true) { a: __typename @skip(if: $on) }";
    const { json, status } = await post({ query: conditional, variables: { on: null } });
    expect([status, json.errors[0].extensions.code]).toEqual([200, "BAD_USER_INPUT"]);
    expect(faults()).toEqual([]);
    expect(calls()).toEqual([]);
  });

  test("a query that is not known by its hash is asked for, and then known", async () => {
    const body = persisted(1, hashOf("{ a: __typename }"));
    const unknown = await post(body);
    expect(unknown.json.errors[0].extensions.code).toBe("PERSISTED_QUERY_NOT_FOUND");
    expect((await post({ query: "{ a: __typename }", ...body })).json).toEqual({ data: { a: "Query" } });
    expect((await get(body, accepted[0])).json).toEqual({ data: { a: "Query" } });
    expect(faults()).toEqual([]);
    expect(calls()).toEqual([]);
  });
});

describe("a parameter that says nothing is as good as none", () => {
  const answer = { status: 200, json: { data: { __typename: "Query" } } };

  test.each(["operationName=", "variables=", "extensions=", "variables=null", "extensions=null"])(
    "%s",
    async (parameter) => {
      const headers = { "apollo-require-preflight": "yes" };
      const search = `?query=${encodeURIComponent(query)}&${parameter}`;
      expect(await request(`/graphql${search}`, { headers })).toMatchObject(answer);
      const twice = await request(`/graphql${search}&${parameter}`, { headers });
      expect(twice).toMatchObject({
        status: 400,
        json: { errors: [{ extensions: { code: "BAD_REQUEST" } }] },
      });
      expect(calls()).toEqual([]);
    },
  );

  test.each<[string, object]>([
    ["an empty name", { operationName: "" }],
    ["null", { operationName: null, variables: null, extensions: null }],
  ])("in a body: %s", async (_, parameters) => {
    expect(await post({ query, ...parameters })).toMatchObject(answer);
    expect(calls()).toEqual([]);
  });
});
