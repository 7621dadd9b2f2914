import { expect, test } from "vitest";
import { accountCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";

const { tierId } = showcase.account;
const labelNamed = "query ($id: ID!) { label(id: $id) { sourceId name } }";

/** Adds accounts behind the gateway's back, which need not heed its rate limit. */
async function addAccounts({ sandbox }: TestGateway, count: number): Promise<void> {
  const tags = sandbox.data.assembly.labels.filter(({ type }) => type === "AccountTag").map(({ id }) => id);
  for (let number = 0; number < count; number += 1) {
    const name = `added-${number}`;
    const { status } = await sandbox.assembly.handle({
      method: "POST",
      target: "/accounts",
      headers: { authorization: sandbox.credentials.assembly.apiKey },
      body: JSON.stringify({ type: "Company", name, domain: `${name}.example`, tier: tierId, tags }),
    });
    expect(status).toBe(200);
  }
}

test("all labels come in one call", async () => {
  const { query, calls, sandbox } = gateway();
  const { labels } = await query("{ labels { __typename id sourceId type name color description } }");
  const types: Readonly<Record<string, string>> = {
    Tier: "TIER",
    Stage: "STAGE",
    CompanyType: "COMPANY_TYPE",
    AccountTag: "ACCOUNT_TAG",
  };
  expect(labels).toEqual(
    sandbox.data.assembly.labels.map(({ id, type, name, color, description }) => ({
      __typename: "Label",
      id: `gid://assembly/Label/${id}`,
      sourceId: id,
      type: types[type],
      name,
      color,
      description,
    })),
  );
  expect(calls()).toEqual(["assembly GET /accounts/labels"]);
});

test.each([
  ["TIER", "Tier"],
  ["STAGE", "Stage"],
  ["COMPANY_TYPE", "CompanyType"],
  ["ACCOUNT_TAG", "AccountTag"],
])("labels of type %s come in one call of that type", async (type, upstreamType) => {
  const { query, calls, sandbox } = gateway();
  const { labels } = await query("query ($type: LabelType) { labels(type: $type) { sourceId type } }", {
    type,
  });
  const rows = sandbox.data.assembly.labels.filter((label) => label.type === upstreamType);
  expect(labels).toEqual(rows.map(({ id }) => ({ sourceId: id, type })));
  expect(calls()).toEqual([`assembly GET /accounts/labels/${upstreamType}`]);
});

test.each([tierId, `gid://assembly/Label/${tierId}`])("one label by its id, %s, is one call", async (id) => {
  const { query, calls } = gateway();
  expect(await query(labelNamed, { id })).toEqual({ label: { sourceId: tierId, name: "Enterprise" } });
  expect(calls()).toEqual([`assembly GET /accounts/labels/${tierId}`]);
});

test("a label that is gone is null, by itself and as a node", async () => {
  const { query, calls } = gateway();
  const { labelId } = accountCases.danglingTier;
  const data = await query(
    "query ($id: ID!, $node: ID!) { label(id: $id) { name } node(id: $node) { id } }",
    { id: labelId, node: `gid://assembly/Label/${labelId}` },
  );
  expect(data).toEqual({ label: null, node: null });
  expect(calls()).toEqual([`assembly GET /accounts/labels/${labelId}`]);
});

test("a label whose own read answers an empty list is null", async () => {
  const { query, calls, sandbox } = gateway();
  sandbox.assembly.inject({ row: "labels.getById", reply: { status: 200, body: { labels: [] } } });
  expect(await query(labelNamed, { id: tierId })).toEqual({ label: null });
  expect(calls()).toEqual([`assembly GET /accounts/labels/${tierId}`]);
});

test("several labels by id are one call, and one more for each that the list does not show", async () => {
  const { query, calls, sandbox } = gateway();
  const { labelId: gone } = accountCases.danglingTier;
  const [first, second, third] = sandbox.data.assembly.labels.map(({ id }) => id);
  const data = await query(
    `query ($first: ID!, $second: ID!, $third: ID!, $gone: ID!) {
      first: label(id: $first) { sourceId }
      second: label(id: $second) { sourceId }
      third: label(id: $third) { sourceId }
      gone: label(id: $gone) { sourceId }
    }`,
    { first, second, third, gone },
  );
  expect(data).toEqual({
    first: { sourceId: first },
    second: { sourceId: second },
    third: { sourceId: third },
    gone: null,
  });
  expect(calls()).toEqual(["assembly GET /accounts/labels", `assembly GET /accounts/labels/${gone}`]);
});

test.each([
  "tiers: labels(type: TIER) { sourceId type } all: labels { sourceId type }",
  "all: labels { sourceId type } tiers: labels(type: TIER) { sourceId type }",
])("labels of one type beside all labels are no call of their own: %s", async (fields) => {
  const { query, calls } = gateway();
  const { tiers, all } = await query(`{ ${fields} }`);
  expect(tiers).toEqual(all.filter(({ type }: { type: string }) => type === "TIER"));
  expect(tiers.length).toBeGreaterThan(0);
  expect(calls()).toEqual(["assembly GET /accounts/labels"]);
});

test("labels of several types are one call", async () => {
  const { query, calls, sandbox } = gateway();
  const { tiers, stages } = await query(
    "{ tiers: labels(type: TIER) { sourceId } stages: labels(type: STAGE) { sourceId } }",
  );
  const listed = (type: string) =>
    sandbox.data.assembly.labels.filter((label) => label.type === type).map(({ id }) => ({ sourceId: id }));
  expect({ tiers, stages }).toEqual({ tiers: listed("Tier"), stages: listed("Stage") });
  expect(calls()).toEqual(["assembly GET /accounts/labels"]);
});

test("labels that records come to in turn are one call", async () => {
  const { query, calls, sandbox } = gateway();
  const account = { id: "a-1", type: "Company", name: "Bare", domain: "bare.example", tier: tierId };
  const stage = sandbox.data.assembly.labels.find(({ type }) => type === "Stage");
  const contact = { id: "c-1", name: "Ann", domain: "ann@bare.example", stage: stage?.id };
  const contacts = { data: [contact], has_next_page: false };
  sandbox.assembly.inject({ row: "accounts.getById", reply: { status: 200, body: { account } } });
  sandbox.assembly.inject({ row: "contacts.listByCompanyId", reply: { status: 200, body: { contacts } } });
  const data = await query(
    '{ account(by: { id: "a-1" }) { tier { name } contacts { nodes { stage { name } } } } }',
  );
  expect(data.account).toEqual({
    tier: { name: "Enterprise" },
    contacts: { nodes: [{ stage: { name: stage?.name } }] },
  });
  expect(calls().toSorted()).toEqual([
    "assembly GET /accounts/a-1",
    "assembly GET /accounts/labels",
    "assembly GET /contacts/company/a-1",
  ]);
});

test("a field that points at a label that is gone is null", async () => {
  const { query, calls } = gateway();
  const { accountId } = accountCases.danglingTier;
  const data = await query(
    "query ($id: ID!) { account(by: { id: $id }) { name tier { name } stage { type } } }",
    { id: accountId },
  );
  expect(data.account).toEqual({ name: "Velvet Café", tier: null, stage: { type: "STAGE" } });
  expect(calls()).toEqual([`assembly GET /accounts/${accountId}`, "assembly GET /accounts/labels"]);
});

test("a list leaves out the labels that are gone and keeps the order of the others", async () => {
  const { query, calls, sandbox } = gateway();
  const { accountId, labelId } = accountCases.danglingTag;
  const row = sandbox.data.assembly.accounts.find(({ id }) => id === accountId);
  expect(row?.tags).toContain(labelId);
  const data = await query("query ($id: ID!) { account(by: { id: $id }) { tags { sourceId } } }", {
    id: accountId,
  });
  expect(data.account.tags).toEqual(
    row?.tags?.filter((id) => id !== labelId).map((sourceId) => ({ sourceId })),
  );
  expect(calls()).toEqual([`assembly GET /accounts/${accountId}`, "assembly GET /accounts/labels"]);
});

test("an account without labels costs no call for them", async () => {
  const { query, calls, sandbox } = gateway();
  const bare = { id: "0198aaaa-0000-7000-8000-000000000000", type: "Company", name: "Bare" };
  sandbox.assembly.inject({ row: "accounts.getById", reply: { status: 200, body: { account: bare } } });
  const data = await query(
    `query ($id: ID!) {
      account(by: { id: $id }) { tier { id } stage { id } companyType { id } tags { id } }
    }`,
    { id: bare.id },
  );
  expect(data.account).toEqual({ tier: null, stage: null, companyType: null, tags: [] });
  expect(calls()).toEqual([`assembly GET /accounts/${bare.id}`]);
});

test("the labels of a hundred accounts and their contacts are one call", async () => {
  const made = gateway({ sandbox: { enforceLimits: false } });
  await addAccounts(made, 100 - made.sandbox.data.assembly.accounts.length);
  const { accounts } = await made.query(
    `{ accounts(first: 100) {
      nodes { tier { name } stage { name } companyType { name } tags { name } }
    } }`,
  );
  expect(accounts.nodes).toHaveLength(100);
  const marks = accounts.nodes.flatMap(({ tier, tags }: { tier: object | null; tags: readonly object[] }) => [
    tier,
    ...tags,
  ]);
  expect(marks.filter((mark: unknown) => mark !== null).length).toBeGreaterThan(300);
  expect(made.calls()).toEqual(["assembly GET /accounts", "assembly GET /accounts/labels"]);
});

test("when labels cannot be read their fields alone are empty, each with its error", async () => {
  const { execute, calls, sandbox } = gateway();
  sandbox.assembly.inject({ row: "labels.list", reply: { status: 403, body: { error: "no" } } });
  const { data, errors } = await execute(
    'query { account(by: { domain: "acme.example" }) { name tier { name } tags { name } } }',
  );
  expect(data).toEqual({ account: { name: "Acme Robotics", tier: null, tags: null } });
  expect(errors).toMatchObject([
    { path: ["account", "tier"], extensions: { code: "FORBIDDEN" } },
    { path: ["account", "tags"], extensions: { code: "FORBIDDEN" } },
  ]);
  expect(calls()).toEqual(["assembly GET /accounts/acme.example", "assembly GET /accounts/labels"]);
});
