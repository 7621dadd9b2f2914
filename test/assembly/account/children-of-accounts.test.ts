import { describe, expect, test } from "vitest";
import { directory } from "../../../src/rest/cache-policy.ts";
import { answered, contactPages, manyAccounts, run, usagePages } from "./many-accounts.ts";

describe("children of many accounts", () => {
  const pageOf = "nodes { sourceId } pageInfo { hasNextPage endCursor }";
  const ids = (nodes: readonly { readonly sourceId: string }[]) => nodes.map(({ sourceId }) => sourceId);

  test("are walked on in each account's own list from where pages of the list of all ended", async () => {
    const made = await manyAccounts();
    const { data, calls } = await run(
      made,
      `{ accounts(first: 100) { nodes { sourceId contacts(first: 3) { ${pageOf} } } } }`,
    );
    expect(calls).toEqual({ "/accounts": 1, ...contactPages });
    await made.clock.advance(directory.staleIfErrorMs * 3);
    const [{ sourceId: id, contacts }] = data.accounts.nodes;
    const rest = await run(
      made,
      `query ($id: ID!, $after: String) { account(by: { id: $id }) { contacts(after: $after) { ${pageOf} } } }`,
      { id, after: contacts.pageInfo.endCursor },
    );
    const walked = [...ids(contacts.nodes), ...ids(rest.data.account.contacts.nodes)];
    const own = made.sandbox.data.assembly.contacts.filter(({ company_id }) => company_id === id);
    expect(walked).toEqual(own.map((contact) => contact.id));
    expect([contacts.pageInfo.hasNextPage, rest.data.account.contacts.pageInfo.hasNextPage]).toEqual([
      true,
      false,
    ]);
    expect(rest.calls).toEqual({ "/accounts/*": 1, "/contacts/company/*": 1 });
  });

  test("show what was written in between", async () => {
    const made = await manyAccounts();
    const query = "{ accounts(first: 100) { nodes { sourceId contacts { nodes { email } } } } }";
    const before = await run(made, query);
    const [{ sourceId: id }] = before.data.accounts.nodes;
    await made.query(
      `mutation ($id: ID!) {
        createContact(input: { name: "Ann", email: "ann@new.example", account: { id: $id } }) { contactId }
      }`,
      { id },
    );
    const after = await run(made, query);
    expect(after.data.accounts.nodes[0].contacts.nodes).toEqual([
      ...before.data.accounts.nodes[0].contacts.nodes,
      { email: "ann@new.example" },
    ]);
    expect(after.calls).toEqual(contactPages);
  });

  test("of contacts' usage share pages of the list once rows were seen to tell their contacts", async () => {
    const made = await manyAccounts({ usageCarriesOwner: true });
    const query = `{ accounts(first: 40) { nodes {
      contacts(first: 2) { nodes { sourceId usageLogs(first: 2) { ${pageOf} } } }
    } } }`;
    const cold = await run(made, query);
    const { usageLogs } = made.sandbox.data.assembly;
    for (const { contacts } of cold.data.accounts.nodes) {
      for (const { sourceId, usageLogs: page } of contacts.nodes) {
        const logs = usageLogs.filter(({ contact_id }) => contact_id === sourceId);
        logs.sort((one, other) => Date.parse(other.timestamp) - Date.parse(one.timestamp));
        expect(ids(page.nodes)).toEqual(logs.slice(0, 2).map((log) => log.id));
        expect(page.pageInfo.hasNextPage).toBe(logs.length > 2);
      }
    }
    await made.clock.advance(directory.staleIfErrorMs * 3);
    const warm = await run(made, query);
    expect(warm.data).toEqual(cold.data);
    expect([cold.calls, warm.calls]).toEqual([
      { "/accounts": 1, ...contactPages, "/usage/contacts/*": 80 },
      // Of a list whose length is not known, one page was asked for behind the end.
      { "/accounts": 1, ...contactPages, "/usage": 15 },
    ]);
  });

  test.each([
    "usageLogs(first: 1) { nodes { sourceId } }",
    'usageLogs(of: { account: { domain: "acme.example" } }, first: 1) { nodes { sourceId } }',
    'account(by: { domain: "acme.example" }) { usageLogs(first: 1) { nodes { sourceId } } }',
  ])(
    "of accounts' usage share pages as soon as one row was seen to tell its account, as in %s",
    async (field) => {
      const made = await manyAccounts({ usageCarriesOwner: true });
      await run(made, `{ ${field} }`);
      await made.clock.advance(directory.staleIfErrorMs * 3);
      const { data, calls } = await run(
        made,
        "{ accounts(first: 100) { nodes { sourceId usageLogs(first: 5) { nodes { sourceId } } } } }",
      );
      const expected = answered(made).map(({ usageLogs }) => usageLogs.nodes);
      expect(
        data.accounts.nodes.map((row: { usageLogs: { nodes: unknown } }) => row.usageLogs.nodes),
      ).toEqual(expected);
      expect(calls).toEqual({ "/accounts": 1, ...usagePages });
    },
  );

  test("cost no page to learn that contacts do not name their companies once any were read", async () => {
    const made = await manyAccounts({ contactsCarryCompany: false });
    await run(made, '{ contacts(account: { domain: "acme.example" }, first: 1) { nodes { sourceId } } }');
    const { data, calls } = await run(
      made,
      "{ accounts(first: 30) { nodes { contacts { nodes { sourceId } } } } }",
    );
    const expected = answered(made).map(({ contacts }) =>
      contacts.nodes.map(({ sourceId }) => ({ sourceId })),
    );
    expect(data.accounts.nodes).toEqual(expected.slice(0, 30).map((nodes) => ({ contacts: { nodes } })));
    expect(calls).toEqual({ "/accounts": 1, "/contacts/company/*": 30 });
  });

  test("fail with the list of all, which is not followed by a call for each", async () => {
    const made = await manyAccounts();
    made.sandbox.assembly.inject({ row: "contacts.list", reply: { status: 401 } });
    const { data, errors, calls } = await run(
      made,
      "{ accounts(first: 3) { nodes { sourceId contacts { nodes { sourceId } } } } }",
    );
    expect(data.accounts.nodes).toMatchObject(Array(3).fill({ contacts: null }));
    expect(errors).toMatchObject(
      [0, 1, 2].map((at) => ({
        path: ["accounts", "nodes", at, "contacts"],
        extensions: { code: "UPSTREAM_AUTH", endpoint: "GET /contacts" },
      })),
    );
    expect(calls).toEqual({ "/accounts": 1, "/contacts": 1 });
  });

  test("do without the list of all where the gateway may not read it", async () => {
    const made = await manyAccounts();
    made.sandbox.assembly.inject({ row: "contacts.list", reply: { status: 403 } });
    const { data, errors, calls } = await run(
      made,
      "{ accounts(first: 3) { nodes { contacts { nodes { sourceId } } } } }",
    );
    const expected = answered(made).map(({ contacts }) =>
      contacts.nodes.map(({ sourceId }) => ({ sourceId })),
    );
    expect(data.accounts.nodes).toEqual(expected.slice(0, 3).map((nodes) => ({ contacts: { nodes } })));
    expect(errors).toEqual([]);
    expect(calls).toEqual({ "/accounts": 1, "/contacts": 1, "/contacts/company/*": 3 });
  });

  test("fail alone where each is asked for by itself", async () => {
    const made = await manyAccounts();
    made.sandbox.assembly.inject({ row: "usageLogs.listForAccount", times: 1, reply: { status: 403 } });
    const { data, errors, calls } = await run(
      made,
      "{ accounts(first: 3) { nodes { usageLogs(first: 1) { nodes { sourceId } } } } }",
    );
    expect(data.accounts.nodes).toEqual([
      { usageLogs: null },
      { usageLogs: { nodes: [{ sourceId: expect.any(String) }] } },
      { usageLogs: { nodes: [{ sourceId: expect.any(String) }] } },
    ]);
    expect(errors).toMatchObject([{ path: ["accounts", "nodes", 0, "usageLogs"] }]);
    expect(calls).toEqual({ "/accounts": 1, "/usage/accounts/*": 3 });
  });
});
