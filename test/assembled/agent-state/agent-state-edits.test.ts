import { describe, expect, test } from "vitest";
import { strayPlatformIds } from "../../../src/sandbox/data/assembled/agent-states.ts";
import { agentId, personId } from "../../../src/sandbox/data/ids.ts";
import { gateway } from "../../support/gateway.ts";
import { today as day, seconds } from "../../support/time.ts";
import { unknownUuid } from "../keys.ts";
import { namesOf, platformId, statesOf, storedNames } from "./states.ts";

const edit = `mutation ($edits: [AgentStateEditInput!]!) {
  editAgentStates(input: { edits: $edits }) { insertedCount updatedExternalIds deletedExternalIds }
}`;
const history = `query ($window: TimeWindow!) {
  agentStateEdits(window: $window) {
    nodes {
      externalId agentId agentName agentEmail platform action isApiEdit createdAt
      person { sourceId } editedBy { sourceId }
      before { agentPlatformId platform state startTime endTime isCurrent active attributes createdAt updatedAt }
      after { agentPlatformId state startTime endTime isCurrent }
    }
  }
}`;
const yesterday = { start: "2026-03-03T00:00:00Z", end: "2026-03-04T00:00:00Z" };
const place = { agentPlatformId: platformId(1), platform: "zendesk" };
const hour = { start: "2026-03-04T09:00:00Z", end: "2026-03-04T10:00:00Z" };
const [first, second] = statesOf(platformId(1)).filter(({ platform }) => platform === "zendesk");
const firstId = first?.external_id ?? "";
const secondId = second?.external_id ?? "";

describe("edits of states", () => {
  test("are made in one call and in their order, and stand in the history", async () => {
    const made = gateway();
    const edits = [
      { insert: { ...place, state: "training", window: hour } },
      { delete: { ...place, externalId: `gid://assembled/AgentState/${firstId}` } },
      { update: { ...place, externalId: secondId, state: "meeting", window: hour } },
    ];
    expect(await made.query(edit, { edits })).toEqual({
      editAgentStates: {
        insertedCount: 1,
        updatedExternalIds: [secondId],
        deletedExternalIds: [firstId],
      },
    });
    expect(made.calls()).toEqual(["assembled POST /v0/agents/state/edit"]);
    const sent = { agent_platform_id: platformId(1), platform: "zendesk" };
    const span = { start_time: seconds(hour.start), end_time: seconds(hour.end) };
    expect(JSON.parse(made.sandbox.assembled.journal.at(-1)?.body ?? "")).toEqual({
      edits: [
        { ...sent, action: "insert", data: { state: "training", ...span } },
        { ...sent, action: "delete", data: { id: firstId } },
        { ...sent, action: "update", data: { id: secondId, state: "meeting", ...span } },
      ],
    });
    const { person } = await made.query(
      `query ($id: ID!, $window: TimeWindow!) { person(by: { id: $id }) { states(window: $window) { nodes { platform state startTime } } } }`,
      { id: personId(1), window: hour },
    );
    expect(
      person.states.nodes.map(({ state, startTime }: { state: string; startTime: string }) => [
        state,
        startTime,
      ]),
    ).toEqual([
      ["meeting", new Date(hour.start).toISOString()],
      ["training", new Date(hour.start).toISOString()],
    ]);
    made.calls();
    const { agentStateEdits } = await made.query(history, { window: day });
    const told = agentStateEdits.nodes.map(
      ({ action, before, after }: Record<string, { state: string } | null>) => [
        action,
        before?.state,
        after?.state,
      ],
    );
    expect(told).toEqual([
      ["INSERT", undefined, "training"],
      ["DELETE", first?.state, undefined],
      ["UPDATE", second?.state, "meeting"],
    ]);
  });

  test.each<[string, object]>([
    ["an id that does not exist", { delete: { ...place, externalId: unknownUuid } }],
    [
      "an id that does not exist",
      { update: { ...place, externalId: unknownUuid, state: "a", window: hour } },
    ],
  ])("with %s are refused, and none is made", async (_, wrong) => {
    const made = gateway();
    const edits = [{ insert: { ...place, state: "training", window: hour } }, wrong];
    const { errors } = await made.execute(edit, { edits });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["UPSTREAM_REJECTED"]);
    expect(made.calls()).toEqual(["assembled POST /v0/agents/state/edit"]);
    const { person } = await made.query(
      `query ($id: ID!, $window: TimeWindow!) { person(by: { id: $id }) { states(window: $window) { nodes { state startTime } } } }`,
      { id: personId(1), window: day },
    );
    expect(namesOf(person.states.nodes)).toEqual(storedNames(statesOf(platformId(1))));
  });

  const insert = (more: object) => [{ insert: { ...place, state: "training", window: hour, ...more } }];
  test.each<[string, readonly object[]]>([
    ["none", []],
    ["more than 100", Array.from({ length: 101 }, () => insert({})[0] ?? {})],
    ["one that is nothing", [{}]],
    ["one that is two", [{ ...insert({})[0], delete: { ...place, externalId: firstId } }]],
    ["a blank state", insert({ state: " " })],
    ["a blank platform", insert({ platform: "" })],
    ["a blank id on the platform", insert({ agentPlatformId: "" })],
    ["a window the wrong way round", insert({ window: { start: hour.end, end: hour.start } })],
    ["a window over a year", insert({ window: { start: hour.start, end: "2027-04-01T00:00:00Z" } })],
    ["a state's id that cannot be one", [{ delete: { ...place, externalId: "1" } }]],
    [
      "a person's id for a state's",
      [{ delete: { ...place, externalId: `gid://assembled/Person/${firstId}` } }],
    ],
  ])("cost no call when there is %s", async (_, edits) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(edit, { edits });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  });
});

describe("the history of edits", () => {
  test("tells what was before and after, and who made it", async () => {
    const { query, callsWithQueries } = gateway();
    const { agentStateEdits } = await query(history, { window: yesterday });
    expect(agentStateEdits.nodes[0]).toEqual({
      externalId: expect.any(String),
      agentId: agentId(1),
      agentName: "さくら 佐藤",
      agentEmail: "sakura.sato@helpdesk.example",
      platform: "zendesk_chat",
      action: "UPDATE",
      isApiEdit: false,
      createdAt: "2026-03-03T09:00:00.000Z",
      person: { sourceId: personId(1) },
      editedBy: { sourceId: personId(3) },
      before: {
        agentPlatformId: platformId(1),
        platform: "zendesk_chat",
        state: "away",
        startTime: "2026-03-03T02:00:00.000Z",
        endTime: "2026-03-03T04:00:00.000Z",
        isCurrent: false,
        active: true,
        attributes: null,
        createdAt: "2026-03-03T02:00:00.000Z",
        updatedAt: "2026-03-03T09:00:00.000Z",
      },
      after: {
        agentPlatformId: platformId(1),
        state: "available",
        startTime: "2026-03-03T02:00:00.000Z",
        endTime: "2026-03-03T03:00:00.000Z",
        isCurrent: false,
      },
    });
    expect(agentStateEdits.nodes.slice(1)).toMatchObject([
      // An agent and an editor who are gone.
      {
        action: "DELETE",
        agentId: agentId("(gone)"),
        person: null,
        editedBy: null,
        isApiEdit: false,
        after: null,
      },
      // What came over the API names no author.
      { action: "INSERT", person: { sourceId: personId(2) }, editedBy: null, isApiEdit: true, before: null },
    ]);
    const [read, ...others] = callsWithQueries();
    expect(read).toBe(
      `assembled GET /v0/agents/state/edit/history?start_time=${seconds(yesterday.start)}&end_time=${seconds(yesterday.end)}`,
    );
    expect(others.sort()).toEqual([
      `assembled GET /v0/people/${personId("(gone)")}`,
      "assembled GET /v0/people?include_deleted=true&limit=500&offset=0",
    ]);
  });

  const row = {
    edited_agent: { name: "A", email: "a@helpdesk.example", agent_id: agentId(1) },
    platform: "zendesk",
    state_external_id: unknownUuid,
    old_record: null,
    // Hours of three digits, as the documents have them.
    new_record: {
      state: "x",
      start_time: "2023-12-05T010:00:00Z",
      start_unix: 1_700_000_000,
      end_unix: 1_700_000_060,
    },
    edit: { action: "upsert" },
    is_api_edit: true,
    created_at: "2023-12-06T08:17:38.601462Z",
  };
  const short = `query ($window: TimeWindow!) {
    agentStateEdits(window: $window) { nodes { action agentName before { state } after { startTime endTime } createdAt } }
  }`;

  test.each<[string, unknown]>([
    ["a list", [row]],
    ["the first list in an object", { total: 1, edits: [row], others: [] }],
  ])("is read out of %s", async (_, body) => {
    const { query, sandbox } = gateway();
    sandbox.assembled.inject({ row: "agentStates.editHistory", reply: { status: 200, body } });
    expect(await query(short, { window: yesterday })).toEqual({
      agentStateEdits: {
        nodes: [
          {
            // A kind that no document names.
            action: null,
            agentName: "A",
            before: null,
            after: { startTime: "2023-11-14T22:13:20.000Z", endTime: "2023-11-14T22:14:20.000Z" },
            createdAt: "2023-12-06T08:17:38.601Z",
          },
        ],
      },
    });
  });

  test.each<[string, unknown]>([
    ["an object without a list", {}],
    ["a text", "none"],
    ["a list of texts", ["none"]],
  ])("is not read out of %s", async (_, body) => {
    const { execute, sandbox } = gateway();
    sandbox.assembled.inject({ row: "agentStates.editHistory", reply: { status: 200, body } });
    const { errors } = await execute(short, { window: yesterday });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["UPSTREAM_INVALID_RESPONSE"]);
  });

  test("is cut into pages, and keeps edits of one state that one call made", async () => {
    const { calls, query, sandbox } = gateway();
    const twice = [
      row,
      { ...row, new_record: { ...row.new_record, state: "y" } },
      { ...row, platform: "api" },
    ];
    sandbox.assembled.inject({ row: "agentStates.editHistory", reply: { status: 200, body: twice } });
    const document = `query ($window: TimeWindow!, $after: String) {
      agentStateEdits(window: $window, first: 2, after: $after) {
        nodes { platform after { state } } totalCount pageInfo { hasNextPage endCursor }
      }
    }`;
    const { agentStateEdits } = await query(document, { window: yesterday });
    expect(agentStateEdits).toMatchObject({
      nodes: [{ after: { state: "x" } }, { after: { state: "y" } }],
      totalCount: 3,
      pageInfo: { hasNextPage: true },
    });
    const after = agentStateEdits.pageInfo.endCursor;
    const { agentStateEdits: last } = await query(document, { window: yesterday, after });
    expect(last).toMatchObject({ nodes: [{ platform: "api" }], pageInfo: { hasNextPage: false } });
    // The second page is cut from what the first one read.
    expect(calls()).toEqual(["assembled GET /v0/agents/state/edit/history"]);
  });

  test.each([
    ["over 31 days", { start: day.start, end: "2026-04-05T00:00:00Z" }],
    ["the wrong way round", { start: day.end, end: day.start }],
  ])("is not asked for in a window %s", async (_, window) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(history, { window });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  });
});

test("an id of no living person's is edited like any other", async () => {
  const { query, calls } = gateway();
  const edits = [
    { insert: { agentPlatformId: strayPlatformIds.unassociated, platform: "api", state: "a", window: hour } },
  ];
  expect((await query(edit, { edits })).editAgentStates.insertedCount).toBe(1);
  expect(calls()).toEqual(["assembled POST /v0/agents/state/edit"]);
});
