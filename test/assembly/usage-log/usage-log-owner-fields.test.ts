import { expect, test } from "vitest";
import { contactCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";
import { planned } from "../../support/planned.ts";
import { ownersIn } from "./usage-log-owners.ts";

const { accountId } = showcase.account;
const { contactId } = contactCases.email;
const owner = "account { sourceId } contact { sourceId }";
const page = `query ($of: AccountOrContactLookup) {
  usageLogs(of: $of, first: 50) { nodes { ${owner} } }
}`;
const account = (id: string | undefined) => ({ account: { sourceId: id }, contact: null });
const contact = (id: string | undefined) => ({ account: null, contact: { sourceId: id } });

test("logs of an account lead back to it for no call", async () => {
  const { query, calls } = gateway();
  const { account: read } = await query(
    `query ($domain: String!) { account(by: { domain: $domain }) { usageLogs(first: 50) { nodes { ${owner} } } } }`,
    { domain: showcase.account.domain },
  );
  expect(read.usageLogs.nodes).toEqual(Array.from({ length: 50 }, () => account(accountId)));
  expect(calls()).toEqual([
    `assembly GET /accounts/${showcase.account.domain}`,
    `assembly GET /usage/accounts/${accountId}`,
  ]);
});

test("logs of a contact lead back to it for no call", async () => {
  const { query, calls } = gateway();
  const { contact: read } = await query(
    `query ($id: ID!) { contact(by: { id: $id }) { usageLogs(first: 50) { nodes { ${owner} } } } }`,
    { id: contactId },
  );
  expect(read.usageLogs.nodes.length).toBeGreaterThan(0);
  for (const node of read.usageLogs.nodes) expect(node).toEqual(contact(contactId));
  expect(calls()).toEqual([
    `assembly GET /contacts/${contactId}`,
    `assembly GET /usage/contacts/${contactId}`,
  ]);
});

test("logs of an owner that is named lead to it by one call, whatever the key", async () => {
  for (const { id, of, name } of ownersIn(gateway().sandbox.data)) {
    if (!of) continue;
    const { query, calls } = gateway();
    const { usageLogs } = await query(page, { of });
    const expected = "account" in of ? account(id) : contact(id);
    for (const node of usageLogs.nodes) expect(node, name).toEqual(expected);
    expect(calls(), name).toHaveLength(usageLogs.nodes.length > 0 ? 2 : 1);
  }
});

test("where rows tell their owners, those of fifty logs are read together", async () => {
  const { query, calls, sandbox } = gateway({
    sandbox: { choices: { assembly: { usageCarriesOwner: true } } },
  });
  const { usageLogs } = await query(page);
  const rows = sandbox.data.assembly.usageLogs
    .toSorted((one, other) => Date.parse(other.timestamp) - Date.parse(one.timestamp))
    .slice(0, 50);
  expect(usageLogs.nodes).toEqual(
    rows.map(({ account_id, contact_id }) => ({
      account: account_id ? { sourceId: account_id } : null,
      contact: contact_id ? { sourceId: contact_id } : null,
    })),
  );
  const owners = calls().filter((call) => !call.endsWith("/usage"));
  // Pages of the lists of accounts and of contacts, not a call for each log.
  expect(owners.length).toBeLessThan(10);
});

test("where rows do not tell their owners, they are not known, and nothing is called", async () => {
  const { query, calls } = gateway({ sandbox: { choices: { assembly: { usageCarriesOwner: false } } } });
  const { usageLogs } = await query(page);
  for (const node of usageLogs.nodes) expect(node).toEqual({ account: null, contact: null });
  expect(calls()).toEqual(["assembly GET /usage"]);
});

test("a plan knows that the owner of logs was read, or is one", async () => {
  const made = gateway();
  const ofAccount = `{ account(by: { id: "${accountId}" }) { usageLogs { nodes { ${owner} } } } }`;
  expect((await planned(made, ofAccount)).plan?.assembly?.calls).toEqual({ least: 1, most: 3 });
  const ofAll = `{ usageLogs { nodes { ${owner} } } }`;
  expect((await planned(made, ofAll)).plan?.assembly?.calls).toEqual({ least: 1, most: 81 });
  const named = await planned(made, page, { of: { contact: { id: contactId } } });
  expect(named.plan?.assembly?.calls).toEqual({ least: 1, most: 3 });
});
