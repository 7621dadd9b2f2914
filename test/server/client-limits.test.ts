import { describe, expect, test } from "vitest";
import { createClient } from "../../src/auth/client.ts";
import { scopesOf } from "../../src/auth/scopes.ts";
import type { Authenticate } from "../../src/server/authentication.ts";
import { uploadLimits } from "../../src/uploads/upload-limits.ts";
import { settled, testClock } from "../support/clock.ts";
import { startServer } from "../support/server.ts";
import { asked, openRequest, replyUpToFile, replyWith } from "./upload-client.ts";

const scopes = scopesOf(["assembly", "assembled", "web1on1"]);

/** Believes what the header says; `few` has limits of its own. */
const authenticate: Authenticate = ({ headers }) => {
  const { authorization = "" } = headers;
  const own = { operationsPerSecond: 2, filesAtOnce: 1, callsPerSecond: { assembly: 0.05 } };
  return createClient(authorization, scopes, authorization === "few" ? own : {});
};
const as = (authorization: string) => ({ authorization });

const labels = { query: "{ labels(type: TIER) { name } }" };
const labelsCall = "assembly GET /accounts/labels/Tier";

describe("operations a second", () => {
  test("beyond those of its own a client is told when to come again, and nothing is read of the operation", async () => {
    await using server = await startServer({ authenticate, clientOperationsPerSecond: 1_000 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => server.post("no JSON", as("few"))));
    const refused = answers.filter(({ status }) => status === 429);
    // The eight may fall into two seconds.
    expect(refused.length).toBeGreaterThanOrEqual(4);
    for (const { headers, json } of refused) {
      const [{ extensions, message }] = json.errors;
      expect(extensions).toMatchObject({ code: "RATE_LIMITED", retryable: true });
      expect(message).toMatch(/^2 operations a second/);
      expect(extensions.retryAfterMs).toBeGreaterThan(0);
      expect(headers.get("retry-after")).toBe(String(Math.ceil(extensions.retryAfterMs / 1_000)));
    }
    expect((await server.post(labels, as("other"))).json).toMatchObject({
      data: { labels: expect.anything() },
    });
    expect(server.calls()).toEqual([labelsCall]);
  });

  test("are limited for each client by itself, answers from the cache included; visits and health are not counted", async () => {
    await using server = await startServer({ authenticate, clientOperationsPerSecond: 3 });
    const statuses = async (name: string, times: number) => {
      const answers = await Promise.all(Array.from({ length: times }, () => server.post(labels, as(name))));
      return answers.map(({ status }) => status);
    };
    const html = { headers: { accept: "text/html", ...as("one") } };
    for (let visit = 0; visit < 9; visit += 1) {
      expect((await server.request("/graphql", html)).status).toBe(200);
      expect((await server.request("/health/live", { headers: as("one") })).status).toBe(200);
    }
    expect(await statuses("one", 12)).toContain(429);
    expect(await statuses("two", 3)).toEqual([200, 200, 200]);
    expect(new Set(server.calls())).toEqual(new Set([labelsCall]));
  });

  test("are not limited where clients do not say who they are", async () => {
    await using server = await startServer({ clientOperationsPerSecond: 1 });
    for (let sent = 0; sent < 5; sent += 1) expect((await server.post(labels)).status).toBe(200);
    expect(server.calls()).toEqual([labelsCall]);
  });
});

test("a client has its own number of requests with files, and others send theirs meanwhile", async () => {
  await using server = await startServer({ authenticate });
  const headers = (name: string) => ({
    "content-type": "multipart/form-data; boundary=edge",
    ...asked,
    ...as(name),
  });
  const open = await openRequest(server, headers("few"));
  await open.send(replyUpToFile());
  const others = await Promise.all(
    Array.from({ length: uploadLimits.requestsOfClientAtOnce }, async () => {
      const request = await openRequest(server, headers("other"));
      await request.send(replyUpToFile());
      return request;
    }),
  );
  await server.taken(1 + others.length);
  const form = replyWith({ name: "0", filename: "a.txt", content: "a" });
  const send = (name: string) =>
    server.request("/graphql", { method: "POST", headers: headers(name), body: form });
  for (const name of ["few", "other"]) {
    const refused = await send(name);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "5"]);
    expect(refused.json.errors[0].extensions).toMatchObject({ code: "RATE_LIMITED", retryAfterMs: 5_000 });
  }
  expect((await send("third")).status).toBe(200);
  for (const request of [open, ...others]) {
    await request.send("\r\n--edge--\r\n");
    request.end();
  }
  for (const request of [open, ...others]) expect((await request.answer).json.errors).toBeUndefined();
  expect(server.calls()).toEqual(Array(2 + others.length).fill("assembly POST /interactions/reply"));
});

describe("calls a second", () => {
  const card = (domain: string) => ({ query: `{ account(by: { domain: "${domain}" }) { name } }` });

  test("an operation all of whose calls are beyond the client's share is a 429; another client has its own", async () => {
    await using server = await startServer({ authenticate });
    expect((await server.post(card("a.example"), as("few"))).status).toBe(200);
    const refused = await server.post(card("b.example"), { ...as("few"), accept: "application/json" });
    const [{ extensions }] = refused.json.errors;
    expect([refused.status, refused.json.data]).toEqual([429, { account: null }]);
    expect(extensions).toMatchObject({ code: "RATE_LIMITED", system: "assembly", attempts: 0 });
    expect(refused.headers.get("retry-after")).toBe(String(Math.ceil(extensions.retryAfterMs / 1_000)));
    expect((await server.post(card("c.example"), as("other"))).status).toBe(200);
    expect(server.calls()).toEqual(["assembly GET /accounts/a.example", "assembly GET /accounts/c.example"]);
  });

  test("an operation of which a part is refused is answered with the rest", async () => {
    await using server = await startServer({ authenticate });
    expect((await server.post(card("a.example"), as("few"))).status).toBe(200);
    const query = `{ account(by: { domain: "b.example" }) { name } viewer { status } }`;
    const { json, status } = await server.post({ query }, as("few"));
    expect([status, json.data]).toEqual([200, { account: null, viewer: { status: "ACTIVE" } }]);
    expect(json.errors).toMatchObject([{ path: ["account"], extensions: { code: "RATE_LIMITED" } }]);
    expect(server.calls()).toEqual(["assembly GET /accounts/a.example", "web1on1 GET /users/me"]);
  });
});

test("equal queries of two clients are two executions over one call, which the one does not wait for longer than the other", async () => {
  const clock = testClock();
  await using server = await startServer({ clock, authenticate });
  server.sandbox.assembly.inject({ row: "*", times: 1, delayMs: 1_000 });
  const answers = Promise.all(["one", "one", "two"].map((name) => server.post(labels, as(name))));
  await server.taken(3);
  await settled();
  await clock.advance(1_000);
  expect(new Set((await answers).map(({ text }) => text)).size).toBe(1);
  expect(server.calls()).toEqual([labelsCall]);
});
