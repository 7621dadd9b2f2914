import { describe, expect, test } from "vitest";
import { directory } from "../../src/rest/cache-policy.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { gateway } from "../support/gateway.ts";

const { accountId } = showcase.account;
const { accounts, contacts } = gateway().sandbox.data.assembly;
const [written, colleague] = contacts
  .filter((contact) => contact.company_id === accountId)
  .map(({ id }) => id);
const stranger = contacts.find((contact) => contact.company_id !== accountId);
const otherAccount = accounts.find(({ id }) => id === stranger?.company_id)?.id;

const contact = (id: string | undefined) => ({
  query: "query ($id: ID!) { contact(by: { id: $id }) { name } }",
  variables: { id },
  call: `assembly GET /contacts/${id}`,
});
const contactsOf = (id: string | undefined) => ({
  query: "query ($id: ID!) { account(by: { id: $id }) { contacts(first: 5) { nodes { name } } } }",
  variables: { id },
  call: `assembly GET /contacts/company/${id}`,
});
const account = (id: string | undefined) => ({
  query: "query ($id: ID!) { account(by: { id: $id }) { name } }",
  variables: { id },
  call: `assembly GET /accounts/${id}`,
});
const updateContact = `mutation ($id: ID!, $input: UpdateContactInput!) {
  updateContact(by: { id: $id }, input: $input) { contactId }
}`;
const upsertContact = `mutation ($id: ID!, $input: UpsertContactInput!) {
  upsertContact(by: { id: $id }, input: $input) { contactId }
}`;
const upsertAccount = `mutation ($id: ID!, $input: UpsertAccountInput!) {
  upsertAccount(by: { id: $id }, input: $input) { accountId }
}`;

/** The calls that the answers to some queries cost once a write has ended, of those that were kept before it. */
async function callsBehind(
  write: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> },
  reads: readonly {
    readonly query: string;
    readonly variables: Readonly<Record<string, unknown>>;
    readonly call: string;
  }[],
): Promise<string[]> {
  const made = gateway();
  for (const { query, variables } of reads) await made.query(query, variables);
  await made.query(write.query, write.variables);
  made.calls();
  const answers = [];
  for (const { query, variables } of reads) answers.push(await made.query(query, variables));
  const asked = reads.map(({ call }) => call);
  const calls = made.calls().filter((call) => asked.includes(call));
  // Nothing that is kept is of use then.
  await made.clock.advance(directory.staleIfErrorMs);
  for (const [at, { query, variables }] of reads.entries())
    expect(await made.query(query, variables)).toEqual(answers[at]);
  return calls;
}

describe("an update of a contact", () => {
  test("costs the answers that show it, and no other", async () => {
    const shown = [contact(written), contactsOf(accountId)];
    const others = [contact(colleague), contact(stranger?.id), contactsOf(otherAccount)];
    const write = { query: updateContact, variables: { id: written, input: { name: "Renamed" } } };
    expect(await callsBehind(write, [...shown, ...others])).toEqual(shown.map(({ call }) => call));
  });

  test("that moves it costs the lists of all companies", async () => {
    const lists = [contactsOf(accountId), contactsOf(otherAccount)];
    const input = { account: { id: otherAccount } };
    const write = { query: updateContact, variables: { id: written, input } };
    expect(await callsBehind(write, [contact(colleague), ...lists])).toEqual(lists.map(({ call }) => call));
  });
});

test("an upsert, which may create, costs all lists and no other record", async () => {
  const lists = [contactsOf(otherAccount)];
  const write = { query: upsertContact, variables: { id: written, input: { name: "Renamed" } } };
  const reads = [contact(written), contact(colleague), ...lists];
  expect(await callsBehind(write, reads)).toEqual([contact(written).call, ...lists.map(({ call }) => call)]);
  const upsert = { query: upsertAccount, variables: { id: accountId, input: { name: "Renamed" } } };
  expect(await callsBehind(upsert, [account(accountId), account(otherAccount)])).toEqual([
    account(accountId).call,
  ]);
});
