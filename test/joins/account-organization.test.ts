import { expect, test } from "vitest";
import { accountCases } from "../../src/sandbox/data/showcase.ts";
import { gateway } from "../support/gateway.ts";

const organizationFields = "organization { sourceId } organizationLinks { reason organization { sourceId } }";
const accountFields = "account { sourceId } accountLinks { reason account { sourceId } }";
const accountById = `query ($id: ID!) { account(by: { id: $id }) { ${organizationFields} } }`;
const organizationById = `query ($id: ID!) { organization(by: { id: $id }) { ${accountFields} } }`;

interface Expected {
  readonly accountId: string;
  readonly organizationIds: readonly string[];
  readonly reason?: string;
  /** Calls to Web1on1 for the account alone. */
  readonly calls: readonly string[];
}

const list = "GET /organizations";
const point = (id: string) => `GET /organizations/${id}`;

const matched = (
  reason: string,
  calls: (id: string) => readonly string[],
  ...names: (keyof typeof accountCases)[]
) =>
  names.map((name): readonly [string, Expected] => {
    const { accountId, organizationId } = accountCases[name] as { accountId: string; organizationId: string };
    return [name, { accountId, organizationIds: [organizationId], reason, calls: calls(organizationId) }];
  });

const {
  ambiguousSourceId,
  ambiguousWebsite,
  ambiguousEmailDomain,
  shared,
  sharedByRanks,
  sourceIdOverWebsite,
  websiteOverEmailDomain,
  danglingSourceId,
} = accountCases;

const cases: readonly (readonly [string, Expected])[] = [
  ...matched(
    "SOURCE_ID",
    (id) => [point(id)],
    "sourceId",
    "sourceIdArchived",
    "sourceIdOverWebsite",
    "customer",
  ),
  ...matched(
    "WEBSITE",
    () => [list],
    "website",
    "websiteInternational",
    "websiteInternationalUrl",
    "websiteFinalDot",
    "websiteBareHost",
    "websiteOverEmailDomain",
  ),
  ...matched("EMAIL_DOMAIN", () => [list], "emailDomain"),
  // Two keys of unknown size: one page of the list may show both.
  ["ambiguousSourceId", { ...ambiguousSourceId, reason: "SOURCE_ID", calls: [list] }],
  ["ambiguousWebsite", { ...ambiguousWebsite, reason: "WEBSITE", calls: [list] }],
  ["ambiguousEmailDomain", { ...ambiguousEmailDomain, reason: "EMAIL_DOMAIN", calls: [list] }],
  ...shared.accountIds.map((accountId, place): readonly [string, Expected] => [
    `shared ${place}`,
    {
      accountId,
      organizationIds: [shared.organizationId],
      reason: "SOURCE_ID",
      calls: [point(shared.organizationId)],
    },
  ]),
  ...sharedByRanks.accountIds.map((accountId, place): readonly [string, Expected] => [
    `sharedByRanks ${place}`,
    {
      accountId,
      organizationIds: [sharedByRanks.organizationId],
      reason: place === 0 ? "SOURCE_ID" : "WEBSITE",
      calls: [place === 0 ? point(sharedByRanks.organizationId) : list],
    },
  ]),
  ...(["freeMail", "subdomain", "websiteArchived", "none"] as const).map(
    (name): readonly [string, Expected] => [
      name,
      { accountId: accountCases[name].accountId, organizationIds: [], calls: [list] },
    ],
  ),
  // A list proves no absence, so the id is asked for by itself before the host is looked for.
  [
    "danglingSourceId",
    { ...danglingSourceId, organizationIds: [], calls: ["GET /organizations/{dangling}", list] },
  ],
  // Customers have an address in place of a domain, which ties them to nothing.
  ["customerAtWebsite", { ...accountCases.customerAtWebsite, organizationIds: [], calls: [] }],
];

test.each(cases)(
  "an account alone: %s",
  async (_, { accountId, organizationIds, reason, calls: expected }) => {
    const { query, calls, sandbox } = gateway();
    const { account } = await query(accountById, { id: accountId });
    const [only = null] = organizationIds.length === 1 ? organizationIds : [];
    expect(account).toEqual({
      organization: only && { sourceId: only },
      organizationLinks: organizationIds.map((sourceId) => ({ reason, organization: { sourceId } })),
    });
    const row = sandbox.data.assembly.accounts.find(({ id }) => id === danglingSourceId.accountId);
    const dangling = row?.source_specific_ids?.[0] ?? "";
    expect(calls()).toEqual([
      `assembly GET /accounts/${accountId}`,
      ...expected.map((call) => `web1on1 ${call.replace("{dangling}", dangling)}`),
    ]);
  },
);

test.each(cases.filter(([, { organizationIds }]) => organizationIds.length > 0))(
  "the organization of an account alone: %s",
  async (name, { accountId, organizationIds, reason }) => {
    for (const id of organizationIds) {
      const { query, calls } = gateway();
      const { organization } = await query(organizationById, { id });
      const isShared = name.startsWith("shared");
      // It is the account's own only if the account has no other, and no other account has it.
      const own = organizationIds.length === 1 && !isShared ? { sourceId: accountId } : null;
      expect(organization.account).toEqual(own);
      const link = { reason, account: { sourceId: accountId } };
      expect(organization.accountLinks).toEqual(isShared ? expect.arrayContaining([link]) : [link]);
      // What ids tell needs those organizations only; a host is looked for among all.
      const others = organizationIds.filter((other) => other !== id).map(point);
      const rest = reason === "SOURCE_ID" && !name.startsWith("sharedByRanks") ? others : [list];
      expect(calls()).toEqual([
        `web1on1 ${point(id)}`,
        "assembly GET /accounts",
        ...rest.map((call) => `web1on1 ${call}`),
      ]);
    }
  },
);

test("two accounts of one organization are both linked, in the order of accounts, and neither is its own", async () => {
  const { query, calls } = gateway();
  const data = await query(
    `query ($shared: ID!, $byRanks: ID!) {
      shared: organization(by: { id: $shared }) { ${accountFields} }
      byRanks: organization(by: { id: $byRanks }) { ${accountFields} }
    }`,
    { shared: shared.organizationId, byRanks: sharedByRanks.organizationId },
  );
  const link = (reason: string, sourceId: string | undefined) => ({ reason, account: { sourceId } });
  const [media, events] = shared.accountIds;
  const [hangang, satellite] = sharedByRanks.accountIds;
  expect(data).toEqual({
    shared: { account: null, accountLinks: [link("SOURCE_ID", events), link("SOURCE_ID", media)] },
    byRanks: { account: null, accountLinks: [link("SOURCE_ID", hangang), link("WEBSITE", satellite)] },
  });
  expect(calls()).toEqual(["web1on1 GET /organizations", "assembly GET /accounts"]);
});

test.each([
  ["website, when the account carries another's id", sourceIdOverWebsite.loserId],
  ["e-mail address, when another's website matches", websiteOverEmailDomain.loserId],
  ["free mail", accountCases.freeMail.organizationId],
  ["website of the host above", accountCases.subdomain.organizationId],
  ["website, while it is archived", accountCases.websiteArchived.organizationId],
])("an organization is no account's by %s", async (_, id) => {
  const { query, calls } = gateway();
  const { organization } = await query(organizationById, { id });
  expect(organization).toEqual({ account: null, accountLinks: [] });
  expect(calls().slice(0, 2)).toEqual([`web1on1 GET /organizations/${id}`, "assembly GET /accounts"]);
});
