import { expect, test } from "vitest";
import { contactCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";

const { accountId } = showcase.account;
const { contactId } = contactCases.none;
const both = `query ($account: ID!, $contact: ID!) {
  account(by: { id: $account }) { additionalProperties }
  contact(by: { id: $contact }) { additionalProperties }
}`;
const variables = { account: accountId, contact: contactId };
const stored = (
  rows: readonly { readonly id: string; readonly additional_properties?: unknown }[],
  id: string,
) => rows.find((row) => row.id === id)?.additional_properties;

test.each([false, true])(
  "custom properties are a map, also where the upstream lists them (%s), and cost no call",
  async (additionalPropertiesAsList) => {
    const { query, calls, sandbox } = gateway({
      sandbox: { choices: { assembly: { additionalPropertiesAsList } } },
    });
    const { accounts, contacts } = sandbox.data.assembly;
    expect(await query(both, variables)).toEqual({
      account: { additionalProperties: stored(accounts, accountId) },
      contact: { additionalProperties: stored(contacts, contactId) },
    });
    expect(calls()).toEqual([`assembly GET /accounts/${accountId}`, `assembly GET /contacts/${contactId}`]);
  },
);

test.each([false, true])(
  "custom properties that the rows lack are read by themselves, as a map or as a list (%s)",
  async (additionalPropertiesAsList) => {
    const { query, calls, sandbox } = gateway({
      sandbox: { choices: { assembly: { additionalPropertiesAsList } } },
    });
    const account = { id: accountId, type: "Company", name: "Acme" };
    const contact = { id: contactId, name: "Ann", domain: "ann@acme.example" };
    sandbox.assembly.inject({ row: "accounts.getById", reply: { status: 200, body: { account } } });
    sandbox.assembly.inject({ row: "contacts.getById", reply: { status: 200, body: { contact } } });
    const { accounts, contacts } = sandbox.data.assembly;
    expect(await query(both, variables)).toEqual({
      account: { additionalProperties: stored(accounts, accountId) },
      contact: { additionalProperties: stored(contacts, contactId) },
    });
    expect(calls()).toEqual([
      `assembly GET /accounts/${accountId}`,
      `assembly GET /contacts/${contactId}`,
      `assembly GET /add_props/accounts/${accountId}`,
      `assembly GET /add_props/contacts/${contactId}`,
    ]);
  },
);

test("custom properties that nobody selects are not read", async () => {
  const { query, calls, sandbox } = gateway();
  const account = { id: accountId, type: "Company", name: "Acme" };
  sandbox.assembly.inject({ row: "accounts.getById", reply: { status: 200, body: { account } } });
  await query("query ($account: ID!) { account(by: { id: $account }) { name } }", { account: accountId });
  expect(calls()).toEqual([`assembly GET /accounts/${accountId}`]);
});

test("names such as __proto__ are names like any other", async () => {
  const { query, calls, sandbox } = gateway();
  const properties = '[{"name":"__proto__","value":{"polluted":true}},{"name":"constructor","value":1}]';
  sandbox.assembly.inject({
    row: "accounts.getById",
    reply: {
      status: 200,
      body: `{"account":{"id":"${accountId}","name":"x","additional_properties":${properties}}}`,
    },
  });
  const { account } = await query(
    "query ($account: ID!) { account(by: { id: $account }) { additionalProperties } }",
    {
      account: accountId,
    },
  );
  expect(Object.entries(account.additionalProperties)).toEqual([
    ["__proto__", { polluted: true }],
    ["constructor", 1],
  ]);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  expect(calls()).toEqual([`assembly GET /accounts/${accountId}`]);
});

test("an account that is gone before its properties are read has none, without an error", async () => {
  const { query, calls, sandbox } = gateway();
  const id = "0198aaaa-0000-7000-8000-000000000000";
  const account = { id, type: "Company", name: "Gone" };
  sandbox.assembly.inject({ row: "accounts.getById", reply: { status: 200, body: { account } } });
  const data = await query("query ($id: ID!) { account(by: { id: $id }) { name additionalProperties } }", {
    id,
  });
  expect(data).toEqual({ account: { name: "Gone", additionalProperties: null } });
  expect(calls()).toEqual([`assembly GET /accounts/${id}`, `assembly GET /add_props/accounts/${id}`]);
});

test.each([
  ["account", "accounts", `/accounts/${accountId}`, accountId],
  ["contact", "contacts", `/contacts/${contactId}`, contactId],
])(
  "those of one %s that were read by themselves are read again after a write",
  async (noun, rows, path, id) => {
    const { query, calls, sandbox } = gateway();
    const bare = { id, type: "Company", name: "Bare", domain: "bare@acme.example" };
    sandbox.assembly.inject({ row: `${rows}.getById`, reply: { status: 200, body: { [noun]: bare } } });
    const read = `{ ${noun}(by: { id: "${id}" }) { additionalProperties } }`;
    const before = await query(read);
    const type = noun === "account" ? "Account" : "Contact";
    const input = '{ additionalProperties: { written: "just now" } }';
    await query(`mutation { update${type}(by: { id: "${id}" }, input: ${input}) { ${noun}Id } }`);
    const merged = { ...before[noun].additionalProperties, written: "just now" };
    expect(await query(read)).toEqual({ [noun]: { additionalProperties: merged } });
    const reads = [`assembly GET ${path}`, `assembly GET /add_props${path}`];
    expect(calls()).toEqual([...reads, `assembly PUT ${path}`, ...reads]);
  },
);
