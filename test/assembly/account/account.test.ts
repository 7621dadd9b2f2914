import { expect, test } from "vitest";
import { accountCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";

const { account: acme } = showcase;
const accountNamed = "query ($by: AccountLookup!) { account(by: $by) { sourceId name } }";

test.each([
  ["id", { id: acme.accountId }, `GET /accounts/${acme.accountId}`],
  ["global id", { id: `gid://assembly/Account/${acme.accountId}` }, `GET /accounts/${acme.accountId}`],
  ["domain", { domain: acme.domain }, "GET /accounts/acme.example"],
  [
    "source specific id",
    { sourceSpecificId: acme.sourceSpecificId },
    "GET /accounts?source_specific_id=crm-acme",
  ],
])("an account is found by its %s in one call", async (_, by, call) => {
  const { query, callsWithQueries } = gateway();
  expect(await query(accountNamed, { by })).toEqual({
    account: { sourceId: acme.accountId, name: "Acme Robotics" },
  });
  expect(callsWithQueries()).toEqual([`assembly ${call}`]);
});

test("a source specific id arrives upstream as it was given, whatever has to be encoded in it", async () => {
  const { query, callsWithQueries } = gateway();
  const { accountId, sourceSpecificId } = accountCases.awkwardSourceSpecificId;
  const data = await query(accountNamed, { by: { sourceSpecificId } });
  expect(data.account.sourceId).toBe(accountId);
  expect(callsWithQueries()).toEqual([`assembly GET /accounts?source_specific_id=${sourceSpecificId}`]);
});

test("a domain in Unicode and a customer's e-mail address are encoded into the path", async () => {
  const { query, calls, sandbox } = gateway();
  const customer = sandbox.data.assembly.accounts.find(({ id }) => id === accountCases.customer.accountId);
  const international = await query(accountNamed, { by: { domain: "münchner-brauhaus.example" } });
  expect(international.account.sourceId).toBe(accountCases.websiteInternational.accountId);
  const single = await query(accountNamed, { by: { domain: customer?.domain } });
  expect(single.account.sourceId).toBe(accountCases.customer.accountId);
  expect(calls()).toEqual([
    "assembly GET /accounts/m%C3%BCnchner-brauhaus.example",
    `assembly GET /accounts/${encodeURIComponent(customer?.domain ?? "")}`,
  ]);
});

test("an account tells every plain field in the types of the schema", async () => {
  const { query, calls } = gateway();
  const data = await query(
    `query ($by: AccountLookup!) {
      account(by: $by) {
        __typename id sourceId type name domain sourceSpecificIds imageUrl phone contractValue contractType
        renewalDate trialExpirationDate notes idInTool numberOfSeats role
      }
    }`,
    { by: { id: acme.accountId } },
  );
  expect(data.account).toEqual({
    __typename: "Account",
    id: `gid://assembly/Account/${acme.accountId}`,
    sourceId: acme.accountId,
    type: "COMPANY",
    name: "Acme Robotics",
    domain: "acme.example",
    sourceSpecificIds: [acme.organizationId, "crm-acme"],
    imageUrl: "https://cdn.assembly.example/logos/acme.png",
    phone: ["+31 20 555 1000"],
    contractValue: 48000,
    contractType: "YEAR",
    renewalDate: "2026-04-18",
    trialExpirationDate: null,
    notes: "Steering committee meets each quarter.",
    idInTool: "T-1000",
    numberOfSeats: expect.any(Number),
    role: null,
  });
  expect(calls()).toEqual([`assembly GET /accounts/${acme.accountId}`]);
});

test("a customer has a role, and no company fields", async () => {
  const { query, calls } = gateway();
  const { accountId } = accountCases.customer;
  const data = await query(
    "query ($id: ID!) { account(by: { id: $id }) { type role companyType { id } numberOfSeats } }",
    { id: accountId },
  );
  expect(data.account).toEqual({ type: "CUSTOMER", role: "Owner", companyType: null, numberOfSeats: null });
  expect(calls()).toEqual([`assembly GET /accounts/${accountId}`]);
});

test.each([
  ["id", { id: "00000000-0000-4000-8000-000000000000" }, "/accounts/00000000-0000-4000-8000-000000000000"],
  ["domain", { domain: "nobody.example" }, "/accounts/nobody.example"],
  ["source specific id", { sourceSpecificId: "crm-nobody" }, "/accounts"],
])("an account that no %s leads to is null, without an error", async (_, by, path) => {
  const { query, calls } = gateway();
  expect(await query(accountNamed, { by })).toEqual({ account: null });
  expect(calls()).toEqual([`assembly GET ${path}`]);
});

test("node finds an account by its global id, and knows its type", async () => {
  const { query, calls } = gateway();
  const id = `gid://assembly/Account/${acme.accountId}`;
  expect(await query("query ($id: ID!) { node(id: $id) { __typename id } }", { id })).toEqual({
    node: { __typename: "Account", id },
  });
  expect(calls()).toEqual([`assembly GET /accounts/${acme.accountId}`]);
});

test("one account asked for by its id under two names is one call", async () => {
  const { query, calls } = gateway();
  const data = await query(
    "query ($id: ID!) { one: account(by: { id: $id }) { name } other: account(by: { id: $id }) { domain } }",
    { id: acme.accountId },
  );
  expect(data).toEqual({ one: { name: "Acme Robotics" }, other: { domain: "acme.example" } });
  expect(calls()).toEqual([`assembly GET /accounts/${acme.accountId}`]);
});

test("an account's type that the schema does not know is null, and is counted", async () => {
  const { query, calls, sandbox, logLines } = gateway();
  sandbox.assembly.inject({
    row: "accounts.getById",
    reply: { status: 200, body: { account: { id: acme.accountId, type: "Household", name: "Acme" } } },
  });
  const data = await query("query ($id: ID!) { account(by: { id: $id }) { type name domain } }", {
    id: acme.accountId,
  });
  expect(data.account).toEqual({ type: null, name: "Acme", domain: null });
  expect(calls()).toEqual([`assembly GET /accounts/${acme.accountId}`]);
  expect(logLines.filter((line) => line.includes("Account.type"))).toHaveLength(1);
});

test("a domain may hold an underscore", async () => {
  const { query, calls } = gateway();
  await query(
    'mutation { createAccount(input: { type: COMPANY, name: "My", domain: "my_shop.example" }) { accountId } }',
  );
  calls();
  expect(await query('{ account(by: { domain: "my_shop.example" }) { name domain } }')).toEqual({
    account: { name: "My", domain: "my_shop.example" },
  });
  expect(calls()).toEqual(["assembly GET /accounts/my_shop.example"]);
});
