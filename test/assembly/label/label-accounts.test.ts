import { expect, test } from "vitest";
import type { AccountJson } from "../../../src/assembly/account/endpoints.ts";
import { accountCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { testNowMs } from "../../support/clock.ts";
import { gateway } from "../../support/gateway.ts";
import { createSandboxData } from "../../support/sandbox-data.ts";

const { accounts, labels } = createSandboxData(testNowMs).assembly;
const allAccounts = Array.from({ length: Math.ceil(accounts.length / 100) }, () => "assembly GET /accounts");

const carries = ({ company_type, stage, tags, tier }: AccountJson, id: string): boolean =>
  [tier, stage, company_type, ...(tags ?? [])].includes(id);

test("the accounts of all labels are read once, and not again", async () => {
  const { query, calls } = gateway();
  const document = "{ labels { sourceId accounts(first: 100) { nodes { sourceId } } } }";
  const answer = await query(document);
  expect(answer.labels).toHaveLength(labels.length);
  for (const label of answer.labels) {
    const shown = label.accounts.nodes.map(({ sourceId }: { sourceId: string }) => sourceId);
    const own = accounts.filter((account) => carries(account, label.sourceId)).map(({ id }) => id);
    expect(shown.toSorted()).toEqual(own.toSorted());
  }
  expect(calls().toSorted()).toEqual([...allAccounts, "assembly GET /accounts/labels"].toSorted());
  expect(await query(document)).toEqual(answer);
  expect(calls()).toEqual([]);
});

test("an account with a label is among its accounts, which stand in pages", async () => {
  const { query } = gateway();
  const document = `query ($id: ID!, $after: String) {
    label(id: $id) { accounts(first: 2, after: $after) { nodes { sourceId } pageInfo { endCursor hasNextPage } } }
  }`;
  const shown: string[] = [];
  for (let after: string | null = null, isLast = false; !isLast; ) {
    const { label } = await query(document, { id: showcase.account.tierId, after });
    shown.push(...label.accounts.nodes.map(({ sourceId }: { sourceId: string }) => sourceId));
    isLast = !label.accounts.pageInfo.hasNextPage;
    after = label.accounts.pageInfo.endCursor;
  }
  expect(shown).toContain(showcase.account.accountId);
  expect(shown).not.toContain(accountCases.danglingTier.accountId);
  expect(new Set(shown).size).toBe(shown.length);
  const { label } = await query(
    "query ($id: ID!) { label(id: $id) { accounts(last: 2) { nodes { sourceId } } } }",
    {
      id: showcase.account.tierId,
    },
  );
  expect(label.accounts.nodes).toEqual(shown.slice(-2).map((sourceId) => ({ sourceId })));
});
