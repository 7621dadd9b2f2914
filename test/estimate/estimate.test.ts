import { describe, expect, test } from "vitest";
import { loadOperations } from "../../src/client/operations.ts";
import { exampleVariables } from "../../src/client/tabs.ts";
import { directory } from "../../src/rest/cache-policy.ts";
import { contactCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { settled, testNowMs } from "../support/clock.ts";
import { planned } from "../support/planned.ts";
import { callsOf, started } from "./planned-calls.ts";

const { organizationId } = showcase.account;
const desk = loadOperations().find(({ name }) => name === "account-desk")?.document ?? "";
const deskVariables = exampleVariables(testNowMs)["account-desk"] ?? {};

test("an operation costs what is surely asked up to what may be, and what nothing bounds is open", async () => {
  const made = await started();
  expect(await callsOf(made, desk, deskVariables)).toEqual({
    // The account, its labels and its contacts; a point read that has to wait gives way to a page of the list once.
    assembly: [1, 4],
    // Nobody knows how long the roster is.
    assembled: [0, null],
    // Nor how many ids of organizations an account carries.
    web1on1: [0, null],
    total: [1, null],
  });
  await made.query(desk, deskVariables);
  made.calls();
  // By now the roster is known to be one page. All of it is at hand, but may be too old when it is run.
  expect(await callsOf(made, desk, deskVariables)).toEqual({
    assembly: [0, 4],
    assembled: [0, 5],
    web1on1: [0, null],
    total: [0, null],
  });
});

test("contacts of a company may show the contact that is asked for beside them", async () => {
  const made = await started();
  const one = `contact(by: { id: "${contactCases.none.contactId}" }) { name }`;
  const beside = `{ contacts(account: { domain: "acme.example" }, first: 5) { nodes { name } } ${one} }`;
  expect((await callsOf(made, `{ ${one} }`)).assembly).toEqual([1, 2]);
  expect((await callsOf(made, beside)).assembly?.[0]).toBe(1);
});

describe("what is sure is less what may be at hand", () => {
  const viewer = "{ viewer { email } }";

  test("for as long as it is given", async () => {
    const made = await started();
    expect(await callsOf(made, viewer)).toEqual({ web1on1: [1, 1], total: [1, 1] });
    await made.query(viewer);
    made.calls();
    expect(await callsOf(made, viewer)).toEqual({ web1on1: [0, 1], total: [0, 1] });
    await made.clock.advance(directory.staleWhileRevalidateMs - 1);
    expect(await callsOf(made, viewer)).toEqual({ web1on1: [0, 1], total: [0, 1] });
    await made.clock.advance(1);
    expect(await callsOf(made, viewer)).toEqual({ web1on1: [1, 1], total: [1, 1] });
  });

  test("to those who accept it", async () => {
    const made = await started();
    await made.query(viewer);
    made.calls();
    const asked = await callsOf(made, viewer, {}, { "cache-control": "no-cache" });
    expect(asked).toEqual({ web1on1: [1, 1], total: [1, 1] });
  });

  test("and while it is on its way", async () => {
    const made = await started();
    made.sandbox.web1on1.inject({ row: "users.me", times: 1, delayMs: 100 });
    const answer = made.query(viewer);
    await settled();
    expect(made.calls()).toEqual(["web1on1 GET /users/me"]);
    expect(await callsOf(made, viewer)).toEqual({ web1on1: [0, 1], total: [0, 1] });
    await made.clock.advance(100);
    await answer;
  });

  test("of the same endpoint, not of another", async () => {
    const made = await started();
    await made.query("{ viewerOrganizations { role } }");
    made.calls();
    expect(await callsOf(made, viewer)).toEqual({ web1on1: [1, 1], total: [1, 1] });
  });
});

test("what the same calls may answer is sure once", async () => {
  const made = await started();
  const query = `{
    person(by: { email: "a@b.example" }) { id }
    twin: person(by: { importedId: "7" }) { id }
    people { totalCount }
    roles { name }
  }`;
  // A page of people, the roster for the others, and the roles.
  expect(await callsOf(made, query)).toEqual({ assembled: [2, null], total: [2, null] });
  await made.query('{ person(by: { email: "a@b.example" }) { id } }');
  await made.clock.advance(directory.staleWhileRevalidateMs);
  made.calls();
  expect(await callsOf(made, query)).toEqual({ assembled: [2, 3], total: [2, 3] });
});

test("the wait is that of the calls for the rate limits, as they stand now", async () => {
  const made = await started();
  const people = made.sandbox.data.assembled.people.slice(0, 25);
  const others = people.map(({ id }) => made.query(`{ person(by: { id: "${id}" }) { email } }`));
  await settled();
  made.calls();
  const { plan } = await planned(
    made,
    "{ teams { name } sites { name } viewer { email } accounts { nodes { tags { name } } } }",
  );
  const waitMs = (system: string, calls: number) => made.gateway.upstreams[system]?.waitMs(calls);
  expect(plan?.assembled).toEqual({
    calls: { least: 2, most: 2 },
    expectedWaitMs: { least: waitMs("assembled", 2), most: waitMs("assembled", 2) },
  });
  expect(waitMs("assembled", 2)).toBeGreaterThan(0);
  expect(waitMs("web1on1", 1)).toBe(0);
  expect(plan?.web1on1).toEqual({ calls: { least: 1, most: 1 }, expectedWaitMs: { least: 0, most: 0 } });
  expect(plan?.total).toEqual({
    calls: { least: 4, most: 5 },
    expectedWaitMs: { least: waitMs("assembled", 2), most: waitMs("assembled", 2) },
  });
  expect(made.calls()).toEqual([]);
  await made.clock.advance(9_000);
  await Promise.all(others);
});

test("fragments, aliases and directives are read as they are executed", async () => {
  const made = await started();
  const plain =
    "{ account(by: { id: $id }) { contacts(first: 5) { nodes { usageLogs(first: 1) { nodes { id } } } } } }";
  const calls = await callsOf(made, `query ($id: ID!) ${plain}`, { id: showcase.account.accountId });
  // Should rows turn out to name their contacts, usage may be looked for in as many pages as there are contacts.
  expect(calls).toEqual({ assembly: [1, 13], total: [1, 13] });
  const query = `
    query ($id: ID!, $more: Boolean!, $first: Int = 5) {
      account(by: { id: $id }) { ...contacts ...contacts }
      account(by: { id: $id }) { ... on Node { ... on Account { ...contacts } ... on Person { queues { name } } } }
      account(by: { id: $id }) { ... @include(if: $more) { organization { name } } }
      viewer @include(if: $more) { email }
    }
    fragment contacts on Account {
      contacts(first: $first) { ...logs }
      labels: tags @skip(if: true) { name }
    }
    fragment logs on ContactConnection {
      nodes { usageLogs(first: 1) { nodes { id } } ... on Contact { usageLogs(first: 1) { nodes { content } } } }
    }`;
  const variables = { id: showcase.account.accountId, more: false };
  expect(await callsOf(made, query, variables)).toEqual(calls);
  expect(await callsOf(made, query, { ...variables, first: 2 })).toEqual({ assembly: [1, 7], total: [1, 7] });
  const { web1on1 } = await callsOf(made, query, { ...variables, more: true });
  expect(web1on1).toEqual([1, null]);
});

test("nodes cost what the types in their ids cost, each once; one that is malformed costs nothing", async () => {
  const made = await started();
  const people = made.sandbox.data.assembled.people
    .slice(0, 3)
    .map(({ id }) => `gid://assembled/Person/${id}`);
  const organization = `gid://web1on1/Organization/${organizationId}`;
  const ids = [...people, ...people, organization, "gid://assembled/Person/1", "?"];
  const query = `query ($ids: [ID!]!, $window: TimeWindow!) {
    nodes(ids: $ids) {
      id
      ... on Person { activities(window: $window) { nodes { id } } }
      ... on Account { contacts { nodes { id } } }
    }
  }`;
  const { window } = deskVariables;
  expect(await callsOf(made, query, { ids, window })).toEqual({
    // Three people in as many calls and as many pages, and activities of six if each comes at a time of its own.
    assembled: [1, 12],
    web1on1: [1, 2],
    total: [2, 14],
  });
});

test("what is known from the way to an object is not asked for", async () => {
  const made = await started();
  const { window } = deskVariables;
  const ofPerson = `query ($window: TimeWindow!) {
    person(by: { id: "${showcase.person.personId}" }) { activities(window: $window) { nodes { person { email } } } }
  }`;
  expect(await callsOf(made, ofPerson, { window })).toEqual({ assembled: [1, 3], total: [1, 3] });
  const ofCompany = `{ contacts(account: { domain: "acme.example" }) { nodes { account { name } } } }`;
  expect(await callsOf(made, ofCompany)).toEqual({ assembly: [1, 3], total: [1, 3] });
  const ofAll = "{ contacts { nodes { account { name } } } }";
  expect(await callsOf(made, ofAll)).toEqual({ assembly: [1, null], total: [1, null] });
});

test("activities of everybody are read week by week, those of some agents at once", async () => {
  const made = await started();
  const query = `query ($window: TimeWindow!, $agents: [ID!]) {
    activities(window: $window, filter: { agents: $agents }) { nodes { description } }
  }`;
  const day = (number: number) => new Date(testNowMs + number * 86_400_000).toISOString();
  const window = { start: day(0), end: day(15) };
  expect(await callsOf(made, query, { window })).toEqual({ assembled: [3, 3], total: [3, 3] });
  const agents = [showcase.person.agentId];
  expect(await callsOf(made, query, { window, agents })).toEqual({ assembled: [1, 1], total: [1, 1] });
  expect(await callsOf(made, query, { window, agents: [] })).toEqual({});
});

test("an operation that asks no system costs nothing", async () => {
  const made = await started();
  const query = "{ __typename __schema { types { name } } accounts(first: 0) { nodes { tags { name } } } }";
  expect(await callsOf(made, query)).toEqual({});
});
