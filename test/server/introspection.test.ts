import { type GraphQLObjectType, getIntrospectionQuery, getNamedType, isObjectType } from "graphql";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { createClient } from "../../src/auth/client.ts";
import { introspectScope, readScope, type Scope } from "../../src/auth/scopes.ts";
import type { Authenticate } from "../../src/server/authentication.ts";
import { readEntries } from "../../src/server/graphiql-files.ts";
import { startServer, type TestServerOptions } from "../support/server.ts";

const reads: readonly Scope[] = ["assembly", "assembled", "web1on1"].map(readScope);
const plain = createClient("plain", reads);
const curious = createClient("curious", [...reads, introspectScope]);
/** Stands in for keys: the header says which client it is. */
const byHeader: Authenticate = ({ headers }) => (headers.authorization === "curious" ? curious : plain);
const asCurious = { authorization: "curious" };

const started = (options: TestServerOptions) => startServer({ authenticate: byHeader, ...options });
const closed = await started({ introspection: false });
const open = await started({ introspection: true });
afterAll(() => Promise.all([closed, open].map((server) => server[Symbol.asyncDispose]())));
beforeEach(() => void closed.calls());

describe("introspection", () => {
  const forbidden = (field: string, path = field) => ({
    errors: [
      {
        message: `${field} needs the scope schema:introspect; nothing of the operation was run.`,
        locations: [expect.any(Object)],
        path: [path],
        extensions: { code: "FORBIDDEN", retryable: false, requestId: expect.any(String) },
      },
    ],
  });

  test.each([
    ["__schema", "{ __schema { queryType { name } } }"],
    ["__schema", "{ teams { name } __schema { queryType { name } } }"],
    ["__type", '{ teams { name } __type(name: "Person") { name } }'],
    [
      "__type",
      'query { ... { ...Deep } } fragment Deep on Query { ... on Query { __type(name: "Person") { name } } }',
    ],
    [
      "__schema",
      "query ($no: Boolean = false) { teams { name } __schema @include(if: $no) { queryType { name } } }",
    ],
    ["__schema", getIntrospectionQuery({ descriptions: false }).replace(/\s+/g, " ")],
  ])("without the scope %s is refused, and nothing of the operation is run: %s", async (field, query) => {
    expect(await closed.post({ query })).toMatchObject({ status: 403, json: forbidden(field) });
    expect(closed.calls()).toEqual([]);
  });

  test("is refused at the name that the client gave it, with every document that holds it, and again", async () => {
    const query = "query Other { teams { name } } query Look { mine: __schema { queryType { name } } }";
    for (let turn = 0; turn < 3; turn += 1) {
      const answer = await closed.post({ query, operationName: "Look" });
      expect(answer).toMatchObject({ status: 403, json: forbidden("__schema", "mine") });
    }
    expect(closed.calls()).toEqual([]);
    expect(await closed.post({ query, operationName: "Other" })).toMatchObject({ status: 200 });
    expect(closed.calls()).toEqual(["assembled GET /v0/teams"]);
  });

  test("a refusal does not go into plans", async () => {
    const query = "{ teams { name } __schema { types { name } } }";
    const answer = await closed.post({ query }, { "x-explain": "plan" });
    expect(answer).toMatchObject({ status: 403, json: forbidden("__schema") });
    expect(answer.text).not.toContain("upstream");
    expect(closed.calls()).toEqual([]);
  });

  test("is answered to a client with the scope, and its answer is not given to one without", async () => {
    const query = "{ __schema { queryType { name } } }";
    const answered = { status: 200, json: { data: { __schema: { queryType: { name: "Query" } } } } };
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await closed.post({ query }, asCurious)).toMatchObject(answered);
      expect(await closed.post({ query })).toMatchObject({ status: 403 });
    }
    expect(await open.post({ query })).toMatchObject(answered);
    expect(closed.calls()).toEqual([]);
  });

  test("the client of requests that do not say who they are has not the scope", async () => {
    await using server = await startServer({ introspection: false });
    expect(await server.post({ query: "{ __schema { queryType { name } } }" })).toMatchObject({
      status: 403,
    });
    expect(await server.post({ query: "{ __typename }" })).toMatchObject({ status: 200 });
    expect(server.calls()).toEqual([]);
  });

  test("__typename is answered, on every level", async () => {
    const { json } = await closed.post({ query: "{ __typename sites { __typename } }" });
    expect(json.data).toMatchObject({
      __typename: "Query",
      sites: expect.arrayContaining([{ __typename: "Site" }]),
    });
    expect(closed.calls()).toEqual(["assembled GET /v0/sites"]);
  });

  test("stands on the first level alone, since no field leads back to Query", () => {
    const types = Object.values(closed.gateway.schema.getTypeMap()).filter(isObjectType);
    const fields = types.flatMap((type: GraphQLObjectType) => Object.values(type.getFields()));
    expect(fields.length).toBeGreaterThan(500);
    expect(fields.filter(({ type }) => getNamedType(type).name === "Query")).toEqual([]);
    expect(closed.calls()).toEqual([]);
  });
});

describe("suggestions", () => {
  /** One for each place at which graphql-js suggests names, by rules for documents and for values of variables. */
  const places: readonly [string, string, object?][] = [
    ["a field", "{ teams { naem } }"],
    ["a field of another type", '{ node(id: "x") { firstName } }'],
    ["an argument", "{ people(frst: 1) { nodes { id } } }"],
    ["an argument of a directive", "{ teams @include(iff: true) { name } }"],
    ["a type", '{ node(id: "x") { ... on Persn { id } } }'],
    ["a type of a variable", "query ($window: TimeWindo) { teams { name } }"],
    ["an enum value", "{ labels(type: TIERS) { name } }"],
    ["an enum value as text", '{ labels(type: "TIER") { name } }'],
    ["a field of an input", '{ account(by: { domian: "acme.example" }) { name } }'],
    [
      "an enum value in a variable",
      "query ($type: LabelType) { labels(type: $type) { name } }",
      { type: "TIERS" },
    ],
    [
      "a field of an input in a variable",
      "query ($by: AccountLookup!) { account(by: $by) { name } }",
      { by: { domian: "acme.example" } },
    ],
    [
      "a name behind a long one",
      "query ($by: AccountLookup!) { account(by: $by) { name } }",
      { by: { domain: "acme.example", [`domain${"n".repeat(20)}`]: 1, domainn: "x" } },
    ],
  ];

  test.each(places)("of %s are made to clients with the scope alone", async (_, query, variables) => {
    const body = { query, variables };
    expect((await closed.post(body, asCurious)).text).toContain("Did you mean ");
    expect((await open.post(body)).text).toContain("Did you mean ");
    const { json, text } = await closed.post(body);
    expect(text).not.toMatch(/did you mean/i);
    for (const { message } of json.errors) expect(message).toMatch(/\S[.)"]$/);
    expect(closed.calls()).toEqual([]);
  });

  test("errors of fields keep their messages", async () => {
    const { json } = await closed.post({ query: '{ person(id: "gid://assembled/Team/1") { id } }' });
    const { json: same } = await open.post({ query: '{ person(id: "gid://assembled/Team/1") { id } }' });
    expect(json.errors.map(({ message }: Error) => message)).toEqual(
      same.errors.map(({ message }: Error) => message),
    );
    expect(closed.calls()).toEqual([]);
  });
});

describe("the page", () => {
  const browser = { accept: "text/html,application/xhtml+xml,*/*;q=0.8", authorization: "curious" };

  test("is not there, with its files, where the schema is not open to all", async () => {
    const answer = await closed.request("/graphql", { headers: browser });
    expect(answer).toMatchObject({
      status: 404,
      text: expect.stringMatching(/^This is a GraphQL gateway\./),
    });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    const { script, style, workers } = readEntries();
    for (const file of ["icon.svg", script, style, ...Object.values(workers)]) {
      expect((await closed.request(`/graphiql/${file}`)).status).toBe(404);
      expect((await open.request(`/graphiql/${file}`)).status).toBe(200);
    }
    expect((await open.request("/graphql", { headers: browser })).status).toBe(200);
    expect(closed.calls()).toEqual([]);
  });
});
