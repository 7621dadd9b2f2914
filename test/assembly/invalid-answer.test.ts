import { expect, test } from "vitest";
import { contactCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { gateway } from "../support/gateway.ts";

const { accountId } = showcase.account;
const { contactId } = contactCases.email;
const page = { data: [], has_next_page: false };

// The API answers `GET /accounts` in two shapes, so one in place of the other is likely, and must not read as absence.
test.each([
  ["accounts.getById", `account(by: { id: "${accountId}" }) { name }`, { accounts: page }],
  ["accounts.getById", `account(by: { id: "${accountId}" }) { name }`, { account: {} }],
  ["accounts.getById", `account(by: { id: "${accountId}" }) { name }`, undefined],
  [
    "accounts.getBySourceSpecificId",
    'account(by: { sourceSpecificId: "crm-acme" }) { name }',
    { accounts: page },
  ],
  ["contacts.getBySourceSpecificId", 'contact(by: { sourceSpecificId: "crm" }) { name }', { contacts: page }],
  ["contacts.getById", `contact(by: { id: "${contactId}" }) { name }`, [{ id: contactId }]],
  ["accounts.list", "accounts { nodes { name } }", { account: { id: accountId } }],
  ["accounts.list", "accounts { nodes { name } }", { accounts: [] }],
  ["contacts.list", "contacts { nodes { name } }", { contact: {} }],
  ["contacts.listByCompanyId", `contacts(account: { id: "${accountId}" }) { nodes { name } }`, {}],
  ["labels.list", "labels { name }", { labels: null }],
  ["labels.listByType", "labels(type: TIER) { name }", {}],
  ["labels.getById", `label(id: "${showcase.account.tierId}") { name }`, { label: {} }],
  ["usageLogs.getById", 'usageLog(id: "l-1") { content }', { logs: page }],
])("%s: an answer of another shape is an error, not nothing: %s %j", async (row, field, body) => {
  const { execute, calls, sandbox } = gateway();
  sandbox.assembly.inject({ row, reply: { status: 200, body } });
  const { data, errors } = await execute(`{ answer: ${field} }`);
  expect(data).toEqual({ answer: null });
  expect(errors).toMatchObject([
    { path: ["answer"], extensions: { code: "UPSTREAM_INVALID_RESPONSE", system: "assembly" } },
  ]);
  expect(calls()).toHaveLength(1);
});

test("usage of another shape is an error of its field alone", async () => {
  const { execute, calls, sandbox } = gateway();
  sandbox.assembly.inject({ row: "usageLogs.listForAccount", reply: { status: 200, body: { logs: {} } } });
  const { data, errors } = await execute(
    `{ account(by: { id: "${accountId}" }) { name usageLogs { nodes { content } } } }`,
  );
  expect(data).toEqual({ account: { name: "Acme Robotics", usageLogs: null } });
  expect(errors).toMatchObject([
    { path: ["account", "usageLogs"], extensions: { code: "UPSTREAM_INVALID_RESPONSE" } },
  ]);
  expect(calls()).toEqual([
    `assembly GET /accounts/${accountId}`,
    `assembly GET /usage/accounts/${accountId}`,
  ]);
});
