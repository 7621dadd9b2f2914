import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { startServer } from "../support/server.ts";
import { formBody, formType } from "../uploads/form-body.ts";
import { asked } from "./upload-client.ts";

const server = await startServer();
const { calls, request } = server;
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => void calls());

const write =
  'mutation { createUser(input: { email: "jose@staff.example", displayName: "José" }) { userId } }';
const latin1 = Buffer.from(JSON.stringify({ query: write }), "latin1");
const refused = (message: RegExp) => ({
  errors: [
    {
      message: expect.stringMatching(message),
      extensions: { code: "BAD_REQUEST", retryable: false, requestId: expect.any(String) },
    },
  ],
});
const post = (body: Buffer, headers: Readonly<Record<string, string>>) =>
  request("/graphql", { method: "POST", headers, body });
const typed = (type: string) => ({ "content-type": type });

describe("a write whose letters cannot be read is refused and not sent:", () => {
  const noUtf8 = /no UTF-8; encode it as UTF-8/;
  const otherCharset = /another charset than UTF-8/;
  test.each<[string, Buffer, Readonly<Record<string, string>>, number, RegExp]>([
    ["bytes of another charset", latin1, typed("application/json"), 400, noUtf8],
    [
      "bytes that are not what they are said to be",
      latin1,
      typed("application/json; charset=utf-8"),
      400,
      noUtf8,
    ],
    [
      "half of a surrogate pair",
      Buffer.from(JSON.stringify({ query: write }).replace("é", "\xed\xa0\x80"), "latin1"),
      typed("application/json"),
      400,
      noUtf8,
    ],
    ["a declared charset", latin1, typed("application/json; charset=iso-8859-1"), 415, otherCharset],
    [
      "a declared charset in quotes",
      latin1,
      typed('application/json;Charset="windows-1252"'),
      415,
      otherCharset,
    ],
    [
      "UTF-16",
      Buffer.from(JSON.stringify({ query: write }), "utf16le"),
      typed("application/json; charset=utf-16"),
      415,
      otherCharset,
    ],
    [
      "a compressed body",
      Buffer.from(JSON.stringify({ query: write })),
      { ...typed("application/json"), "content-encoding": "gzip" },
      415,
      /compressed/,
    ],
  ])("%s", async (_, body, headers, status, message) => {
    expect(await post(body, headers)).toMatchObject({ status, json: refused(message) });
    expect(calls()).toEqual([]);
  });

  const form = (operations: string, map = '{"0":["variables.f"]}', filename = "a.txt") =>
    formBody([
      { name: "operations", content: Buffer.from(operations, "latin1") },
      { name: "map", content: Buffer.from(map, "latin1") },
      { name: "0", filename, content: "x" },
    ]);
  test.each<[string, Buffer]>([
    ["operations", form(JSON.stringify({ query: write, variables: { f: null } }))],
    [
      "map",
      form(JSON.stringify({ query: "{ __typename }", variables: { f: null } }), '{"é":["variables.f"]}'),
    ],
  ])("the field %s of a form", async (_, body) => {
    expect(await post(body, { ...typed(formType), ...asked })).toMatchObject({
      status: 400,
      json: refused(noUtf8),
    });
    expect(calls()).toEqual([]);
  });
});

describe("what is UTF-8 is read", () => {
  test.each([
    ["as it is", "", "application/json"],
    ["declared", "", "application/json; charset=UTF-8"],
    ["declared in quotes", "", 'application/json; charset="utf8"'],
    ["behind a byte order mark", "\ufeff", "application/json"],
  ])("%s", async (_, mark, type) => {
    const email = `jose-${type.length}-${mark.length}@staff.example`;
    const query = `mutation { createUser(input: { email: "${email}", displayName: "José" }) { user { displayName } } }`;
    await using fresh = await startServer();
    const answer = await fresh.request("/graphql", {
      method: "POST",
      headers: { "content-type": type, "content-encoding": "Identity" },
      body: mark + JSON.stringify({ query }),
    });
    expect(answer).toMatchObject({
      status: 200,
      json: { data: { createUser: { user: { displayName: "José" } } } },
    });
    expect(fresh.calls()).toContain("web1on1 POST /users");
  });
});

describe("a URL whose query", () => {
  const get = (query: string) =>
    request(`/graphql?${query}`, { headers: { "apollo-require-preflight": "1" } });
  test.each([
    ["encodes bytes that are no UTF-8", "query=%7B__typename%7D&operationName=%FF"],
    ["has half of an encoding", "query=%7B__typename%7D&variables=%E2%82"],
    ["has a % by itself", "query=%7B__typename%7D&variables=100%"],
  ])("%s is refused", async (_, query) => {
    expect(await get(query)).toMatchObject({ status: 400, json: refused(/no percent-encoded UTF-8/) });
    expect(calls()).toEqual([]);
  });

  test("encodes UTF-8, with + for blanks, is read", async () => {
    const query = "query=%7B+__typename+%7D&variables=%7B%22a%22%3A%22%C3%A9%25%22%7D";
    expect(await get(query)).toMatchObject({ status: 200, json: { data: { __typename: "Query" } } });
    expect(calls()).toEqual([]);
  });
});
