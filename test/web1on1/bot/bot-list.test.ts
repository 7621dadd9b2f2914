import { expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import type { StoredBot } from "../../../src/sandbox/data/web1on1/stored.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { gid, isListed, pagesOf } from "../upstream.ts";

const list = `query ($filter: BotsFilter, $sort: BotsSort, $first: Int, $after: String) {
  bots(filter: $filter, sort: $sort, first: $first, after: $after) {
    nodes { sourceId }
    pageInfo { hasNextPage endCursor }
  }
}`;
const { organizationId } = showcase.account;
const rows = ({ sandbox }: TestGateway): readonly StoredBot[] => sandbox.data.web1on1.bots;
const idsOf = (some: readonly StoredBot[]) => some.map(({ id }) => ({ sourceId: id }));

test.each<[string, object | null, string, (bot: StoredBot) => boolean]>([
  ["everything listed", null, "", isListed],
  [
    "organization",
    { organization: gid("Organization", organizationId) },
    `organization=${organizationId}&`,
    (bot) => isListed(bot) && bot.organization === organizationId,
  ],
  ["status", { status: "INACTIVE" }, "status=inactive&", ({ status }) => status === "inactive"],
  ["status, archived", { status: "ARCHIVED" }, "status=archived&", ({ status }) => status === "archived"],
  ["audience", { audience: "GLOBAL" }, "audience=global&", ({ audience }) => audience === "global"],
  [
    "all that hold at once",
    { organization: organizationId, status: "ACTIVE", audience: "GROUP" },
    `organization=${organizationId}&status=active&audience=group&`,
    ({ id }) => id === showcase.botId,
  ],
])("bots are listed by %s", async (_, filter, sent, matches) => {
  const made = gateway();
  const { bots } = await made.query(list, { filter, first: 100 });
  const expected = rows(made).filter(matches);
  expect(expected).not.toEqual([]);
  expect(bots.nodes).toEqual(idsOf(expected));
  expect(made.callsWithQueries()).toEqual([`web1on1 GET /bots?${sent}limit=100&offset=0`]);
});

test.each([
  ["NAME", "name"],
  ["CREATED_AT", "createdAt"],
  ["UPDATED_AT", "updatedAt"],
] as const)("bots can be sorted by %s, up and down", async (field, name) => {
  const made = gateway();
  const sorted = async (direction: string) =>
    (await made.query(list, { sort: { field, direction } })).bots.nodes;
  const ordered = (direction: 1 | -1) =>
    rows(made)
      .filter(isListed)
      .sort((one, other) => {
        const [a, b] = [one[name] ?? "", other[name] ?? ""];
        return a < b ? -direction : a > b ? direction : 0;
      });
  expect(await sorted("ASCENDING")).toEqual(idsOf(ordered(1).slice(0, 20)));
  expect(await sorted("DESCENDING")).toEqual(idsOf(ordered(-1).slice(0, 20)));
  expect(made.callsWithQueries()).toEqual([
    `web1on1 GET /bots?sort=${name}&limit=20&offset=0`,
    `web1on1 GET /bots?sort=-${name}&limit=20&offset=0`,
  ]);
});

test("a walk over all pages gives each listed bot once and ends, for each page of the upstream one call", async () => {
  const made = gateway({ sandbox: { sizes: { listedOrganizations: 150 } } });
  const walked: object[] = [];
  let after: string | null = null;
  do {
    const { bots } = await made.query(list, { first: 40, after });
    walked.push(...bots.nodes);
    after = bots.pageInfo.hasNextPage ? bots.pageInfo.endCursor : null;
  } while (after !== null);
  expect(walked).toEqual(idsOf(rows(made).filter(isListed)));
  expect(made.callsWithQueries()).toEqual(pagesOf("bots", 0, 100));
});

test.each([{ filter: { organization: gid("Bot", organizationId) } }, { first: 101 }, { after: "x" }])(
  "a list that cannot be, %j, is refused without a call",
  async (variables) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(list, variables);
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    expect(calls()).toEqual([]);
  },
);

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
