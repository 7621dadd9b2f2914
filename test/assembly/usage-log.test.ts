import { expect, test } from "vitest";
import type { UsageLogJson } from "../../src/assembly/api/usage-log.ts";
import { accountCases, contactCases, showcase } from "../../src/sandbox/data/showcase.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";

const { accountId } = showcase.account;
const { contactId } = contactCases.email;
const fields = "sourceId timestamp type content attribute value metadata";
const logsOfAccount = `query ($id: ID!, $first: Int, $after: String) {
  account(by: { id: $id }) {
    usageLogs(first: $first, after: $after) { nodes { ${fields} } pageInfo { hasNextPage endCursor } }
  }
}`;

const types: Readonly<Record<string, string>> = {
  Action: "ACTION",
  Metric: "METRIC",
  CumulativeMetric: "CUMULATIVE_METRIC",
  Message: "MESSAGE",
};

/** A log as the schema tells it. */
const told = ({ id, timestamp, type, content, attribute, value, metadata }: UsageLogJson) => ({
  sourceId: id,
  timestamp: new Date(timestamp).toISOString(),
  type: types[type],
  content,
  attribute,
  value,
  metadata,
});

const logsOf = ({ sandbox }: TestGateway, owner: string) =>
  sandbox.data.assembly.usageLogs
    .filter(({ account_id, contact_id }) => account_id === owner || contact_id === owner)
    .toSorted((one, other) => Date.parse(other.timestamp) - Date.parse(one.timestamp));

test("a walk over an account's usage gives each log once, newest first, a call a page", async () => {
  const made = gateway();
  const nodes: unknown[] = [];
  let after: string | null = null;
  do {
    const { account } = await made.query(logsOfAccount, { id: accountId, first: 50, after });
    nodes.push(...account.usageLogs.nodes);
    after = account.usageLogs.pageInfo.hasNextPage ? account.usageLogs.pageInfo.endCursor : null;
  } while (after !== null);
  const rows = logsOf(made, accountId);
  expect(rows).toHaveLength(120);
  expect(nodes).toEqual(rows.map(told));
  expect(made.callsWithQueries().filter((call) => call.includes("/usage/"))).toEqual(
    [0, 50, 100].map((offset) => `assembly GET /usage/accounts/${accountId}?limit=50&offset=${offset}`),
  );
});

test("a contact's usage is one call for a page", async () => {
  const made = gateway();
  const data = await made.query(
    `query ($id: ID!) { contact(by: { id: $id }) { usageLogs(first: 2) { nodes { ${fields} } } } }`,
    { id: contactId },
  );
  expect(data.contact.usageLogs.nodes).toEqual(logsOf(made, contactId).slice(0, 2).map(told));
  expect(made.callsWithQueries()).toEqual([
    `assembly GET /contacts/${contactId}`,
    `assembly GET /usage/contacts/${contactId}?limit=2&offset=0`,
  ]);
});

test("one usage log by its id, and as a node, is one call in all", async () => {
  const made = gateway();
  const [log] = logsOf(made, accountId);
  const id = `gid://assembly/UsageLog/${log?.id}`;
  const data = await made.query(
    `query ($id: ID!, $sourceId: ID!) {
      usageLog(id: $sourceId) { id ${fields} }
      node(id: $id) { __typename id }
    }`,
    { id, sourceId: log?.id },
  );
  expect(data).toEqual({
    usageLog: { id, ...(log && told(log)) },
    node: { __typename: "UsageLog", id },
  });
  expect(made.calls()).toEqual([`assembly GET /usage/${log?.id}`]);
});

test("a usage log that does not exist is null", async () => {
  const { query, calls } = gateway();
  const id = "00000000-0000-4000-8000-000000000000";
  expect(await query("query ($id: ID!) { usageLog(id: $id) { content } }", { id })).toEqual({
    usageLog: null,
  });
  expect(calls()).toEqual([`assembly GET /usage/${id}`]);
});

test("logs of the first revision read as MESSAGE, without attribute and value", async () => {
  const made = gateway();
  const old = logsOf(made, accountId).find(({ type }) => type === "Message");
  const { usageLog } = await made.query(`query ($id: ID!) { usageLog(id: $id) { ${fields} } }`, {
    id: old?.id,
  });
  expect(usageLog).toEqual({
    sourceId: old?.id,
    timestamp: expect.any(String),
    type: "MESSAGE",
    content: "Asked about an invoice",
    attribute: null,
    value: null,
    metadata: null,
  });
  expect(made.calls()).toEqual([`assembly GET /usage/${old?.id}`]);
});

test("a type that the schema does not know is null, and the other logs of the page are whole", async () => {
  const { query, calls, sandbox, logLines } = gateway();
  const log = (id: string, type: string) => ({ id, type, timestamp: "2026-03-01T10:00:00Z", content: "x" });
  sandbox.assembly.inject({
    row: "usageLogs.listForAccount",
    reply: {
      status: 200,
      body: { logs: { data: [log("l-1", "Telepathy"), log("l-2", "Metric")], has_next_page: false } },
    },
  });
  const data = await query(
    "query ($id: ID!) { account(by: { id: $id }) { usageLogs { nodes { sourceId type content } } } }",
    { id: accountId },
  );
  expect(data.account.usageLogs.nodes).toEqual([
    { sourceId: "l-1", type: null, content: "x" },
    { sourceId: "l-2", type: "METRIC", content: "x" },
  ]);
  expect(calls()).toEqual([
    `assembly GET /accounts/${accountId}`,
    `assembly GET /usage/accounts/${accountId}`,
  ]);
  expect(logLines.filter((line) => line.includes("UsageLog.type"))).toHaveLength(1);
});

test("an account without usage has an empty page", async () => {
  const { query, calls } = gateway();
  const id = accountCases.empty.accountId;
  const data = await query(logsOfAccount, { id });
  expect(data.account.usageLogs).toEqual({ nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
  expect(calls()).toEqual([`assembly GET /accounts/${id}`, `assembly GET /usage/accounts/${id}`]);
});

test("a log written between two pages repeats none", async () => {
  const made = gateway();
  const rows = logsOf(made, accountId);
  const page = async (after: string | null) =>
    (await made.query(logsOfAccount, { id: accountId, first: 3, after })).account.usageLogs;
  const first = await page(null);
  // A newer log pushes all others down by one.
  made.sandbox.assembly.inject({
    row: "usageLogs.listForAccount",
    times: 1,
    reply: { status: 200, body: { logs: { data: rows.slice(2, 5), has_next_page: true } } },
  });
  const second = await page(first.pageInfo.endCursor);
  expect([...first.nodes, ...second.nodes]).toEqual(rows.slice(0, 5).map(told));
  expect(made.callsWithQueries().filter((call) => call.includes("/usage/"))).toEqual([
    `assembly GET /usage/accounts/${accountId}?limit=3&offset=0`,
    `assembly GET /usage/accounts/${accountId}?limit=3&offset=3`,
  ]);
});
