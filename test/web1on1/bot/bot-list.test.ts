import { expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import type { StoredBot } from "../../../src/sandbox/data/web1on1/stored.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { describeList, nameAndTimes } from "../list-cases.ts";
import { gid, isListed, pagesOf } from "../upstream.ts";

const { organizationId } = showcase.account;

describeList<StoredBot>({
  noun: "bots",
  rows: ({ bots }) => bots,
  filters: [
    [
      "organization",
      { organization: gid("Organization", organizationId) },
      `organization=${organizationId}`,
      ({ organization }) => organization === organizationId,
    ],
    ["status", { status: "INACTIVE" }, "status=inactive", ({ status }) => status === "inactive"],
    ["status, archived", { status: "ARCHIVED" }, "status=archived", ({ status }) => status === "archived"],
    ["audience", { audience: "GLOBAL" }, "audience=global", ({ audience }) => audience === "global"],
    [
      "all that hold at once",
      { organization: organizationId, status: "ACTIVE", audience: "GROUP" },
      `organization=${organizationId}&status=active&audience=group`,
      ({ id }) => id === showcase.botId,
    ],
  ],
  sorts: nameAndTimes,
  refused: [{ organization: gid("Bot", organizationId) }],
});

const rows = ({ sandbox }: TestGateway): readonly StoredBot[] => sandbox.data.web1on1.bots;
const idsOf = (some: readonly StoredBot[]) => some.map(({ id }) => ({ sourceId: id }));
const ofOrganization = "query ($id: ID!) { organization(by: { id: $id }) { bots { sourceId } } }";

test("the bots of one organization come from a filtered list", async () => {
  const made = gateway();
  const { organization } = await made.query(ofOrganization, { id: organizationId });
  const own = rows(made).filter((bot) => isListed(bot) && bot.organization === organizationId);
  expect(own.length).toBeGreaterThan(2);
  expect(organization.bots).toEqual(idsOf(own));
  expect(made.callsWithQueries()).toEqual([
    `web1on1 GET /organizations/${organizationId}`,
    `web1on1 GET /bots?organization=${organizationId}&limit=100&offset=0`,
  ]);
});

test("the bots of many organizations come from one list", async () => {
  const made = gateway();
  const { organizations } = await made.query(
    "{ organizations(first: 50) { nodes { sourceId bots { sourceId } } } }",
  );
  const listed = rows(made).filter(isListed);
  for (const { sourceId, bots } of organizations.nodes) {
    expect(bots).toEqual(idsOf(listed.filter(({ organization }) => organization === sourceId)));
    expect(bots).not.toEqual([]);
  }
  expect(made.callsWithQueries()).toEqual([...pagesOf("organizations", 0), ...pagesOf("bots", 0)]);
});
