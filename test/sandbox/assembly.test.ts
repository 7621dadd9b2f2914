import { expect, test } from "vitest";
import type { AccountJson, AdditionalPropertiesJson } from "../../src/assembly/account/endpoints.ts";
import type { ContactJson } from "../../src/assembly/contact/endpoints.ts";
import type { LabelJson } from "../../src/assembly/label/endpoints.ts";
import type { PageJson } from "../../src/assembly/page-json.ts";
import type { UsageLogJson } from "../../src/assembly/usage-log/endpoints.ts";
import { createAssemblyEmulator } from "../../src/sandbox/assembly/emulator.ts";
import type { AssemblyOptions } from "../../src/sandbox/assembly/options.ts";
import { accountCases, contactCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { listen } from "../../src/sandbox/http.ts";
import { createSandboxData } from "../support/sandbox-data.ts";

const data = createSandboxData(Date.UTC(2026, 2, 17)).assembly;
const { accountId, domain } = showcase.account;
const nobody = "01945162-52fc-739b-98de-e2ac9f2eec49";

/** Whatever an answer may hold. */
type Page<Row> = PageJson<Row> & { readonly next_cursor: number | null };

interface Answer {
  readonly account: AccountJson;
  readonly accounts: Page<AccountJson>;
  readonly contact: ContactJson;
  readonly contacts: Page<ContactJson>;
  readonly labels: readonly LabelJson[];
  readonly log: UsageLogJson;
  readonly logs: Page<UsageLogJson>;
  readonly additional_properties: AdditionalPropertiesJson;
}

function assembly(choices: Partial<AssemblyOptions> = {}) {
  const clock = { nowMs: Date.UTC(2026, 2, 17, 12) };
  const emulator = createAssemblyEmulator(
    data,
    { nowMs: () => clock.nowMs, sleep: () => Promise.reject(new Error("nothing here waits")) },
    choices,
  );
  const get = async (target: string, authorization = "sandbox-assembly-key") => {
    const request = { method: "GET", target, headers: { authorization }, body: "" };
    const { status, body } = await emulator.handle(request);
    return { status, body: JSON.parse(JSON.stringify(body)) as Answer };
  };
  return { emulator, clock, get };
}

test("the raw key lets in, and nothing before or instead of it", async () => {
  const { get, emulator } = assembly();
  for (const key of ["Bearer sandbox-assembly-key", "sandbox-assembly-key2", "", "SANDBOX-ASSEMBLY-KEY"]) {
    expect(await get("/accounts", key)).toEqual({
      status: 401,
      body: { error: "invalid or expired API key" },
    });
  }
  expect((await get("/accounts")).status).toBe(200);
  expect(emulator.journal.map(({ row }) => row)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    "accounts.list",
  ]);
});

test("30 calls fit into any second, whatever they answer", async () => {
  const { get, clock } = assembly();
  for (let call = 0; call < 30; call += 1) expect((await get("/nowhere")).status).toBe(404);
  clock.nowMs += 999;
  expect(await get("/accounts")).toEqual({ status: 429, body: { error: "rate limit exceeded" } });
  clock.nowMs += 1;
  expect((await get("/accounts")).status).toBe(200);
});

test("a page has 100 rows unless asked for fewer, and tells whether more follow", async () => {
  const { get } = assembly();
  const first = (await get("/contacts")).body.contacts;
  expect([first.data.length, first.has_next_page, first.next_cursor]).toEqual([100, true, 100]);
  const last = (await get("/contacts?limit=100&offset=200")).body.contacts;
  expect([last.data.length, last.has_next_page, last.next_cursor]).toEqual([
    data.contacts.length - 200,
    false,
    null,
  ]);
  expect((await get("/contacts?limit=500")).body.contacts.data).toHaveLength(100);
  expect((await get(`/contacts?offset=${data.contacts.length}`)).body.contacts).toEqual({
    data: [],
    has_next_page: false,
    next_cursor: null,
  });
});

test("a walk over pages of accounts gives each once, companies first and by name within their type", async () => {
  const { get } = assembly();
  const rows: AccountJson[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const page: Page<AccountJson> = (await get(`/accounts?limit=7&offset=${offset}`)).body.accounts;
    rows.push(...page.data);
    offset = page.next_cursor;
  }
  expect(new Set(rows.map(({ id }) => id)).size).toBe(data.accounts.length);
  expect(rows.map(({ type }) => type)).toEqual([...rows.map(({ type }) => type)].sort());
  const companies = rows.filter(({ type }) => type === "Company").map(({ name }) => name);
  expect(companies).toEqual([...companies].sort(new Intl.Collator("en").compare));
  expect(companies.slice(0, 2)).toEqual(["Acme Robotics", "Azulejo Digital"]);
});

test.each(["limit=0", "limit=-1", "limit=ten", "limit=", "limit=1.5", "offset=-1", "offset=x"])(
  "a page asked for with %s is 400",
  async (query) => {
    const { get } = assembly();
    for (const path of ["/accounts", "/contacts", `/usage/accounts/${accountId}`]) {
      expect((await get(`${path}?${query}`)).status).toBe(400);
    }
  },
);

test("an account is found by id, by domain in any case, and by source specific id", async () => {
  const { get, emulator } = assembly();
  const { sourceSpecificId, accountId: awkwardId } = accountCases.awkwardSourceSpecificId;
  const targets = [`/accounts/${accountId}`, `/accounts/${domain}`, "/accounts/ACME.example"];
  for (const target of targets) expect((await get(target)).body.account.id).toBe(accountId);
  const awkward = await get(`/accounts?source_specific_id=${encodeURIComponent(sourceSpecificId)}`);
  expect(awkward.body.account.id).toBe(awkwardId);
  expect(emulator.journal.map(({ row }) => row)).toEqual([
    "accounts.getById",
    "accounts.getByDomain",
    "accounts.getByDomain",
    "accounts.getBySourceSpecificId",
  ]);
});

test("an account comes with its labels as ids and its properties as a map", async () => {
  const { get } = assembly();
  const { account } = (await get(`/accounts/${domain}`)).body;
  expect(account).toMatchObject({
    type: "Company",
    name: "Acme Robotics",
    domain,
    tier: showcase.account.tierId,
    contract_value: 48_000,
    renewal_date: "2026-05-01",
    additional_properties: { "chat.plan": expect.any(String) },
  });
  expect(account.tags).toHaveLength(3);
});

test("an empty source specific id is 400 and an unknown one 404, for accounts, contacts and companies", async () => {
  const { get } = assembly();
  const status = async (target: string) => (await get(target)).status;
  for (const path of ["/accounts?source_specific_id", "/contacts?source_specific_id"]) {
    expect([await status(`${path}=`), await status(`${path}=%20`), await status(`${path}=none`)]).toEqual([
      400, 400, 404,
    ]);
  }
  const company = "/contacts/company?company_source_specific_id";
  expect([
    await status(`${company}=`),
    await status(`${company}=none`),
    await status(`${company}=crm-acme`),
  ]).toEqual([400, 404, 200]);
});

test("what does not exist is 404 with an error in words", async () => {
  const { get } = assembly();
  const customer = accountCases.customer.accountId;
  for (const target of [
    `/accounts/${nobody}`,
    "/accounts/unknown.example",
    `/contacts/${nobody}`,
    "/contacts/nobody@unknown.example",
    `/contacts/company/${nobody}`,
    `/contacts/company/${customer}`,
    `/accounts/labels/${nobody}`,
    "/accounts/labels/Priority",
    `/usage/${nobody}`,
    `/usage/accounts/${nobody}`,
    `/usage/contacts/${nobody}`,
    `/add_props/accounts/${nobody}`,
    `/add_props/contacts/${nobody}`,
    `/accounts/add_props/${accountId}`,
  ]) {
    expect([target, await get(target)]).toEqual([
      target,
      { status: 404, body: { error: expect.any(String) } },
    ]);
  }
});

test("contacts are listed by each name of their company, and found by id and e-mail", async () => {
  const { get } = assembly();
  const own = data.contacts.filter(({ company_id }) => company_id === accountId).map(({ id }) => id);
  for (const target of [accountId, domain]) {
    const { contacts } = (await get(`/contacts/company/${target}`)).body;
    expect(contacts.data.map(({ id }) => id)).toEqual(own);
  }
  const { contactId } = contactCases.email;
  const { contact } = (await get(`/contacts/${contactId}`)).body;
  expect(contact).toMatchObject({ id: contactId, company_id: accountId });
  expect((await get(`/contacts/${encodeURIComponent(contact.domain.toUpperCase())}`)).body.contact).toEqual(
    contact,
  );
  expect((await get("/contacts?source_specific_id=crm-acme-contact-0")).body.contact.id).toBe(own[0]);
});

test("labels come all at once, by type in any case, or one in a list", async () => {
  const { get, emulator } = assembly();
  expect((await get("/accounts/labels")).body.labels).toEqual(data.labels);
  const tiers = data.labels.filter(({ type }) => type === "Tier");
  expect((await get("/accounts/labels/Tier")).body.labels).toEqual(tiers);
  expect((await get("/accounts/labels/tIER")).body.labels).toEqual(tiers);
  expect((await get(`/accounts/labels/${tiers[1]?.id}`)).body).toEqual({ labels: [tiers[1]] });
  expect(emulator.journal.map(({ row }) => row)).toEqual([
    "labels.list",
    "labels.listByType",
    "labels.listByType",
    "labels.getById",
  ]);
});

test("usage comes newest first, by every name of its owner, and says nothing of the owner", async () => {
  const { get } = assembly();
  const { logs } = (await get(`/usage/accounts/${domain}`)).body;
  expect([logs.data.length, logs.has_next_page]).toEqual([100, true]);
  const times = logs.data.map(({ timestamp }) => timestamp);
  expect(times).toEqual([...times].sort().reverse());
  expect(Object.keys(logs.data[0] ?? {}).sort()).toEqual([
    "attribute",
    "content",
    "id",
    "metadata",
    "timestamp",
    "type",
    "value",
  ]);
  expect((await get(`/usage/${logs.data[0]?.id}`)).body).toEqual({ log: logs.data[0] });
  expect((await get(`/usage/accounts/${accountId}`)).body.logs).toEqual(logs);
  const ofContact = data.usageLogs.filter(({ contact_id }) => contact_id === contactCases.none.contactId);
  const { data: rows } = (await get(`/usage/contacts/${contactCases.none.contactId}`)).body.logs;
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(ofContact.map(({ id }) => id)));
});

test("custom properties can be read alone, by id only", async () => {
  const { get } = assembly();
  const { additional_properties } = (await get(`/accounts/${accountId}`)).body.account;
  expect((await get(`/add_props/accounts/${accountId}`)).body).toEqual({
    id: accountId,
    additional_properties,
  });
  expect(
    (await get(`/add_props/contacts/${contactCases.none.contactId}`)).body.additional_properties,
  ).toMatchObject({
    newsletter: true,
  });
});

test("properties can come as a list of name and value", async () => {
  const { get } = assembly({ additionalPropertiesAsList: true });
  const { additional_properties: list } = (await get(`/add_props/accounts/${accountId}`)).body;
  expect(list).toContainEqual({ name: "chat.plan", value: expect.any(String) });
  expect((await get(`/accounts/${accountId}`)).body.account.additional_properties).toEqual(list);
});

test("contacts can keep their company to themselves", async () => {
  const { get } = assembly({ contactsCarryCompany: false });
  const { data: rows } = (await get(`/contacts/company/${domain}`)).body.contacts;
  expect([rows.length, rows.some((row) => "company_id" in row)]).toEqual([14, false]);
});

test("the last page can promise one more, which is empty", async () => {
  const { get } = assembly({ emptyLastPage: true });
  const page = async (offset: number) => {
    const { contacts } = (await get(`/contacts/company/${domain}?limit=14&offset=${offset}`)).body;
    return [contacts.data.length, contacts.has_next_page, contacts.next_cursor];
  };
  expect([await page(0), await page(14)]).toEqual([
    [14, true, 14],
    [0, false, null],
  ]);
});

test("it answers over a real socket", async () => {
  const { emulator } = assembly();
  const server = await listen(emulator, { host: "127.0.0.1", port: 0 });
  try {
    const reply = await fetch(`${server.url}/accounts/${domain}`, {
      headers: { authorization: "sandbox-assembly-key" },
    });
    expect([reply.status, ((await reply.json()) as { account: { id: string } }).account.id]).toEqual([
      200,
      accountId,
    ]);
  } finally {
    await server.close();
  }
  expect(emulator.journal).toMatchObject([{ row: "accounts.getByDomain", path: "/accounts/acme.example" }]);
});
