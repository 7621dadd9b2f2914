import { expect, test } from "vitest";
import { createClient } from "../../src/auth/client.ts";
import { type Scope, scopesOf } from "../../src/auth/scopes.ts";
import { createDocuments } from "../../src/documents/asked-document.ts";
import { createKnownDocuments } from "../../src/documents/known-documents.ts";
import type { Tracing } from "../../src/observation/tracing.ts";
import { reference } from "../../src/rest/cache-policy.ts";
import type { Authenticate } from "../../src/server/authentication.ts";
import { testClock } from "../support/clock.ts";
import { openConnection, postOf } from "../support/raw-connection.ts";
import { startServer, type TestServerOptions } from "../support/server.ts";

const query = "{ labels(type: TIER) { name } }";
const labels = { query };
/** As `fetch` sends it. */
const bytes = postOf(labels, { accept: "*/*" });
const labelsCall = "assembly GET /accounts/labels/Tier";

/** A server that has answered the query, and how many requests came by the routes since. */
async function startWarm(options: TestServerOptions = {}, headers: Readonly<Record<string, string>> = {}) {
  const server = await startServer(options);
  const first = await server.post(labels, headers);
  expect([first.status, first.json.errors]).toEqual([200, undefined]);
  expect(server.calls()).toEqual([labelsCall]);
  const before = server.routed;
  return { server, first, routed: () => server.routed - before };
}

test("a kept answer is given ahead of the routes as often as it is asked for", async () => {
  const { first, routed, server: made } = await startWarm();
  await using server = made;
  for (let time = 0; time < 3; time += 1) expect((await server.post(labels)).text).toBe(first.text);
  expect([routed(), server.calls()]).toEqual([0, []]);
});

test("a write ends it, and the next answer has what was written", async () => {
  const { routed, server: made } = await startWarm();
  await using server = made;
  const create =
    'mutation { createLabel(input: { type: TIER, name: "Quite New", color: "#123456" }) { labelId } }';
  expect((await server.post({ query: create })).json.errors).toBeUndefined();
  server.calls();
  const names = (await server.post(labels)).json.data.labels.map(({ name }: { name: string }) => name);
  expect(names).toContain("Quite New");
  // The mutation alone.
  expect(routed()).toBe(1);
});

test("so does its age", async () => {
  const clock = testClock();
  const { routed, server: made } = await startWarm({ clock });
  await using server = made;
  await clock.advance(reference.freshMs - 1);
  await server.post(labels);
  expect([routed(), server.calls()]).toEqual([0, []]);
  await clock.advance(24 * 3_600_000);
  await server.post(labels);
  expect([routed(), server.calls()]).toEqual([0, [labelsCall]]);
});

/** Clients by what the header says: one that may read all, one that may read nothing, one of a few operations a second. */
const authenticate: Authenticate = ({ headers: { authorization = "" } }) => {
  const all: readonly Scope[] = scopesOf(["assembly", "assembled", "web1on1"]);
  const own = authorization === "few" ? { operationsPerSecond: 100 } : {};
  return createClient(authorization, authorization === "none" ? [] : all, own);
};

test("a client with other rights gets an answer of its own, and one with equal rights this one", async () => {
  const { first, routed, server: made } = await startWarm({ authenticate }, { authorization: "all" });
  await using server = made;
  const none = { authorization: "none" };
  for (let time = 0; time < 2; time += 1) {
    const { json } = await server.post(labels, none);
    expect(json).toMatchObject({ data: { labels: null }, errors: [{ extensions: { code: "FORBIDDEN" } }] });
  }
  expect(routed()).toBe(2);
  expect((await server.post(labels, { authorization: "equal" })).text).toBe(first.text);
  expect([routed(), server.calls()]).toEqual([2, []]);
});

test.each([
  ["of its own", {}, "few", 1],
  ["of all", { clientOperationsPerSecond: 100 }, "all", 1],
  ["none", {}, "all", 0],
])(
  "operations of a client with a rate are counted by the routes: %s",
  async (_, options, authorization, taken) => {
    const headers = { authorization };
    const { first, routed, server: made } = await startWarm({ authenticate, ...options }, headers);
    await using server = made;
    expect((await server.post(labels, headers)).text).toBe(first.text);
    expect([routed(), server.calls()]).toEqual([taken, []]);
  },
);

test("a request in two packets goes by the routes, and is answered alike", async () => {
  const { first, routed, server: made } = await startWarm();
  await using server = made;
  using connection = await openConnection(server.url);
  const requested = new Promise((resolve) => server.server.app.server.once("request", resolve));
  connection.send(bytes.slice(0, -10));
  await requested;
  connection.send(bytes.slice(-10));
  expect((await connection.answer()).body).toBe(first.text);
  expect([routed(), server.calls()]).toEqual([1, []]);
});

test("a full server refuses it like any other", async () => {
  const clock = testClock();
  const { server: made } = await startWarm({ clock, maxInFlight: 1 });
  await using server = made;
  server.sandbox.web1on1.inject({ row: "users.me", times: 1, delayMs: 1_000 });
  const running = server.post({ query: "{ viewer { status } }" });
  await expect.poll(() => server.server.operationsInFlight).toBe(1);
  const refused = await server.post(labels);
  expect([refused.status, refused.json.errors[0].extensions.code]).toEqual([503, "OVERLOADED"]);
  await clock.advance(1_000);
  expect((await running).json.data.viewer.status).toBe("ACTIVE");
});

test("a server that drains tells the client to come back by another connection", async () => {
  const clock = testClock();
  const { first, routed, server: made } = await startWarm({ clock });
  await using server = made;
  using connection = await openConnection(server.url);
  expect((await connection.ask(bytes)).headers).not.toContain("connection: close");
  void server.server.drain();
  const { body, headers } = await connection.ask(bytes);
  expect([body, routed()]).toEqual([first.text, 1]);
  expect(headers.map((line) => line.toLowerCase())).toContain("connection: close");
});

test("where documents have to be known, one that is not is refused as often as it is asked for", async () => {
  const known = createKnownDocuments(new Map([["of-labels", query]]));
  const { first, routed, server: made } = await startWarm({ documents: createDocuments(known, "only") });
  await using server = made;
  expect((await server.post(labels)).text).toBe(first.text);
  expect(routed()).toBe(0);
  for (let time = 1; time <= 2; time += 1) {
    const { json } = await server.post({ query: "{ labels(type: TIER) { color } }" });
    expect(json.errors).toHaveLength(1);
    expect(routed()).toBe(time);
  }
  expect(server.calls()).toEqual([]);
});

test("each operation is traced, where operations are", async () => {
  const ended: string[] = [];
  const tracing: Tracing = {
    begin: () => ({ traceparent: "", end: ({ answeredBy }) => void ended.push(answeredBy) }),
    close: async () => undefined,
  };
  const { first, server: made } = await startWarm({ tracing });
  await using server = made;
  expect((await server.post(labels)).text).toBe(first.text);
  expect(ended).toEqual(["run", "cache"]);
});
