import { expect, test } from "vitest";
import { accountCases } from "../../src/sandbox/data/showcase.ts";
import { gateway } from "../support/gateway.ts";

interface Link {
  readonly reason: string;
  readonly organization: { readonly sourceId: string };
}

interface LinkedAccount {
  readonly sourceId: string;
  readonly organization: { readonly sourceId: string } | null;
  readonly organizationLinks: readonly Link[];
}

interface LinkedOrganization {
  readonly sourceId: string;
  readonly account: { readonly sourceId: string } | null;
  readonly accountLinks: readonly {
    readonly reason: string;
    readonly account: { readonly sourceId: string };
  }[];
}

const accountFields = `sourceId organization { sourceId } organizationLinks { reason organization { sourceId } }`;
const organizationFields = "sourceId account { sourceId } accountLinks { reason account { sourceId } }";
const accountById = `query ($id: ID!) { account(by: { id: $id }) { ${accountFields} } }`;
const organizationById = `query ($id: ID!) { organization(by: { id: $id }) { ${organizationFields} } }`;

const { assembly, web1on1 } = gateway().sandbox.data;
/** Ids of the named cases, under any name that begins so. */
const idsOfCases = (prefix: string): Set<string> =>
  new Set(
    Object.values(accountCases).flatMap((one) =>
      Object.entries(one).flatMap(([name, ids]) => (name.startsWith(prefix) ? [ids].flat() : [])),
    ),
  );

const archivedIds = web1on1.organizations.filter(({ status }) => status === "archived").map(({ id }) => id);

const accountsInAList = async (): Promise<{ accounts: LinkedAccount[]; calls: string[] }> => {
  const { query, calls } = gateway();
  const { accounts } = await query(`{ accounts(first: 100) { nodes { ${accountFields} } } }`);
  return { accounts: accounts.nodes, calls: calls() };
};

test("all accounts in one list find their organizations in two pages and a read for each id that no page shows", async () => {
  const { accounts, calls } = await accountsInAList();
  expect(accounts).toHaveLength(assembly.accounts.length);
  const carried = new Set(assembly.accounts.flatMap(({ source_specific_ids }) => source_specific_ids ?? []));
  const hidden = [...carried].filter(
    (id) =>
      /^[0-9a-f]{24}$/.test(id) &&
      !web1on1.organizations.some((row) => row.id === id && row.status !== "archived"),
  );
  expect(hidden).toHaveLength(4);
  expect(calls.slice(0, 2)).toEqual(["assembly GET /accounts", "web1on1 GET /organizations"]);
  expect(calls.slice(2).toSorted()).toEqual(
    hidden.map((id) => `web1on1 GET /organizations/${id}`).toSorted(),
  );
});

test("an account alone has the same organization and links as in a list", async () => {
  const { accounts } = await accountsInAList();
  const named = idsOfCases("account");
  expect(named.size).toBeGreaterThan(25);
  for (const account of accounts.filter(({ sourceId }) => named.has(sourceId))) {
    const { query, calls } = gateway();
    expect(await query(accountById, { id: account.sourceId })).toEqual({ account });
    // The account, at most two reads of organizations by id, and at most their list.
    expect(calls().length).toBeLessThanOrEqual(3);
  }
});

test("an organization alone has the same account and links as in a list", async () => {
  const { query, calls } = gateway();
  const { organizations } = await query(`{ organizations(first: 100) { nodes { ${organizationFields} } } }`);
  expect(organizations.nodes).toHaveLength(web1on1.organizations.length - archivedIds.length);
  const pages = calls().filter((call) => !/\/organizations\/[0-9a-f]{24}$/.test(call));
  expect(new Set(pages)).toEqual(new Set(["web1on1 GET /organizations", "assembly GET /accounts"]));
  const named = idsOfCases("organization");
  expect(named.size).toBeGreaterThan(20);
  for (const organization of organizations.nodes) {
    if (!named.has(organization.sourceId)) continue;
    const alone = gateway();
    expect(await alone.query(organizationById, { id: organization.sourceId })).toEqual({ organization });
    expect(alone.calls().slice(0, 2)).toEqual([
      `web1on1 GET /organizations/${organization.sourceId}`,
      "assembly GET /accounts",
    ]);
  }
});

test("organizations know exactly the accounts that know them", async () => {
  const { accounts } = await accountsInAList();
  const ids = web1on1.organizations.map(({ id }) => `gid://web1on1/Organization/${id}`);
  const { query, calls } = gateway();
  const { nodes } = await query(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Organization { ${organizationFields} } } }`,
    { ids },
  );
  for (const organization of nodes as readonly LinkedOrganization[]) {
    const id = organization.sourceId;
    const links = accounts.flatMap(({ sourceId, organizationLinks }) =>
      organizationLinks
        .filter((link) => link.organization.sourceId === id)
        .map(({ reason }) => ({ reason, account: { sourceId } })),
    );
    expect(organization.accountLinks).toHaveLength(links.length);
    expect(organization.accountLinks).toEqual(expect.arrayContaining(links));
    const own = accounts.filter((account) => account.organization?.sourceId === id);
    expect(organization.account).toEqual(own.length === 1 ? { sourceId: own[0]?.sourceId } : null);
  }
  const all = calls();
  expect(all.filter((call) => call === "assembly GET /accounts")).toHaveLength(1);
  expect(all.filter((call) => call === "web1on1 GET /organizations")).toHaveLength(1);
});

test("an archived organization is found by its id and by nothing else, also where a list has been read before", async () => {
  const { query, calls } = gateway();
  const { sourceIdArchived, websiteArchived, website } = accountCases;
  const data = await query(
    `query ($byId: ID!, $byWebsite: ID!, $living: ID!) {
      byId: account(by: { id: $byId }) { organization { sourceId status } }
      byWebsite: account(by: { id: $byWebsite }) { organization { sourceId } organizationLinks { reason } }
      living: account(by: { id: $living }) { organization { sourceId } }
    }`,
    { byId: sourceIdArchived.accountId, byWebsite: websiteArchived.accountId, living: website.accountId },
  );
  expect(data).toEqual({
    byId: { organization: { sourceId: sourceIdArchived.organizationId, status: "ARCHIVED" } },
    byWebsite: { organization: null, organizationLinks: [] },
    living: { organization: { sourceId: website.organizationId } },
  });
  expect(calls()).toEqual([
    "assembly GET /accounts",
    "web1on1 GET /organizations",
    `web1on1 GET /organizations/${sourceIdArchived.organizationId}`,
  ]);
});

test("of the organizations that an account carries the ids of, a living one comes before an archived one", async () => {
  const { query, calls } = gateway();
  const { sourceId, sourceIdArchived } = accountCases;
  const [archived, living] = [sourceIdArchived.organizationId, sourceId.organizationId];
  await query(
    `mutation ($id: ID!, $ids: [String!]) {
      taken: updateAccount(by: { id: "${sourceIdArchived.accountId}" }, input: { removeSourceSpecificIds: $ids }) { accountId }
      given: updateAccount(by: { id: $id }, input: { addSourceSpecificIds: $ids }) { accountId }
    }`,
    { id: sourceId.accountId, ids: [archived] },
  );
  calls();
  const data = await query(
    `query ($id: ID!, $archived: ID!) {
      account(by: { id: $id }) { organization { sourceId } organizationLinks { organization { sourceId } } }
      organization(by: { id: $archived }) { account { sourceId } accountLinks { reason } }
    }`,
    { id: sourceId.accountId, archived },
  );
  expect(data).toEqual({
    account: {
      organization: { sourceId: living },
      organizationLinks: [{ organization: { sourceId: living } }],
    },
    organization: { account: null, accountLinks: [] },
  });
  expect(calls().toSorted()).toEqual(
    [
      `assembly GET /accounts/${sourceId.accountId}`,
      "assembly GET /accounts",
      `web1on1 GET /organizations/${living}`,
      `web1on1 GET /organizations/${archived}`,
    ].toSorted(),
  );
});

test("a write changes what is joined after it, in the same document", async () => {
  const { query, calls } = gateway();
  const { none, website } = accountCases;
  const data = await query(
    `mutation ($id: ID!, $organization: String!) {
      linked: updateAccount(by: { id: $id }, input: { addSourceSpecificIds: [$organization] }) {
        account { organization { sourceId account { sourceId } accountLinks { reason account { sourceId } } } }
      }
      unlinked: updateAccount(by: { id: $id }, input: { removeSourceSpecificIds: [$organization] }) {
        account { organization { sourceId } organizationLinks { reason } }
      }
    }`,
    { id: none.accountId, organization: website.organizationId.toUpperCase() },
  );
  expect(data.linked.account.organization).toEqual({
    sourceId: website.organizationId,
    account: null,
    accountLinks: [
      { reason: "SOURCE_ID", account: { sourceId: none.accountId } },
      { reason: "WEBSITE", account: { sourceId: website.accountId } },
    ],
  });
  expect(data.unlinked.account).toEqual({ organization: null, organizationLinks: [] });
  expect(calls().filter((call) => call.startsWith("assembly"))).toEqual([
    `assembly PUT /accounts/${none.accountId}`,
    `assembly GET /accounts/${none.accountId}`,
    "assembly GET /accounts",
    `assembly PUT /accounts/${none.accountId}`,
    `assembly GET /accounts/${none.accountId}`,
  ]);
});

test("when one system is down only what it would tell is missing", async () => {
  const { execute, calls, sandbox } = gateway();
  sandbox.web1on1.inject({ row: "organizations.list", reply: { status: 403, body: { message: "no" } } });
  const { data, errors } = await execute(
    `query ($id: ID!) { account(by: { id: $id }) { name organization { sourceId } organizationLinks { reason } } }`,
    { id: accountCases.website.accountId },
  );
  expect(data.account).toEqual({ name: "Bluebird Mobility", organization: null, organizationLinks: null });
  expect(errors.map(({ path, extensions }) => [path, extensions.code, extensions.system])).toEqual([
    [["account", "organization"], "FORBIDDEN", "web1on1"],
    [["account", "organizationLinks"], "FORBIDDEN", "web1on1"],
  ]);
  expect(calls()[0]).toBe(`assembly GET /accounts/${accountCases.website.accountId}`);
});
