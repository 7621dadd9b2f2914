import { expect, test } from "vitest";
import { accountId, organizationId, personId, userId } from "../../src/sandbox/data/ids.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";

const foreign = "f".repeat(24);
const refusal = { status: 403, body: { message: "another tenant" } };
const forbidden = { code: "FORBIDDEN", system: "web1on1" };

/** Makes an account carry ids, whose organizations are answered in the order of the ids. */
function accountWith(ids: readonly string[], replies: readonly object[]): TestGateway {
  const made = gateway();
  const row = made.sandbox.data.assembly.accounts.find(({ id }) => id === accountId("bluebird"));
  const account = { ...row, source_specific_ids: ids };
  made.sandbox.assembly.inject({ row: "accounts.getById", reply: { status: 200, body: { account } } });
  made.sandbox.web1on1.inject({ row: "organizations.get", reply: replies as never });
  return made;
}

const document = `query ($id: ID!) {
  account(by: { id: $id }) { organization { sourceId } organizationLinks { reason } }
}`;
const id = accountId("bluebird");
const readAccount = `assembly GET /accounts/${id}`;
const readForeign = `web1on1 GET /organizations/${foreign}`;

test("an organization that may not be read is no candidate where another id is good", async () => {
  const good = organizationId("velvet");
  const { query, calls } = accountWith([foreign, good], [refusal, { status: 200, body: { id: good } }]);
  expect(await query(document, { id })).toEqual({
    account: { organization: { sourceId: good }, organizationLinks: [{ reason: "SOURCE_ID" }] },
  });
  // Two ids of unknown size: a page of the list may show both, and what it does not show is read by itself.
  expect(calls()).toEqual([
    readAccount,
    "web1on1 GET /organizations",
    readForeign,
    `web1on1 GET /organizations/${good}`,
  ]);
});

test("nor is it one where the website leads to another", async () => {
  const { query, calls } = accountWith([foreign], [refusal]);
  expect(await query(document, { id })).toEqual({
    account: {
      organization: { sourceId: organizationId("bluebird") },
      organizationLinks: [{ reason: "WEBSITE" }],
    },
  });
  expect(calls()).toEqual([readAccount, readForeign, "web1on1 GET /organizations"]);
});

test("where no other is left, the refusal stands", async () => {
  const { execute, calls, sandbox } = accountWith([foreign], [refusal]);
  sandbox.web1on1.inject({ row: "organizations.list", reply: { status: 200, body: [] } });
  const { data, errors } = await execute(document, { id });
  expect(data).toEqual({ account: { organization: null, organizationLinks: null } });
  expect(errors.map(({ path, extensions }) => [path?.at(-1), extensions])).toMatchObject([
    ["organization", forbidden],
    ["organizationLinks", forbidden],
  ]);
  expect(calls()).toEqual([readAccount, readForeign, "web1on1 GET /organizations"]);
});

test("a candidate that cannot be read for another reason may be the better one, so that failure stands", async () => {
  const { execute, calls } = accountWith([foreign], [{ status: 400, body: { message: "no" } }]);
  const { data, errors } = await execute(document, { id });
  expect(data.account.organization).toBeNull();
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(["UPSTREAM_REJECTED", "UPSTREAM_REJECTED"]);
  expect(calls()).toEqual([readAccount, readForeign]);
});

test("an organization that no account leads to says so when one account's own may not be read", async () => {
  const { execute, calls, sandbox } = gateway();
  const company = { type: "Company", name: "Acme", domain: "acme.example" };
  const accounts = [
    { ...company, id: "a1" },
    { ...company, id: "a2", source_specific_ids: [foreign], name: "Foreign" },
  ];
  const row = { id: organizationId("acme"), name: "Acme", url: "https://acme.example", email: "a@b.example" };
  sandbox.assembly.inject({
    row: "accounts.list",
    reply: { status: 200, body: { accounts: { data: accounts, has_next_page: false } } },
  });
  sandbox.web1on1.inject({ row: "organizations.list", reply: { status: 200, body: [] } });
  sandbox.web1on1.inject({
    row: "organizations.get",
    reply: [{ status: 200, body: { ...row, status: "archived" } }, refusal],
  });
  // Archived, it is nobody's by its host: one account has no organization at all, and the other one that is refused.
  const { data, errors } = await execute(
    "query ($id: ID!) { organization(by: { id: $id }) { name account { name } } }",
    { id: row.id },
  );
  expect(data).toEqual({ organization: { name: "Acme", account: null } });
  expect(errors).toMatchObject([{ path: ["organization", "account"], extensions: forbidden }]);
  expect(calls()).toEqual([
    `web1on1 GET /organizations/${row.id}`,
    "assembly GET /accounts",
    "web1on1 GET /organizations",
    readForeign,
  ]);
});

test("a user who may not be read is no candidate of a person whose imported id is good", async () => {
  const { query, calls, sandbox } = gateway();
  const body = {
    id: personId(1),
    first_name: "Ann",
    last_name: "Lee",
    email: "ann@acme.example",
    platforms: { web1on1: foreign },
    imported_id: userId(2),
  };
  sandbox.assembled.inject({ row: "people.get", reply: { status: 200, body } });
  sandbox.web1on1.inject({ row: "users.list", reply: { status: 200, body: [] } });
  sandbox.web1on1.inject({
    row: "users.get",
    reply: [refusal, { status: 200, body: { id: userId(2), email: "b@acme.example" } }],
  });
  expect(
    await query("query ($id: ID!) { person(by: { id: $id }) { user { sourceId } } }", { id: personId(1) }),
  ).toEqual({ person: { user: { sourceId: userId(2) } } });
  expect(calls()).toEqual([
    `assembled GET /v0/people/${personId(1)}`,
    "web1on1 GET /users",
    `web1on1 GET /users/${foreign}`,
    `web1on1 GET /users/${userId(2)}`,
  ]);
});
