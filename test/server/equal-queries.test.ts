import { describe, expect, test } from "vitest";
import { loadOperations } from "../../src/client/operations.ts";
import { exampleVariables } from "../../src/client/tabs.ts";
import { createSchema } from "../../src/graphql/schema.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import type { CallFault } from "../../src/sandbox/fault.ts";
import { settled, type TestClock, testClock, testNowMs } from "../support/clock.ts";
import { countRuns } from "../support/count-runs.ts";
import type { SystemName } from "../support/sandbox.ts";
import { startServer, type TestServer } from "../support/server.ts";

const viewer = { query: "{ viewer { status } }" };
const viewerCall = "web1on1 GET /users/me";

/** A server of whose calls the first of a row waits for a second to pass. */
async function startSlow(
  system: SystemName,
  fault: Pick<CallFault, "row" | "reply">,
): Promise<{ server: TestServer; clock: TestClock }> {
  const clock = testClock();
  const server = await startServer({ clock, parts: { schema: createSchema() } });
  server.sandbox[system].inject({ ...fault, times: 1, delayMs: 1_000 });
  return { server, clock };
}

describe("equal queries in flight", () => {
  test("fifty at once are one execution, which all get byte by byte, each under its own request id", async () => {
    const { clock, server: made } = await startSlow("assembly", { row: "accounts.getByDomain" });
    await using server = made;
    const runs = countRuns(server);
    const desk = loadOperations().find(({ name }) => name === "account-desk")?.document ?? "";
    const query = desk.replace("account(", "viewer { status } account(");
    const body = { query, variables: exampleVariables(testNowMs)["account-desk"] };

    const ids = Array.from({ length: 50 }, (_, number) => `client-${number}`);
    const answers = Promise.all(ids.map((id) => server.post(body, { "x-request-id": id })));
    await server.taken(50);
    await clock.advance(1_000);
    const [first, ...others] = await answers;
    expect(first?.json.errors).toBeUndefined();
    expect(first?.json.data.account.name).toBe("Acme Robotics");
    for (const { status, text } of others) expect([status, text]).toEqual([200, first?.text]);
    expect((await answers).map(({ headers }) => headers.get("x-request-id"))).toEqual(ids);
    expect(runs()).toBe(1);
    expect(server.calls().sort()).toEqual([
      "assembled GET /v0/activities",
      "assembled GET /v0/people",
      "assembly GET /accounts/acme.example",
      "assembly GET /accounts/labels",
      `assembly GET /contacts/company/${showcase.account.accountId}`,
      `web1on1 GET /organizations/${showcase.account.organizationId}`,
      "web1on1 GET /users",
      viewerCall,
    ]);
  });

  test("that fail are told so each under its own request id, and nothing else differs", async () => {
    const { clock, server: made } = await startSlow("web1on1", { row: "users.me", reply: { status: 403 } });
    await using server = made;
    const ids = Array.from({ length: 20 }, (_, number) => `client-${number}`);
    const answers = Promise.all(ids.map((id) => server.post(viewer, { "x-request-id": id })));
    await server.taken(20);
    await clock.advance(1_000);
    const [first] = await answers;
    expect(first?.json).toMatchObject({
      data: { viewer: null },
      errors: [{ path: ["viewer"], extensions: { code: "FORBIDDEN", requestId: "client-0" } }],
    });
    for (const [at, { json, headers }] of (await answers).entries()) {
      expect(json).toEqual(JSON.parse(first?.text.replace("client-0", `client-${at}`) ?? ""));
      expect(headers.get("x-request-id")).toBe(`client-${at}`);
    }
    expect(server.calls()).toEqual([viewerCall]);
  });
});

test("who comes late has time of their own, and shares the calls of an equal query all the same", async () => {
  const clock = testClock();
  await using server = await startServer({ clock });
  const { assembly, assembled, web1on1 } = server.sandbox;
  for (const system of [assembly, assembled, web1on1]) system.inject({ row: "*", delayMs: 2_900 });
  const { domain, organizationId } = showcase.account;
  const query = `{ account(by: { domain: "${domain}" }) { organization { users(first: 1) { nodes { person { onShift } } } } } }`;
  const arrived = async (path: string) => {
    const isThere = () =>
      [assembly, assembled, web1on1].some(({ journal }) => journal.some((call) => call.path.endsWith(path)));
    while (!isThere()) await settled();
  };
  // Each waits for the one before: they take 11.6 s, and an operation has ten.
  const first = server.post({ query });
  for (const path of [`/accounts/${domain}`, `/organizations/${organizationId}`, "/users"]) {
    await arrived(path);
    await clock.advance(2_900);
  }
  await arrived("/activities");
  await clock.advance(300);
  const late = server.post({ query });
  await server.taken(2);
  await clock.advance(2_600);
  expect((await first).json.errors).toMatchObject([
    { extensions: { code: "UPSTREAM_TIMEOUT", attempts: 1 } },
  ]);
  const { json } = await late;
  expect(json.errors).toBeUndefined();
  expect(json.data.account.organization.users.nodes[0].person.onShift).toBe(true);
  expect(server.calls()).toEqual([
    "assembly GET /accounts/acme.example",
    "assembled GET /v0/people",
    "assembled GET /v0/activities",
    `web1on1 GET /organizations/${organizationId}`,
    "web1on1 GET /users",
  ]);
});

describe("what differs in its answer is run for itself", () => {
  const query =
    "query A($with: Boolean = true) { viewer { status id @include(if: $with) } } query B { viewer { role } }";
  const base = { query, operationName: "A", variables: { with: true } };
  const accept = "application/graphql-response+json";
  const whole = {
    data: { viewer: { status: "ACTIVE", id: `gid://web1on1/User/${showcase.gatewayUserId}` } },
  };

  test.each<[string, object, Readonly<Record<string, string>>, object, number]>([
    ["the document", { ...base, query: `${query} ` }, {}, whole, 1],
    ["variables", { ...base, variables: { with: false } }, {}, { data: { viewer: { status: "ACTIVE" } } }, 1],
    ["the operation", { ...base, operationName: "B" }, {}, { data: { viewer: { role: "OWNER" } } }, 1],
    ["the type that is accepted", base, { accept: "application/json" }, whole, 1],
    ["the wish to be told of the calls", base, { "x-explain": "1" }, { ...whole, extensions: {} }, 1],
    ["an age that is accepted", base, { "cache-control": "max-age=60" }, whole, 1],
    ["the wish for new data", base, { "cache-control": "no-cache" }, whole, 2],
  ])("%s", async (_, body, headers, expected, calls) => {
    const { clock, server: made } = await startSlow("web1on1", { row: "users.me" });
    await using server = made;
    const runs = countRuns(server);
    const first = server.post(base, { accept });
    await server.taken(1);
    const equal = server.post(base, { accept });
    const other = server.post(body, { accept, ...headers });
    await server.taken(3);
    expect(runs()).toBe(2);
    await clock.advance(1_000);
    expect((await first).json).toEqual(whole);
    expect((await equal).text).toBe((await first).text);
    expect((await other).json).toMatchObject(expected);
    expect((await other).headers.get("content-type")).toContain(headers.accept ?? accept);
    expect(server.calls()).toEqual(Array(calls).fill(viewerCall));
  });
});

describe("writes are never one", () => {
  const { agentId } = showcase.person;
  const window = '{ start: \\"2026-03-14T09:00:00Z\\", end: \\"2026-03-14T10:00:00Z\\" }';
  const create = `{ createActivity(input: { person: { agentId: \\"${agentId}\\" }, typeId: \\"${showcase.shiftTypeId}\\", window: ${window}, onConflict: ALLOW }) { activityId } }`;

  test.each([
    ["plain ones", `{"query":"mutation ${create}"}`],
    ["escaped ones", `{"query":"\\u006dutation ${create}"}`],
    ["one beside a query", `{"operationName":"M","query":"query Q { viewer { id } } mutation M ${create}"}`],
  ])("%s", async (_, text) => {
    const { clock, server: made } = await startSlow("assembled", { row: "activities.create" });
    await using server = made;
    const answers = Promise.all([server.post(text), server.post(text)]);
    await server.taken(2);
    await clock.advance(1_000);
    const ids = (await answers).map(({ json }) => json.data.createActivity.activityId);
    expect(new Set(ids).size).toBe(2);
    expect(server.calls()).toEqual(Array(2).fill("assembled POST /v0/activities"));
    expect((await server.post(text)).json.data.createActivity.activityId).not.toBe(ids[1]);
    expect(server.calls()).toEqual(["assembled POST /v0/activities"]);
  });
});
