import { describe, expect, test } from "vitest";
import { strayPlatformIds } from "../../../src/sandbox/data/assembled/agent-states.ts";
import { agentId, groupId, personId } from "../../../src/sandbox/data/ids.ts";
import { personCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";
import { today as day, seconds } from "../../support/time.ts";
import { unknownUuid } from "../keys.ts";
import { data, inSeconds, nowSeconds, platformId, statesOf } from "./states.ts";

const document = `query ($window: TimeWindow!, $filter: AgentStatesFilter, $first: Int, $after: String) {
  agentStates(window: $window, filter: $filter, first: $first, after: $after) {
    nodes { agentPlatformId platform state startTime }
    pageInfo { hasNextPage hasPreviousPage endCursor }
    totalCount
  }
}`;
const { people } = data;
const read = (parameters: string, limit = 500, offset = 0) =>
  `assembled GET /v0/agents/state?${inSeconds(day)}${parameters}&limit=${limit}&offset=${offset}`;

/** How many states the upstream has by now of agents for whom something holds. */
const countOf = (matches: (person: (typeof people)[number]) => boolean): number =>
  people
    .filter(matches)
    .reduce((sum, { platforms }) => sum + statesOf(platforms?.zendesk ?? "none").length, 0);

describe("a filter of states reaches the upstream: by", () => {
  const { team } = showcase;
  const queue = groupId("queue/Billing");
  const site = groupId("site/İstanbul");
  const skill = groupId("skill/Deutsch");

  test.each<[string, object, string, number]>([
    [
      "team",
      { team: `gid://assembled/Team/${team.id}` },
      `&team=${team.id}`,
      countOf(({ teams }) => teams?.includes(team.id) === true),
    ],
    [
      "channel",
      { channel: "SMS" },
      "&channel=sms",
      countOf(({ channels }) => channels?.includes("sms") === true),
    ],
    ["queue", { queue }, `&queue=${queue}`, countOf(({ queues }) => queues?.includes(queue) === true)],
    ["site", { site }, `&site=${site}`, countOf((person) => person.site === site)],
    ["skill", { skill }, `&skill=${skill}`, countOf(({ skills }) => skills?.includes(skill) === true)],
    [
      "all of them",
      { team: team.id, channel: "PHONE", queue, site, skill: null },
      `&channel=phone&queue=${queue}&site=${site}&team=${team.id}`,
      countOf(
        (person) =>
          person.teams?.includes(team.id) === true &&
          person.channels?.includes("phone") === true &&
          person.queues?.includes(queue) === true &&
          person.site === site,
      ),
    ],
    ["agent", { person: { agentId: agentId(1) } }, `&agent_id=${agentId(1)}`, statesOf(platformId(1)).length],
  ])("%s", async (_, filter, parameters, count) => {
    const { query, callsWithQueries } = gateway();
    const { agentStates } = await query(document, { window: day, filter });
    expect(count).toBeGreaterThan(0);
    expect([agentStates.totalCount, agentStates.nodes.length]).toEqual([count, count]);
    expect(callsWithQueries()).toEqual([read(parameters)]);
  });

  test("platforms, one and several", async () => {
    const { query, callsWithQueries } = gateway();
    const platformsOf = async (platforms: string[]) => {
      const { agentStates } = await query(document, { window: day, filter: { platforms } });
      return new Set(agentStates.nodes.map(({ platform }: { platform: string }) => platform));
    };
    expect(await platformsOf(["zendesk_talk"])).toEqual(new Set(["zendesk_talk"]));
    expect(await platformsOf(["zendesk_talk", "api"])).toEqual(new Set(["zendesk_talk", "api"]));
    expect(callsWithQueries()).toEqual([
      read("&platforms=zendesk_talk"),
      read("&platforms=zendesk_talk&platforms=api"),
    ]);
  });

  test("no platform at all, which matches nothing and costs no call", async () => {
    const { query, calls } = gateway();
    const filter = { platforms: [], person: { id: personId(1) } };
    const { agentStates } = await query(document, { window: day, filter });
    expect([agentStates.nodes, agentStates.totalCount]).toEqual([[], 0]);
    expect(calls()).toEqual([]);
  });

  test("a person, who is looked up and not read again", async () => {
    const { query, callsWithQueries } = gateway();
    const { agentStates } = await query(
      `query ($window: TimeWindow!, $filter: AgentStatesFilter) {
        agentStates(window: $window, filter: $filter) { nodes { person { sourceId } } }
      }`,
      { window: day, filter: { person: { id: personId(1) } } },
    );
    expect(agentStates.nodes).toEqual(
      statesOf(platformId(1)).map(() => ({ person: { sourceId: personId(1) } })),
    );
    expect(callsWithQueries()).toEqual([
      `assembled GET /v0/people/${personId(1)}`,
      read(`&agent_id=${agentId(1)}`),
    ]);
  });

  test.each([
    ["is not an agent", personCases.agentless.personId],
    ["does not exist", unknownUuid],
  ])("a person who %s, which matches nothing", async (_, id) => {
    const { query, calls } = gateway();
    const { agentStates } = await query(document, { window: day, filter: { person: { id } } });
    expect([agentStates.nodes, agentStates.totalCount]).toEqual([[], 0]);
    expect(calls()).toEqual([`assembled GET /v0/people/${id}`]);
  });
});

describe("states", () => {
  test("come in pages of 500 unless told otherwise, each once, each page for one call", async () => {
    const made = gateway();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { agentStates } = await made.query(document, { window: day, after });
      const { nodes, pageInfo, totalCount } = agentStates;
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      expect(made.callsWithQueries()).toEqual([read("", 500, seen.length)]);
      for (const one of nodes) seen.push(`${one.agentPlatformId} ${one.platform} ${one.startTime}`);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      if (!after) expect(seen).toHaveLength(totalCount);
    } while (after !== null);
    expect(seen.length).toBeGreaterThan(500);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("of a page without rows still tell their number", async () => {
    const { query, callsWithQueries } = gateway();
    const { agentStates } = await query(document, { window: day, first: 0 });
    expect(agentStates).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false } });
    expect(agentStates.totalCount).toBeGreaterThan(500);
    expect(callsWithQueries()).toEqual([read("", 1)]);
  });

  test("are answered in the words of the schema, with all people for one call", async () => {
    const { query, calls } = gateway();
    const window = { start: "2026-03-04T05:00:00Z", end: "2026-03-04T05:10:00Z" };
    const fields = `externalId agentId agentName agentEmail agentPlatformId platform startTime endTime state
      ticketId ticketStatus modifiedAt person { sourceId }`;
    const { agentStates } = await query(
      `query ($window: TimeWindow!) { agentStates(window: $window) { nodes { ${fields} } } }`,
      { window },
    );
    const nodeOf = (id: string, platform: string) =>
      agentStates.nodes.find(
        (node: { agentPlatformId: string; platform: string }) =>
          node.agentPlatformId === id && node.platform === platform,
      );
    // Agent 1 is in Tokyo.
    const busy = statesOf(platformId(1), window).find(({ state }) => state === "busy");
    expect(nodeOf(platformId(1), "zendesk_chat")).toEqual({
      externalId: busy?.external_id,
      agentId: agentId(1),
      agentName: `${people[1]?.first_name} ${people[1]?.last_name}`,
      agentEmail: people[1]?.email,
      agentPlatformId: platformId(1),
      platform: "zendesk_chat",
      startTime: "2026-03-04T04:30:00.000Z",
      endTime: "2026-03-04T05:15:00.000Z",
      state: "busy",
      ticketId: "4545748",
      ticketStatus: "open",
      modifiedAt: "2026-03-04T05:15:00.000Z",
      person: { sourceId: personId(1) },
    });
    expect(nodeOf(strayPlatformIds.unassociated, "api")).toMatchObject({
      agentId: null,
      agentName: null,
      agentEmail: null,
      // It still runs: its end is the moment of the reading.
      endTime: "2026-03-04T10:30:00.000Z",
      ticketId: null,
      ticketStatus: null,
      person: null,
    });
    expect(nodeOf(strayPlatformIds.gone, "zendesk_talk")).toMatchObject({
      agentId: agentId("(gone)"),
      person: null,
    });
    expect(calls()).toEqual(["assembled GET /v0/agents/state", "assembled GET /v0/people"]);
  });

  test("that still run end where they were last read", async () => {
    const { query, clock, calls } = gateway();
    const endOf = async () => {
      const filter = { platforms: ["api"] };
      const document = `query ($window: TimeWindow!, $filter: AgentStatesFilter) {
        agentStates(window: $window, filter: $filter) { nodes { endTime } }
      }`;
      return (await query(document, { window: day, filter })).agentStates.nodes[0].endTime;
    };
    expect(seconds(await endOf())).toBe(nowSeconds);
    await clock.advance(120_000);
    expect(seconds(await endOf())).toBe(nowSeconds + 120);
    expect(calls()).toEqual(Array(2).fill("assembled GET /v0/agents/state"));
  });
});

describe("states are not asked for with", () => {
  const person = { agentId: agentId(1) };
  test.each<[string, object]>([
    ["a window that ends before it starts", { window: { start: day.end, end: day.start } }],
    ["a window over 31 days", { window: { start: day.start, end: "2026-04-05T00:00:00Z" } }],
    ["a page over 500", { first: 501 }],
    ["a cursor of another list", { after: "!" }],
    ["a person and a team", { filter: { person, team: showcase.team.id } }],
    ["a person and a channel", { filter: { person, channel: "CHAT" } }],
    ["a person and a queue", { filter: { person, queue: groupId("queue/Orders") } }],
    ["a person and a site", { filter: { person, site: groupId("site/Kraków") } }],
    ["a person and a skill", { filter: { person, skill: groupId("skill/Deutsch") } }],
    [
      "a person's id for an agent's",
      { filter: { person: { agentId: `gid://assembled/Person/${personId(1)}` } } },
    ],
    ["a team's id for a site's", { filter: { site: `gid://assembled/Team/${showcase.team.id}` } }],
    ["a team that cannot be one", { filter: { team: "Night Owls" } }],
    ["a channel that agents do not have", { filter: { channel: "BACK_OFFICE" } }],
    ["a blank platform", { filter: { platforms: ["zendesk", " "] } }],
    ["a platform that is two", { filter: { platforms: ["zendesk,api"] } }],
    ["a platform that is too long", { filter: { platforms: ["z".repeat(256)] } }],
    ["more than 50 platforms", { filter: { platforms: Array.from({ length: 51 }, (_, at) => `p${at}`) } }],
  ])("%s", async (_, variables) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(document, { window: day, ...variables });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  });
});

test.each(["team", "queue", "site", "skill"])(
  "states of a %s that does not exist are refused upstream",
  async (name) => {
    const { execute, calls } = gateway();
    const { data: answer, errors } = await execute(document, {
      window: day,
      filter: { [name]: unknownUuid },
    });
    expect(answer).toEqual({ agentStates: null });
    expect(errors).toMatchObject([
      { path: ["agentStates"], extensions: { code: "UPSTREAM_REJECTED", status: 400, retryable: false } },
    ]);
    expect(calls()).toEqual(["assembled GET /v0/agents/state"]);
  },
);

test("a page without its total, or without states, is no page", async () => {
  const { execute, sandbox, calls } = gateway();
  for (const body of [{ agent_states: [] }, { total: 0 }, { agent_states: {}, total: 0 }]) {
    sandbox.assembled.inject({ row: "agentStates.list", times: 1, reply: { status: 200, body } });
    const { errors } = await execute(document, { window: day });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["UPSTREAM_INVALID_RESPONSE"]);
    expect(calls()).toEqual(["assembled GET /v0/agents/state"]);
  }
});
