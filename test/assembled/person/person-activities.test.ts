import { describe, expect, test } from "vitest";
import type { StoredActivity } from "../../../src/sandbox/data/assembled/stored.ts";
import { agentId, personId } from "../../../src/sandbox/data/ids.ts";
import { personCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { testNowMs } from "../../support/clock.ts";
import { gateway } from "../../support/gateway.ts";
import { createSandboxData } from "../../support/sandbox-data.ts";
import { today as day, seconds } from "../../support/time.ts";

const { people: rows, activities } = createSandboxData(testNowMs).assembled;

/** The call for a window in Unix seconds. */
const read = (start: number, end: number, agents: readonly string[]) =>
  `assembled GET /v0/activities?start_time=${start}&end_time=${end}&include_activity_types=true` +
  agents.map((agent) => `&agents=${agent}`).join("");

/** What the master schedule has of an agent in a window, by start and then by key. */
function scheduled(
  agent: string | null | undefined,
  { start, end }: { start: string; end: string } = day,
): string[] {
  return activities
    .filter(({ agent_id, schedule_id }) => agent_id === agent && schedule_id === undefined)
    .filter((one) => one.end_time > seconds(start) && one.start_time < seconds(end))
    .sort((a, b) => a.start_time - b.start_time || (a.key < b.key ? -1 : 1))
    .map(({ key }) => `gid://assembled/Activity/${key}`);
}
const idsOf = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id);

const activitiesDocument = `query ($id: ID!, $window: TimeWindow!, $first: Int, $after: String) {
  person(by: { id: $id }) {
    activities(window: $window, first: $first, after: $after) {
      nodes { id startTime }
      pageInfo { hasNextPage hasPreviousPage endCursor }
    }
  }
}`;
const rosterDocument = `query ($window: TimeWindow!, $first: Int!, $after: String) {
  people(first: $first, after: $after) {
    nodes { agentId activities(window: $window) { nodes { id } } }
    pageInfo { endCursor }
  }
}`;

describe("activities of people", () => {
  test("are one call for fifty people, less those who are not agents", async () => {
    const { query, callsWithQueries } = gateway();
    const { people } = await query(rosterDocument, { window: day, first: 50 });
    const listed = rows.filter(({ deleted }) => !deleted).slice(0, 50);
    expect(people.nodes.map((node: { agentId: string }) => node.agentId)).toEqual(
      listed.map(({ agent_id }) => agent_id || null),
    );
    for (const { agentId, activities } of people.nodes)
      expect(idsOf(activities.nodes)).toEqual(scheduled(agentId));
    const agents = listed.flatMap(({ agent_id }) => (agent_id ? [agent_id] : []));
    expect(agents).toHaveLength(49);
    expect(callsWithQueries()).toEqual([
      "assembled GET /v0/people?limit=100&offset=0",
      read(seconds(day.start), seconds(day.end), agents),
    ]);
  });

  test("are two calls for two windows", async () => {
    const { query, callsWithQueries } = gateway();
    const next = { start: "2026-03-05T00:00:00Z", end: "2026-03-06T00:00:00Z" };
    const { people } = await query(
      `query ($day: TimeWindow!, $next: TimeWindow!) {
        people(first: 3) {
          nodes { agentId day: activities(window: $day) { nodes { id } } next: activities(window: $next) { nodes { id } } }
        }
      }`,
      { day, next },
    );
    for (const node of people.nodes) {
      expect(idsOf(node.day.nodes)).toEqual(scheduled(node.agentId));
      expect(idsOf(node.next.nodes)).toEqual(scheduled(node.agentId, next));
    }
    const agents = [0, 1, 2].map((number) => agentId(number));
    expect(callsWithQueries()).toEqual([
      "assembled GET /v0/people?limit=100&offset=0",
      read(seconds(day.start), seconds(day.end), agents),
      read(seconds(next.start), seconds(next.end), agents),
    ]);
  });

  test("are asked for those only whose are not fresh, in whatever order they are named", async () => {
    const { query, calls, callsWithQueries } = gateway();
    const activitiesOf = (first: number) => query(rosterDocument, { window: day, first });
    await activitiesOf(3);
    expect(calls()).toEqual(["assembled GET /v0/people", "assembled GET /v0/activities"]);
    const { people } = await activitiesOf(5);
    for (const { agentId, activities } of people.nodes)
      expect(idsOf(activities.nodes)).toEqual(scheduled(agentId));
    expect(callsWithQueries()).toEqual([
      read(seconds(day.start), seconds(day.end), [agentId(3), agentId(4)]),
    ]);
    const reversed = people.nodes.toReversed();
    const { nodes } = await query(
      `query ($window: TimeWindow!, $ids: [ID!]!) {
        nodes(ids: $ids) { ... on Person { agentId activities(window: $window) { nodes { id } } } }
      }`,
      { window: day, ids: [4, 3, 2, 1, 0].map((number) => `gid://assembled/Person/${personId(number)}`) },
    );
    expect(nodes).toEqual(reversed);
    expect(callsWithQueries()).toEqual(["assembled GET /v0/people?include_deleted=true&limit=500&offset=0"]);
  });

  test("are one call a hundred agents, so that no URL grows without end", async () => {
    const { query, callsWithQueries } = gateway();
    const { a, b } = await query(
      `query ($window: TimeWindow!, $ids: [ID!]!, $more: [ID!]!) {
        a: nodes(ids: $ids) { ... on Person { agentId activities(window: $window) { nodes { id } } } }
        b: nodes(ids: $more) { ... on Person { agentId activities(window: $window) { nodes { id } } } }
      }`,
      {
        window: day,
        ids: rows.slice(0, 100).map(({ id }) => `gid://assembled/Person/${id}`),
        more: rows.slice(100, 200).map(({ id }) => `gid://assembled/Person/${id}`),
      },
    );
    for (const node of [...a, ...b]) expect(idsOf(node.activities.nodes)).toEqual(scheduled(node.agentId));
    const [roster, ...reads] = callsWithQueries();
    expect(roster).toBe("assembled GET /v0/people?include_deleted=true&limit=500&offset=0");
    const agents = rows.slice(0, 200).filter(({ agent_id }) => agent_id);
    expect(reads.map((call) => call.split("&agents=").length - 1)).toEqual([100, agents.length - 100]);
  });

  test("of somebody who is not an agent are empty and cost no call", async () => {
    const { query, calls } = gateway();
    const { personId } = personCases.agentless;
    const empty = {
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: null },
    };
    expect(await query(activitiesDocument, { id: personId, window: day })).toEqual({
      person: { activities: empty },
    });
    expect(calls()).toEqual([`assembled GET /v0/people/${personId}`]);
  });

  test("leave out those of others, should the upstream ignore the filter", async () => {
    const { query, calls, sandbox } = gateway();
    const everybodys = activities.filter(({ schedule_id }) => schedule_id === undefined);
    const body = { activities: Object.fromEntries(everybodys.map((one) => [one.key, one])) };
    sandbox.assembled.inject({ row: "activities.list", reply: { status: 200, body } });
    const week = { start: "2026-02-25T00:00:00Z", end: "2026-03-12T00:00:00Z" };
    const { people } = await query(rosterDocument, { window: week, first: 2 });
    for (const { agentId, activities } of people.nodes)
      expect(idsOf(activities.nodes)).toEqual(scheduled(agentId, week));
    expect(calls()).toEqual(["assembled GET /v0/people", "assembled GET /v0/activities"]);
  });

  test("come by start and then by id, in whatever order the upstream gives them", async () => {
    const { query, calls, sandbox } = gateway();
    const one = (key: string, hour: number): [string, StoredActivity] => {
      const start_time = seconds(day.start) + hour * 3600;
      const ids = { id: "shared", key, agent_id: agentId(1), type_id: showcase.shiftTypeId };
      return [key, { ...ids, start_time, end_time: start_time + 3600 }];
    };
    const body = { activities: Object.fromEntries([one("c", 9), one("b", 12), one("d", 8), one("a", 12)]) };
    sandbox.assembled.inject({ row: "activities.list", reply: { status: 200, body } });
    const { person } = await query(activitiesDocument, { id: personId(1), window: day });
    expect(idsOf(person.activities.nodes)).toEqual(
      ["d", "c", "a", "b"].map((key) => `gid://assembled/Activity/${key}`),
    );
    expect(calls()).toEqual([`assembled GET /v0/people/${personId(1)}`, "assembled GET /v0/activities"]);
  });

  test("come in pages that a walk goes through once, each for one call", async () => {
    const week = { start: "2026-03-01T00:00:00Z", end: "2026-03-08T00:00:00Z" };
    const seen: string[] = [];
    let pages = 0;
    let after: string | null = null;
    do {
      const { query, calls } = gateway();
      const { person } = await query(activitiesDocument, { id: personId(1), window: week, first: 7, after });
      const { nodes, pageInfo } = person.activities;
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      seen.push(...idsOf(nodes));
      pages += 1;
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      expect(calls()).toEqual([`assembled GET /v0/people/${personId(1)}`, "assembled GET /v0/activities"]);
    } while (after !== null);
    expect(seen).toEqual(scheduled(agentId(1), week));
    expect(pages).toBe(Math.ceil(seen.length / 7));
  });

  test("know their person without another read", async () => {
    const { query, calls } = gateway();
    const { person } = await query(
      `query ($id: ID!, $window: TimeWindow!) {
        person(by: { id: $id }) { activities(window: $window) { nodes { person { sourceId } } } }
      }`,
      { id: personId(1), window: day },
    );
    expect(person.activities.nodes).toHaveLength(scheduled(agentId(1)).length);
    for (const node of person.activities.nodes) expect(node).toEqual({ person: { sourceId: personId(1) } });
    expect(calls()).toEqual([`assembled GET /v0/people/${personId(1)}`, "assembled GET /v0/activities"]);
  });

  test("that cannot be read empty that field and nothing else", async () => {
    const { execute, calls, sandbox } = gateway();
    sandbox.assembled.inject({ row: "activities.list", reply: { status: 403 } });
    const { data, errors } = await execute(rosterDocument, { window: day, first: 2 });
    expect(data.people.nodes).toEqual(
      [0, 1].map((number) => ({ agentId: agentId(number), activities: null })),
    );
    expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual(
      [0, 1].map((number) => [["people", "nodes", number, "activities"], "FORBIDDEN"]),
    );
    expect(calls()).toEqual(["assembled GET /v0/people", "assembled GET /v0/activities"]);
  });
});

describe("a window", () => {
  test.each([
    ["ends before it starts", { start: day.end, end: day.start }],
    ["is empty", { start: day.start, end: day.start }],
    ["is longer than 31 days", { start: "2026-03-01T00:00:00Z", end: "2026-04-01T00:00:00.001Z" }],
  ])("that %s is refused before any call", async (_, window) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(activitiesDocument, { id: personId(1), window });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  });

  test.each([
    ["of 31 days", { start: "2026-03-01T00:00:00Z", end: "2026-04-01T00:00:00Z" }, 1772323200, 1775001600],
    [
      "with an offset from UTC",
      { start: "2026-03-04T01:00:00+01:00", end: "2026-03-04T18:00:00-06:00" },
      1772582400,
      1772668800,
    ],
    [
      "of milliseconds, widened to whole seconds",
      { start: "2026-03-04T09:00:00.900Z", end: "2026-03-04T09:00:01.100Z" },
      1772614800,
      1772614802,
    ],
  ])("%s is asked for in Unix seconds", async (_, window, start, end) => {
    const { query, callsWithQueries } = gateway();
    await query(activitiesDocument, { id: personId(1), window });
    expect(callsWithQueries()).toEqual([
      `assembled GET /v0/people/${personId(1)}`,
      read(start, end, [agentId(1)]),
    ]);
  });
});

test.each([
  ["over 500", { first: 501 }],
  ["below 0", { first: -1 }],
  ["after nobody's cursor", { after: "W10" }],
])("a page of activities %s is refused before any call", async (_, page) => {
  const { execute, calls } = gateway();
  const { errors } = await execute(activitiesDocument, { id: personId(1), window: day, ...page });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
  expect(calls()).toEqual([]);
});
