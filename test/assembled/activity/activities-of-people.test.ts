import { describe, expect, test } from "vitest";
import { agentId, personId } from "../../../src/sandbox/data/ids.ts";
import { personCases } from "../../../src/sandbox/data/showcase.ts";
import { testNowMs } from "../../support/clock.ts";
import { gateway } from "../../support/gateway.ts";
import { planned } from "../../support/planned.ts";
import { createSandboxData } from "../../support/sandbox-data.ts";
import { seconds, today } from "../../support/time.ts";

const { activities, people } = createSandboxData(testNowMs).assembled;

const document = `query ($window: TimeWindow!, $people: [PersonLookup!], $agents: [ID!]) {
  activities(window: $window, filter: { people: $people, agents: $agents }) { nodes { id person { sourceId } } }
}`;
const read = (...agents: readonly string[]) =>
  `assembled GET /v0/activities?start_time=${seconds(today.start)}&end_time=${seconds(today.end)}&include_activity_types=true` +
  agents.map((agent) => `&agents=${agent}`).join("");

/** Global ids of the activities of agents today. */
const scheduled = (...agents: readonly string[]) =>
  activities
    .filter(({ agent_id, schedule_id }) => agents.includes(agent_id) && schedule_id === undefined)
    .filter((one) => one.end_time > seconds(today.start) && one.start_time < seconds(today.end))
    .map(({ key }) => `gid://assembled/Activity/${key}`)
    .toSorted();

type Node = { readonly id: string; readonly person: { readonly sourceId: string } };
const idsOf = (nodes: readonly Node[]) => nodes.map(({ id }) => id).toSorted();

describe("activities of people", () => {
  test.each([
    ["id", { id: personId(0) }, [`assembled GET /v0/people/${personId(0)}`]],
    ["agent's id", { agentId: agentId(0) }, []],
    ["e-mail address", { email: people[0]?.email }, [expect.stringMatching(/GET .v0.people.*search=/)]],
  ])("by %s are the read of the agent after that of the person", async (_, by, calls) => {
    const { query, callsWithQueries } = gateway();
    const { activities: page } = await query(document.replace("person { sourceId }", ""), {
      window: today,
      people: [by],
    });
    expect(idsOf(page.nodes)).toEqual(scheduled(agentId(0)));
    expect(page.nodes.length).toBeGreaterThan(3);
    expect(callsWithQueries()).toEqual([...calls, read(agentId(0))]);
  });

  test("come with the people who were looked up, and those of several are one read", async () => {
    const { query, callsWithQueries } = gateway();
    const { activities: page } = await query(document, {
      window: today,
      people: [{ importedId: "nobody" }, { id: personId(0) }, { email: people[1]?.email }],
    });
    expect(idsOf(page.nodes)).toEqual(scheduled(agentId(0), agentId(1)));
    const names = new Set(page.nodes.map(({ person }: Node) => person.sourceId));
    expect(names).toEqual(new Set([personId(0), personId(1)]));
    const calls = callsWithQueries();
    expect(calls.at(-1)).toBe(read(agentId(0), agentId(1)));
    expect(calls.filter((call) => call.includes("/v0/activities"))).toHaveLength(1);
  });

  test.each([
    ["of a person who is not an agent", [{ id: personCases.agentless.personId }], undefined, 1],
    ["of no people", [], undefined, 0],
    ["of others than the agents that are named beside them", [{ agentId: agentId(1) }], [agentId(0)], 0],
  ])("%s are none, and are not read", async (_, named, agents, count) => {
    const { query, calls } = gateway();
    const answer = await query(document, { window: today, people: named, agents });
    expect(answer.activities.nodes).toEqual([]);
    expect(calls()).toHaveLength(count);
  });

  test("are theirs alone, whatever the upstream makes of the filter", async () => {
    const { query, sandbox } = gateway();
    const [row] = activities.filter(({ agent_id }) => agent_id === agentId(1));
    const body = {
      activities: {
        other: { ...row, id: "other", start_time: seconds(today.start), end_time: seconds(today.end) },
      },
    };
    sandbox.assembled.inject({ row: "activities.list", reply: { status: 200, body } });
    const answer = await query(document, { window: today, people: [{ agentId: agentId(0) }] });
    expect(answer.activities.nodes).toEqual([]);
  });

  test("of more than a hundred people are refused, before anything is called", async () => {
    const { execute, calls } = gateway();
    const { errors } = await execute(document, {
      window: today,
      people: people.slice(0, 101).map(({ id }) => ({ id })),
    });
    expect(errors[0]).toMatchObject({
      message: "filter.people holds 101; it may hold 100.",
      extensions: { code: "BAD_USER_INPUT" },
    });
    expect(calls()).toEqual([]);
  });
});

test("a plan tells the look-ups, and the read that may follow", async () => {
  const { plan } = await planned(gateway(), document.replace("person { sourceId }", ""), {
    window: today,
    people: [{ agentId: agentId(0) }, { agentId: agentId(1) }],
  });
  expect(plan?.assembled?.calls).toEqual({ least: 0, most: 1 });
});
