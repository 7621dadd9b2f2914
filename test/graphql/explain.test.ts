import { expect, test } from "vitest";
import { directory } from "../../src/rest/cache-policy.ts";
import { Cancellation } from "../../src/rest/cancellation.ts";
import { personCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { settled } from "../support/clock.ts";
import { explained } from "../support/explained.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";

const viewer = "{ viewer { status } }";
const viewerCall = "web1on1 GET /users/me";

/** A gateway of which nothing is started any more: the first operation waits for files, and the clock must not. */
async function started(): Promise<TestGateway> {
  const made = gateway();
  await made.query("{ __typename }");
  return made;
}

const nothing = { requests: 0, network: 0, coalesced: 0, fresh: 0, stale: 0, sideLoaded: 0 };
const spent = { attempts: 0, budgetWaitMs: 0, durationMs: 0, ageMs: 0 };
const me = { system: "web1on1", endpoint: "GET /users/me" };

test("a call that was made tells what it took, and the sums of all", async () => {
  const made = await started();
  made.sandbox.web1on1.inject({ row: "users.me", times: 1, delayMs: 250 });
  const told = explained(made, "{ viewer { status } labels { name } teams { name } sites { name } }");
  await made.clock.advance(250);
  const { calls, ...sums } = (await told).upstream;
  const sent = { ...spent, answeredBy: "network", attempts: 1, startMs: 0 };
  expect(calls).toHaveLength(4);
  expect(calls).toEqual(
    expect.arrayContaining([
      { ...sent, ...me, path: ["viewer"], durationMs: 250 },
      { ...sent, path: ["labels"], system: "assembly", endpoint: "GET /accounts/labels" },
      { ...sent, path: ["teams"], system: "assembled", endpoint: "GET /v0/teams" },
      { ...sent, path: ["sites"], system: "assembled", endpoint: "GET /v0/sites" },
    ]),
  );
  expect(sums).toEqual({
    totals: {
      assembly: { ...nothing, requests: 1, network: 1 },
      assembled: { ...nothing, requests: 2, network: 2 },
      web1on1: { ...nothing, requests: 1, network: 1 },
    },
    budgetLeft: Object.fromEntries(
      Object.values(made.gateway.upstreams).map(({ name, callsLeft }) => [name, callsLeft]),
    ),
    oldestDataMs: 0,
  });
  expect(made.calls()).toHaveLength(4);
});

test("an answer that was kept tells its age, fresh or not, and that nothing was asked for it", async () => {
  const made = gateway();
  await made.query(viewer);
  expect(made.calls()).toEqual([viewerCall]);
  await made.clock.advance(10_000);
  expect((await explained(made, viewer)).upstream).toMatchObject({
    calls: [{ ...me, ...spent, answeredBy: "fresh", ageMs: 10_000 }],
    totals: { web1on1: { ...nothing, fresh: 1 } },
    oldestDataMs: 10_000,
  });
  expect(made.calls()).toEqual([]);
  await made.clock.advance(directory.freshMs);
  expect((await explained(made, viewer)).upstream).toMatchObject({
    calls: [{ ...me, ...spent, answeredBy: "stale", ageMs: 10_000 + directory.freshMs }],
    totals: { web1on1: { ...nothing, stale: 1 } },
    oldestDataMs: 10_000 + directory.freshMs,
  });
  await settled();
  // What replaces it was asked for by nobody's operation.
  expect(made.calls()).toEqual([viewerCall]);
});

test("the oldest answer is told among several", async () => {
  const made = gateway();
  await made.query("{ labels { name } }");
  await made.clock.advance(20_000);
  await made.query(viewer);
  await made.clock.advance(5_000);
  made.calls();
  const { upstream } = await explained(made, "{ labels { name } viewer { status } teams { name } }");
  expect(upstream.oldestDataMs).toBe(25_000);
  expect(made.calls()).toEqual(["assembled GET /v0/teams"]);
});

test("rows that come along with those of another call are told once, and nothing is asked for them", async () => {
  const made = await started();
  const { data, upstream } = await explained(made, "{ people(first: 3) { nodes { site { name } } } }");
  expect(data.people.nodes).toEqual(Array(3).fill({ site: { name: expect.any(String) } }));
  const system = "assembled";
  expect(upstream).toMatchObject({
    calls: [
      { ...spent, system, endpoint: "GET /v0/people", answeredBy: "network", attempts: 1 },
      { ...spent, system, endpoint: "GET /v0/sites", answeredBy: "sideLoaded" },
    ],
    totals: { assembled: { ...nothing, requests: 1, network: 1, sideLoaded: 1 } },
  });
  expect(made.calls()).toEqual(["assembled GET /v0/people"]);

  // The page is fresh, and so is what came along with it.
  const again = (await explained(made, "{ people(first: 2) { nodes { site { name } } } }")).upstream;
  expect(again.totals).toEqual({ assembled: { ...nothing, fresh: 1, sideLoaded: 1 } });
  expect(made.calls()).toEqual([]);
});

test("of two operations that wait for one call, it is the request of the one that began it", async () => {
  const made = await started();
  made.sandbox.web1on1.inject({ row: "users.me", times: 1, delayMs: 100 });
  const beginning = explained(made, viewer);
  await settled();
  const joining = explained(made, "{ viewer { id } }");
  await made.clock.advance(100);
  const [{ upstream: first }, { upstream: second }] = await Promise.all([beginning, joining]);
  const call = { ...spent, ...me, path: ["viewer"], startMs: 0, attempts: 1, durationMs: 100 };
  expect(first.calls).toEqual([{ ...call, answeredBy: "network" }]);
  expect(second.calls).toEqual([{ ...call, answeredBy: "coalesced" }]);
  expect(first.totals).toEqual({ web1on1: { ...nothing, requests: 1, network: 1 } });
  expect(second.totals).toEqual({ web1on1: { ...nothing, coalesced: 1 } });
  expect(made.calls()).toEqual([viewerCall]);
});

test("attempts that failed are counted, and a call that failed in the end tells its code", async () => {
  const made = gateway();
  made.sandbox.web1on1.inject({ row: "users.me", times: 1, reply: { status: 503 } });
  expect((await explained(made, viewer)).upstream).toMatchObject({
    calls: [{ ...me, answeredBy: "network", attempts: 2 }],
    totals: { web1on1: { ...nothing, requests: 2, network: 1 } },
  });
  expect(made.calls()).toEqual([viewerCall, viewerCall]);

  made.sandbox.assembled.inject({ row: "teams.list", reply: { status: 503 } });
  expect((await explained(made, "{ teams { name } }")).upstream).toMatchObject({
    calls: [{ endpoint: "GET /v0/teams", answeredBy: "network", attempts: 3, code: "UPSTREAM_UNAVAILABLE" }],
    totals: { assembled: { ...nothing, requests: 3, network: 1 } },
  });
  expect(made.calls()).toEqual(Array(3).fill("assembled GET /v0/teams"));
});

test("the time that a call waited for the rate limit is told, and what is left of it", async () => {
  const made = await started();
  const people = made.sandbox.data.assembled.people.slice(0, 25);
  const others = people.map(({ id }) => made.query(`{ person(by: { id: "${id}" }) { email } }`));
  await settled();
  const told = explained(made, "{ teams { name } }");
  await made.clock.advance(9_000);
  await Promise.all(others);
  const { budgetLeft, calls } = (await told).upstream;
  const [call] = calls;
  expect(call).toMatchObject({ endpoint: "GET /v0/teams", answeredBy: "network", attempts: 1 });
  expect(call?.budgetWaitMs).toBeGreaterThan(0);
  expect(call?.durationMs).toBe(call?.budgetWaitMs);
  expect(budgetLeft.assembled).toBe(0);
  expect(budgetLeft.assembly).toBeGreaterThan(0);
  expect(made.calls()).toContain("assembled GET /v0/teams");
});

test("a write tells of its calls, too", async () => {
  const made = gateway();
  const { userId } = showcase.person;
  await made.query(`{ user(by: { id: "${userId}" }) { status } }`);
  made.calls();
  const input = "{ settings: { locale: NL } }";
  const { upstream } = await explained(
    made,
    `mutation { updateUser(id: "${userId}", input: ${input}) { user { status } } }`,
  );
  // What is merged with the patch is read afresh, although it is kept.
  expect(upstream.calls.map(({ endpoint, answeredBy }) => [endpoint, answeredBy])).toEqual([
    ["GET /users/{user_id}", "network"],
    ["PATCH /users/{user_id}", "network"],
  ]);
  expect(made.calls()).toEqual([`web1on1 GET /users/${userId}`, `web1on1 PATCH /users/${userId}`]);
});

test("an operation without calls says so, and one that asked for nothing is told nothing", async () => {
  const made = gateway();
  const { calls, totals, oldestDataMs } = (await explained(made, "{ __typename }")).upstream;
  expect({ calls, totals, oldestDataMs }).toEqual({ calls: [], totals: {}, oldestDataMs: 0 });
  const contextValue = made.gateway.contextFor(made.gateway.waiterFor(new Cancellation()));
  const { body } = await made.gateway.apollo.executeOperation({ query: viewer }, { contextValue });
  expect(body).toMatchObject({ kind: "single", singleResult: { data: { viewer: { status: "ACTIVE" } } } });
  expect(body.kind === "single" && body.singleResult.extensions).toBeUndefined();
  expect(made.calls()).toEqual([viewerCall]);
});

test("a person who does not exist is told by the code of the call that said so", async () => {
  const made = gateway();
  const gone = personCases.agentless.personId.replace(/^./, (digit) => (digit === "0" ? "1" : "0"));
  const { data, upstream } = await explained(made, `{ person(by: { id: "${gone}" }) { email } }`);
  expect(data).toEqual({ person: null });
  expect(upstream.calls).toEqual([
    {
      ...spent,
      path: ["person"],
      startMs: 0,
      system: "assembled",
      endpoint: "GET /v0/people/{id}",
      answeredBy: "network",
      attempts: 1,
      code: "NOT_FOUND",
    },
  ]);
  expect(made.calls()).toEqual([`assembled GET /v0/people/${gone}`]);
});
