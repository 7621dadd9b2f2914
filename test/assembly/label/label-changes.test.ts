import { expect, test } from "vitest";
import { accountCases, contactCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";

const { accountId, tierId } = showcase.account;
const { contactId } = contactCases.email;
const account = `GET /accounts/${accountId}`;
const contact = `GET /contacts/${contactId}`;

/** What may show something of a label, each as an operation of its own, and what does not. */
const reads = [
  "{ labels { name } }",
  "{ labels(type: TIER) { name } }",
  `{ label(id: "${tierId}") { name } }`,
  `{ account(by: { id: "${accountId}" }) { name } }`,
  `{ contact(by: { id: "${contactId}" }) { name } }`,
  `{ usageLogs(of: { account: { id: "${accountId}" } }, first: 1) { nodes { content } } }`,
];

const answersOf = async ({ query }: TestGateway): Promise<unknown[]> => {
  const answers: unknown[] = [];
  for (const document of reads) answers.push(await query(document));
  return answers;
};

const labels = "GET /accounts/labels";
const writes: readonly (readonly [write: string, readAgain: readonly string[]])[] = [
  ['createLabel(input: { type: TIER, name: "Gold", color: "#FFD700" }) { labelId }', [labels]],
  [`updateLabel(id: "${tierId}", input: { name: "Renamed" }) { labelId }`, [labels, account, contact]],
  // That a list does not show it proves nothing.
  [`deleteLabel(id: "${tierId}") { deletedLabelId }`, [labels, `${labels}/${tierId}`, account, contact]],
];

test.each(writes)(
  "%s shows in all that is read afterwards, and nothing else is read again",
  async (write, readAgain) => {
    const made = gateway();
    await answersOf(made);
    made.calls();
    await answersOf(made);
    expect(made.calls()).toEqual([]);
    await made.query(`mutation { ${write} }`);
    made.calls();
    const after = await answersOf(made);
    expect(made.calls()).toEqual(readAgain.map((call) => `assembly ${call}`));

    const forgetful = gateway({ parts: { reads: { keeps: false } } });
    await forgetful.query(`mutation { ${write} }`);
    expect(after).toEqual(await answersOf(forgetful));
  },
);

test("right after it is deleted a label is null in a field and left out of a list, in the same operation and in the next", async () => {
  const { query, calls, sandbox } = gateway();
  const [vip, beta] = sandbox.data.assembly.labels.filter(({ type }) => type === "AccountTag");
  const start = await query(
    `mutation ($id: ID!, $tags: [ID!]) {
      updateAccount(by: { id: $id }, input: { addTags: $tags }) { account { tier { name } tags { name } } }
    }`,
    { id: accountId, tags: [vip?.id, beta?.id] },
  );
  const before = start.updateAccount.account;
  expect(before).toMatchObject({ tier: { name: "Enterprise" } });
  expect(before.tags).toEqual(expect.arrayContaining([{ name: vip?.name }, { name: beta?.name }]));
  calls();

  const data = await query(
    `mutation ($tier: ID!, $tag: ID!, $account: ID!) {
      tier: deleteLabel(id: $tier) { deletedLabelId }
      tag: deleteLabel(id: $tag) { deletedLabelId }
      updateAccount(by: { id: $account }, input: {}) { account { tier { name } tags { name } } }
    }`,
    { tier: tierId, tag: vip?.id, account: accountId },
  );
  const left = before.tags.filter(({ name }: { name: string }) => name !== vip?.name);
  expect(data.updateAccount.account).toEqual({ tier: null, tags: left });
  expect(calls()).toEqual([
    `assembly DELETE /accounts/labels/${tierId}`,
    `assembly DELETE /accounts/labels/${vip?.id}`,
    `assembly PUT /accounts/${accountId}`,
    `assembly GET /accounts/${accountId}`,
    "assembly GET /accounts/labels",
  ]);

  const carried = `{ account(by: { id: "${accountId}" }) { tier { name } tags { name } } }`;
  expect(await query(carried)).toEqual({ account: { tier: null, tags: left } });
  expect(calls()).toEqual([]);
});

test("accounts and contacts that carry a label show at once what it is called now", async () => {
  const { query, calls } = gateway();
  const tier = `{ account(by: { id: "${accountId}" }) { tier { name color } } }`;
  expect(await query(tier)).toEqual({ account: { tier: { name: "Enterprise", color: "#5B3CC4" } } });
  calls();
  const data = await query(
    `mutation ($id: ID!) {
      updateLabel(id: $id, input: { name: "Platinum", color: "#abc" }) { label { name } }
      updateAccount(by: { id: "${accountId}" }, input: {}) { account { tier { name color } } }
    }`,
    { id: tierId },
  );
  const platinum = { tier: { name: "Platinum", color: "#aabbcc" } };
  expect(data).toEqual({
    updateLabel: { label: { name: "Platinum" } },
    updateAccount: { account: platinum },
  });
  expect(await query(tier)).toEqual({ account: platinum });
  expect(calls()).toEqual([
    `assembly PUT /accounts/labels/${tierId}`,
    `assembly GET /accounts/labels/${tierId}`,
    `assembly PUT /accounts/${accountId}`,
    `assembly GET /accounts/${accountId}`,
    "assembly GET /accounts/labels",
  ]);
});

test("after a label is deleted all accounts still need one list of labels", async () => {
  const { query, calls } = gateway();
  const page = `{ accounts(first: 100) {
    nodes { sourceId tier { sourceId } stage { sourceId } companyType { sourceId } tags { sourceId } }
  } }`;
  const { accounts: before } = await query(page);
  await query(`mutation { deleteLabel(id: "${tierId}") { deletedLabelId } }`);
  calls();
  const { accounts: after } = await query(page);
  const without = before.nodes.map((node: { tier: { sourceId: string } | null }) =>
    node.tier?.sourceId === tierId ? { ...node, tier: null } : node,
  );
  expect(after.nodes).toEqual(without);
  expect(after.nodes).not.toEqual(before.nodes);
  expect(calls()).toEqual(["assembly GET /accounts", "assembly GET /accounts/labels"]);
});

test("a label that is created can be put on an account at once", async () => {
  const { query, calls } = gateway();
  const { createLabel } = await query(
    'mutation { createLabel(input: { type: TIER, name: "Gold", color: "#FFD700" }) { labelId } }',
  );
  const id = accountCases.empty.accountId;
  const data = await query(
    `mutation ($id: ID!, $tier: ID!) {
      updateAccount(by: { id: $id }, input: { tierId: $tier }) { account { tier { id name } } }
    }`,
    { id, tier: createLabel.labelId },
  );
  expect(data.updateAccount.account).toEqual({ tier: { id: createLabel.labelId, name: "Gold" } });
  expect(calls()).toEqual([
    "assembly POST /accounts/labels",
    `assembly PUT /accounts/${id}`,
    `assembly GET /accounts/${id}`,
    "assembly GET /accounts/labels",
  ]);
});
