import { expect, test } from "vitest";
import { createClient } from "../../src/auth/client.ts";
import { scopesOf } from "../../src/auth/scopes.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { restMs } from "../../src/server/in-flight.ts";
import { settled } from "../support/clock.ts";
import { startGated } from "../support/gate.ts";

const viewer = { query: "{ viewer { status } }" };
const labels = { query: "{ labels(type: TIER) { name } }" };

const everyScope = scopesOf(["assembly", "assembled", "web1on1"]);

test("above the most operations at once one is refused before it is read, and health says so meanwhile", async () => {
  await using gated = await startGated({ maxInFlight: 2 });
  const { clock, gate, server } = gated;
  const noCache = { "cache-control": "no-cache" };
  const under = [server.post(viewer, noCache), server.post(viewer, noCache)];
  const held = await gate.next();
  await server.taken(2);
  for (const body of [labels, "no JSON"]) {
    const refused = await server.post(body);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "1"]);
    expect(refused.json.errors[0].extensions).toMatchObject({
      code: "OVERLOADED",
      retryable: true,
      retryAfterMs: 1_000,
    });
    await clock.advance(restMs);
  }
  expect((await server.request("/health/live")).status).toBe(200);
  const ready = await server.request("/health/ready");
  expect([ready.status, ready.json.status]).toEqual([503, "overloaded"]);
  const page = await server.request("/graphql", { headers: { accept: "text/html" } });
  expect(page.status).toBe(200);

  await held.letThrough();
  void gate.next().then((second) => second.letThrough());
  await clock.advance(0);
  for (const answer of await Promise.all(under)) expect(answer.json.data.viewer.status).toBe("ACTIVE");
  await settled();
  expect((await server.post(labels)).status).toBe(200);
  expect((await server.request("/health/ready")).json.status).toBe("ready");
  expect(server.calls()).toContain("assembly GET /accounts/labels/Tier");
});

test("one client takes half of them at most, and another is answered meanwhile", async () => {
  await using gated = await startGated({
    maxInFlight: 4,
    authenticate: ({ headers }) => createClient(headers.authorization ?? "", everyScope),
  });
  const { clock, gate, server } = gated;
  const greedy = { authorization: "greedy", "cache-control": "no-cache" };
  const under = [server.post(viewer, greedy), server.post(viewer, greedy)];
  const held = [await gate.next(), await gate.next()];
  const refused = await server.post(labels, greedy);
  expect([
    refused.status,
    refused.headers.get("retry-after"),
    refused.json.errors[0].extensions.code,
  ]).toEqual([429, "1", "RATE_LIMITED"]);
  expect((await server.request("/health/ready")).status).toBe(200);
  expect((await server.post(labels, { authorization: "modest" })).status).toBe(200);
  for (const request of held) await request.letThrough();
  await clock.advance(0);
  for (const answer of await Promise.all(under)) expect(answer.json.data.viewer.status).toBe("ACTIVE");
  expect(server.calls()).toEqual([
    "assembly GET /accounts/labels/Tier",
    "web1on1 GET /users/me",
    "web1on1 GET /users/me",
  ]);
});

test("equal queries in flight are one operation, of as many as may be", async () => {
  await using gated = await startGated({ maxInFlight: 2 });
  const { gate, server } = gated;
  const all = Array.from({ length: 20 }, () => server.post(viewer));
  const held = await gate.next();
  await server.taken(20);
  await held.letThrough();
  expect((await Promise.all(all)).map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect(server.calls()).toEqual(["web1on1 GET /users/me"]);
});

test("a write goes on when its client leaves, and counts until it has ended", async () => {
  await using gated = await startGated({ maxInFlight: 1 });
  const { clock, gate, server } = gated;
  const leaving = new AbortController();
  const { userId } = showcase.person;
  const query = `mutation { updateUser(id: "${userId}", input: { givenName: "Renamed" }) { userId } }`;
  const headers = { "content-type": "application/json" };
  const sent = server
    .request("/graphql", { method: "POST", headers, body: JSON.stringify({ query }), signal: leaving.signal })
    .catch((error: Error) => error.name);
  const held = await gate.next();
  leaving.abort();
  expect(await sent).toBe("AbortError");
  expect((await server.post(labels)).status).toBe(503);
  await held.letThrough();
  await clock.advance(restMs);
  await expect
    .poll(async () => {
      const { status } = await server.post(labels);
      await clock.advance(restMs);
      return status;
    })
    .toBe(200);
  expect(server.calls()).toEqual(["assembly GET /accounts/labels/Tier", `web1on1 PATCH /users/${userId}`]);
});
