import { expect, test } from "vitest";
import { accountCases, personCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { testNowMs } from "../support/clock.ts";
import { gateway } from "../support/gateway.ts";
import { planned } from "../support/planned.ts";
import { createSandboxData } from "../support/sandbox-data.ts";

const { assembled, web1on1 } = createSandboxData(testNowMs);
const peoplePages = Array.from(
  { length: Math.ceil(assembled.people.length / 500) },
  () => "assembled GET /v0/people",
);
const { accountId, domain, organizationId } = showcase.account;

interface Served {
  readonly totalCount: number;
  readonly nodes: readonly { readonly sourceId: string }[];
  readonly edges: readonly {
    readonly node: { readonly sourceId: string };
    readonly userLinks: readonly { readonly reason: string; readonly user: { readonly sourceId: string } }[];
  }[];
}

const served = `servedBy(first: 100) {
  totalCount nodes { sourceId } edges { node { sourceId } userLinks { reason user { sourceId } } }
}`;
const byDomain = `query ($domain: String!) { account(by: { domain: $domain }) { ${served} } }`;

/** The users of an organization with the people that they are, as another way to them tells. */
const behindUsers = `query ($id: ID!) {
  organization(by: { id: $id }) {
    users(first: 100) { nodes { sourceId personLinks { reason person { sourceId deleted } } } }
  }
}`;

test("the people who serve an account are those behind the users of its organization, in five calls", async () => {
  const { query, calls } = gateway();
  const { account } = await query(byDomain, { domain });
  expect(calls()).toEqual([
    `assembly GET /accounts/${domain}`,
    `web1on1 GET /organizations/${organizationId}`,
    "web1on1 GET /users",
    ...peoplePages,
  ]);
  const { edges, nodes, totalCount }: Served = account.servedBy;
  expect(nodes.length).toBeGreaterThan(10);
  expect([totalCount, edges.map(({ node }) => node)]).toEqual([nodes.length, nodes]);

  const fromTheEnd = "servedBy(last: 2) { nodes { sourceId } }";
  const last = await query(
    `{ account(by: { domain: "${domain}" }) { ${fromTheEnd} }
       customer360(by: { domain: "${domain}" }) { ${fromTheEnd.replace("servedBy", "people")} } }`,
  );
  expect(last.account.servedBy.nodes).toEqual(nodes.slice(-2));
  expect(last.customer360.people.nodes).toEqual(nodes.slice(-2));
  expect(calls()).toEqual([]);

  const { organization } = await gateway().query(behindUsers, { id: organizationId });
  const expected = organization.users.nodes.flatMap(
    ({ personLinks, sourceId }: { personLinks: readonly Link[]; sourceId: string }) =>
      personLinks.length === 1 && !personLinks[0]?.person.deleted
        ? [{ person: personLinks[0]?.person.sourceId, user: sourceId, reason: personLinks[0]?.reason }]
        : [],
  );
  const told = edges.flatMap(({ node, userLinks }) =>
    userLinks.map(({ reason, user }) => ({ person: node.sourceId, user: user.sourceId, reason })),
  );
  expect(told).toEqual(expected);
  expect(new Set(told.map(({ reason }) => reason))).toEqual(new Set(["EMAIL", "PLATFORM_ID"]));
});

interface Link {
  readonly reason: string;
  readonly person: { readonly sourceId: string; readonly deleted: boolean };
}

test("it costs nothing when it is asked again", async () => {
  const { query, calls } = gateway();
  const answer = await query(byDomain, { domain });
  calls();
  expect(await query(byDomain, { domain })).toEqual(answer);
  expect(calls()).toEqual([]);
});

test("who serves it and whether they are on shift is five calls", async () => {
  const { query, calls } = gateway();
  const { account } = await query(
    `query ($domain: String!) {
      account(by: { domain: $domain }) { servedBy(first: 100) { nodes { displayName onShift } } }
    }`,
    { domain },
  );
  const shifts = account.servedBy.nodes.map(({ onShift }: { onShift: boolean }) => onShift);
  expect(new Set(shifts)).toEqual(new Set([true, false]));
  expect(calls()).toHaveLength(5);
});

test("a page of fifty accounts reads each list once", async () => {
  const { query, calls } = gateway();
  const { accounts } = await query(
    `{ accounts(first: 50) { nodes { sourceId servedBy(first: 30) { nodes { sourceId } } } } }`,
  );
  expect(accounts.nodes).toHaveLength(50);
  const own = accounts.nodes.find(({ sourceId }: { sourceId: string }) => sourceId === accountId);
  expect(own.servedBy.nodes.length).toBeGreaterThan(10);
  const made = calls();
  const count = (call: string) => made.filter((each) => each === call).length;
  expect(count("assembled GET /v0/people")).toBe(peoplePages.length);
  expect(count("assembly GET /accounts")).toBe(1);
  expect(count("web1on1 GET /users")).toBeLessThanOrEqual(Math.ceil(web1on1.users.length / 100));
  // Organizations that stand in no list, such as archived ones, are read by themselves.
  expect(made.filter((call) => /organizations\/\w/.test(call)).length).toBeLessThan(6);
});

test("they come in pages, each person once", async () => {
  const { query } = gateway();
  const document = `query ($domain: String!, $first: Int, $after: String) {
    account(by: { domain: $domain }) {
      servedBy(first: $first, after: $after) { nodes { sourceId } edges { cursor } pageInfo { endCursor hasNextPage } }
    }
  }`;
  const all = (await query(byDomain, { domain })).account.servedBy.nodes;
  const first = (await query(document, { domain, first: 3 })).account.servedBy;
  expect(first.edges[2].cursor).toBe(first.pageInfo.endCursor);
  const rest = (await query(document, { domain, first: 100, after: first.pageInfo.endCursor })).account
    .servedBy;
  expect([...first.nodes, ...rest.nodes]).toEqual(all);
  expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
});

test("a person who was removed serves none, though a user leads to them", async () => {
  const { query } = gateway();
  const { personId, userId } = personCases.deletedOnly;
  const { customer360, user } = await query(
    `query ($id: ID!) {
      customer360(by: { id: $id }) { organization { name } people(first: 100) { nodes { sourceId } } }
      user(by: { id: $id }) { person { sourceId } }
    }`,
    { id: `gid://web1on1/User/${userId}` },
  );
  expect([customer360.organization, user.person]).toEqual([
    { name: expect.any(String) },
    { sourceId: personId },
  ]);
  expect(customer360.people.nodes).not.toContainEqual({ sourceId: personId });
});

test.each([
  ["no organization", accountCases.none],
  ["several that match equally well", accountCases.ambiguousWebsite],
])("an account with %s is served by none that are known, and no users or people are read", async (_, one) => {
  const { query, calls } = gateway();
  const { account } = await query(`query ($id: ID!) { account(by: { id: $id }) { ${served} } }`, {
    id: one.accountId,
  });
  expect(account).toEqual({ servedBy: null });
  expect(calls().filter((call) => /users|people/.test(call))).toEqual([]);
});

test("without Assembled this field is null, with an error that names it, and the rest is there", async () => {
  const { execute, sandbox } = gateway();
  sandbox.assembled.inject({ row: "*", reply: { status: 403 } });
  const { data, errors } = await execute(
    `query ($domain: String!) { account(by: { domain: $domain }) { name organization { name } ${served} } }`,
    { domain },
  );
  expect(data.account).toEqual({
    name: expect.any(String),
    organization: { name: expect.any(String) },
    servedBy: null,
  });
  expect(errors.map(({ extensions }) => extensions.system)).toEqual(["assembled"]);
});

test("a plan tells its calls to each system", async () => {
  const { plan } = await planned(gateway(), byDomain, { domain });
  expect(plan?.assembly?.calls.least).toBe(1);
  expect(plan?.web1on1?.calls.most).toBeNull();
  expect(plan?.assembled?.calls).toEqual({ least: 0, most: null });
});
