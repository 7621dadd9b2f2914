import { expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import type { StoredBotInstance } from "../../../src/sandbox/data/web1on1/stored.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { gid, pagesOf } from "../upstream.ts";

const list = `query ($filter: BotInstancesFilter, $sort: BotInstancesSort, $first: Int, $after: String) {
  botInstances(filter: $filter, sort: $sort, first: $first, after: $after) {
    nodes { sourceId }
    pageInfo { hasNextPage endCursor }
  }
}`;
const { sharedBotId } = showcase;
const { organizationId } = showcase.account;
const rows = ({ sandbox }: TestGateway): readonly StoredBotInstance[] => sandbox.data.web1on1.botInstances;
const idsOf = (some: readonly StoredBotInstance[]) => some.map(({ id }) => ({ sourceId: id }));

test.each<[string, object | null, string, (instance: StoredBotInstance) => boolean]>([
  ["everything", null, "", () => true],
  [
    "organization",
    { organization: gid("Organization", organizationId) },
    `organization=${organizationId}&`,
    (instance) => instance.organization === organizationId,
  ],
  ["bot", { bot: gid("Bot", sharedBotId) }, `bot=${sharedBotId}&`, ({ bot }) => bot === sharedBotId],
  [
    "both at once",
    { organization: organizationId, bot: sharedBotId },
    `organization=${organizationId}&bot=${sharedBotId}&`,
    ({ bot, organization }) => bot === sharedBotId && organization === organizationId,
  ],
])("instances of bots are listed by %s", async (_, filter, sent, matches) => {
  const made = gateway();
  const { botInstances } = await made.query(list, { filter, first: 100 });
  const expected = rows(made).filter(matches);
  expect(expected).not.toEqual([]);
  expect(botInstances.nodes).toEqual(idsOf(expected));
  expect(made.callsWithQueries()).toEqual([`web1on1 GET /botinstances?${sent}limit=100&offset=0`]);
});

test.each([
  ["NAME", "name"],
  ["CREATED_AT", "createdAt"],
  ["UPDATED_AT", "updatedAt"],
] as const)("instances of bots can be sorted by %s, up and down", async (field, name) => {
  const made = gateway();
  const sorted = async (direction: string) =>
    (await made.query(list, { sort: { field, direction } })).botInstances.nodes;
  const ordered = (direction: 1 | -1) =>
    [...rows(made)].sort((one, other) => {
      const [a, b] = [one[name] ?? "", other[name] ?? ""];
      return a < b ? -direction : a > b ? direction : 0;
    });
  expect(await sorted("ASCENDING")).toEqual(idsOf(ordered(1).slice(0, 20)));
  expect(await sorted("DESCENDING")).toEqual(idsOf(ordered(-1).slice(0, 20)));
  expect(made.callsWithQueries()).toEqual([
    `web1on1 GET /botinstances?sort=${name}&limit=20&offset=0`,
    `web1on1 GET /botinstances?sort=-${name}&limit=20&offset=0`,
  ]);
});

test("a walk over all pages gives each instance once and ends, for each page of the upstream one call", async () => {
  const made = gateway({ sandbox: { sizes: { listedOrganizations: 130 } } });
  const walked: object[] = [];
  let after: string | null = null;
  do {
    const { botInstances } = await made.query(list, { first: 40, after });
    walked.push(...botInstances.nodes);
    after = botInstances.pageInfo.hasNextPage ? botInstances.pageInfo.endCursor : null;
  } while (after !== null);
  expect(walked).toEqual(idsOf(rows(made)));
  expect(made.callsWithQueries()).toEqual(pagesOf("botinstances", 0, 100));
});

test.each([
  { filter: { bot: gid("User", sharedBotId) } },
  { filter: { organization: gid("Bot", organizationId) } },
  { first: 101 },
])("a list that cannot be, %j, is refused without a call", async (variables) => {
  const { execute, calls } = gateway();
  const { errors } = await execute(list, variables);
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  expect(calls()).toEqual([]);
});
