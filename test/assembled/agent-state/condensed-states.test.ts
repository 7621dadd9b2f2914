import { describe, expect, test } from "vitest";
import { agentId, personId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";
import { today as day } from "../../support/time.ts";
import { inSeconds } from "./states.ts";

const document = `query ($window: TimeWindow!, $priority: [String!], $filter: AgentStatesFilter, $first: Int, $after: String) {
  condensedStates(window: $window, priority: $priority, filter: $filter, first: $first, after: $after) {
    nodes { agentId platform state startTime endTime }
    pageInfo { hasNextPage endCursor }
    totalCount
  }
}`;
const read = (order: string, parameters = "", limit = 500, offset = 0) =>
  `assembled GET /v0/agents/state/condensed_timeline?priority_order=${order}&${inSeconds(day)}${parameters}&limit=${limit}&offset=${offset}`;
const person = { agentId: agentId(1) };

interface Node {
  readonly platform: string;
  readonly startTime: string;
  readonly endTime: string;
}

describe("condensed states", () => {
  test("are cut by the priority of the configuration unless told otherwise", async () => {
    const { query, callsWithQueries } = gateway();
    const platformsOf = async (priority?: string[]) => {
      const { nodes } = (await query(document, { window: day, priority, filter: { person } }))
        .condensedStates;
      for (const [at, node] of nodes.entries()) {
        const next: Node | undefined = nodes[at + 1];
        if (next) expect(node.endTime <= next.startTime).toBe(true);
      }
      return new Set(nodes.map(({ platform }: Node) => platform));
    };
    expect(await platformsOf()).toEqual(new Set(["zendesk_chat", "zendesk"]));
    expect(await platformsOf(["zendesk"])).toEqual(new Set(["zendesk"]));
    expect(callsWithQueries()).toEqual([
      read("zendesk_talk,zendesk_chat,zendesk", `&agent_id=${agentId(1)}`),
      read("zendesk", `&agent_id=${agentId(1)}`),
    ]);
  });

  test("take the filters of states, and come page by page", async () => {
    const made = gateway();
    const filter = { team: showcase.team.id, platforms: ["zendesk_chat"] };
    const priority = ["zendesk_chat", "zendesk"];
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { condensedStates } = await made.query(document, {
        window: day,
        priority,
        filter,
        first: 60,
        after,
      });
      const { nodes, pageInfo, totalCount } = condensedStates;
      const parameters = `&platforms=zendesk_chat&team=${showcase.team.id}`;
      expect(made.callsWithQueries()).toEqual([read("zendesk_chat,zendesk", parameters, 60, seen.length)]);
      seen.push(...nodes.map((node: Node & { agentId: string }) => `${node.agentId} ${node.startTime}`));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      if (!after) expect(seen).toHaveLength(totalCount);
    } while (after !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(60);
  });

  test("know the person that they were asked for by", async () => {
    const { query, calls } = gateway();
    const { condensedStates } = await query(
      `query ($window: TimeWindow!, $filter: AgentStatesFilter) {
        condensedStates(window: $window, filter: $filter, first: 1) { nodes { person { sourceId } } }
      }`,
      { window: day, filter: { person: { id: personId(1) } } },
    );
    expect(condensedStates.nodes).toEqual([{ person: { sourceId: personId(1) } }]);
    expect(calls()).toEqual([
      `assembled GET /v0/people/${personId(1)}`,
      "assembled GET /v0/agents/state/condensed_timeline",
    ]);
  });
});

test.each<[string, object]>([
  ["a priority of nothing", { priority: [] }],
  ["a blank in the priority", { priority: ["zendesk", ""] }],
  ["two in one place of the priority", { priority: ["zendesk,api"] }],
  ["more than 50 in the priority", { priority: Array.from({ length: 51 }, (_, at) => `p${at}`) }],
  ["a window over 31 days", { window: { start: day.start, end: "2026-04-05T00:00:00Z" } }],
  ["a person and a team", { filter: { person, team: showcase.team.id } }],
  ["a channel that agents do not have", { filter: { channel: "BACK_OFFICE" } }],
])("condensed states are not asked for with %s", async (_, variables) => {
  const { execute, calls } = gateway();
  const { errors } = await execute(document, { window: day, ...variables });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
  expect(calls()).toEqual([]);
});

test("condensed states that are refused upstream are an error of their field", async () => {
  const { execute, sandbox, calls } = gateway();
  sandbox.assembled.inject({ row: "agentStates.condensedTimeline", reply: { status: 400 } });
  const { data, errors } = await execute(document, { window: day });
  expect(data).toEqual({ condensedStates: null });
  expect(errors).toMatchObject([{ extensions: { code: "UPSTREAM_REJECTED", status: 400 } }]);
  expect(calls()).toEqual(["assembled GET /v0/agents/state/condensed_timeline"]);
});
