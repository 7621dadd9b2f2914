import { describe, expect, test } from "vitest";
import type { StoredActivity } from "../../../src/sandbox/data/assembled/stored.ts";
import { activityTypeId, agentId, groupId, personId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { testNowMs } from "../../support/clock.ts";
import { gateway } from "../../support/gateway.ts";
import { createSandboxData } from "../../support/sandbox-data.ts";
import { today as day, seconds } from "../../support/time.ts";

const { people, activities, activityTypes } = createSandboxData(testNowMs).assembled;
const tomorrow = { start: "2026-03-05T00:00:00Z", end: "2026-03-06T00:00:00Z" };
const inSeconds = ({ start, end }: { start: string; end: string }) =>
  `start_time=${seconds(start)}&end_time=${seconds(end)}`;
const gid = (key: string) => `gid://assembled/Activity/${key}`;

/** Ids of what a schedule has in a window, by start and then by key. */
function scheduled(
  matches: (activity: StoredActivity) => boolean,
  { start, end }: { start: string; end: string } = day,
  schedule?: string,
): string[] {
  return activities
    .filter(({ schedule_id }) => schedule_id === schedule)
    .filter((one) => one.end_time > seconds(start) && one.start_time < seconds(end) && matches(one))
    .sort((a, b) => a.start_time - b.start_time || (a.key < b.key ? -1 : 1))
    .map(({ key }) => gid(key));
}

const listDocument = `query ($window: TimeWindow!, $filter: ActivitiesFilter, $first: Int, $after: String) {
  activities(window: $window, filter: $filter, first: $first, after: $after) {
    nodes { id }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;
const idsOf = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id);

describe("a filter of activities reaches the upstream, and its rows come back: by", () => {
  const lunch = activityTypeId("lunch");
  const meeting = activityTypeId("meeting");
  const team = groupId("team/Night Owls");
  const teamOf = (agent: string) => people.find(({ agent_id }) => agent_id === agent)?.teams ?? [];
  const channelsOf = ({ channels, type_id }: StoredActivity) =>
    channels ?? activityTypes.find(({ id }) => id === type_id)?.channels ?? [];

  test.each<[string, object, string, (activity: StoredActivity) => boolean]>([
    ["one agent", { agents: [agentId(1)] }, `&agents=${agentId(1)}`, (one) => one.agent_id === agentId(1)],
    [
      "several agents",
      { agents: [agentId(2), `gid://assembled/Agent/${agentId(1)}`] },
      `&agents=${agentId(2)}&agents=${agentId(1)}`,
      ({ agent_id }) => agent_id === agentId(1) || agent_id === agentId(2),
    ],
    ["one type", { types: [lunch] }, `&types=${lunch}`, ({ type_id }) => type_id === lunch],
    [
      "several types",
      { types: [`gid://assembled/ActivityType/${meeting}`, lunch] },
      `&types=${meeting}&types=${lunch}`,
      ({ type_id }) => type_id === lunch || type_id === meeting,
    ],
    ["team", { team }, `&team=${team}`, ({ agent_id }) => teamOf(agent_id).includes(team)],
    ["channel", { channel: "PHONE" }, "&channel=phone", (one) => channelsOf(one).includes("phone")],
    [
      "all of them",
      { agents: [agentId(1), agentId(2)], types: [lunch], team: teamOf(agentId(1))[0], channel: null },
      `&team=${teamOf(agentId(1))[0]}&types=${lunch}&agents=${agentId(1)}&agents=${agentId(2)}`,
      (one) =>
        [agentId(1), agentId(2)].includes(one.agent_id) &&
        one.type_id === lunch &&
        teamOf(one.agent_id).includes(teamOf(agentId(1))[0] ?? ""),
    ],
  ])("%s", async (_, filter, parameters, matches) => {
    const { query, callsWithQueries } = gateway();
    const answer = await query(listDocument, { window: day, filter });
    const expected = scheduled(matches);
    expect(expected.length).toBeGreaterThan(0);
    expect(idsOf(answer.activities.nodes)).toEqual(expected.slice(0, 500));
    expect(callsWithQueries()).toEqual([
      `assembled GET /v0/activities?${inSeconds(day)}&include_activity_types=true${parameters}`,
    ]);
  });

  test("schedule", async () => {
    const { query, callsWithQueries } = gateway();
    const schedule = showcase.draftScheduleId;
    const answer = await query(listDocument, { window: tomorrow, filter: { schedule } });
    expect(idsOf(answer.activities.nodes)).toEqual(scheduled(() => true, tomorrow, schedule));
    expect(answer.activities.nodes).toHaveLength(2);
    expect(callsWithQueries()).toEqual([
      `assembled GET /v0/activities?${inSeconds(tomorrow)}&include_activity_types=true&schedule_id=${schedule}`,
    ]);
  });

  test.each([
    ["no agent at all", { agents: [] }],
    ["no type at all", { types: [] }],
  ])("%s, which matches nothing and costs no call", async (_, filter) => {
    const { query, calls } = gateway();
    expect((await query(listDocument, { window: day, filter })).activities.nodes).toEqual([]);
    expect(calls()).toEqual([]);
  });

  test("agents, types and window once more in the gateway, should the upstream ignore them", async () => {
    const { query, calls, sandbox } = gateway();
    const all = activities.filter(({ schedule_id }) => schedule_id === undefined);
    const body = { activities: Object.fromEntries(all.map((one) => [one.key, one])) };
    sandbox.assembled.inject({ row: "activities.list", reply: { status: 200, body } });
    const filter = { agents: [agentId(1)], types: [lunch] };
    const answer = await query(listDocument, { window: day, filter });
    expect(idsOf(answer.activities.nodes)).toEqual(
      scheduled(({ agent_id, type_id }) => agent_id === agentId(1) && type_id === lunch),
    );
    expect(calls()).toEqual(["assembled GET /v0/activities"]);
  });
});

describe("activities", () => {
  test("come in pages of 500 unless told otherwise, each once, each page for one call", async () => {
    const seen: string[] = [];
    const sizes: number[] = [];
    let after: string | null = null;
    do {
      const { query, calls } = gateway();
      const answer = await query(listDocument, { window: day, after });
      const { nodes, pageInfo } = answer.activities;
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      seen.push(...idsOf(nodes));
      sizes.push(nodes.length);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      expect(calls()).toEqual(["assembled GET /v0/activities"]);
    } while (after !== null);
    const expected = scheduled(() => true);
    expect(seen).toEqual(expected);
    expect(sizes).toEqual([500, expected.length - 500]);
  });

  test("have ids of their own although the upstream repeats one for what recurs", async () => {
    const { query, calls } = gateway();
    const window = { start: "2026-02-25T00:00:00Z", end: "2026-03-12T00:00:00Z" };
    const repeated = activities.filter(({ id, key }) => id !== key);
    const agents = [...new Set(repeated.map(({ agent_id }) => agent_id))].slice(0, 5);
    const { nodes } = (await query(listDocument, { window, filter: { agents } })).activities;
    expect(idsOf(nodes)).toEqual(scheduled(({ agent_id }) => agents.includes(agent_id), window));
    expect(new Set(idsOf(nodes)).size).toBe(nodes.length);
    expect(calls()).toEqual(["assembled GET /v0/activities"]);
  });

  test("are answered in the words of the schema, with all people and types for one call each", async () => {
    const { query, calls } = gateway();
    const answer = await query(
      `query ($window: TimeWindow!, $filter: ActivitiesFilter) {
        activities(window: $window, filter: $filter) {
          nodes {
            id startTime endTime description channels createdAt updatedAt
            person { sourceId agentId } type { sourceId name }
          }
        }
      }`,
      { window: day, filter: { agents: [agentId(1), agentId(2)] } },
    );
    const { nodes } = answer.activities;
    expect(idsOf(nodes)).toEqual(
      scheduled(({ agent_id }) => agent_id === agentId(1) || agent_id === agentId(2)),
    );
    for (const node of nodes) {
      const row = activities.find(({ key }) => gid(key) === node.id);
      const number = row?.agent_id === agentId(1) ? 1 : 2;
      expect(node).toEqual({
        id: gid(row?.key ?? ""),
        startTime: new Date((row?.start_time ?? 0) * 1000).toISOString(),
        endTime: new Date((row?.end_time ?? 0) * 1000).toISOString(),
        description: row?.description ?? null,
        channels: row?.channels?.map((channel) => channel.toUpperCase()) ?? null,
        createdAt: "2026-02-12T00:00:00.000Z",
        updatedAt: "2026-02-22T00:00:00.000Z",
        person: { sourceId: personId(number), agentId: agentId(number) },
        type: { sourceId: row?.type_id, name: activityTypes.find(({ id }) => id === row?.type_id)?.name },
      });
    }
    expect(calls().sort()).toEqual(["assembled GET /v0/activities", "assembled GET /v0/people"]);
  });

  test("whose person or type is gone have null in its place", async () => {
    const { query, calls } = gateway();
    const agents = [agentId("(gone)"), agentId("no-match")];
    const answer = await query(
      `query ($window: TimeWindow!, $filter: ActivitiesFilter) {
        activities(window: $window, filter: $filter) { nodes { person { sourceId } type { name } } }
      }`,
      { window: tomorrow, filter: { agents } },
    );
    expect(answer.activities.nodes).toHaveLength(2);
    expect(answer.activities.nodes).toEqual(
      expect.arrayContaining([
        { person: null, type: { name: "Shift" } },
        { person: { sourceId: personId("no-match") }, type: null },
      ]),
    );
    expect(calls().sort()).toEqual([
      "assembled GET /v0/activities",
      "assembled GET /v0/activity_types",
      "assembled GET /v0/people",
    ]);
  });

  test("cannot be fetched again by their ids", async () => {
    const { execute, calls } = gateway();
    const { data, errors } = await execute("query ($id: ID!) { node(id: $id) { id } }", {
      id: gid(activities[0]?.key ?? ""),
    });
    expect([data.node, errors[0]?.extensions.code]).toEqual([null, "BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  });
});

test.each([
  ["a window that ends before it starts", { window: { start: day.end, end: day.start } }],
  ["a window over 31 days", { window: { start: day.start, end: "2026-04-05T00:00:00Z" } }],
  ["a page over 500", { first: 501 }],
  ["a cursor of nobody's", { after: "!" }],
  ["a person's id for an agent's", { filter: { agents: [`gid://assembled/Person/${personId(1)}`] } }],
  ["an agent's id for a type's", { filter: { types: [`gid://assembled/Agent/${agentId(1)}`] } }],
  ["a team that cannot be one", { filter: { team: "Night Owls" } }],
  ["a schedule that cannot be one", { filter: { schedule: "a b" } }],
  ["an empty schedule", { filter: { schedule: "" } }],
  ["a channel that does not exist", { filter: { channel: "FAX" } }],
  [
    "more agents than a URL can hold",
    { filter: { agents: Array.from({ length: 101 }, (_, at) => agentId(at)) } },
  ],
  [
    "more types than a URL can hold",
    { filter: { types: Array.from({ length: 51 }, (_, at) => agentId(at)) } },
  ],
])("activities are not asked for with %s", async (_, variables) => {
  const { execute, calls } = gateway();
  const { errors } = await execute(listDocument, { window: day, ...variables });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
  expect(calls()).toEqual([]);
});
