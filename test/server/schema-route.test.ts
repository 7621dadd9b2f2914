import { readFileSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { createClient } from "../../src/auth/client.ts";
import { introspectScope, readScope } from "../../src/auth/scopes.ts";
import { Unauthenticated } from "../../src/auth/unauthenticated.ts";
import type { Authenticate } from "../../src/server/authentication.ts";
import { startServer } from "../support/server.ts";

const committed = readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8");
const clients = new Map([
  ["plain", createClient("plain", [readScope("assembly")])],
  ["curious", createClient("curious", [readScope("assembly"), introspectScope])],
]);
/** Stands in for keys: the header says which client it is. */
const byHeader: Authenticate = ({ headers: { authorization = "" } }) => {
  const client = clients.get(authorization);
  if (!client) throw Unauthenticated.missing("Send a key.");
  return client;
};
const started = (introspection: boolean) => startServer({ authenticate: byHeader, introspection });
const closed = await started(false);
const open = await started(true);
afterAll(() => Promise.all([closed, open].map((server) => server[Symbol.asyncDispose]())));
beforeEach(() => void [closed, open].map((server) => server.calls()));

const ask = (server: typeof open, authorization: string, headers: Readonly<Record<string, string>> = {}) =>
  server.request("/schema.graphql", { headers: { authorization, ...headers } });

describe("GET /schema.graphql", () => {
  test("is the committed file, as text that is asked for again at each use", async () => {
    const { headers, status, text } = await ask(open, "plain");
    expect(status).toBe(200);
    expect(text).toBe(committed);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "text/plain; charset=utf-8",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-cache",
      etag: expect.stringMatching(/^W\/"[\w-]{43}"$/),
    });
    expect(open.calls()).toEqual([]);
  });

  test.each(["gzip", "br"])("comes compressed with %s to a client that takes it", async (encoding) => {
    const { headers, text } = await ask(open, "plain", { "accept-encoding": encoding });
    expect(headers.get("content-encoding")).toBe(encoding);
    expect(headers.get("vary")).toContain("accept-encoding");
    expect(text).toBe(committed);
    const known = { "accept-encoding": encoding, "if-none-match": headers.get("etag") ?? "" };
    expect(await ask(open, "plain", known)).toMatchObject({ status: 304, text: "" });
  });

  test.each([
    ["its tag", (tag: string) => tag, 304],
    ["its tag as a strong one", (tag: string) => tag.slice(2), 304],
    ["one tag of several", (tag: string) => `"other", ${tag}`, 304],
    ["any", () => "*", 304],
    ["another tag", () => '"other"', 200],
  ])("with %s the answer holds the text only if it is another one", async (_, known, status) => {
    const tag = (await ask(open, "plain")).headers.get("etag") ?? "";
    const answer = await ask(open, "plain", { "if-none-match": known(tag) });
    expect(answer.status).toBe(status);
    expect(answer.text).toBe(status === 304 ? "" : committed);
    expect(answer.headers.get("etag")).toBe(tag);
  });

  test("takes the scope of introspection where that is closed, and is whole then whatever the other scopes", async () => {
    expect(await ask(closed, "plain")).toMatchObject({
      status: 403,
      json: {
        errors: [
          {
            message: "/schema.graphql needs the scope schema:introspect.",
            extensions: { code: "FORBIDDEN", retryable: false, requestId: expect.any(String) },
          },
        ],
      },
    });
    expect(await ask(closed, "curious")).toMatchObject({ status: 200, text: committed });
    expect(closed.calls()).toEqual([]);
  });

  test("a tag opens nothing to a client without the scope", async () => {
    const tag = (await ask(closed, "curious")).headers.get("etag") ?? "";
    expect(await ask(closed, "plain", { "if-none-match": tag })).toMatchObject({ status: 403 });
  });

  test("is for clients that say who they are, even where introspection is open", async () => {
    expect(await ask(open, "")).toMatchObject({ status: 401 });
  });

  test("counts among the operations of a client", async () => {
    await using server = await startServer({ authenticate: byHeader, clientOperationsPerSecond: 1 });
    const statuses = await Promise.all([1, 2, 3].map(async () => (await ask(server, "plain")).status));
    expect(statuses).toContain(429);
  });

  test("takes nothing but GET and HEAD", async () => {
    const answer = await open.request("/schema.graphql", { method: "OPTIONS" });
    expect([answer.status, answer.headers.get("allow")]).toEqual([204, "GET, HEAD"]);
    const posted = await open.request("/schema.graphql", { method: "POST" });
    expect(posted.status).toBe(404);
  });
});
