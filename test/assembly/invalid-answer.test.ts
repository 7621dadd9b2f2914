import { describe, expect, test } from "vitest";
import { contactCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { gateway } from "../support/gateway.ts";

const { accountId } = showcase.account;
const { contactId } = contactCases.email;
const page = { data: [], has_next_page: false };

/** A page of one row that lacks something and one that does not. */
const rowsOf = (more: object) => ({
  data: [{ id: "r-1" }, { id: "r-2", name: "Ann", ...more }],
  has_next_page: false,
});

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
  ["labels.list", "labels { name }", { labels: "" }],
  ["labels.list", "labels { name }", { labels: { 0: { id: "l-1" } } }],
  ["accounts.list", "accounts { nodes { name } }", { accounts: { data: "", has_next_page: false } }],
  ["accounts.list", "accounts { nodes { name } }", { accounts: 7 }],
  ["contacts.list", "contacts { nodes { name } }", { contacts: { data: {}, has_next_page: false } }],
  ["usageLogs.list", "usageLogs { nodes { content } }", { error: "overloaded" }],
  ["accounts.getById", `account(by: { id: "${accountId}" }) { name }`, { error: "overloaded" }],
  ["accounts.getById", `account(by: { id: "${accountId}" }) { name }`, { account: "" }],
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

test.each([
  ["accounts.list", "accounts { nodes { sourceId field: name } }", { accounts: rowsOf({}) }],
  ["contacts.list", "contacts { nodes { sourceId field: name } }", { contacts: rowsOf({}) }],
  [
    "usageLogs.listForAccount",
    `account(by: { id: "${accountId}" }) { usageLogs { nodes { sourceId field: timestamp } } }`,
    { logs: rowsOf({ timestamp: "2026-03-17T12:00:00Z" }) },
  ],
])("%s: a row that lacks something does not take its page away", async (row, field, body) => {
  const { query, calls, sandbox } = gateway();
  sandbox.assembly.inject({ row, reply: { status: 200, body } });
  const { answer } = await query(`{ answer: ${field} }`);
  const { nodes } = answer.usageLogs ?? answer;
  expect(nodes).toEqual([
    { sourceId: "r-1", field: null },
    { sourceId: "r-2", field: expect.any(String) },
  ]);
  expect(calls()).toHaveLength(answer.usageLogs ? 2 : 1);
});

test("a label without a name does not take the list away", async () => {
  const { query, calls, sandbox } = gateway();
  const labels = [
    { id: "l-1", type: "Tier" },
    { id: "l-2", type: "Tier", name: "Gold" },
  ];
  sandbox.assembly.inject({ row: "labels.list", reply: { status: 200, body: { labels } } });
  expect(await query("{ labels { name } }")).toEqual({ labels: [{ name: null }, { name: "Gold" }] });
  expect(calls()).toEqual(["assembly GET /accounts/labels"]);
});

/** Rows of accounts, contacts or usage from one place in their list to another. */
const rowsFrom = (start: number, end: number) =>
  Array.from({ length: end - start }, (_, at) => ({ id: `row-${start + at}` }));

describe.each([
  ["accounts", "accounts", "accounts"],
  ["contacts", "contacts", "contacts"],
  ["usageLogs", "logs", "usage"],
] as const)("a page of %s that does not say whether it is the last", (noun, envelope, path) => {
  test.each([{}, { has_next_page: null }, { has_next_page: "false" }, { has_next_page: 0 }])(
    "but %j, is followed until one holds nothing",
    async (more) => {
      const { query, callsWithQueries, sandbox } = gateway();
      const page = (start: number, end: number) => ({
        status: 200,
        body: { [envelope]: { data: rowsFrom(start, end), ...more } },
      });
      sandbox.assembly.inject({ row: `${noun}.list`, reply: [page(0, 100), page(100, 141), page(0, 0)] });
      const found: string[] = [];
      let after: string | null = null;
      do {
        const answer = await query(
          `query ($after: String) { list: ${noun}(first: 100, after: $after) { nodes { sourceId } pageInfo { hasNextPage endCursor } } }`,
          { after },
        );
        found.push(...answer.list.nodes.map(({ sourceId }: { readonly sourceId: string }) => sourceId));
        after = answer.list.pageInfo.hasNextPage ? answer.list.pageInfo.endCursor : null;
      } while (after !== null);
      expect(found).toEqual(rowsFrom(0, 141).map(({ id }) => id));
      expect(callsWithQueries()).toEqual(
        [0, 100, 141].map((offset) => `assembly GET /${path}?limit=100&offset=${offset}`),
      );
    },
  );
});
