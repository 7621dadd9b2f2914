import { expect, test } from "vitest";
import type { PageJson } from "../../src/assembly/page-json.ts";
import type { UsageLogJson } from "../../src/assembly/usage-log/endpoints.ts";
import { contactCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { askAssembly, assemblyData } from "./ask-assembly.ts";

interface Answer {
  readonly id: string;
  readonly log: UsageLogJson;
  readonly logs: PageJson<UsageLogJson>;
}

const { accountId, domain } = showcase.account;
const { contactId } = contactCases.none;
const email = assemblyData.contacts.find(({ id }) => id === contactId)?.domain;
const spent = {
  timestamp: "2026-03-17T09:00:00Z",
  type: "Metric",
  content: "Spent on chat",
  attribute: "AccountSpend",
  value: 20,
};
const nobody = "01945162-52fc-739b-98de-e2ac9f2eec49";
const refused = (status: number) => ({ status, body: { error: expect.any(String) } });
/** The first stored log of a type. */
const storedOf = (type: string) => assemblyData.usageLogs.find((log) => log.type === type)?.id;

const forAccount = [
  `/usage/accounts/${accountId}`,
  `/usage/accounts/${domain}`,
  "/usage/accounts?source_specific_id=crm-acme",
];
const forContact = [
  `/usage/contacts/${contactId}`,
  `/usage/contacts/${email}`,
  "/usage/contacts?source_specific_id=crm-acme-contact-0",
];

test.each([
  ["the organization", ["/usage"]],
  ["an account", forAccount],
  ["a contact", forContact],
])(
  "a log of %s is listed first by each name of it and in the organization, nowhere else",
  async (_, names) => {
    const ask = askAssembly<Answer>();
    for (const name of names) {
      const { status, body } = await ask(`POST ${name}`, { ...spent, unknown_field: "ignored" });
      expect([status, body]).toEqual([200, { id: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
      const log = { id: body.id, ...spent, metadata: null };
      expect((await ask(`GET /usage/${body.id}`)).body).toEqual({ log });
      for (const target of ["/usage", ...forAccount, ...forContact]) {
        const { data } = (await ask(`GET ${target}`)).body.logs;
        const isOwn = target === "/usage" || names.includes(target);
        expect(data.filter(({ id }) => id === body.id)).toEqual(isOwn ? [log] : []);
        if (isOwn) expect(data[0]?.timestamp).toBe(spent.timestamp);
      }
      await ask(`DELETE /usage/${body.id}`);
    }
  },
);

test.each([
  ["no timestamp", { timestamp: undefined }],
  ["no type", { type: undefined }],
  ["no content", { content: undefined }],
  ["no attribute", { attribute: undefined }],
  ["a blank attribute", { attribute: " " }],
  ["a metric without a value", { value: undefined }],
  ["null for a metric's value", { value: null }],
  ["a sum without a value", { type: "CumulativeMetric", value: undefined }],
  ["the type of the first revision", { type: "Message" }],
  ["a day for a time", { timestamp: "2026-03-17" }],
  ["a time without an offset", { timestamp: "2026-03-17T09:00:00" }],
  ["a day that does not exist", { timestamp: "2026-02-30T09:00:00Z" }],
  ["an hour that does not exist", { timestamp: "2026-03-17T24:00:00Z" }],
  ["a value as text", { value: "20" }],
  ["metadata as a list", { metadata: [] }],
])("a log with %s is 400 and is not listed", async (_what, fields) => {
  const ask = askAssembly<Answer>();
  expect(await ask("POST /usage", { ...spent, ...fields })).toEqual(refused(400));
  const { data } = (await ask("GET /usage?limit=1")).body.logs;
  expect(data[0]?.timestamp).not.toBe(spent.timestamp);
});

test("usage of nobody is 404, of an empty source specific id 400, to read and to write", async () => {
  const ask = askAssembly<Answer>();
  for (const noun of ["accounts", "contacts"]) {
    const unknown = [`/${nobody}`, "/nobody@nobody.example", "?source_specific_id=none"];
    const statuses = async (target: string) => [
      (await ask(`GET /usage/${noun}${target}`)).status,
      (await ask(`POST /usage/${noun}${target}`, spent)).status,
    ];
    for (const target of unknown) expect(await statuses(target)).toEqual([404, 404]);
    expect(await statuses("?source_specific_id=")).toEqual([400, 400]);
    expect(await statuses("")).toEqual([404, 404]);
  }
});

test("an update replaces metadata as a whole and leaves what it does not name", async () => {
  const ask = askAssembly<Answer>();
  const { id } = (await ask("POST /usage", { ...spent, metadata: { a: 1, b: { c: 2 } } })).body;
  const change = { attribute: "Seats", metadata: { b: 3 } };
  expect(await ask(`PUT /usage/${id}`, change)).toEqual({ status: 200, body: { id } });
  expect((await ask(`GET /usage/${id}`)).body.log).toEqual({ id, ...spent, ...change });
});

test("an update makes no metric without a value, and one that is refused changes nothing", async () => {
  const ask = askAssembly<Answer>();
  const statuses = async (id: string | undefined, ...bodies: readonly object[]) => {
    const answers: number[] = [];
    for (const body of bodies) answers.push((await ask(`PUT /usage/${id}`, body)).status);
    return answers;
  };
  const action = storedOf("Action");
  expect(await statuses(action, { type: "Metric" }, { type: "Metric", value: 1 })).toEqual([400, 200]);
  const metric = storedOf("CumulativeMetric");
  const { log } = (await ask(`GET /usage/${metric}`)).body;
  expect(await statuses(metric, { value: null }, { type: "Message" }, { content: null })).toEqual([
    400, 400, 400,
  ]);
  expect((await ask(`GET /usage/${metric}`)).body).toEqual({ log });
  expect(await statuses(metric, { type: "Action", value: null })).toEqual([200]);
});

test("a log of the first revision can be changed and keeps its type", async () => {
  const ask = askAssembly<Answer>();
  const id = storedOf("Message");
  expect((await ask(`PUT /usage/${id}`, { attribute: "Billing" })).status).toBe(200);
  expect((await ask(`GET /usage/${id}`)).body.log).toMatchObject({ type: "Message", attribute: "Billing" });
});

test("a deleted log is gone, also a second time", async () => {
  const ask = askAssembly<Answer>();
  const id = storedOf("Metric");
  expect(await ask(`DELETE /usage/${id}`)).toEqual({ status: 200, body: {} });
  expect(await ask(`GET /usage/${id}`)).toEqual(refused(404));
  expect(await ask(`DELETE /usage/${id}`)).toEqual(refused(404));
  expect(await ask(`PUT /usage/${id}`, { content: "x" })).toEqual(refused(404));
});
