import { describe, expect, test } from "vitest";
import { strayPlatformIds } from "../../../src/sandbox/data/assembled/agent-states.ts";
import { agentId, personId } from "../../../src/sandbox/data/ids.ts";
import { personCases } from "../../../src/sandbox/data/showcase.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { bodies } from "../../support/journal.ts";
import { today as day, seconds } from "../../support/time.ts";
import { unknownUuid } from "../keys.ts";

/** The states of the platform `api` of an id: name, start and end. */
async function posted(made: TestGateway, id: string): Promise<string[]> {
  const { agentStates } = await made.query(
    `query ($window: TimeWindow!) {
      agentStates(window: $window, filter: { platforms: ["api"] }) { nodes { agentPlatformId state startTime endTime } }
    }`,
    { window: day },
  );
  made.calls();
  return agentStates.nodes
    .filter(({ agentPlatformId }: { agentPlatformId: string }) => agentPlatformId === id)
    .map(
      ({ state, startTime, endTime }: Record<string, string>) =>
        `${state} ${startTime?.slice(11, 16)} ${endTime?.slice(11, 16)}`,
    );
}

const post = `mutation ($input: PostAgentStateInput!) { postAgentState(input: $input) { agentPlatformId } }`;
const end = `mutation ($input: EndAgentStateInput!) { endAgentState(input: $input) { agentPlatformId } }`;
const associate = `mutation ($input: AssociatePlatformIdInput!) {
  associatePlatformId(input: $input) { agentPlatformId person { sourceId } }
}`;

describe("a state that is posted", () => {
  test("is told in seconds, and holds until the next one, or until it is ended", async () => {
    const made = gateway();
    const agentPlatformId = "pbx-1";
    const input = { agentPlatformId, state: "available", time: "2026-03-04T08:00:00.900Z" };
    expect(await made.query(post, { input })).toEqual({ postAgentState: { agentPlatformId } });
    expect(made.calls()).toEqual(["assembled POST /v0/agents/state"]);
    expect(bodies(made, "agentStates.create")).toEqual([
      { agent_platform_id: agentPlatformId, time: seconds("2026-03-04T08:00:00Z"), state: "available" },
    ]);
    expect(await posted(made, agentPlatformId)).toEqual(["available 08:00 10:30"]);

    await made.query(post, { input: { ...input, state: "busy", time: "2026-03-04T09:00:00Z" } });
    const ended = { agentPlatformId, time: "2026-03-04T10:00:00Z" };
    expect(await made.query(end, { input: ended })).toEqual({ endAgentState: { agentPlatformId } });
    expect(made.calls()).toEqual(["assembled POST /v0/agents/state", "assembled POST /v0/agents/state"]);
    expect(bodies(made, "agentStates.create").at(-1)).toEqual({
      agent_platform_id: agentPlatformId,
      time: seconds("2026-03-04T10:00:00Z"),
    });
    expect(await posted(made, agentPlatformId)).toEqual(["available 08:00 09:00", "busy 09:00 10:00"]);
  });

  test.each<[string, object]>([
    ["no text for a state", { state: " " }],
    ["no text for an id", { agentPlatformId: "" }],
    ["too long a state", { state: "a".repeat(256) }],
    ["too long an id", { agentPlatformId: "1".repeat(256) }],
  ])("costs no call with %s", async (_, more) => {
    const { execute, calls } = gateway();
    const input = { agentPlatformId: "pbx-1", state: "busy", time: day.start, ...more };
    const { errors } = await execute(post, { input });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  });

  test("ends nothing without an id", async () => {
    const { execute, calls } = gateway();
    const { errors } = await execute(end, { input: { agentPlatformId: "\n", time: day.start } });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  });
});

describe("the id on a platform", () => {
  const { unassociated } = strayPlatformIds;
  const statesOf = async (made: TestGateway, number: number) => {
    const { person } = await made.query(
      `query ($id: ID!, $window: TimeWindow!) { person(by: { id: $id }) { states(window: $window) { nodes { agentPlatformId } } } }`,
      { id: personId(number), window: day },
    );
    made.calls();
    const ids = person.states.nodes.map((node: { agentPlatformId: string }) => node.agentPlatformId);
    return ids.includes(unassociated);
  };

  test("becomes a person's, old states included, and then another one's", async () => {
    const made = gateway();
    expect(await statesOf(made, 1)).toBe(false);
    const input = { agentPlatformId: unassociated, person: { id: personId(1) } };
    expect(await made.query(associate, { input })).toEqual({
      associatePlatformId: { agentPlatformId: unassociated, person: { sourceId: personId(1) } },
    });
    expect(made.calls()).toEqual(["assembled POST /v0/agents/associations"]);
    expect(bodies(made, "agentStates.associate")).toEqual([
      { agent_platform_id: unassociated, agent_id: agentId(1) },
    ]);
    expect(await statesOf(made, 1)).toBe(true);
    await made.query(associate, { input: { ...input, person: { agentId: agentId(2) } } });
    expect(made.calls()).toEqual(["assembled POST /v0/agents/associations", "assembled GET /v0/people"]);
    expect([await statesOf(made, 1), await statesOf(made, 2)]).toEqual([false, true]);
  });

  const { personId: agentless } = personCases.agentless;
  test.each([
    ["is not an agent", { id: agentless }, "BAD_USER_INPUT", [`GET /v0/people/${agentless}`]],
    ["does not exist", { id: unknownUuid }, "NOT_FOUND", [`GET /v0/people/${unknownUuid}`]],
    [
      "is no agent that there is",
      { agentId: unknownUuid },
      "NOT_FOUND",
      ["POST /v0/agents/associations", "GET /v0/people"],
    ],
    ["cannot be one", { agentId: "none" }, "BAD_USER_INPUT", []],
  ])("is not given to a person who %s", async (_, person, code, calls) => {
    const made = gateway();
    const { errors } = await made.execute(associate, { input: { agentPlatformId: "pbx-1", person } });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual([code]);
    expect(made.calls()).toEqual(calls.map((call) => `assembled ${call}`));
  });

  test("is not given away without a text in it", async () => {
    const { execute, calls } = gateway();
    const { errors } = await execute(associate, {
      input: { agentPlatformId: " ", person: { id: personId(1) } },
    });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  });
});

test("answers to writes may be empty, since no document shows them", async () => {
  const { query, sandbox } = gateway();
  const input = { agentPlatformId: "pbx-1", state: "busy", time: day.start };
  for (const body of [undefined, "", "ok", null, [], { any: 1 }]) {
    sandbox.assembled.inject({ row: "agentStates.create", times: 1, reply: { status: 200, body } });
    expect(await query(post, { input })).toEqual({ postAgentState: { agentPlatformId: "pbx-1" } });
  }
});
