import { expect, test } from "vitest";
import { contactCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";

// Rows of contacts that do not say which company they belong to.
const withoutCompany = { sandbox: { choices: { assembly: { contactsCarryCompany: false } } } };
const { accountId } = showcase.account;

/** Ids of companies in the order that they are listed in. */
const companyIds = ({ sandbox }: TestGateway): string[] => {
  const collator = new Intl.Collator("en");
  return sandbox.data.assembly.accounts
    .filter(({ type }) => type === "Company")
    .toSorted((one, other) => collator.compare(one.name, other.name))
    .map(({ id }) => id);
};

/** Adds a contact whose address says nothing of its company. */
async function addStranger({ query, calls }: TestGateway, company: string | undefined): Promise<string> {
  const { createContact } = await query(
    `mutation ($by: AccountLookup!) {
      createContact(input: { name: "Ann", email: "ann@elsewhere.example", account: $by }) { contactId }
    }`,
    { by: { id: company } },
  );
  calls();
  return createContact.contactId.replace("gid://assembly/Contact/", "");
}

/** Companies that were asked for their contacts, sorted. */
const askedIn = (calls: readonly string[]): string[] =>
  calls
    .filter((call) => call.includes("/contacts/company/"))
    .map((call) => call.split("/").at(-1) ?? "")
    .toSorted();

test.each([
  [2, 10],
  [12, 20],
])(
  "a contact whose address says nothing is found by asking ten companies at once: the company in place %s takes %s",
  async (place, asked) => {
    const made = gateway(withoutCompany);
    const companies = companyIds(made);
    const contactId = await addStranger(made, companies[place]);
    const data = await made.query("query ($id: ID!) { contact(by: { id: $id }) { account { sourceId } } }", {
      id: contactId,
    });
    expect(data.contact.account).toEqual({ sourceId: companies[place] });
    const calls = made.calls();
    expect(calls.slice(0, 2)).toEqual([`assembly GET /contacts/${contactId}`, "assembly GET /accounts"]);
    expect(calls).toHaveLength(2 + asked);
    expect(askedIn(calls)).toEqual(companies.slice(0, asked).toSorted());
  },
);

test("a company that was asked for one contact is not asked again for another", async () => {
  const made = gateway(withoutCompany);
  const companies = companyIds(made);
  const likely = made.sandbox.data.assembly.contacts.find(({ company_id }) => company_id === companies[11]);
  const unlikely = await addStranger(made, companies[3]);
  const data = await made.query(
    `query ($likely: ID!, $unlikely: ID!) {
      likely: contact(by: { id: $likely }) { account { sourceId } }
      unlikely: contact(by: { id: $unlikely }) { account { sourceId } }
    }`,
    { likely: likely?.id, unlikely },
  );
  expect(data).toEqual({
    likely: { account: { sourceId: companies[11] } },
    unlikely: { account: { sourceId: companies[3] } },
  });
  expect(askedIn(made.calls())).toEqual([...companies.slice(0, 10), companies[11]].toSorted());
});

test("hosts are compared as in joins, and rows without a domain are passed over", async () => {
  const { query, calls, sandbox } = gateway(withoutCompany);
  const contact = { id: "c-1", name: "Ann", domain: "ann@MÖWE.example." };
  const company = { id: "a-2", type: "Company", name: "Möwe", domain: "www.xn--mwe-sna.example" };
  const bare = { id: "a-1", type: "Company", name: "Bare" };
  const accounts = { data: [bare, company], has_next_page: false };
  sandbox.assembly.inject({ row: "contacts.getById", reply: { status: 200, body: { contact } } });
  sandbox.assembly.inject({ row: "accounts.list", reply: { status: 200, body: { accounts } } });
  sandbox.assembly.inject({
    row: "contacts.listByCompanyId",
    reply: { status: 200, body: { contacts: { data: [contact], has_next_page: false } } },
  });
  expect(await query('{ contact(by: { id: "c-1" }) { account { name } } }')).toEqual({
    contact: { account: { name: "Möwe" } },
  });
  expect(calls()).toEqual([
    "assembly GET /contacts/c-1",
    "assembly GET /accounts",
    "assembly GET /contacts/company/a-2",
  ]);
});

test("a contact without an address is looked for at every company, and not found without an error", async () => {
  const { query, calls, sandbox } = gateway(withoutCompany);
  const contact = { id: "c-1", name: "Ann" };
  const accounts = { data: [{ id: "a-1", type: "Company", name: "Bare" }], has_next_page: false };
  sandbox.assembly.inject({ row: "contacts.getById", reply: { status: 200, body: { contact } } });
  sandbox.assembly.inject({ row: "accounts.list", reply: { status: 200, body: { accounts } } });
  expect(await query('{ contact(by: { id: "c-1" }) { account { name } } }')).toEqual({
    contact: { account: null },
  });
  expect(calls()).toEqual([
    "assembly GET /contacts/c-1",
    "assembly GET /accounts",
    "assembly GET /contacts/company/a-1",
  ]);
});

test("when a company cannot be asked, contacts that are found all the same have their account", async () => {
  const made = gateway(withoutCompany);
  const { contactId } = contactCases.email;
  const stranger = await addStranger(made, companyIds(made)[1]);
  // The company with the domain of the known one's address is asked first.
  const contacts = {
    data: [{ id: contactId, name: "Ann", domain: "ann@acme.example" }],
    has_next_page: false,
  };
  made.sandbox.assembly.inject({
    row: "contacts.listByCompanyId",
    times: 1,
    reply: { status: 200, body: { contacts } },
  });
  made.sandbox.assembly.inject({
    row: "contacts.listByCompanyId",
    reply: { status: 403, body: { error: "no" } },
  });
  const { data, errors } = await made.execute(
    `query ($known: ID!, $stranger: ID!) {
      known: contact(by: { id: $known }) { account { sourceId } }
      stranger: contact(by: { id: $stranger }) { account { sourceId } }
    }`,
    { known: contactId, stranger },
  );
  expect(data.known.account).toEqual({ sourceId: accountId });
  expect(data.stranger.account).toBeNull();
  expect(errors).toMatchObject([{ path: ["stranger", "account"], extensions: { code: "FORBIDDEN" } }]);
  expect(askedIn(made.calls())).toHaveLength(10);
});

test("a contact that no company lists has no account, and that is not an error", async () => {
  const { query, calls, clock, sandbox } = gateway(withoutCompany);
  const contactId = "0198aaaa-0000-7000-8000-000000000000";
  sandbox.assembly.inject({
    row: "contacts.getById",
    reply: {
      status: 200,
      body: { contact: { id: contactId, name: "Ann", domain: "ann@elsewhere.example" } },
    },
  });
  const answer = query("query ($id: ID!) { contact(by: { id: $id }) { name account { id } } }", {
    id: contactId,
  });
  // Every company is asked, which is more than one second allows.
  for (let second = 0; second < 3; second += 1) await clock.advance(1_000);
  expect(await answer).toEqual({ contact: { name: "Ann", account: null } });
  const companies = sandbox.data.assembly.accounts.filter(({ type }) => type === "Company");
  expect(calls()).toHaveLength(2 + companies.length);
});
