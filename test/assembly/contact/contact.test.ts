import { expect, test } from "vitest";
import { accountCases, contactCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";

const { account: acme } = showcase;
const { contactId } = contactCases.none;
const contactNamed = "query ($by: ContactLookup!) { contact(by: $by) { sourceId } }";
const contactsOf = `query ($account: AccountLookup, $first: Int, $after: String) {
  contacts(account: $account, first: $first, after: $after) {
    nodes { sourceId }
    pageInfo { hasNextPage endCursor }
  }
}`;

const rowOf = (id: string) =>
  gateway().sandbox.data.assembly.contacts.find((contact) => contact.id === id) ?? expect.unreachable(id);
const address = rowOf(contactId).domain;

test.each([
  ["id", { id: contactId }, `/contacts/${contactId}`],
  ["global id", { id: `gid://assembly/Contact/${contactId}` }, `/contacts/${contactId}`],
  ["e-mail address", { email: address }, `/contacts/${address}`],
  [
    "source specific id",
    { sourceSpecificId: "crm-acme-contact-0" },
    "/contacts?source_specific_id=crm-acme-contact-0",
  ],
])("a contact is found by its %s in one call", async (_, by, target) => {
  const { query, callsWithQueries } = gateway();
  expect(await query(contactNamed, { by })).toEqual({ contact: { sourceId: contactId } });
  expect(callsWithQueries().map(decodeURIComponent)).toEqual([`assembly GET ${target}`]);
});

test.each([
  ["id", { id: "00000000-0000-4000-8000-000000000000" }, "/contacts/00000000-0000-4000-8000-000000000000"],
  ["e-mail address", { email: "nobody@acme.example" }, "/contacts/nobody%40acme.example"],
  ["source specific id", { sourceSpecificId: "crm-nobody" }, "/contacts"],
])("a contact that no %s leads to is null, without an error", async (_, by, path) => {
  const { query, calls } = gateway();
  expect(await query(contactNamed, { by })).toEqual({ contact: null });
  expect(calls()).toEqual([`assembly GET ${path}`]);
});

test("a contact tells every plain field in the types of the schema", async () => {
  const { query, calls } = gateway();
  const { name, role } = rowOf(contactId);
  const data = await query(
    `query ($id: ID!) {
      node(id: $id) {
        __typename id
        ... on Contact {
          sourceId name email sourceSpecificIds imageUrl contractValue contractType renewalDate
          trialExpirationDate tier { id } stage { id } notes idInTool role
        }
      }
    }`,
    { id: `gid://assembly/Contact/${contactId}` },
  );
  expect(data.node).toEqual({
    __typename: "Contact",
    id: `gid://assembly/Contact/${contactId}`,
    sourceId: contactId,
    name,
    email: address,
    sourceSpecificIds: ["crm-acme-contact-0"],
    imageUrl: null,
    contractValue: null,
    contractType: null,
    renewalDate: null,
    trialExpirationDate: null,
    tier: null,
    stage: null,
    notes: null,
    idInTool: null,
    role,
  });
  expect(calls()).toEqual([`assembly GET /contacts/${contactId}`]);
});

test.each([
  ["id", { id: acme.accountId }, `/contacts/company/${acme.accountId}?`],
  ["global id", { id: `gid://assembly/Account/${acme.accountId}` }, `/contacts/company/${acme.accountId}?`],
  ["domain", { domain: acme.domain }, "/contacts/company/acme.example?"],
  [
    "source specific id",
    { sourceSpecificId: acme.sourceSpecificId },
    "/contacts/company?company_source_specific_id=crm-acme&",
  ],
])("contacts of a company are found by the company's %s, in one call a page", async (_, account, target) => {
  const { query, callsWithQueries, sandbox } = gateway();
  const { contacts: first } = await query(contactsOf, { account, first: 10 });
  const { contacts: second } = await query(contactsOf, {
    account,
    first: 10,
    after: first.pageInfo.endCursor,
  });
  const ids = [...first.nodes, ...second.nodes].map(({ sourceId }: { sourceId: string }) => sourceId);
  const rows = sandbox.data.assembly.contacts.filter(({ company_id }) => company_id === acme.accountId);
  expect(ids).toEqual(rows.map(({ id }) => id));
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  expect(callsWithQueries()).toEqual([
    `assembly GET ${target}limit=10&offset=0`,
    `assembly GET ${target}limit=10&offset=10`,
  ]);
});

test("contacts of a company that does not exist are null; of one without contacts, none", async () => {
  const { query, calls } = gateway();
  const { accountId } = accountCases.empty;
  const data = await query(
    `query ($empty: AccountLookup!) {
      nobody: contacts(account: { domain: "nobody.example" }) { nodes { id } }
      empty: contacts(account: $empty) { nodes { id } }
    }`,
    { empty: { id: accountId } },
  );
  expect(data).toEqual({ nobody: null, empty: { nodes: [] } });
  expect(calls()).toEqual([
    "assembly GET /contacts/company/nobody.example",
    `assembly GET /contacts/company/${accountId}`,
  ]);
});

test("contacts of an e-mail address are refused without a call, since only companies have any", async () => {
  const { execute, calls } = gateway();
  const { data, errors } = await execute(contactsOf, { account: { domain: "ann@acme.example" } });
  expect(data).toEqual({ contacts: null });
  expect(errors).toMatchObject([
    {
      message: '"ann@acme.example" is no company\'s domain; expected: a domain such as example.com.',
      extensions: { code: "BAD_USER_INPUT" },
    },
  ]);
  expect(calls()).toEqual([]);
});

test("a walk over all contacts gives each once", async () => {
  const { query, callsWithQueries, sandbox } = gateway();
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { contacts } = await query(contactsOf, { first: 100, after });
    ids.push(...contacts.nodes.map(({ sourceId }: { sourceId: string }) => sourceId));
    after = contacts.pageInfo.hasNextPage ? contacts.pageInfo.endCursor : null;
  } while (after !== null);
  expect(ids).toEqual(sandbox.data.assembly.contacts.map(({ id }) => id));
  expect(callsWithQueries()).toEqual(
    [0, 100, 200].map((offset) => `assembly GET /contacts?limit=100&offset=${offset}`),
  );
});

test("Account.contacts is one call for a company, and none for a customer, who has no contacts", async () => {
  const { query, calls } = gateway();
  const data = await query(
    `query ($company: ID!, $customer: ID!) {
      company: account(by: { id: $company }) { contacts(first: 2) { nodes { sourceId } } }
      customer: account(by: { id: $customer }) { contacts { nodes { sourceId } } }
    }`,
    { company: acme.accountId, customer: accountCases.customer.accountId },
  );
  expect(data.company.contacts.nodes).toHaveLength(2);
  expect(data.customer).toEqual({ contacts: null });
  expect(calls()).toEqual([
    // One page shows both accounts.
    "assembly GET /accounts",
    `assembly GET /contacts/company/${acme.accountId}`,
  ]);
});
