import { expect, test } from "vitest";
import { organizationId, personId, userId } from "../../src/sandbox/data/ids.ts";
import { gateway } from "../support/gateway.ts";

/** Spellings of one address. */
const spellings = [
  ["in Unicode", "zoë@münchen.example"],
  ["in punycode", "zoë@xn--mnchen-3ya.example"],
  ["in capitals", "ZOË@XN--MNCHEN-3YA.EXAMPLE"],
  ["taken apart", "zoë@münchen.example".normalize("NFD")],
  ["with blanks", " zoë@münchen.example\t"],
  ["with a final dot", "zoë@münchen.example."],
] as const;
const pairs = spellings.flatMap(([name, address], at) => {
  const [otherName, other] = spellings[(at + 1) % spellings.length] ?? spellings[0];
  return [[`${name} and ${otherName}`, address, other] as const];
});

/** A gateway whose systems know one person, one user, one contact, one account and one organization. */
function gatewayOf(rows: {
  readonly person?: string;
  readonly user?: string;
  readonly contact?: string;
  readonly account?: string;
  readonly organization?: { readonly url?: string; readonly email?: string };
}) {
  const made = gateway();
  const { assembled, assembly, web1on1 } = made.sandbox;
  const person = { id: personId(1), first_name: "Zoë", last_name: "Lee", email: rows.person };
  const body = { people: { [person.id]: person }, total: 1 };
  assembled.inject({ row: "people.list", reply: { status: 200, body } });
  web1on1.inject({
    row: "users.list",
    reply: { status: 200, body: [{ id: userId(1), displayName: "Zoë", email: rows.user }] },
  });
  const page = (row: object) => ({ data: [row], has_next_page: false });
  assembly.inject({
    row: "contacts.list",
    reply: { status: 200, body: { contacts: page({ id: "c1", name: "Zoë", domain: rows.contact }) } },
  });
  const account = { id: "a1", type: "Company", name: "Acme", domain: rows.account };
  assembly.inject({ row: "accounts.list", reply: { status: 200, body: { accounts: page(account) } } });
  const organization = { id: organizationId("acme"), name: "Acme", ...rows.organization };
  web1on1.inject({ row: "organizations.list", reply: { status: 200, body: [organization] } });
  return made;
}

test.each(pairs)(
  "an address %s joins people, users and contacts in all directions",
  async (_, one, other) => {
    const { query, calls } = gatewayOf({ person: one, user: other, contact: one });
    expect(
      await query(`{
      people { nodes { user { sourceId } } } contacts { nodes { user { sourceId } } }
      users { nodes { person { sourceId } contact { sourceId } } }
    }`),
    ).toEqual({
      people: { nodes: [{ user: { sourceId: userId(1) } }] },
      contacts: { nodes: [{ user: { sourceId: userId(1) } }] },
      users: { nodes: [{ person: { sourceId: personId(1) }, contact: { sourceId: "c1" } }] },
    });
    expect(calls().toSorted()).toEqual([
      "assembled GET /v0/people",
      "assembled GET /v0/people",
      "assembly GET /contacts",
      "web1on1 GET /users",
    ]);
  },
);

test.each([
  ["its website in punycode", { url: "https://www.xn--mnchen-3ya.example/de" }, "WEBSITE"],
  ["its website with a final dot", { url: "MÜNCHEN.example." }, "WEBSITE"],
  ["its address taken apart", { email: "info@münchen.example".normalize("NFD") }, "EMAIL_DOMAIN"],
  ["its address with blanks", { email: " Info@xn--mnchen-3ya.example " }, "EMAIL_DOMAIN"],
] as const)("an organization is a company's by %s, in both directions", async (_, organization, reason) => {
  for (const account of ["münchen.example", "XN--MNCHEN-3YA.example", " münchen.example. "]) {
    const { query, calls } = gatewayOf({ account, organization });
    expect(
      await query(`{
        accounts { nodes { organizationLinks { reason } organization { name } } }
        organizations { nodes { accountLinks { reason } account { name } } }
      }`),
    ).toEqual({
      accounts: { nodes: [{ organizationLinks: [{ reason }], organization: { name: "Acme" } }] },
      organizations: { nodes: [{ accountLinks: [{ reason }], account: { name: "Acme" } }] },
    });
    expect(calls().toSorted()).toEqual(["assembly GET /accounts", "web1on1 GET /organizations"]);
  }
});

test.each(spellings)("one is found by an address however its own is written: %s", async (_, stored) => {
  const { query, callsWithQueries } = gatewayOf({ person: stored, user: stored });
  const address = "Zoë@München.example";
  expect(
    await query(
      "query ($email: EmailAddress) { person(by: { email: $email }) { sourceId } user(by: { email: $email }) { sourceId } }",
      { email: address },
    ),
  ).toEqual({ person: { sourceId: personId(1) }, user: { sourceId: userId(1) } });
  // The filter is asked in the spelling that was given, and in lower case.
  expect(callsWithQueries()).toContain(
    `web1on1 GET /users?email=[${address},${address.toLowerCase()}]&limit=100&offset=0`,
  );
});

test("accounts and contacts that a list shows are found however they are spelt, and asked for by themselves as given", async () => {
  const listed = gatewayOf({ account: "münchen.example", contact: "zoë@münchen.example" });
  await listed.query("{ accounts { nodes { id } } contacts { nodes { id } } }");
  listed.calls();
  const document = `{
    account(by: { domain: "XN--MNCHEN-3YA.example" }) { sourceId }
    contact(by: { email: "ZOË@xn--mnchen-3ya.example" }) { sourceId }
  }`;
  expect(await listed.query(document)).toEqual({ account: { sourceId: "a1" }, contact: { sourceId: "c1" } });
  expect(listed.calls()).toEqual([]);
  const alone = gateway();
  expect(await alone.query(document)).toEqual({ account: null, contact: null });
  expect(alone.calls()).toEqual([
    "assembly GET /accounts/XN--MNCHEN-3YA.example",
    `assembly GET /contacts/${encodeURIComponent("ZOË@xn--mnchen-3ya.example")}`,
  ]);
});

test("another website's account is not shown for one that only lacks its www.", async () => {
  const { query, calls } = gatewayOf({ account: "münchen.example" });
  await query("{ accounts { nodes { id } } }");
  calls();
  expect(await query('{ account(by: { domain: "www.münchen.example" }) { id } }')).toEqual({ account: null });
  expect(calls()).toEqual([`assembly GET /accounts/${encodeURIComponent("www.münchen.example")}`]);
});

test.each([
  "उदाहरण.परीक्षा",
  "ไทย.example",
  "தமிழ்.example",
  "ශ්‍රී.example",
  "cafe\u0301.example",
  "مثالٌ.example",
])("%s is a domain like any other", async (domain) => {
  const { query, calls, sandbox } = gateway();
  const account = { id: "a1", type: "Company", name: "Acme", domain };
  sandbox.assembly.inject({ row: "accounts.getByDomain", reply: { status: 200, body: { account } } });
  const contact = { id: "c1", name: "Ann", domain: `ann@${domain}` };
  sandbox.assembly.inject({ row: "contacts.getByEmail", reply: { status: 200, body: { contact } } });
  expect(
    await query(
      `query ($domain: String, $email: EmailAddress) {
          account(by: { domain: $domain }) { domain } contact(by: { email: $email }) { email }
          organization(by: { domain: $domain }) { id }
        }`,
      { domain, email: `ann@${domain}` },
    ),
  ).toEqual({ account: { domain }, contact: { email: `ann@${domain}` }, organization: null });
  expect(calls().toSorted()).toEqual([
    `assembly GET /accounts/${encodeURIComponent(domain)}`,
    `assembly GET /contacts/${encodeURIComponent(`ann@${domain}`)}`,
    "web1on1 GET /organizations",
  ]);
});
