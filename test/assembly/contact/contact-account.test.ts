import { expect, test } from "vitest";
import { accountCases, contactCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";

// Whether a contact's row says which company it belongs to is documented nowhere.
const { accountId } = showcase.account;
const acme = { sourceId: accountId, name: "Acme Robotics" };
const withoutCompany = { sandbox: { choices: { assembly: { contactsCarryCompany: false } } } };
const account = "account { sourceId name }";

test.each([true, false])(
  "a contact alone leads to its company (rows carry it: %s)",
  async (contactsCarryCompany) => {
    const { query, calls } = gateway({ sandbox: { choices: { assembly: { contactsCarryCompany } } } });
    const { contactId } = contactCases.email;
    const data = await query(`query ($id: ID!) { contact(by: { id: $id }) { ${account} } }`, {
      id: contactId,
    });
    expect(data).toEqual({ contact: { account: acme } });
    expect(calls()).toEqual([
      `assembly GET /contacts/${contactId}`,
      ...(contactsCarryCompany
        ? [`assembly GET /accounts/${accountId}`]
        : // The company with the domain of the address is asked first; it comes along with the list.
          ["assembly GET /accounts", `assembly GET /contacts/company/${accountId}`]),
    ]);
  },
);

test.each([
  ["id", { id: accountId }, `GET /accounts/${accountId}`],
  ["domain", { domain: "acme.example" }, "GET /accounts/acme.example"],
  ["source specific id", { sourceSpecificId: "crm-acme" }, "GET /accounts"],
])("contacts read through an account found by %s know it without a call", async (_, by, call) => {
  const { query, calls } = gateway(withoutCompany);
  const data = await query(
    `query ($by: AccountLookup!) { account(by: $by) { contacts(first: 50) { nodes { ${account} } } } }`,
    { by },
  );
  expect(data.account.contacts.nodes).toEqual(Array(14).fill({ account: acme }));
  expect(calls()).toEqual([`assembly ${call}`, `assembly GET /contacts/company/${accountId}`]);
});

test("contacts read through accounts of a list know them without a call", async () => {
  const { query, calls } = gateway(withoutCompany);
  const data = await query(
    `{ accounts(first: 3) { nodes { sourceId contacts(first: 2) { nodes { account { sourceId } } } } } }`,
  );
  const ids: string[] = data.accounts.nodes.map(({ sourceId }: { sourceId: string }) => sourceId);
  for (const row of data.accounts.nodes) {
    expect(row.contacts.nodes).toEqual(Array(2).fill({ account: { sourceId: row.sourceId } }));
  }
  expect(calls()).toEqual([
    "assembly GET /accounts",
    // Its rows might have named their companies.
    "assembly GET /contacts",
    ...ids.map((id) => `assembly GET /contacts/company/${id}`),
  ]);
});

test.each([
  [{ id: accountId }, `/contacts/company/${accountId}`, `/accounts/${accountId}`],
  [{ domain: "acme.example" }, "/contacts/company/acme.example", "/accounts/acme.example"],
  [{ sourceSpecificId: "crm-acme" }, "/contacts/company", "/accounts"],
])("contacts of the company named by %j share one read of it", async (by, list, read) => {
  const { query, calls } = gateway(withoutCompany);
  const data = await query(
    `query ($by: AccountLookup) { contacts(account: $by, first: 5) { nodes { ${account} } } }`,
    { by },
  );
  expect(data.contacts.nodes).toEqual(Array(5).fill({ account: acme }));
  expect(calls()).toEqual([`assembly GET ${list}`, `assembly GET ${read}`]);
});

test("a page of contacts of all companies asks each company at most once", async () => {
  const { query, calls, sandbox } = gateway(withoutCompany);
  const data = await query("{ contacts(first: 40) { nodes { sourceId account { sourceId } } } }");
  const owners = sandbox.data.assembly.contacts
    .slice(0, 40)
    .map(({ id, company_id }) => ({ sourceId: id, account: { sourceId: company_id } }));
  expect(data.contacts.nodes).toEqual(owners);
  const companies = [...new Set(owners.map((contact) => contact.account.sourceId))];
  expect(calls().toSorted()).toEqual(
    [
      "assembly GET /contacts",
      "assembly GET /accounts",
      ...companies.map((id) => `assembly GET /contacts/company/${id}`),
    ].toSorted(),
  );
});

test("a page of contacts whose rows carry their company costs one page of accounts", async () => {
  const { query, calls, sandbox } = gateway();
  const data = await query("{ contacts(first: 40) { nodes { account { sourceId } } } }");
  expect(data.contacts.nodes).toEqual(
    sandbox.data.assembly.contacts
      .slice(0, 40)
      .map(({ company_id }) => ({ account: { sourceId: company_id } })),
  );
  expect(calls()).toEqual(["assembly GET /contacts", "assembly GET /accounts"]);
});

test.each([
  ["id", { id: accountId }, `/accounts/${accountId}`],
  ["domain", { domain: "acme.example" }, "/accounts/acme.example"],
  ["source specific id", { sourceSpecificId: "crm-acme" }, "/accounts"],
])("a new contact's account is known from the input, by %s", async (_, by, path) => {
  const { query, calls } = gateway(withoutCompany);
  const data = await query(
    `mutation ($by: AccountLookup!) {
      createContact(input: { name: "Ann", email: "ann@elsewhere.example", account: $by }) {
        contact { sourceId ${account} }
      }
    }`,
    { by },
  );
  const { contact } = data.createContact;
  expect(contact).toEqual({ sourceId: expect.any(String), account: acme });
  expect(calls()).toEqual([
    "assembly POST /contacts",
    `assembly GET /contacts/${contact.sourceId}`,
    `assembly GET ${path}`,
  ]);
});

test("a contact moved to another company by an update or an upsert knows it from the input", async () => {
  const { query, calls } = gateway(withoutCompany);
  const { contactId } = contactCases.none;
  const other = accountCases.website.accountId;
  const data = await query(
    `mutation ($id: ID!, $other: ID!, $acme: ID!) {
      away: updateContact(by: { id: $id }, input: { account: { id: $other } }) {
        contact { account { sourceId } }
      }
      back: upsertContact(by: { id: $id }, input: { account: { id: $acme } }) {
        contact { account { sourceId } }
      }
    }`,
    { id: contactId, other, acme: accountId },
  );
  expect(data.away.contact.account).toEqual({ sourceId: other });
  expect(data.back.contact.account).toEqual({ sourceId: accountId });
  expect(calls()).toEqual([
    `assembly PUT /contacts/${contactId}`,
    `assembly GET /contacts/${contactId}`,
    `assembly GET /accounts/${other}`,
    `assembly PUT /contacts/upsert/${contactId}`,
    `assembly GET /contacts/${contactId}`,
    `assembly GET /accounts/${accountId}`,
  ]);
});

test("an update that leaves the company alone still leads to it", async () => {
  const { query, calls } = gateway(withoutCompany);
  const { contactId } = contactCases.none;
  const data = await query(
    `mutation ($id: ID!) {
      updateContact(by: { id: $id }, input: { notes: "x" }) { contact { account { sourceId } } }
    }`,
    { id: contactId },
  );
  expect(data.updateContact.contact.account).toEqual({ sourceId: accountId });
  expect(calls()).toEqual([
    `assembly PUT /contacts/${contactId}`,
    `assembly GET /contacts/${contactId}`,
    "assembly GET /accounts",
    `assembly GET /contacts/company/${accountId}`,
  ]);
});
