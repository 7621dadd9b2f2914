import { expect, test } from "vitest";
import { accountCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";

const { account: acme } = showcase;
const gid = (id: string) => `gid://assembly/Account/${id}`;
const remove = "mutation ($by: AccountLookup!) { deleteAccount(by: $by) { deletedAccountId } }";

/** Bodies that the upstream got, of writes alone, in order. */
const bodies = ({ sandbox }: TestGateway) =>
  sandbox.assembly.journal.filter(({ body }) => body !== "").map(({ body }) => JSON.parse(body));

const keys: readonly (readonly [name: string, by: object, path: string, query: string])[] = [
  ["id", { id: acme.accountId }, `/${acme.accountId}`, ""],
  ["global id", { id: gid(acme.accountId) }, `/${acme.accountId}`, ""],
  ["domain", { domain: acme.domain }, "/acme.example", ""],
  ["source specific id", { sourceSpecificId: acme.sourceSpecificId }, "", "?source_specific_id=crm-acme"],
];

test("creating an account sends what was given, and reads it back for what was selected", async () => {
  const made = gateway();
  const data = await made.query(
    `mutation ($input: CreateAccountInput!) {
      createAccount(input: $input) {
        accountId
        account {
          id type name domain sourceSpecificIds imageUrl phone contractValue contractType renewalDate
          trialExpirationDate tier { sourceId } notes idInTool additionalProperties numberOfSeats role
        }
      }
    }`,
    {
      input: {
        type: "COMPANY",
        name: "Möwe & Söhne",
        domain: "moewe.example",
        sourceSpecificIds: ["crm-moewe", "erp/7"],
        imageUrl: "https://cdn.example/moewe.png",
        phone: ["+49 30 5550"],
        contractValue: 12.5,
        contractType: "MONTH",
        renewalDate: "2026-12-31",
        trialExpirationDate: null,
        tierId: `gid://assembly/Label/${acme.tierId}`,
        notes: "Met at the fair.",
        idInTool: "T-1",
        additionalProperties: { region: "EMEA", "chat.plan": 3 },
        numberOfSeats: 7,
      },
    },
  );
  const { accountId: id, account } = data.createAccount;
  const sourceId = id.replace("gid://assembly/Account/", "");
  expect(account).toEqual({
    id,
    type: "COMPANY",
    name: "Möwe & Söhne",
    domain: "moewe.example",
    sourceSpecificIds: ["crm-moewe", "erp/7"],
    imageUrl: "https://cdn.example/moewe.png",
    phone: ["+49 30 5550"],
    contractValue: 12.5,
    contractType: "MONTH",
    renewalDate: "2026-12-31",
    trialExpirationDate: null,
    tier: { sourceId: acme.tierId },
    notes: "Met at the fair.",
    idInTool: "T-1",
    additionalProperties: { region: "EMEA", "chat.plan": 3 },
    numberOfSeats: 7,
    role: null,
  });
  expect(bodies(made)).toEqual([
    {
      type: "Company",
      name: "Möwe & Söhne",
      domain: "moewe.example",
      source_specific_ids: ["crm-moewe", "erp/7"],
      image_url: "https://cdn.example/moewe.png",
      phone: ["+49 30 5550"],
      contract_value: 12.5,
      contract_type: "Month",
      renewal_date: "2026-12-31",
      tier: acme.tierId,
      notes: "Met at the fair.",
      id_in_tool: "T-1",
      additional_properties: { region: "EMEA", "chat.plan": 3 },
      number_of_seats: 7,
    },
  ]);
  expect(made.calls()).toEqual([
    "assembly POST /accounts",
    `assembly GET /accounts/${sourceId}`,
    "assembly GET /accounts/labels",
  ]);
});

test("a customer is created with an e-mail address in place of a domain, and may have a role", async () => {
  const made = gateway();
  const data = await made.query(
    `mutation { createAccount(input: {
      type: CUSTOMER, name: "Ann", domain: "ann@home.example", role: "Owner"
    }) { account { type domain role } } }`,
  );
  expect(data.createAccount.account).toEqual({ type: "CUSTOMER", domain: "ann@home.example", role: "Owner" });
  expect(made.calls()).toEqual([
    "assembly POST /accounts",
    expect.stringMatching(/^assembly GET \/accounts\/[0-9a-f-]{36}$/),
  ]);
});

test.each(keys)("an update by %s changes what was given and leaves the rest", async (_, by, path, search) => {
  const made = gateway();
  const data = await made.query(
    `mutation ($by: AccountLookup!) {
      updateAccount(by: $by, input: { name: "Acme Robots", contractType: MONTH }) {
        accountId account { name contractType notes idInTool sourceSpecificIds }
      }
    }`,
    { by },
  );
  expect(data.updateAccount).toEqual({
    accountId: gid(acme.accountId),
    account: {
      name: "Acme Robots",
      contractType: "MONTH",
      notes: "Steering committee meets each quarter.",
      idInTool: "T-1000",
      sourceSpecificIds: [acme.organizationId, "crm-acme"],
    },
  });
  expect(bodies(made)).toEqual([{ name: "Acme Robots", contract_type: "Month" }]);
  expect(made.callsWithQueries()).toEqual([
    `assembly PUT /accounts${path}${search}`,
    `assembly GET /accounts/${acme.accountId}`,
  ]);
});

test.each(keys)("an upsert by %s of an account that is there updates it", async (name, by, path, search) => {
  const made = gateway();
  const data = await made.query(
    `mutation ($by: AccountLookup!) {
      upsertAccount(by: $by, input: { type: COMPANY, name: "Acme Robots", domain: "acme.example" }) { accountId }
    }`,
    { by },
  );
  expect(data.upsertAccount).toEqual({ accountId: gid(acme.accountId) });
  const linked = name === "source specific id" ? { source_specific_ids: ["crm-acme"] } : {};
  expect(bodies(made)).toEqual([{ type: "Company", name: "Acme Robots", domain: "acme.example", ...linked }]);
  expect(made.callsWithQueries()).toEqual([`assembly PUT /accounts/upsert${path}${search}`]);
});

test.each([
  ["id", { id: "0198aaaa-0000-7000-8000-000000000000" }, "/0198aaaa-0000-7000-8000-000000000000"],
  ["domain", { domain: "fresh.example" }, "/fresh.example"],
  ["source specific id", { sourceSpecificId: "crm-fresh" }, "?source_specific_id=crm-fresh"],
])("an upsert by a %s that leads nowhere creates", async (_, by, target) => {
  const made = gateway();
  const data = await made.query(
    `mutation ($by: AccountLookup!) {
      upsertAccount(by: $by, input: { type: COMPANY, name: "Fresh", domain: "fresh.example" }) {
        account { sourceId name domain }
      }
    }`,
    { by },
  );
  const sourceId = expect.stringMatching(/^[0-9a-f-]{36}$/);
  expect(data.upsertAccount.account).toEqual({ sourceId, name: "Fresh", domain: "fresh.example" });
  expect(made.callsWithQueries()).toEqual([
    `assembly PUT /accounts/upsert${target}`,
    `assembly GET /accounts/${data.upsertAccount.account.sourceId}`,
  ]);
});

test("an upsert without a key creates", async () => {
  const made = gateway();
  const data = await made.query(
    `mutation { upsertAccount(input: { type: COMPANY, name: "Fresh", domain: "fresh.example" }) { accountId } }`,
  );
  expect(data.upsertAccount.accountId).toMatch(/^gid:\/\/assembly\/Account\/[0-9a-f-]{36}$/);
  expect(bodies(made)).toEqual([{ type: "Company", name: "Fresh", domain: "fresh.example" }]);
  expect(made.calls()).toEqual(["assembly PUT /accounts/upsert"]);
});

test.each(["type: COMPANY", 'name: "Fresh"', 'domain: "fresh.example"'])(
  "an upsert without a key is refused without %s",
  async (left) => {
    const { execute, calls } = gateway();
    const input = ["type: COMPANY", 'name: "Fresh"', 'domain: "fresh.example"'].filter((one) => one !== left);
    const { data, errors } = await execute(
      `mutation { upsertAccount(input: { ${input.join()} }) { accountId } }`,
    );
    expect(data).toEqual({ upsertAccount: null });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    expect(calls()).toEqual([]);
  },
);

test.each([true, false])(
  "what an upsert created by source specific id is found by it, whether or not the upstream links it itself (%s)",
  async (upsertLinksSourceSpecificId) => {
    const made = gateway({ sandbox: { choices: { assembly: { upsertLinksSourceSpecificId } } } });
    const upsert = `mutation {
      upsertAccount(
        by: { sourceSpecificId: "crm-fresh" }
        input: { type: COMPANY, name: "Fresh", domain: "fresh.example", addSourceSpecificIds: ["erp-1"] }
      ) { accountId account { sourceSpecificIds } }
    }`;
    const first = await made.query(upsert);
    const second = await made.query(upsert);
    expect(second).toEqual(first);
    const { account } = first.upsertAccount;
    expect(account.sourceSpecificIds.toSorted()).toEqual(["crm-fresh", "erp-1"]);
    expect(made.calls().map((call) => call.split(" ")[1])).toEqual(["PUT", "GET", "PUT", "GET"]);
  },
);

test.each(keys)("deleting by %s answers the id of what is gone", async (_, by, path, search) => {
  const made = gateway();
  const data = await made.query(remove, { by });
  expect(data).toEqual({ deleteAccount: { deletedAccountId: gid(acme.accountId) } });
  // The upstream answers nothing, so an id that is not known has to be read before.
  const lookup = "id" in by ? [] : [`assembly GET /accounts${path}${search}`];
  expect(made.callsWithQueries()).toEqual([...lookup, `assembly DELETE /accounts/${acme.accountId}`]);
  expect(
    await made.query("query ($id: ID!) { account(by: { id: $id }) { id } }", { id: acme.accountId }),
  ).toEqual({ account: null });
});

test.each(["domain", "source specific id"])(
  "a delete by %s reaches what was found, wherever the key leads by then",
  async (key) => {
    const made = gateway();
    const { accountId: foundId } = accountCases.website;
    const account = made.sandbox.data.assembly.accounts.find(({ id }) => id === foundId);
    const isDomain = key === "domain";
    const row = isDomain ? "accounts.getByDomain" : "accounts.getBySourceSpecificId";
    made.sandbox.assembly.inject({ row, reply: { status: 200, body: { account } } });
    const by = isDomain ? { domain: acme.domain } : { sourceSpecificId: acme.sourceSpecificId };
    const data = await made.query(remove, { by });
    expect(data).toEqual({ deleteAccount: { deletedAccountId: gid(foundId) } });
    expect(made.calls()).toEqual([
      `assembly GET /accounts${isDomain ? "/acme.example" : ""}`,
      `assembly DELETE /accounts/${foundId}`,
    ]);
  },
);

test("deleting by source specific id deletes that account alone", async () => {
  const made = gateway();
  const { accountId, sourceSpecificId } = accountCases.awkwardSourceSpecificId;
  await made.query(remove, { by: { sourceSpecificId } });
  made.calls();
  const { accounts } = await made.query("{ accounts(first: 100) { nodes { sourceId } } }");
  const left = accounts.nodes.map((account: { sourceId: string }) => account.sourceId).toSorted();
  const before = made.sandbox.data.assembly.accounts.map(({ id }) => id);
  expect(left).toEqual(before.filter((id) => id !== accountId).toSorted());
  expect(made.calls()).toEqual(["assembly GET /accounts"]);
});

test("a new account whose domain or source specific id another has is a CONFLICT", async () => {
  const { execute, calls } = gateway();
  const create =
    "mutation ($input: CreateAccountInput!) { createAccount(input: $input) { accountId account { name } } }";
  const fresh = { type: "COMPANY", name: "New", domain: "new.example" };
  for (const input of [
    { ...fresh, domain: "ACME.example" },
    { ...fresh, sourceSpecificIds: ["crm-new", "crm-acme"] },
  ]) {
    const { data, errors } = await execute(create, { input });
    expect(data).toEqual({ createAccount: null });
    expect(errors).toMatchObject([
      { path: ["createAccount"], extensions: { code: "CONFLICT", endpoint: "POST /accounts", status: 409 } },
    ]);
  }
  expect(calls()).toEqual(["assembly POST /accounts", "assembly POST /accounts"]);
});

test.each([
  { type: "COMPANY", domain: "ann@new.example" },
  { type: "CUSTOMER", domain: "new.example" },
  { type: "COMPANY", domain: "new.example", role: "Owner" },
  { type: "CUSTOMER", domain: "ann@new.example", numberOfSeats: 0 },
  { type: "CUSTOMER", domain: "ann@new.example", companyTypeId: acme.tierId },
])("fields of the other type are refused without a call: %j", async (fields) => {
  const { execute, calls } = gateway();
  const input = { name: "New", ...fields };
  const { data, errors } = await execute(
    `mutation ($created: CreateAccountInput!, $changed: UpdateAccountInput!, $set: UpsertAccountInput!) {
      createAccount(input: $created) { accountId }
      updateAccount(by: { domain: "acme.example" }, input: $changed) { accountId }
      upsertAccount(input: $set) { accountId }
    }`,
    { created: input, changed: input, set: input },
  );
  expect(data).toEqual({ createAccount: null, updateAccount: null, upsertAccount: null });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(Array(3).fill("BAD_USER_INPUT"));
  expect(calls()).toEqual([]);
});
