import { describe, expect, test } from "vitest";
import { createDocuments, type DocumentsMode } from "../../src/documents/asked-document.ts";
import { createKnownDocuments } from "../../src/documents/known-documents.ts";
import { type HttpAnswer, startServer, type TestServer } from "../support/server.ts";
import { sha256 } from "../support/sha256.ts";
import { formBody, formType } from "../uploads/form-body.ts";
import { asked } from "./upload-client.ts";

const hash = (text: string) => sha256(Buffer.from(text));
const labels = "query Labels { labels { name } }";
const pages = "query Pages($first: Int!) { people(first: $first) { nodes { email } } }";
const rename =
  'mutation Rename { createLabel(input: { type: TIER, name: "Gold", color: "#123456" }) { labelId } }';
const trusted = [labels, pages, rename];
const other = "query Others { teams { name } }";
const get = { headers: { "apollo-require-preflight": "true" } };

/** Starts a gateway that trusts some documents. */
const start = (mode: DocumentsMode) => {
  const known = createKnownDocuments(new Map(trusted.map((text) => [hash(text), text])), [other]);
  return startServer({ documents: createDocuments(known, mode) });
};
const apq = (text: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: hash(text) } } });
const search = (parameters: Readonly<Record<string, unknown>>) =>
  `/graphql?${new URLSearchParams(
    Object.entries(parameters).map(([name, value]): [string, string] => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  )}`;
/** Sends an operation as the form of a request with files, of which it brings none. */
const form = (server: TestServer, operations: object) =>
  server.request("/graphql", {
    method: "POST",
    headers: { "content-type": formType, ...asked },
    body: formBody([
      { name: "operations", content: JSON.stringify(operations) },
      { name: "map", content: "{}" },
    ]),
  });

/** Ways to send the parameters of an operation. */
const ways: readonly [string, (server: TestServer, parameters: object) => Promise<HttpAnswer>][] = [
  ["by POST", (server, parameters) => server.post(parameters)],
  ["by GET", (server, parameters) => server.request(search(parameters as Record<string, unknown>), get)],
  [
    "with a header that asks for new data",
    (server, parameters) => server.post(parameters, { "cache-control": "no-cache" }),
  ],
  ["with an idempotency key", (server, parameters) => server.post(parameters, { "idempotency-key": "k" })],
  ["as a form", form],
];

describe.each(ways)("a request %s", (_, send) => {
  test.each([
    ["documentId", { documentId: hash(labels) }],
    ["documentId with the prefix of the draft", { documentId: `sha256:${hash(labels)}` }],
    ["Apollo's extension", apq(labels)],
    ["its text", { query: labels }],
    ["its text and hash", { query: labels, ...apq(labels) }],
  ])("is answered under only when it names a trusted document by %s", async (_name, parameters) => {
    await using server = await start("only");
    const { json } = await send(server, parameters);
    expect(json.data.labels.length).toBeGreaterThan(0);
    expect(server.calls()).toEqual(["assembly GET /accounts/labels"]);
  });

  test.each<[string, object]>([
    ["another text", { query: other }],
    ["a trusted text but for a blank", { query: `${labels} ` }],
    ["a text that registers itself", { query: other, ...apq(other) }],
    ["the hash of another text", apq(other)],
    ["another documentId", { documentId: hash(other) }],
    ["introspection", { query: "{ __schema { types { name } } }" }],
  ])("is refused under only with %s, and makes no call", async (_name, parameters) => {
    await using server = await start("only");
    for (const sent of [parameters, parameters]) {
      const { status, json } = await send(server, sent);
      expect([status, json.errors[0].extensions]).toMatchObject([
        403,
        { code: "FORBIDDEN", retryable: false },
      ]);
    }
    expect(server.calls()).toEqual([]);
  });
});

test("what Apollo Server refuses is refused under only as ever, and nothing of it is run", async () => {
  await using server = await start("only");
  const twice = `${search({ query: other })}&query=${encodeURIComponent(labels)}`;
  const answers = [
    await server.post([{ query: other }]),
    await server.post({}),
    await server.post("null"),
    await server.request(twice, get),
    await server.request(`${search({ documentId: hash(labels) })}&documentId=x`, get),
    await server.request(search({ documentId: hash(rename) }), get),
  ];
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 405]);
  expect(server.calls()).toEqual([]);
});

test("page sizes are checked of trusted documents, too", async () => {
  await using server = await start("only");
  const { json } = await server.post({ documentId: hash(pages), variables: { first: 501 } });
  expect(json.errors[0].extensions.code).toBe("BAD_USER_INPUT");
  expect(server.calls()).toEqual([]);
});

test("a trusted document that is named by its hash is answered from the cache", async () => {
  await using server = await start("only");
  for (const parameters of [{ documentId: hash(labels) }, apq(labels)]) {
    for (let time = 0; time < 3; time += 1) await server.post(parameters);
  }
  const lines = server.logLines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === "operation");
  expect(lines.map(({ answeredBy, trusted: isTrusted }) => [answeredBy, isTrusted])).toEqual([
    ["run", true],
    ["cache", true],
    ["cache", true],
    // It takes no call, so that its answer is kept when it is made for the second time.
    ["run", true],
    ["run", true],
    ["cache", true],
  ]);
  expect(server.calls()).toEqual(["assembly GET /accounts/labels"]);
});

test("under prefer both are answered, and the log tells which is trusted", async () => {
  await using server = await start("prefer");
  for (const query of [labels, other, `${labels} `])
    expect((await server.post({ query })).json.errors).toBe(undefined);
  const lines = server.logLines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === "operation");
  expect(lines.map(({ name, trusted: isTrusted }) => [name, isTrusted])).toEqual([
    ["Labels", true],
    ["Others", false],
    ["Labels", false],
  ]);
});

test.each(["any", "prefer"] as const)(
  "under %s clients register documents, and name them either way",
  async (mode) => {
    await using server = await start(mode);
    const text = "query Mine { sites { name } }";
    const codes = [];
    for (const parameters of [
      apq(text),
      { documentId: hash(text) },
      { query: text, ...apq(text) },
      apq(text),
      { documentId: hash(text) },
      { documentId: `sha256:${hash(text)}` },
    ]) {
      const { json } = await server.post(parameters);
      codes.push(json.errors?.[0].extensions.code ?? json.data.sites.length > 0);
    }
    const notFound = "PERSISTED_QUERY_NOT_FOUND";
    expect(codes).toEqual([notFound, notFound, true, true, true, true]);
  },
);
