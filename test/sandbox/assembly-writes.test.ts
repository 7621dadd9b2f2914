import { expect, test } from "vitest";
import type { AccountJson } from "../../src/assembly/account/endpoints.ts";
import type { ContactJson } from "../../src/assembly/contact/endpoints.ts";
import type { PageJson } from "../../src/assembly/page-json.ts";
import { createAssemblyEmulator } from "../../src/sandbox/assembly/emulator.ts";
import type { AssemblyOptions } from "../../src/sandbox/assembly/options.ts";
import { accountCases, contactCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { createSandboxData } from "../support/sandbox-data.ts";

const data = createSandboxData(Date.UTC(2026, 2, 17)).assembly;
const { accountId, domain } = showcase.account;
const label = (type: string, place = 0) => data.labels.filter((row) => row.type === type)[place]?.id ?? "";
const company = { type: "Company", name: "New Co", domain: "new.example" };
const contact = { name: "New Contact", domain: "new@acme.example", company_id: accountId };

/** Whatever an answer may hold. */
interface Answer {
  readonly id: string;
  readonly account: AccountJson;
  readonly accounts: PageJson<AccountJson>;
  readonly contact: ContactJson;
  readonly contacts: PageJson<ContactJson>;
}

function assembly(choices: Partial<AssemblyOptions> = {}) {
  const settings = { nowMs: () => 0, sleep: async () => {}, enforceLimits: false };
  const emulator = createAssemblyEmulator(data, settings, choices);
  return async (call: string, json?: unknown) => {
    const [method = "", target = ""] = call.split(" ");
    const headers = { authorization: "sandbox-assembly-key" };
    const body = json === undefined ? "" : JSON.stringify(json);
    const reply = await emulator.handle({ method, target, headers, body });
    return { status: reply.status, body: JSON.parse(JSON.stringify(reply.body)) as Answer };
  };
}

test("a created account answers its id alone, and is there for every later read", async () => {
  const ask = assembly();
  const created = await ask("POST /accounts", {
    ...company,
    source_specific_ids: ["ssid-new"],
    tier: label("Tier"),
    tags: [label("AccountTag")],
    company_type: label("CompanyType"),
    number_of_seats: 3,
    additional_properties: { a: 1 },
    unknown_field: "ignored",
  });
  expect(created).toEqual({ status: 200, body: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
  const { account } = (await ask("GET /accounts?source_specific_id=ssid-new")).body;
  expect(account).toMatchObject({
    ...company,
    id: created.body.id,
    number_of_seats: 3,
    notes: null,
    phone: [],
  });
  expect(account).not.toHaveProperty("unknown_field");
  const { data: rows } = (await ask("GET /accounts?limit=100&offset=0")).body.accounts;
  expect(rows.filter(({ id }) => id === created.body.id)).toEqual([account]);
});

test.each([
  ["no type", { type: undefined }],
  ["no name", { name: undefined }],
  ["no domain", { domain: undefined }],
  ["a blank name", { name: " " }],
  ["an unknown type", { type: "Partner" }],
  ["an e-mail address for a company's domain", { domain: "a@new.example" }],
  ["a domain for a customer's address", { type: "Customer" }],
  ["a role on a company", { role: "Owner" }],
  ["a company's fields on a customer", { type: "Customer", domain: "a@new.example", number_of_seats: 1 }],
  ["a label that does not exist", { tier: "01945162-52fc-739b-98de-e2ac9f2eec49" }],
  ["a label of another type", { tier: label("Stage") }],
  ["a tag that is no tag", { tags: [label("Tier")] }],
  ["an unknown contract type", { contract_type: "Week" }],
  ["a day that does not exist", { renewal_date: "2026-02-30" }],
  ["an empty source specific id", { source_specific_ids: [""] }],
  ["a number as text", { contract_value: "12" }],
  ["properties as a list", { additional_properties: [] }],
])("creating an account with %s is 400 and creates nothing", async (_what, fields) => {
  const ask = assembly();
  expect(await ask("POST /accounts", { ...company, ...fields })).toEqual({
    status: 400,
    body: { error: expect.any(String) },
  });
  expect((await ask("GET /accounts/new.example")).status).toBe(404);
});

test("a body that is no object is 400", async () => {
  const ask = assembly();
  for (const body of [undefined, [], "text", null])
    expect((await ask("POST /accounts", body)).status).toBe(400);
});

test("a domain or source specific id that another record has is 409, on create and on update", async () => {
  const ask = assembly();
  const statuses = [
    await ask("POST /accounts", { ...company, domain: "ACME.example" }),
    await ask("POST /accounts", { ...company, source_specific_ids: ["crm-acme"] }),
    await ask("PUT /accounts/bluebird.example", { domain }),
    await ask("PUT /accounts/bluebird.example", { source_specific_ids: ["crm-acme"] }),
    await ask(`PUT /accounts/${domain}`, { domain: "Acme.example", source_specific_ids: ["crm-acme"] }),
    await ask(`PUT /contacts/${contactCases.none.contactId}`, { domain: "dup@acme.example" }),
    await ask("POST /contacts", { ...contact, domain: "DUP@acme.example" }),
  ];
  expect(statuses.map(({ status }) => status)).toEqual([409, 409, 409, 409, 200, 200, 409]);
});

test("an update adds and removes tags and ids, merges properties, replaces the rest and leaves what it does not name", async () => {
  const ask = assembly();
  const before = (await ask(`GET /accounts/${domain}`)).body.account;
  const [first, ...kept] = before.tags ?? [];
  const added = label("AccountTag", 5);
  expect(
    await ask(`PUT /accounts/${domain}`, {
      notes: null,
      contract_value: 1,
      tags: [added, kept[0]],
      removed_tags: [first],
      source_specific_ids: ["ssid-a"],
      removed_source_specific_ids: ["crm-acme"],
      additional_properties: { "chat.plan": "custom", extra: [1] },
    }),
  ).toEqual({ status: 200, body: { id: accountId } });
  expect((await ask(`GET /accounts/${accountId}`)).body.account).toEqual({
    ...before,
    notes: null,
    contract_value: 1,
    tags: [...kept, added],
    source_specific_ids: [showcase.account.organizationId, "ssid-a"],
    additional_properties: { ...before.additional_properties, "chat.plan": "custom", extra: [1] },
  });
  expect((await ask("GET /accounts?source_specific_id=crm-acme")).status).toBe(404);
});

test("a tag whose label is gone can be taken away, and an update that is refused changes nothing", async () => {
  const ask = assembly();
  const { accountId: id, labelId } = accountCases.danglingTag;
  expect((await ask(`PUT /accounts/${id}`, { removed_tags: [labelId], type: "Customer" })).status).toBe(400);
  expect((await ask(`GET /accounts/${id}`)).body.account.tags).toContain(labelId);
  expect((await ask(`PUT /accounts/${id}`, { removed_tags: [labelId] })).status).toBe(200);
  expect((await ask(`GET /accounts/${id}`)).body.account.tags).not.toContain(labelId);
});

test("update and delete by an unknown identifier are 404, by an empty one 400", async () => {
  const ask = assembly();
  for (const noun of ["accounts", "contacts"]) {
    const status = async (target: string) => (await ask(target, {})).status;
    for (const method of ["PUT", "DELETE"]) {
      expect(await status(`${method} /${noun}/01945162-52fc-739b-98de-e2ac9f2eec49`)).toBe(404);
      expect(await status(`${method} /${noun}`)).toBe(404);
    }
    expect(await status(`PUT /${noun}?source_specific_id=none`)).toBe(404);
    expect(await status(`PUT /${noun}?source_specific_id=`)).toBe(400);
  }
});

test("an upsert updates what it finds and creates what it does not, by the rules of create", async () => {
  const ask = assembly();
  expect(await ask(`PUT /accounts/upsert/${domain}`, { notes: "seen" })).toEqual({
    status: 200,
    body: { id: accountId },
  });
  expect((await ask(`GET /accounts/${domain}`)).body.account.notes).toBe("seen");
  expect((await ask("PUT /accounts/upsert/new.example", { notes: "lacks the rest" })).status).toBe(400);
  const { id } = (await ask("PUT /accounts/upsert/new.example", company)).body;
  expect((await ask("PUT /accounts/upsert/new.example", { notes: "again" })).body).toEqual({ id });
  expect((await ask("PUT /accounts/upsert", { ...company, domain: "other.example" })).body.id).not.toBe(id);
  expect((await ask("PUT /accounts/upsert", company)).status).toBe(409);
});

test("an upsert by source specific id links it when it creates, unless switched off", async () => {
  const ask = assembly();
  const { id } = (await ask("PUT /accounts/upsert?source_specific_id=s1", company)).body;
  expect((await ask("PUT /accounts/upsert?source_specific_id=s1", { notes: "again" })).body).toEqual({ id });
  expect((await ask("PUT /accounts/upsert?source_specific_id=", company)).status).toBe(400);
  const unlinked = assembly({ upsertLinksSourceSpecificId: false });
  await unlinked("PUT /contacts/upsert?source_specific_id=s1", contact);
  expect((await unlinked("GET /contacts?source_specific_id=s1")).status).toBe(404);
});

test("a deleted account is gone by every name", async () => {
  const ask = assembly();
  expect(await ask(`DELETE /accounts/${domain}`)).toEqual({ status: 200, body: {} });
  for (const target of [
    `/accounts/${accountId}`,
    `/accounts/${domain}`,
    "/accounts?source_specific_id=crm-acme",
    `/contacts/company/${domain}`,
  ]) {
    expect((await ask(`GET ${target}`)).status).toBe(404);
  }
  expect((await ask("GET /accounts/bluebird.example")).status).toBe(200);
});

test("a contact is created at the company that is named by id, domain or source specific id", async () => {
  const ask = assembly();
  const names = [
    { company_id: accountId },
    { company_domain: domain },
    { company_source_specific_id: "crm-acme" },
  ];
  for (const [place, name] of names.entries()) {
    const address = `new${place}@acme.example`;
    const { body } = await ask("POST /contacts", { name: "New", domain: address, ...name });
    expect((await ask(`GET /contacts/${address}`)).body.contact).toMatchObject({
      id: body.id,
      company_id: accountId,
    });
  }
  expect((await ask(`GET /contacts/company/${domain}`)).body.contacts.data).toHaveLength(17);
});

test.each([
  ["no name", { name: undefined }, 400],
  ["no address", { domain: undefined }, 400],
  ["a domain for an address", { domain: "acme.example" }, 400],
  ["no company", { company_id: undefined }, 400],
  ["an unknown company", { company_id: "01945162-52fc-739b-98de-e2ac9f2eec49" }, 404],
  ["a customer for a company", { company_id: accountCases.customer.accountId }, 404],
  ["a role that is no text", { role: 7 }, 400],
])("creating a contact with %s is refused", async (_what, fields, status) => {
  const ask = assembly();
  expect((await ask("POST /contacts", { ...contact, ...fields })).status).toBe(status);
  expect((await ask("GET /contacts/new@acme.example")).status).toBe(404);
});

test("an updated contact can move to another company and keeps the rest", async () => {
  const ask = assembly();
  const { contactId } = contactCases.none;
  const before = (await ask(`GET /contacts/${contactId}`)).body.contact;
  await ask(`PUT /contacts/${contactId}`, { company_domain: "bluebird.example", role: "CEO" });
  expect((await ask(`GET /contacts/${contactId}`)).body.contact).toEqual({
    ...before,
    company_id: accountCases.website.accountId,
    role: "CEO",
  });
});

test("a deleted contact leaves its company's list", async () => {
  const ask = assembly();
  expect(await ask(`DELETE /contacts/${contactCases.none.contactId}`)).toEqual({ status: 200, body: {} });
  expect((await ask(`GET /contacts/company/${domain}`)).body.contacts.data).toHaveLength(13);
});

test("each emulator has its own state over the same data", async () => {
  const [one, other] = [assembly(), assembly()];
  await one(`PUT /accounts/${domain}`, { name: "Changed" });
  expect((await other(`GET /accounts/${domain}`)).body.account.name).toBe("Acme Robotics");
});
