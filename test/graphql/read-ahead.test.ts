import { expect, test, vi } from "vitest";
import { createClient } from "../../src/auth/client.ts";
import { settled, testNowMs } from "../support/clock.ts";
import { gateway } from "../support/gateway.ts";
import { createSandboxData } from "../support/sandbox-data.ts";

const { assembly, web1on1 } = createSandboxData(testNowMs);
const linked = assembly.accounts.find(({ source_specific_ids: ids }) =>
  web1on1.organizations.some(({ id, status }) => ids?.includes(id) && status !== "archived"),
);
const chatId = web1on1.organizations.find(({ id }) => linked?.source_specific_ids?.includes(id))?.id;

const users = "web1on1 GET /users";
const roster = "assembled GET /v0/people";
const organizationUsers = `query ($id: ID!) {
  organization(by: { id: $id }) { users(first: 20) { edges { node { displayName ...Colleague } } } }
}
fragment Colleague on User { person { firstName } }`;

/** A gateway whose Web1on1 answers reads of a row only as time goes on. */
function slow(row: string, options: Parameters<typeof gateway>[0] = {}) {
  const made = gateway(options);
  made.sandbox.web1on1.inject({ row, delayMs: 1_000 });
  return {
    ...made,
    /** The calls since the last look, once one of them is this. */
    async callsOnce(call: string): Promise<string[]> {
      const seen: string[] = [];
      await vi.waitFor(() => {
        seen.push(...made.calls());
        expect(seen).toContain(call);
      });
      await settled();
      return [...seen, ...made.calls()];
    },
  };
}

test("a list that rows will need whichever they are is read beside them, once", async () => {
  const { query, calls, callsOnce, clock } = slow("users.list");
  const answer = query(organizationUsers, { id: chatId });
  expect((await callsOnce(users)).toSorted()).toEqual([
    roster,
    `web1on1 GET /organizations/${chatId}`,
    users,
  ]);
  await clock.advance(1_000);
  const { organization } = await answer;
  expect(organization.users.edges.length).toBeGreaterThan(0);
  expect(calls()).toEqual([]);
});

test("what is read from such a list brings its own lists forward, too", async () => {
  const { query, calls, callsOnce, clock } = slow("organizations.list");
  const answer = query(
    "query { users(first: 5) { nodes { organization { account { name tier { name } } } } } }",
  );
  const [first, ...others] = await callsOnce("web1on1 GET /organizations");
  expect(first).toBe(users);
  expect(others.toSorted()).toEqual([
    "assembly GET /accounts",
    "assembly GET /accounts/labels",
    "web1on1 GET /organizations",
  ]);
  await clock.advance(5_000);
  await answer;
  expect(calls()).toEqual([]);
});

test("a list that the rows of a page will need is read beside the page", async () => {
  const { query, calls, callsOnce, clock, sandbox } = slow("users.list");
  sandbox.assembled.inject({ row: "requirements.list", delayMs: 1_000 });
  const requirements = "assembled GET /v0/requirements";
  const answer = query(
    `query ($window: TimeWindow!) { requirements(window: $window) { nodes { type { name } } } }`,
    { window: { start: "2025-01-15T00:00:00Z", end: "2025-01-16T00:00:00Z" } },
  );
  expect(await callsOnce(requirements)).toEqual([requirements, "assembled GET /v0/requirement_types"]);
  await clock.advance(1_000);
  await answer;
  expect(calls()).toEqual([]);
});

test("nothing is read beside a look-up, which may find nothing", async () => {
  const { query, calls, callsOnce, clock, sandbox } = slow("users.list");
  sandbox.assembly.inject({ row: "accounts.getById", delayMs: 1_000 });
  const account = `assembly GET /accounts/${linked?.id}`;
  const answer = query("query ($id: ID!) { account(by: { id: $id }) { tier { name } } }", { id: linked?.id });
  expect(await callsOnce(account)).toEqual([account]);
  await clock.advance(1_000);
  await answer;
  expect(calls()).toEqual(["assembly GET /accounts/labels"]);
});

test.each([
  ["of no rows", "{ accounts(first: 0) { nodes { tier { name } } } }", []],
  [
    "of a list that is only counted",
    "{ people(first: 0) { totalCount nodes { roles { name } } } }",
    [roster],
  ],
  [
    "whose filter nothing passes",
    "{ people(first: 5, filter: { channels: [] }) { nodes { roles { name } } } }",
    [],
  ],
  ["that is refused", '{ accounts(first: 5, after: "?") { nodes { tier { name } } } }', []],
  [
    "of a list whose owner may not exist",
    '{ contacts(account: { domain: "missing.example" }, first: 5) { nodes { tier { name } } } }',
    ["assembly GET /contacts/company/missing.example"],
  ],
])("nothing is read beside a page %s", async (_, query, expected) => {
  const made = gateway();
  await made.execute(query);
  await settled();
  expect(made.calls()).toEqual(expected);
});

test.each([
  ["is left out", "fragment Colleague on User { person @include(if: false) { firstName } }"],
  ["stands on another object", "fragment Colleague on User { organization { name } }"],
])("nothing is read ahead for a field that %s", async (_, fragment) => {
  const { query, calls, callsOnce, clock } = slow("users.list");
  const document = organizationUsers.replace(/fragment .*/s, fragment);
  const answer = query(document, { id: chatId });
  expect(await callsOnce(users)).not.toContain(roster);
  await clock.advance(1_000);
  await answer;
  expect(calls()).not.toContain(roster);
});

test("nothing is read ahead for a field that its client may not have", async () => {
  const client = createClient("chat", ["web1on1:read"]);
  const { execute, calls, callsOnce, clock } = slow("users.list", { client });
  const answer = execute(organizationUsers, { id: chatId });
  expect(await callsOnce(users)).not.toContain(roster);
  await clock.advance(1_000);
  await answer;
  expect(calls()).not.toContain(roster);
});

test("nothing is read ahead where the budget has little room", async () => {
  const { gateway: made, query, calls, callsOnce, clock, execute } = slow("users.list");
  // Of twenty calls at once two are left to writes.
  const reads = Array.from({ length: 15 }, (_, at) =>
    execute(`query { people(first: 1, filter: { search: "${at}" }) { totalCount } }`),
  );
  await Promise.all(reads);
  expect(made.upstreams.assembled?.callsLeft).toBeLessThan(5);
  calls();
  const answer = query(organizationUsers, { id: chatId });
  expect(await callsOnce(users)).not.toContain(roster);
  await clock.advance(5_000);
  await answer;
  expect(calls()).toEqual([roster]);
});

test("a read ahead that fails is made again where its rows are needed, and told there", async () => {
  const { sandbox, execute, callsOnce, calls, clock } = slow("users.list");
  sandbox.assembled.inject({ row: "people.list", reply: { status: 400 } });
  const answer = execute(organizationUsers, { id: chatId });
  expect(await callsOnce(users)).toContain(roster);
  await clock.advance(1_000);
  const { data, errors } = await answer;
  expect(data.organization.users.edges[0].node.person).toBeNull();
  expect(errors[0]?.extensions).toMatchObject({ code: "UPSTREAM_REJECTED", system: "assembled" });
  expect(calls()).toEqual([roster]);
});
