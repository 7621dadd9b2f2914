import { describe, expect, test } from "vitest";
import { agentId, personId } from "../../../src/sandbox/data/ids.ts";
import { personCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";
import { planned } from "../../support/planned.ts";
import { today as day } from "../../support/time.ts";
import { data, inSeconds, namesOf, nowSeconds, platformId, statesOf, storedNames } from "./states.ts";

const ofOne = `query ($id: ID!, $window: TimeWindow!, $first: Int, $after: String) {
  person(by: { id: $id }) {
    states(window: $window, first: $first, after: $after) {
      nodes { state startTime person { sourceId } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
}`;
const ofMany = `query ($team: ID, $window: TimeWindow!, $first: Int!) {
  people(filter: { team: $team }, first: $first) {
    nodes { agentId states(window: $window, first: 50) { nodes { state startTime } } }
  }
}`;
const page = (offset: number, agent?: string) =>
  `assembled GET /v0/agents/state?${inSeconds(day)}${agent ? `&agent_id=${agent}` : ""}&limit=500&offset=${offset}`;

describe("states of", () => {
  test("one person are one read of that agent, and know their person", async () => {
    const { query, callsWithQueries } = gateway();
    const { person } = await query(ofOne, { id: personId(1), window: day });
    const expected = storedNames(statesOf(platformId(1)));
    expect(expected.length).toBeGreaterThan(5);
    expect(namesOf(person.states.nodes)).toEqual(expected);
    expect(person.states.totalCount).toBe(expected.length);
    for (const node of person.states.nodes) expect(node.person.sourceId).toBe(personId(1));
    expect(callsWithQueries()).toEqual([`assembled GET /v0/people/${personId(1)}`, page(0, agentId(1))]);
  });

  test("one person come page by page, out of one read", async () => {
    const made = gateway();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { person } = await made.query(ofOne, { id: personId(1), window: day, first: 3, after });
      seen.push(...namesOf(person.states.nodes));
      after = person.states.pageInfo.hasNextPage ? person.states.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(storedNames(statesOf(platformId(1))));
    expect(made.calls()).toEqual([
      `assembled GET /v0/people/${personId(1)}`,
      "assembled GET /v0/agents/state",
    ]);
  });

  test("a team are the pages of the window for all, whatever the number of people", async () => {
    const { query, callsWithQueries } = gateway();
    const { people } = await query(ofMany, { team: showcase.team.id, window: day, first: 100 });
    expect(people.nodes.length).toBeGreaterThan(40);
    for (const { agentId: agent, states } of people.nodes) {
      const person = data.people.find(({ agent_id }) => agent_id && agent_id === agent);
      const expected = storedNames(statesOf(person?.platforms?.zendesk ?? "none"));
      expect(namesOf(states.nodes)).toEqual(expected);
    }
    expect(callsWithQueries()).toEqual([
      `assembled GET /v0/people?team=${showcase.team.id}&limit=100&offset=0`,
      page(0),
      page(500),
    ]);
  });

  test("two people are a read for each, once windows of that length are known to fill as many pages", async () => {
    const made = gateway();
    await made.query(ofMany, { window: day, first: 10 });
    made.calls();
    await made.clock.advance(120_000);
    const next = { start: "2026-03-04T12:00:00Z", end: "2026-03-05T12:00:00Z" };
    await made.query(ofMany, { window: next, first: 2 });
    expect(made.callsWithQueries()).toEqual([
      expect.stringContaining("GET /v0/people"),
      ...[0, 1].map(
        (number) =>
          `assembled GET /v0/agents/state?${inSeconds(next)}&agent_id=${agentId(number)}&limit=500&offset=0`,
      ),
    ]);
  });

  test("a person who is not an agent are none, for no call", async () => {
    const { query, calls } = gateway();
    const { personId: id } = personCases.agentless;
    const { person } = await query(ofOne, { id, window: day });
    expect(person.states).toEqual({
      nodes: [],
      pageInfo: { hasNextPage: false, endCursor: null },
      totalCount: 0,
    });
    expect(calls()).toEqual([`assembled GET /v0/people/${id}`]);
  });

  test("others are left out, should the upstream ignore the agent", async () => {
    const { query, sandbox } = gateway();
    const states = [1, 2].map((number) => ({
      agent_id: agentId(number),
      agent_platform_id: platformId(number),
      platform: "zendesk",
      start_time: nowSeconds - 60,
      end_time: nowSeconds,
      state: `state of ${number}`,
    }));
    sandbox.assembled.inject({
      row: "agentStates.list",
      reply: { status: 200, body: { agent_states: states, total: 2 } },
    });
    const { person } = await query(ofOne, { id: personId(2), window: day });
    expect(person.states.nodes).toMatchObject([{ state: "state of 2" }]);
  });
});

test("the states of a person cost one read, those of fifty one at least, and a plan says so", async () => {
  const made = gateway();
  await made.query("{ people(first: 1) { nodes { id } } }");
  const one = await planned(made, ofOne, { id: personId(1), window: day });
  expect(one.plan?.assembled?.calls).toEqual({ least: 0, most: 3 });
  const many = await planned(made, ofMany, { window: day, first: 50 });
  expect(many.plan?.assembled?.calls).toEqual({ least: 0, most: 52 });
});

test.each<[string, object]>([
  ["a window over 31 days", { window: { start: day.start, end: "2026-04-05T00:00:00Z" } }],
  ["a window that is empty", { window: { start: day.start, end: day.start } }],
  ["a page over 500", { first: 501 }],
])("states of a person are not asked for with %s", async (_, variables) => {
  const { execute, calls } = gateway();
  const { errors } = await execute(ofOne, { id: personId(1), window: day, ...variables });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
  expect(calls()).toEqual([]);
});
