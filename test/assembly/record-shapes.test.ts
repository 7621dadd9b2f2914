import { expect, test } from "vitest";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { gateway } from "../support/gateway.ts";

const { accountId, tierId } = showcase.account;
const [tag = ""] = gateway()
  .sandbox.data.assembly.labels.filter(({ type }) => type === "AccountTag")
  .map(({ id }) => id);

test("an account tells its type under the name of older and of newer revisions", async () => {
  const { query, calls, sandbox } = gateway();
  const data = [{ id: "a-1", type: "Company" }, { id: "a-2", account_type: "Customer" }, { id: "a-3" }];
  sandbox.assembly.inject({
    row: "accounts.list",
    reply: { status: 200, body: { accounts: { data, has_next_page: false } } },
  });
  sandbox.assembly.inject({
    row: "accounts.getById",
    reply: { status: 200, body: { account: { id: accountId, account_type: "Company" } } },
  });
  expect(await query("{ accounts { nodes { sourceId type } } }")).toEqual({
    accounts: {
      nodes: [
        { sourceId: "a-1", type: "COMPANY" },
        { sourceId: "a-2", type: "CUSTOMER" },
        { sourceId: "a-3", type: null },
      ],
    },
  });
  expect(await query(`{ account(by: { id: "${accountId}" }) { type } }`)).toEqual({
    account: { type: "COMPANY" },
  });
  expect(calls()).toEqual(["assembly GET /accounts", `assembly GET /accounts/${accountId}`]);
});

test.each(["account", "contact"])("labels inside the row of an %s stand for their ids", async (field) => {
  const { query, calls, sandbox } = gateway();
  const row = {
    id: "r-1",
    tier: { id: tierId, name: "stale" },
    stage: null,
    tags: [{ id: tag }, { id: "gone" }],
  };
  sandbox.assembly.inject({ row: `${field}s.getById`, reply: { status: 200, body: { [field]: row } } });
  const data = await query(
    `{ ${field}(by: { id: "r-1" }) { tier { sourceId name } stage { name } tags { sourceId } } }`,
  );
  expect(data).toEqual({
    [field]: {
      tier: { sourceId: tierId, name: expect.not.stringMatching("stale") },
      stage: null,
      tags: [{ sourceId: tag }],
    },
  });
  expect(calls()).toEqual([`assembly GET /${field}s/r-1`, "assembly GET /accounts/labels"]);
});

test("a label that is answered by itself is read like a list of one", async () => {
  const { query, calls, sandbox } = gateway();
  const label = { id: tierId, type: "Tier", name: "Gold" };
  sandbox.assembly.inject({ row: "labels.getById", reply: { status: 200, body: { label } } });
  expect(await query(`{ label(id: "${tierId}") { name } }`)).toEqual({ label: { name: "Gold" } });
  expect(calls()).toEqual([`assembly GET /accounts/labels/${tierId}`]);
});
