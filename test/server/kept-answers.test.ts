import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createSchema } from "../../src/graphql/schema.ts";
import { directory } from "../../src/rest/cache-policy.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { settled, testClock } from "../support/clock.ts";
import { countRuns } from "../support/count-runs.ts";
import { writeElsewhere } from "../support/elsewhere.ts";
import { startServer, type TestServer } from "../support/server.ts";

const query = { query: "{ viewer { displayName organization { name } } }" };
const readViewer = "web1on1 GET /users/me";
const readOrganization = `web1on1 GET /organizations/${showcase.masterOrganizationId}`;
const both = [readViewer, readOrganization];

/** A server that has answered the query once. */
async function startWarm() {
  const clock = testClock();
  const server = await startServer({ clock, parts: { schema: createSchema() } });
  const runs = countRuns(server);
  const first = await server.post(query);
  expect(first.json.errors).toBeUndefined();
  expect(server.calls()).toEqual(both);
  return { server, clock, runs, first };
}

/** Lets calls of the background be made and answered. */
const called = async (server: TestServer, count: number) => {
  while (server.sandbox.web1on1.journal.length < count) await settled();
  await settled();
  return server.calls();
};

describe("an answer that was made of kept answers is given again", () => {
  test("without being made again, byte by byte and under the new request id, while all of it is fresh", async () => {
    const { clock, first, runs, server: made } = await startWarm();
    await using server = made;
    await clock.advance(directory.freshMs - 1);
    const again = await server.post(query, { "x-request-id": "client-2" });
    expect([again.status, again.text]).toEqual([first.status, first.text]);
    expect(again.headers.get("content-type")).toBe(first.headers.get("content-type"));
    expect(again.headers.get("x-request-id")).toBe("client-2");
    expect(runs()).toBe(1);
    expect(server.calls()).toEqual([]);
  });

  test("and after it was made of older ones, once these were asked for again and had not changed", async () => {
    const { clock, first, runs, server: made } = await startWarm();
    await using server = made;
    await clock.advance(directory.freshMs);
    expect((await server.post(query)).text).toBe(first.text);
    expect(runs()).toBe(2);
    expect((await called(server, 2)).sort()).toEqual([...both].sort());
    expect((await server.post(query)).text).toBe(first.text);
    expect(runs()).toBe(2);
    expect(server.calls()).toEqual([]);
  });

  test("but not when they are too old for any use", async () => {
    const { clock, first, runs, server: made } = await startWarm();
    await using server = made;
    await clock.advance(directory.staleIfErrorMs);
    expect((await server.post(query)).text).toBe(first.text);
    expect(runs()).toBe(2);
    expect(server.calls()).toEqual(both);
  });

  test("but not after a write of what it shows, which needs no read where the write tells", async () => {
    const { runs, server: made } = await startWarm();
    await using server = made;
    const id = showcase.gatewayUserId;
    const write = `mutation { updateUser(id: "${id}", input: { displayName: "Renamed" }) { userId } }`;
    expect((await server.post({ query: write })).json.errors).toBeUndefined();
    expect(server.calls()).toEqual([`web1on1 PATCH /users/${id}`]);
    expect((await server.post(query)).json.data.viewer.displayName).toBe("Renamed");
    expect(runs()).toBe(2);
    expect(server.calls()).toEqual([]);
  });

  test("and after a write of anything else", async () => {
    const { first, runs, server: made } = await startWarm();
    await using server = made;
    const { accountId } = showcase.account;
    const write = `mutation { updateAccount(by: { id: "${accountId}" }, input: { notes: "x" }) { accountId } }`;
    expect((await server.post({ query: write })).json.errors).toBeUndefined();
    expect((await server.post(query)).text).toBe(first.text);
    expect(runs()).toBe(1);
    expect(server.calls()).toEqual([`assembly PUT /accounts/${accountId}`]);
  });

  test.each<[string, object, Readonly<Record<string, string>>, readonly string[]]>([
    ["other variables", { ...query, variables: { any: 1 } }, {}, []],
    ["another type", query, { accept: "application/graphql-response+json" }, []],
    ["an age that is accepted", query, { "cache-control": "max-age=60" }, []],
    ["new data", query, { "cache-control": "no-cache" }, both],
    ["the calls as well", query, { "x-explain": "1" }, []],
  ])("but not to who asks for %s", async (_, body, headers, calls) => {
    const { first, runs, server: made } = await startWarm();
    await using server = made;
    expect((await server.post(body, headers)).json.data).toEqual(first.json.data);
    expect(runs()).toBe(2);
    expect(server.calls()).toEqual(calls);
  });
});

describe("an answer that was made of lists alone, and is too old", () => {
  const lists = { query: "{ viewer { displayName } users(first: 2) { nodes { displayName } } }" };
  const readUsers = "web1on1 GET /users";

  test.each([
    ["is given again when they are read again and have not changed", false],
    ["is made again when one has, from what was read", true],
  ])("%s", async (_, changes) => {
    const clock = testClock();
    await using server = await startServer({ clock, parts: { schema: createSchema() } });
    const runs = countRuns(server);
    const first = await server.post(lists);
    expect(first.json.errors).toBeUndefined();
    const reads = server.calls().sort();
    expect(reads).toEqual([readUsers, readViewer]);
    await clock.advance(directory.staleIfErrorMs);
    if (changes) {
      const path = `/v2/users/${showcase.gatewayUserId}`;
      await writeElsewhere(server.sandbox, `PATCH ${path}`, { displayName: "Renamed" });
      server.calls();
    }
    const again = await server.post(lists);
    const before = first.json.data.viewer.displayName;
    expect(again.json.data.viewer.displayName).toBe(changes ? "Renamed" : before);
    if (!changes) expect(again.text).toBe(first.text);
    expect(runs()).toBe(changes ? 2 : 1);
    expect(server.calls().sort()).toEqual(reads);
  });

  test.each([
    ["fresh", 0],
    ["too old", directory.staleIfErrorMs],
  ])("is made again for a request that registers its document, when it is %s", async (_, ageMs) => {
    const clock = testClock();
    await using server = await startServer({ clock, parts: { schema: createSchema() } });
    const runs = countRuns(server);
    const hash = createHash("sha256").update(lists.query).digest("hex");
    const byHash = { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } };
    const registering = { ...lists, ...byHash };
    const first = await server.post(registering);
    const reads = server.calls().sort();
    await clock.advance(ageMs);
    await server.gateway.apollo.cache.delete(`apq:${hash}`);
    expect((await server.post(byHash)).json.errors).toMatchObject([
      { extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } },
    ]);
    expect((await server.post(registering)).text).toBe(first.text);
    expect(runs()).toBe(2);
    expect(server.calls().sort()).toEqual(ageMs === 0 ? [] : reads);
    expect((await server.post(byHash)).json).toEqual(first.json);
  });

  test("is an error for what can no longer be read", async () => {
    const clock = testClock();
    await using server = await startServer({ clock, parts: { random: () => 0 } });
    const first = await server.post(lists);
    server.calls();
    await clock.advance(directory.staleIfErrorMs);
    server.sandbox.web1on1.inject({ row: "users.me", reply: { status: 503 } });
    const { json } = await server.post(lists);
    expect(json.data).toEqual({ ...first.json.data, viewer: null });
    expect(json.errors).toMatchObject([{ path: ["viewer"], extensions: { code: "UPSTREAM_UNAVAILABLE" } }]);
    expect(server.calls().sort()).toEqual([readUsers, readViewer, readViewer, readViewer]);
  });
});

test("an answer with an error is made again each time", async () => {
  const clock = testClock();
  await using server = await startServer({ clock, parts: { schema: createSchema() } });
  const runs = countRuns(server);
  const failing = { query: '{ viewer { status } account(by: { domain: "a b" }) { name } }' };
  const ids = ["client-1", "client-2"];
  for (const id of ids) {
    const { json } = await server.post(failing, { "x-request-id": id });
    expect(json).toMatchObject({
      data: { viewer: { status: "ACTIVE" }, account: null },
      errors: [{ extensions: { code: "BAD_USER_INPUT", requestId: id } }],
    });
  }
  expect(runs()).toBe(2);
  expect(server.calls()).toEqual([readViewer]);
});

test("an answer that says that there is no such object is made again each time, and looked up again after two seconds", async () => {
  const clock = testClock();
  await using server = await startServer({ clock, parts: { schema: createSchema() } });
  const runs = countRuns(server);
  const missing = { query: '{ viewer { status } contact(by: { email: "nobody@acme.example" }) { name } }' };
  const readContact = "assembly GET /contacts/nobody%40acme.example";
  for (const calls of [[readContact, readViewer], [], [readContact]]) {
    if (calls.length === 1) await clock.advance(2_000);
    expect((await server.post(missing)).json).toEqual({
      data: { viewer: { status: "ACTIVE" }, contact: null },
    });
    expect(server.calls().sort()).toEqual(calls);
  }
  expect(runs()).toBe(3);
});
