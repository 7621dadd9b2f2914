import { describe, expect, test } from "vitest";
import { agentId, personId, shiftPatternId } from "../../../src/sandbox/data/ids.ts";
import { personCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { testNowMs } from "../../support/clock.ts";
import { gateway } from "../../support/gateway.ts";
import { createSandboxData } from "../../support/sandbox-data.ts";

const { people, shiftPatterns } = createSandboxData(testNowMs).assembled;
const list = "assembled GET /v0/shift_patterns";
const roster = "assembled GET /v0/people";
const gid = (name: string) => `gid://assembled/ShiftPattern/${shiftPatternId(name)}`;
const agentsOn = (name: string) =>
  shiftPatterns.find((pattern) => pattern.name === name)?.assigned_agent_ids ?? [];

/** Answers all patterns with one in place of those that there are. */
function withPattern(row: object) {
  const made = gateway();
  const body = [{ id: shiftPatternId("odd"), name: "Odd", timezone: "UTC", shifts: [], ...row }];
  made.sandbox.assembled.inject({ row: "shiftPatterns.list", reply: { status: 200, body } });
  return made;
}

test("shift patterns come in the upstream's order for one call, in the words of the schema", async () => {
  const { query, callsWithQueries } = gateway();
  const { shiftPatterns: answered } = await query(`{ shiftPatterns {
    id sourceId name description timezone authorEmail excludedDurationSeconds createdAt updatedAt assignedCount
    shifts { startTime { dayOfWeek hour minute } endTime { dayOfWeek hour minute } }
  } }`);
  expect(
    answered.map(({ name, assignedCount }: { name: string; assignedCount: number }) => [name, assignedCount]),
  ).toEqual(shiftPatterns.map(({ name }) => [name, agentsOn(name).length]));
  expect(answered[1]).toEqual({
    id: gid("Night owls"),
    sourceId: shiftPatternId("Night owls"),
    name: "Night owls",
    description: null,
    timezone: "America/New_York",
    authorEmail: people[3]?.email,
    excludedDurationSeconds: 2700,
    createdAt: "2025-05-09T00:00:00.000Z",
    updatedAt: "2026-02-03T00:00:00.000Z",
    assignedCount: agentsOn("Night owls").length,
    shifts: ["WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"].slice(0, 4).map((day, at, days) => ({
      startTime: { dayOfWeek: day, hour: 17, minute: 0 },
      endTime: { dayOfWeek: days[at + 1] ?? "SUNDAY", hour: 5, minute: 30 },
    })),
  });
  expect(answered[2]).toMatchObject({ description: null, authorEmail: null, assignedCount: 0 });
  expect(callsWithQueries()).toEqual([list]);
});

test.each([
  ["id", shiftPatternId("Weekdays")],
  ["global id", gid("Weekdays")],
])("a shift pattern is found in the list by its %s", async (_, id) => {
  const { query, calls } = gateway();
  const document = "query ($id: ID!) { shiftPattern(id: $id) { name } }";
  expect(await query(document, { id })).toEqual({ shiftPattern: { name: "Weekdays" } });
  expect(await query(document, { id: shiftPatternId("(gone)") })).toEqual({ shiftPattern: null });
  expect(calls()).toEqual([list]);
});

test("a shift pattern is a node", async () => {
  const { query, calls } = gateway();
  expect(
    await query("query ($id: ID!) { node(id: $id) { __typename id } }", { id: gid("Weekdays") }),
  ).toEqual({
    node: { __typename: "ShiftPattern", id: gid("Weekdays") },
  });
  expect(calls()).toEqual([list]);
});

test.each([`gid://assembled/Role/${shiftPatternId("Weekdays")}`, "Weekdays", ".."])(
  "a shift pattern is not asked for by %o",
  async (id) => {
    const { execute, calls } = gateway();
    const { errors } = await execute("query ($id: ID!) { shiftPattern(id: $id) { name } }", { id });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  },
);

describe("the shift pattern of people", () => {
  test("is one list, however many they are", async () => {
    const { query, calls } = gateway();
    const { people: page } = await query(
      `{ people(first: 100, filter: { team: "${showcase.team.id}" }) { nodes { agentId shiftPattern { name } } } }`,
    );
    const nameOf = (agent: string) =>
      shiftPatterns.find(({ assigned_agent_ids: ids }) => ids.includes(agent))?.name;
    expect(page.nodes.length).toBeGreaterThan(20);
    for (const { agentId: agent, shiftPattern } of page.nodes) {
      expect(shiftPattern?.name).toBe(agent ? nameOf(agent) : undefined);
    }
    expect(
      new Set(page.nodes.map(({ shiftPattern }: { shiftPattern: unknown }) => shiftPattern !== null)),
    ).toEqual(new Set([true, false]));
    expect(calls()).toEqual([roster, list]);
  });

  test("who are no agents costs no call", async () => {
    const { query, calls } = gateway();
    const { personId: id } = personCases.agentless;
    expect(await query(`{ person(by: { id: "${id}" }) { shiftPattern { name } } }`)).toEqual({
      person: { shiftPattern: null },
    });
    expect(calls()).toEqual([`${roster}/${id}`]);
  });
});

describe("the people on a shift pattern", () => {
  const document = `query ($id: ID!, $first: Int, $after: String) { shiftPattern(id: $id) {
    people(first: $first, after: $after) { totalCount nodes { agentId } pageInfo { hasNextPage endCursor } }
  } }`;

  test("come in pages, each once, in the order of the pattern, less agents who are gone", async () => {
    const { query, calls } = gateway();
    const found: string[] = [];
    let after: string | null = null;
    do {
      const { shiftPattern } = await query(document, { id: gid("Night owls"), first: 15, after });
      const { nodes, pageInfo, totalCount } = shiftPattern.people;
      expect(totalCount).toBe(agentsOn("Night owls").length - 1);
      found.push(...nodes.map((node: { agentId: string }) => node.agentId));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(found).toEqual(agentsOn("Night owls").filter((id) => id !== agentId("(gone)")));
    expect(calls()).toEqual([list, roster]);
  });

  test("cost no call where none are asked for, and none where there are none", async () => {
    const { query, calls } = gateway();
    const none = await query(document, { id: gid("Weekdays"), first: 0 });
    expect(none.shiftPattern.people).toMatchObject({ nodes: [], totalCount: null });
    const empty = await query(document, { id: gid("Week-end relief") });
    expect(empty.shiftPattern.people).toMatchObject({ nodes: [], totalCount: 0 });
    expect(calls()).toEqual([list]);
  });
});

describe("a row that is not as documented", () => {
  const fields = "excludedDurationSeconds assignedCount shifts { startTime { dayOfWeek hour } }";

  test("has a text for seconds, midnight as hour 0 or 24, and no number of agents", async () => {
    const time = (day_of_week: unknown, hour: unknown) => ({
      start_time: { day_of_week, hour, minute: 0 },
    });
    const { query, calls } = withPattern({
      excluded_duration_seconds: "1800",
      shifts: [time(0, 0), time(6, 24), time(7, 1)],
      assigned_agent_ids: [agentId(1), null, { id: agentId(2) }],
    });
    const startTime = (dayOfWeek: string | null, hour: number) => ({ startTime: { dayOfWeek, hour } });
    expect(await query(`{ shiftPatterns { ${fields} } }`)).toEqual({
      shiftPatterns: [
        {
          excludedDurationSeconds: 1800,
          assignedCount: 2,
          shifts: [startTime("SUNDAY", 0), startTime("SATURDAY", 24), startTime(null, 1)],
        },
      ],
    });
    expect(calls()).toEqual([list]);
  });

  test("has nothing at all, and the person of its agents is still found", async () => {
    const { query, calls } = withPattern({ assigned_agent_ids: null, excluded_duration_seconds: "" });
    expect(await query(`{ shiftPatterns { ${fields} people { nodes { id } } } }`)).toEqual({
      shiftPatterns: [{ excludedDurationSeconds: null, assignedCount: 0, shifts: [], people: { nodes: [] } }],
    });
    expect(calls()).toEqual([list]);
  });
});

test.each([403, 404] as const)(
  "the beta that is closed by %i is told with what to do, and breaks nothing else",
  async (shiftPatternsAnswer) => {
    const { execute, calls } = gateway({ sandbox: { choices: { assembled: { shiftPatternsAnswer } } } });
    const { personId: id } = showcase.person;
    const { data, errors } = await execute(
      `{ person(by: { id: "${id}" }) { sourceId shiftPattern { name } } }`,
    );
    expect(data).toEqual({ person: { sourceId: id, shiftPattern: null } });
    expect(errors.map(({ extensions }) => extensions)).toEqual([
      expect.objectContaining({ code: "FORBIDDEN", system: "assembled", retryable: false }),
    ]);
    expect(errors[0]?.message).toContain("ask your customer success manager at Assembled");
    expect(calls()).toEqual([`${roster}/${id}`, list]);
    const gone = await execute(`{ person(by: { id: "${personId("(gone)")}" }) { sourceId } }`);
    expect(gone).toEqual({ data: { person: null }, errors: [] });
    expect(calls()).toEqual([`${roster}/${personId("(gone)")}`]);
  },
);
