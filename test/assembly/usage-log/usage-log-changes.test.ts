import { expect, test } from "vitest";
import { contactCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { testNowMs } from "../../support/clock.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { createSandboxData } from "../../support/sandbox-data.ts";
import { ownersIn } from "./usage-log-owners.ts";

const { accountId } = showcase.account;
const { contactId } = contactCases.none;
const data = createSandboxData(testNowMs);
const owners = ownersIn(data).map((owner) => [owner.name, owner] as const);
const [metric] = data.assembly.usageLogs.filter(({ account_id }) => account_id === accountId);
const logId = metric?.id ?? "";
const signedIn = {
  timestamp: new Date(testNowMs).toISOString(),
  type: "ACTION",
  content: "Signed in just now",
  attribute: "Login",
};
const log = "mutation ($input: LogUsageInput!) { logUsage(input: $input) { usageLogId } }";

test.each(owners)("what is logged of %s stands first in the list that is read next", async (_, { of }) => {
  const made = gateway();
  const list = "query ($of: AccountOrContactLookup) { usageLogs(of: $of) { nodes { id content } } }";
  const { usageLogs: before } = await made.query(list, { of });
  await made.query(list, { of });
  expect(made.calls()).toHaveLength(1);
  const { logUsage } = await made.query(log, { input: { of, ...signedIn } });
  const { usageLogs: after } = await made.query(list, { of });
  expect(after.nodes).toEqual(
    [{ id: logUsage.usageLogId, content: signedIn.content }, ...before.nodes].slice(0, 20),
  );
  expect(made.calls().map((call) => call.split(" ")[1])).toEqual(["POST", "GET"]);
});

/** What shows usage logs, each as an operation of its own, and what does not. */
const reads = [
  "{ usageLogs(first: 3) { nodes { id content } } }",
  `{ usageLogs(of: { account: { id: "${accountId}" } }, first: 3) { nodes { id content } } }`,
  `{ usageLogs(of: { contact: { id: "${contactId}" } }, first: 3) { nodes { id content } } }`,
  `{ usageLog(id: "${logId}") { content } }`,
  `{ account(by: { id: "${accountId}" }) { name tier { name } } }`,
  `{ contact(by: { id: "${contactId}" }) { name } }`,
];
const usageCalls = [
  "assembly GET /usage",
  `assembly GET /usage/accounts/${accountId}`,
  `assembly GET /usage/contacts/${contactId}`,
  `assembly GET /usage/${logId}`,
];

const answersOf = async ({ query }: TestGateway): Promise<unknown[]> => {
  const answers: unknown[] = [];
  for (const document of reads) answers.push(await query(document));
  return answers;
};

test.each([
  ["logUsage", log, { input: { of: { account: { id: accountId } }, ...signedIn } }],
  [
    "updateUsageLog",
    `mutation { updateUsageLog(id: "${logId}", input: { content: "Changed" }) { usageLogId } }`,
    {},
  ],
  ["deleteUsageLog", `mutation { deleteUsageLog(id: "${logId}") { deletedUsageLogId } }`, {}],
])(
  "%s shows in all usage that is read afterwards, and nothing else is read again",
  async (_, write, input) => {
    const made = gateway();
    await answersOf(made);
    made.calls();
    await answersOf(made);
    expect(made.calls()).toEqual([]);
    await made.query(write, input);
    made.calls();
    const after = await answersOf(made);
    expect(made.calls()).toEqual(usageCalls);

    const forgetful = gateway({ parts: { reads: { keeps: false } } });
    await forgetful.query(write, input);
    expect(after).toEqual(await answersOf(forgetful));
  },
);

test("a log that is deleted is gone from what is selected after it in the same document", async () => {
  const { query, calls } = gateway();
  const content = await query(`{ usageLog(id: "${logId}") { content } }`);
  expect(content).toEqual({ usageLog: { content: metric?.content } });
  const { updateAccount } = await query(
    `mutation {
      deleteUsageLog(id: "${logId}") { deletedUsageLogId }
      updateAccount(by: { id: "${accountId}" }, input: {}) {
        account { usageLogs(first: 100) { nodes { sourceId } } }
      }
    }`,
  );
  expect(updateAccount.account.usageLogs.nodes).toHaveLength(100);
  expect(updateAccount.account.usageLogs.nodes).not.toContainEqual({ sourceId: logId });
  expect(await query(`{ usageLog(id: "${logId}") { content } }`)).toEqual({ usageLog: null });
  expect(calls()).toEqual([
    `assembly GET /usage/${logId}`,
    `assembly DELETE /usage/${logId}`,
    `assembly PUT /accounts/${accountId}`,
    `assembly GET /accounts/${accountId}`,
    `assembly GET /usage/accounts/${accountId}`,
    `assembly GET /usage/${logId}`,
  ]);
});
