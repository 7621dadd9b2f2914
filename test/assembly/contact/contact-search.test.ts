import { expect, test } from "vitest";
import { gateway, type TestGateway } from "../../support/gateway.ts";

const list = `query ($account: AccountLookup, $search: String, $filter: ContactsFilter, $sort: ContactsSort, $first: Int, $last: Int) {
  contacts(account: $account, search: $search, filter: $filter, sort: $sort, first: $first, last: $last) {
    totalCount nodes { email account { domain } }
  }
}`;

const emailsFor = async ({ query }: TestGateway, variables: object): Promise<string[]> => {
  const { contacts } = await query(list.replace("account { domain }", ""), { first: 100, ...variables });
  expect(contacts.totalCount).toBe(contacts.nodes.length);
  return contacts.nodes.map(({ email }: { email: string }) => email);
};

test("contacts are found by parts of names and e-mail addresses, in the order that is asked for, for one read of the list", async () => {
  const made = gateway();
  const { contacts } = made.sandbox.data.assembly;
  const [wanted] = contacts;
  const [name = "", host = ""] = (wanted?.domain ?? "").split("@");
  const matching = contacts.filter(({ domain }) => domain.includes(host)).map(({ domain }) => domain);
  expect(await emailsFor(made, { search: `${host} ${name}` })).toContain(wanted?.domain);
  expect(await emailsFor(made, { search: host, sort: { field: "EMAIL" } })).toEqual(matching.toSorted());
  const [tagged] = contacts.filter(({ tags }) => (tags?.length ?? 0) > 0);
  const tag = tagged?.tags?.[0];
  const withTag = contacts.filter(({ tags }) => tags?.includes(tag ?? ""));
  expect((await emailsFor(made, { filter: { tag } })).toSorted()).toEqual(
    withTag.map(({ domain }) => domain).toSorted(),
  );
  const reads = made.calls().filter((call) => call === "assembly GET /contacts");
  expect(reads).toHaveLength(Math.ceil(contacts.length / 100));
});

test("contacts of a company are searched in its own list, and know it; those of none that exists are null", async () => {
  const made = gateway();
  const variables = { account: { domain: "acme.example" }, search: "acme", sort: { field: "NAME" } };
  const { contacts } = await made.query(list, {
    ...variables,
    last: 2,
  });
  expect(contacts.nodes).toHaveLength(2);
  expect(contacts.totalCount).toBeGreaterThan(2);
  expect(contacts.nodes.map(({ account }: { account: object }) => account)).toEqual([
    { domain: "acme.example" },
    { domain: "acme.example" },
  ]);
  expect(made.callsWithQueries()).toEqual([
    "assembly GET /contacts/company/acme.example?limit=100&offset=0",
    "assembly GET /accounts/acme.example",
  ]);
  const none = await made.query(list, {
    account: { domain: "unknown.example" },
    search: "a",
  });
  expect(none).toEqual({ contacts: null });
});

test("a cursor of a search among the contacts of a company holds for no other company, nor for all contacts", async () => {
  const { execute, calls, query, sandbox } = gateway();
  const other = sandbox.data.assembly.accounts.find(({ domain }) => domain !== "acme.example")?.domain;
  const page = `query ($account: AccountLookup, $after: String) {
    contacts(account: $account, search: "a", first: 2, after: $after) { nodes { email } pageInfo { endCursor } }
  }`;
  const account = { domain: "acme.example" };
  const { contacts } = await query(page, { account });
  const after = contacts.pageInfo.endCursor;
  expect((await query(page, { account, after })).contacts.nodes).toHaveLength(2);
  calls();
  for (const account of [{ domain: other }, null]) {
    const { errors } = await execute(page, { account, after });
    expect(errors[0]?.extensions.code).toBe("BAD_USER_INPUT");
  }
  expect(calls()).toEqual([]);
});
