import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { currentWindow } from "../../../src/assembled/agent-state/current.ts";
import { agentId, personId } from "../../../src/sandbox/data/ids.ts";
import { personCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { testClock } from "../../support/clock.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { planned } from "../../support/planned.ts";
import { startServer } from "../../support/server.ts";
import { seconds } from "../../support/time.ts";
import { data, nowSeconds, platformId } from "./states.ts";

const document = `query ($id: ID!) {
  person(by: { id: $id }) { currentState { state platform startTime person { sourceId } } }
}`;
const team = `query ($team: ID!) {
  people(filter: { team: $team }, first: 100) { nodes { sourceId currentState { state platform } } }
}`;

const priority = "zendesk_talk,zendesk_chat,zendesk";
/** The read of the condensed timeline at a moment. */
const read = (start: number, parameters = "", order = priority) =>
  `assembled GET /v0/agents/state/condensed_timeline?priority_order=${order}&start_time=${start - 30}&end_time=${start + 5}${parameters}&limit=500&offset=0`;

const stateOf = async ({ query }: TestGateway, number = 1) =>
  (await query(document, { id: personId(number) })).person.currentState?.state ?? null;

// Late in the morning of Amsterdam, agent 0 is available for chats and online for tickets.
describe("the current state", () => {
  test("of one person is one read of that agent", async () => {
    const { query, callsWithQueries } = gateway();
    expect((await query(document, { id: personId(0) })).person.currentState).toEqual({
      state: "available",
      platform: "zendesk_chat",
      startTime: "2026-03-04T10:15:00.000Z",
      person: { sourceId: personId(0) },
    });
    expect(callsWithQueries()).toEqual([
      `assembled GET /v0/people/${personId(0)}`,
      read(nowSeconds, `&agent_id=${agentId(0)}`),
    ]);
  });

  test("of a team is one read for all", async () => {
    const { query, callsWithQueries } = gateway();
    const { people } = await query(team, { team: showcase.team.id });
    expect(people.nodes.length).toBeGreaterThan(40);
    for (const { sourceId, currentState } of people.nodes) {
      const person = data.people.find(({ id }) => id === sourceId);
      const shown = data.agentStates
        .filter(({ agent_platform_id }) => agent_platform_id === person?.platforms?.zendesk)
        .filter(
          ({ start_time, end_time }) => start_time <= nowSeconds && (end_time ?? nowSeconds + 1) > nowSeconds,
        );
      // A chat or a call tells more than tickets.
      const [best] = shown.toSorted((a, b) => b.platform.length - a.platform.length);
      expect(currentState).toEqual(best ? { state: best.state, platform: best.platform } : null);
    }
    expect(callsWithQueries()).toEqual([
      `assembled GET /v0/people?team=${showcase.team.id}&limit=100&offset=0`,
      read(nowSeconds),
    ]);
  });

  test("goes by the priority of the configuration", async () => {
    const { query, callsWithQueries } = gateway({
      addresses: {
        assembled: {
          baseUrl: "http://assembled.test",
          apiKey: "sk_live_sandbox",
          apiVersion: "2024-05-22",
          statePriority: "zendesk,api",
        },
      },
    });
    expect((await query(document, { id: personId(0) })).person.currentState.platform).toBe("zendesk");
    expect(callsWithQueries()[1]).toBe(read(nowSeconds, `&agent_id=${agentId(0)}`, "zendesk,api"));
  });

  test("is one read for all operations of five seconds, and another one after them", async () => {
    const made = gateway();
    await stateOf(made, 0);
    made.calls();
    await made.clock.advance(4_900);
    await stateOf(made, 0);
    expect(made.calls()).toEqual([]);
    await made.clock.advance(100);
    await stateOf(made, 0);
    expect(made.callsWithQueries()).toEqual([read(nowSeconds + 5, `&agent_id=${agentId(0)}`)]);
  });

  test("changes with what is posted, and is none five seconds after the end of that", async () => {
    const made = gateway();
    const at = (secondsLater: number) => new Date((nowSeconds + secondsLater) * 1000).toISOString();
    const post = `mutation ($input: PostAgentStateInput!) { postAgentState(input: $input) { agentPlatformId } }`;
    const end = `mutation ($input: EndAgentStateInput!) { endAgentState(input: $input) { agentPlatformId } }`;
    // No platform of theirs shows a state by now.
    const agentPlatformId = platformId(30);
    const id = personId(30);
    const edits = data.agentStates
      .filter((each) => each.agent_platform_id === agentPlatformId)
      .map(({ external_id }) => ({
        delete: { externalId: external_id, agentPlatformId, platform: "zendesk" },
      }));
    await made.query(
      `mutation ($edits: [AgentStateEditInput!]!) { editAgentStates(input: { edits: $edits }) { insertedCount } }`,
      { edits },
    );
    const current = async () => (await made.query(document, { id })).person.currentState;
    expect(await current()).toBeNull();
    await made.query(post, { input: { agentPlatformId, state: "in a huddle", time: at(0) } });
    expect(await current()).toMatchObject({ state: "in a huddle", platform: "api" });
    await made.clock.advance(10_000);
    await made.query(post, { input: { agentPlatformId, state: "back", time: at(10) } });
    expect(await current()).toMatchObject({ state: "back", startTime: at(10) });
    await made.query(end, { input: { agentPlatformId, time: at(10) } });
    expect(await current()).toMatchObject({ state: "in a huddle" });
    await made.clock.advance(5_000);
    made.calls();
    expect(await current()).toBeNull();
    expect(made.callsWithQueries()).toEqual([read(nowSeconds + 15, `&agent_id=${agentId(30)}`)]);
  });

  test("of a person who is not an agent is none, for no call", async () => {
    const { query, calls } = gateway();
    const { personId: id } = personCases.agentless;
    expect(await query(document, { id })).toEqual({ person: { currentState: null } });
    expect(calls()).toEqual([`assembled GET /v0/people/${id}`]);
  });

  test.each([
    ["within the moment of the reading", 0],
    ["a second ago by the upstream's clock", -1],
    ["half a minute ago by the upstream's clock", -29],
    ["a little ahead of ours", 3],
  ])("counts although it ended %s, which a running one does, too", async (_, later) => {
    const { query, sandbox, callsWithQueries } = gateway();
    const row = {
      agent_id: agentId(0),
      agent_platform_id: platformId(0),
      platform: "zendesk",
      state: "running",
      start_time: nowSeconds - 600,
      end_time: nowSeconds + later,
    };
    sandbox.assembled.inject({
      row: "agentStates.condensedTimeline",
      reply: { status: 200, body: { agent_states: [row], total: 1 } },
    });
    expect((await query(document, { id: personId(0) })).person.currentState.state).toBe("running");
    expect(callsWithQueries()).toEqual([
      `assembled GET /v0/people/${personId(0)}`,
      read(nowSeconds, `&agent_id=${agentId(0)}`),
    ]);
  });
});

test("every moment lies in the window that is read for it, and five seconds share one", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (moment) => {
      const { start_time, end_time } = currentWindow(moment);
      expect(start_time + 30 <= moment && moment < end_time).toBe(true);
      expect([end_time - start_time, end_time % 5]).toEqual([35, 0]);
    }),
  );
});

test("a plan tells one read for a team, once it is known how many states there are at a moment", async () => {
  const made = gateway();
  await made.query(team, { team: showcase.team.id });
  await made.clock.advance(120_000);
  const { plan } = await planned(made, team, { team: showcase.team.id });
  expect(plan?.assembled?.calls).toEqual({ least: 0, most: 2 });
});

test("an equal query is answered by its own moment, although what it read before has not changed", async () => {
  const equal = { query: "{ people(first: 3) { nodes { currentState { state } } } }" };
  const clock = testClock();
  await using server = await startServer({ clock });
  const first = await server.post(equal);
  expect(first.json.errors).toBeUndefined();
  const states = (json: typeof first.json) =>
    json.data.people.nodes.map(
      (node: { currentState: { state: string } | null }) => node.currentState?.state,
    );
  expect(states(first.json)[0]).toBe("available");
  server.calls();
  expect((await server.post(equal)).text).toBe(first.text);
  expect(server.calls()).toEqual([]);
  // From noon on, agent 0 has lunch.
  await clock.advance((seconds("2026-03-04T12:05:00Z") - nowSeconds) * 1000);
  expect(states((await server.post(equal)).json)[0]).toBe("away");
  expect(server.calls().filter((call) => call.includes("condensed_timeline"))).toHaveLength(1);
});
