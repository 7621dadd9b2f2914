import { expect, test } from "vitest";
import type { UsageLogJson } from "../../../src/assembly/usage-log/endpoints.ts";
import { accountCases, contactCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { testNowMs } from "../../support/clock.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { createSandboxData } from "../../support/sandbox-data.ts";
import { nobody, ownersIn } from "./usage-log-owners.ts";

const { accountId } = showcase.account;
const { contactId } = contactCases.email;
const fields = "sourceId timestamp type content attribute value valueUnit metadata";
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
  value: typeof value === "string" ? Number(value.slice(1)) : value,
  valueUnit: typeof value === "string" ? value[0] : null,
  metadata,
});

/** Logs of an owner, or of all, newest first. */
const logsOf = ({ sandbox }: TestGateway, owner: string | undefined) =>
  sandbox.data.assembly.usageLogs
    .filter((log) => owner === undefined || log.account_id === owner || log.contact_id === owner)
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
    valueUnit: null,
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

const usageOf = `query ($of: AccountOrContactLookup, $first: Int, $after: String) {
  usageLogs(of: $of, first: $first, after: $after) {
    nodes { ${fields} } pageInfo { hasNextPage endCursor }
  }
}`;
const owners = ownersIn(createSandboxData(testNowMs)).map((owner) => [owner.name, owner] as const);

test.each(owners)("usage of %s is a call for a page, newest first", async (_, { of, target, id }) => {
  const made = gateway();
  const rows = logsOf(made, id).map(told);
  const { usageLogs } = await made.query(usageOf, { of, first: 4 });
  expect(usageLogs.nodes).toEqual(rows.slice(0, 4));
  expect(usageLogs.nodes.length).toBeGreaterThan(2);
  const sign = target.includes("?") ? "&" : "?";
  expect(made.callsWithQueries()).toEqual([`assembly GET ${target}${sign}limit=4&offset=0`]);
});

test("a walk over the organization's usage gives each log once and ends", async () => {
  const made = gateway();
  const nodes: unknown[] = [];
  let after: string | null = null;
  do {
    const { usageLogs } = await made.query(usageOf, { first: 100, after });
    nodes.push(...usageLogs.nodes);
    after = usageLogs.pageInfo.hasNextPage ? usageLogs.pageInfo.endCursor : null;
  } while (after !== null);
  const rows = logsOf(made, undefined);
  expect(nodes).toEqual(rows.map(told));
  expect(made.callsWithQueries()).toEqual(
    Array.from(
      { length: Math.ceil(rows.length / 100) },
      (_, page) => `assembly GET /usage?limit=100&offset=${page * 100}`,
    ),
  );
});

test.each(nobody)("usage of an unknown %s is null", async (_, of) => {
  const made = gateway();
  expect(await made.query(usageOf, { of })).toEqual({ usageLogs: null });
  expect(made.calls()).toHaveLength(1);
});

test("a page of no usage costs no call", async () => {
  const { query, calls } = gateway();
  const page = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
  expect(await query(usageOf, { first: 0 })).toEqual({ usageLogs: page });
  expect(calls()).toEqual([]);
});

test.each([
  ["an account and a contact at once", { account: { id: accountId }, contact: { id: contactId } }],
  ["neither", {}],
  ["a contact's id for an account's", { account: { id: `gid://assembly/Contact/${contactId}` } }],
  ["a domain for an address", { contact: { email: "acme.example" } }],
  ["an empty source specific id", { account: { sourceSpecificId: "" } }],
])("usage of %s is refused without a call", async (_, of) => {
  const { execute, calls } = gateway();
  const { errors } = await execute(usageOf, { of });
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  expect(calls()).toEqual([]);
});

test.each<[string, (log: UsageLogJson) => object]>([
  ["by itself", (log) => ({ log })],
  ["as a list of one", (log) => ({ logs: [log] })],
  ["as a page of one", (log) => ({ logs: { data: [log], has_next_page: false } })],
])("one usage log is read whether it comes %s", async (_, body) => {
  const made = gateway();
  const [log] = logsOf(made, accountId);
  if (!log) throw new Error("The account has no usage.");
  made.sandbox.assembly.inject({ row: "usageLogs.getById", reply: { status: 200, body: body(log) } });
  const data = await made.query(`query ($id: ID!) { usageLog(id: $id) { ${fields} } }`, { id: log.id });
  expect(data).toEqual({ usageLog: told(log) });
  expect(made.calls()).toEqual([`assembly GET /usage/${log.id}`]);
});

test.each([{}, { logs: [] }, { logs: { data: [] } }, { log: null }])(
  "an answer without a log, %j, is the upstream's fault and no log",
  async (body) => {
    const { execute, calls, sandbox } = gateway();
    sandbox.assembly.inject({ row: "usageLogs.getById", reply: { status: 200, body } });
    const { data, errors } = await execute('{ usageLog(id: "l-1") { content } }');
    expect(data).toEqual({ usageLog: null });
    expect(errors).toMatchObject([{ extensions: { code: "UPSTREAM_INVALID_RESPONSE" } }]);
    expect(calls()).toEqual(["assembly GET /usage/l-1"]);
  },
);
