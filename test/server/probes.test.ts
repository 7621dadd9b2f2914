import { buildClientSchema, getIntrospectionQuery, printSchema } from "graphql";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { startServer } from "../support/server.ts";

const server = await startServer();
const { calls, post, request } = server;
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => void calls());

const typename = "{ __typename }";

describe("what graphql-cop looks for is not found", () => {
  test("aliases without end", async () => {
    const aliases = Array.from({ length: 101 }, (_, place) => `alias${place}: __typename`).join(" ");
    const { json, status } = await post({ query: `{ ${aliases} }` });
    expect(status).toBe(400);
    expect(json.data).toBeUndefined();
    expect(calls()).toEqual([]);
  });

  test("fields repeated without end", async () => {
    const { json, status } = await post({ query: `{ ${"__typename ".repeat(500)} }` });
    expect(status).toBe(400);
    expect(json.data).toBeUndefined();
    expect(calls()).toEqual([]);
  });

  test("an error for each of many directives", async () => {
    const { json } = await post({ query: `{ __typename ${"@aa".repeat(10)} }` });
    expect(json.errors.length).toBeLessThan(10);
    expect(calls()).toEqual([]);
  });

  test("batches", async () => {
    const { json } = await post(Array.from({ length: 10 }, () => ({ query: typename })));
    expect(json).not.toBeInstanceOf(Array);
    expect(json.data).toBeUndefined();
    expect(calls()).toEqual([]);
  });

  test("introspection of types within types", async () => {
    const fields = (depth: number): string =>
      depth === 0 ? "name" : `fields { type { ${fields(depth - 1)} } }`;
    const { json } = await post({ query: `{ __schema { types { ${fields(6)} } } }` });
    expect(json.data).toBeUndefined();
    expect(calls()).toEqual([]);
  });

  test.each<[string, string, RequestInit]>([
    [
      "a query by GET of another site",
      "/graphql?query=%7B__typename%7D",
      { headers: { "sec-fetch-site": "cross-site" } },
    ],
    [
      "a mutation by GET",
      "/graphql?query=mutation%7B__typename%7D",
      { headers: { "apollo-require-preflight": "1" } },
    ],
    [
      "a query in a form",
      "/graphql",
      {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: "query=%7B__typename%7D",
      },
    ],
  ])("%s", async (_, path, init) => {
    const { json, status } = await request(path, init);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(json.data).toBeUndefined();
    expect(calls()).toEqual([]);
  });

  test("traces and stack traces in answers", async () => {
    for (const query of [typename, "qwerty cop { abc }", "{ nothing }"]) {
      const { text } = await post(
        { query },
        { "apollo-tracing": "1", "apollo-federation-include-trace": "ftv1" },
      );
      expect(text).not.toMatch(/tracing|ftv1|exception|stack/i);
    }
    expect(calls()).toEqual([]);
  });
});

test("the schema can be read by introspection, descriptions included, without any call", async () => {
  const { json, status } = await post({
    query: getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }),
  });
  expect(status).toBe(200);
  const printed = printSchema(buildClientSchema(json.data));
  expect(printed).toContain('"""A member of the support staff."""\ntype Person implements Node {');
  expect(printed).toContain("input PersonLookup @oneOf {");
  expect(calls()).toEqual([]);
});
