import { expect, test } from "vitest";
import { contactCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";

const { accountId } = showcase.account;
const { contactId } = contactCases.none;
const gid = (id: string) => `gid://assembly/Contact/${id}`;
const address =
  gateway().sandbox.data.assembly.contacts.find(({ id }) => id === contactId)?.domain ?? "no such contact";

const bodies = ({ sandbox }: TestGateway) =>
  sandbox.assembly.journal.filter(({ body }) => body !== "").map(({ body }) => JSON.parse(body));

const keys: readonly (readonly [name: string, by: object, path: string, query: string])[] = [
  ["id", { id: contactId }, `/${contactId}`, ""],
  ["global id", { id: gid(contactId) }, `/${contactId}`, ""],
  ["e-mail address", { email: address }, `/${encodeURIComponent(address)}`, ""],
  [
    "source specific id",
    { sourceSpecificId: "crm-acme-contact-0" },
    "",
    "?source_specific_id=crm-acme-contact-0",
  ],
];

const companies: readonly (readonly [name: string, account: object, body: object])[] = [
  ["id", { id: `gid://assembly/Account/${accountId}` }, { company_id: accountId }],
  ["domain", { domain: "acme.example" }, { company_domain: "acme.example" }],
  ["source specific id", { sourceSpecificId: "crm-acme" }, { company_source_specific_id: "crm-acme" }],
];

test("creating a contact sends what was given, and reads it back for what was selected", async () => {
  const made = gateway();
  const { labels } = made.sandbox.data.assembly;
  const tags = labels.filter(({ type }) => type === "AccountTag").slice(0, 2);
  const data = await made.query(
    `mutation ($input: CreateContactInput!) {
      createContact(input: $input) {
        contactId
        contact {
          id name email sourceSpecificIds phone contractValue contractType renewalDate tags { name } notes
          additionalProperties role
        }
      }
    }`,
    {
      input: {
        name: "Zoë Ångström",
        email: "Zoe.Angstrom@acme.example",
        account: { id: accountId },
        sourceSpecificIds: ["crm-zoe"],
        phone: ["+31 6 555"],
        contractValue: 0,
        contractType: "YEAR",
        renewalDate: "2026-04-01",
        tags: tags.map(({ id }) => id),
        notes: "",
        additionalProperties: { vip: true },
        role: "CTO",
      },
    },
  );
  const { contactId: id, contact } = data.createContact;
  expect(contact).toEqual({
    id,
    name: "Zoë Ångström",
    email: "Zoe.Angstrom@acme.example",
    sourceSpecificIds: ["crm-zoe"],
    phone: ["+31 6 555"],
    contractValue: 0,
    contractType: "YEAR",
    renewalDate: "2026-04-01",
    tags: tags.map(({ name }) => ({ name })),
    notes: "",
    additionalProperties: { vip: true },
    role: "CTO",
  });
  expect(bodies(made)).toEqual([
    {
      name: "Zoë Ångström",
      domain: "Zoe.Angstrom@acme.example",
      company_id: accountId,
      source_specific_ids: ["crm-zoe"],
      phone: ["+31 6 555"],
      contract_value: 0,
      contract_type: "Year",
      renewal_date: "2026-04-01",
      tags: tags.map((tag) => tag.id),
      notes: "",
      additional_properties: { vip: true },
      role: "CTO",
    },
  ]);
  expect(made.calls()).toEqual([
    "assembly POST /contacts",
    `assembly GET /contacts/${id.replace("gid://assembly/Contact/", "")}`,
    "assembly GET /accounts/labels",
  ]);
});

test.each(companies)("a write names the contact's company by its %s in one key", async (_, account, body) => {
  const made = gateway();
  await made.query(
    `mutation ($account: AccountLookup!, $id: ID!) {
      createContact(input: { name: "Ann", email: "ann@acme.example", account: $account }) { contactId }
      updateContact(by: { id: $id }, input: { account: $account }) { contactId }
      upsertContact(input: { name: "Bo", email: "bo@acme.example", account: $account }) { contactId }
    }`,
    { account, id: contactId },
  );
  expect(bodies(made)).toEqual([
    { name: "Ann", domain: "ann@acme.example", ...body },
    body,
    { name: "Bo", domain: "bo@acme.example", ...body },
  ]);
  expect(made.calls()).toEqual([
    "assembly POST /contacts",
    `assembly PUT /contacts/${contactId}`,
    "assembly PUT /contacts/upsert",
  ]);
});

test("a company that does not exist is NOT_FOUND; an address is no company", async () => {
  const { execute, calls } = gateway();
  const create = `mutation ($account: AccountLookup!) {
    createContact(input: { name: "Ann", email: "ann@acme.example", account: $account }) { contactId }
  }`;
  const unknown = await execute(create, { account: { domain: "nobody.example" } });
  expect(unknown.data).toEqual({ createContact: null });
  expect(unknown.errors).toMatchObject([{ extensions: { code: "NOT_FOUND", endpoint: "POST /contacts" } }]);
  expect(calls()).toEqual(["assembly POST /contacts"]);
  const { errors } = await execute(create, { account: { domain: "ann@acme.example" } });
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  expect(calls()).toEqual([]);
});

test("a new contact whose e-mail address another has is a CONFLICT", async () => {
  const { execute, calls } = gateway();
  const { data, errors } = await execute(
    `mutation ($email: EmailAddress!) {
      createContact(input: { name: "Ann", email: $email, account: { domain: "acme.example" } }) {
        contactId contact { name }
      }
    }`,
    { email: address.toUpperCase() },
  );
  expect(data).toEqual({ createContact: null });
  expect(errors).toMatchObject([{ extensions: { code: "CONFLICT", status: 409 } }]);
  expect(calls()).toEqual(["assembly POST /contacts"]);
});

test.each(keys)(
  "an update by %s changes what was given and leaves the rest",
  async (name, by, path, search) => {
    const made = gateway();
    const data = await made.query(
      `mutation ($by: ContactLookup!) {
      updateContact(by: $by, input: { name: "Ann", email: "ann@acme.example", role: "Buyer" }) {
        contactId contact { name email role sourceSpecificIds additionalProperties }
      }
    }`,
      { by },
    );
    expect(data.updateContact).toEqual({
      contactId: gid(contactId),
      contact: {
        name: "Ann",
        email: "ann@acme.example",
        role: "Buyer",
        sourceSpecificIds: ["crm-acme-contact-0"],
        additionalProperties: { newsletter: true, birthday_month: expect.any(Number) },
      },
    });
    expect(bodies(made)).toEqual([{ name: "Ann", domain: "ann@acme.example", role: "Buyer" }]);
    // A repeat would not find the address that is given up.
    const byId = [`assembly GET /contacts${path}`, `assembly PUT /contacts/${contactId}`];
    expect(made.callsWithQueries()).toEqual([
      ...(name === "e-mail address" ? byId : [`assembly PUT /contacts${path}${search}`]),
      `assembly GET /contacts/${contactId}`,
    ]);
  },
);

test.each(keys)("an upsert by %s of a contact that is there updates it", async (name, by, path, search) => {
  const made = gateway();
  const data = await made.query(
    'mutation ($by: ContactLookup!) { upsertContact(by: $by, input: { name: "Ann" }) { contactId } }',
    { by },
  );
  expect(data.upsertContact).toEqual({ contactId: gid(contactId) });
  const linked = name === "source specific id" ? { source_specific_ids: ["crm-acme-contact-0"] } : {};
  expect(bodies(made)).toEqual([{ name: "Ann", ...linked }]);
  expect(made.callsWithQueries()).toEqual([`assembly PUT /contacts/upsert${path}${search}`]);
});

test.each([true, false])(
  "what an upsert created by source specific id is found by it, whether or not the upstream links it itself (%s)",
  async (upsertLinksSourceSpecificId) => {
    const made = gateway({ sandbox: { choices: { assembly: { upsertLinksSourceSpecificId } } } });
    const upsert = `mutation {
      upsertContact(
        by: { sourceSpecificId: "crm-ann" }
        input: { name: "Ann", email: "ann@acme.example", account: { domain: "acme.example" } }
      ) { contactId }
    }`;
    expect(await made.query(upsert)).toEqual(await made.query(upsert));
    expect(made.callsWithQueries()).toEqual(
      Array(2).fill("assembly PUT /contacts/upsert?source_specific_id=crm-ann"),
    );
  },
);

test.each(['name: "Ann"', 'email: "ann@acme.example"', 'account: { domain: "acme.example" }'])(
  "an upsert without a key creates, and is refused without %s",
  async (left) => {
    const { execute, calls } = gateway();
    const fields = ['name: "Ann"', 'email: "ann@acme.example"', 'account: { domain: "acme.example" }'];
    const upsert = (input: readonly string[]) =>
      `mutation { upsertContact(input: { ${input.join()} }) { contactId } }`;
    const refused = await execute(upsert(fields.filter((field) => field !== left)));
    expect(refused.errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    expect(calls()).toEqual([]);
    const created = await execute(upsert(fields));
    expect(created.data.upsertContact.contactId).toMatch(/^gid:\/\/assembly\/Contact\/[0-9a-f-]{36}$/);
    expect(calls()).toEqual(["assembly PUT /contacts/upsert"]);
  },
);

test.each(keys)("deleting by %s answers the id of what is gone", async (_, by, path, search) => {
  const made = gateway();
  const data = await made.query(
    "mutation ($by: ContactLookup!) { deleteContact(by: $by) { deletedContactId } }",
    { by },
  );
  expect(data).toEqual({ deleteContact: { deletedContactId: gid(contactId) } });
  const lookup = "id" in by ? [] : [`GET /contacts${path}${search}`];
  expect(made.callsWithQueries()).toEqual(
    [...lookup, `DELETE /contacts/${contactId}`].map((call) => `assembly ${call}`),
  );
  expect(await made.query("query ($id: ID!) { contact(by: { id: $id }) { id } }", { id: contactId })).toEqual(
    {
      contact: null,
    },
  );
});
