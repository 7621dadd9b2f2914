import { describe, expect, test } from "vitest";
import type { StoredEventChange } from "../../../src/sandbox/data/assembled/stored.ts";
import { activityTypeId, agentId, personId } from "../../../src/sandbox/data/ids.ts";
import { personCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { testNowMs } from "../../support/clock.ts";
import { gateway } from "../../support/gateway.ts";
import { planned } from "../../support/planned.ts";
import { createSandboxData } from "../../support/sandbox-data.ts";
import { seconds } from "../../support/time.ts";
import { unknownUuid } from "../keys.ts";

const { eventChanges: rows, people } = createSandboxData(testNowMs).assembled;
const week = { start: "2026-02-27T00:00:00Z", end: "2026-03-05T00:00:00Z" };
const gid = (id: string) => `gid://assembled/EventChange/${id}`;

const read = (parameters: string, limit = 500, offset = 0) =>
  `assembled GET /v0/event_changes?start_time=${seconds(week.start)}&end_time=${seconds(week.end)}${parameters}&limit=${limit}&offset=${offset}`;

/** Global ids of the changes of a schedule for which something holds, by the moment at which they were made. */
const made = (matches: (row: StoredEventChange) => boolean, schedule?: string): string[] =>
  rows
    .filter((row) => row.schedule_id === schedule && matches(row))
    .sort((a, b) => a.modified_at - b.modified_at || (a.id < b.id ? -1 : 1))
    .map(({ id }) => gid(id));

const document = `query ($window: TimeWindow!, $filter: EventChangesFilter, $first: Int, $after: String) {
  eventChanges(window: $window, filter: $filter, first: $first, after: $after) {
    nodes { id }
    pageInfo { hasNextPage endCursor }
    totalCount
  }
}`;
const idsOf = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id);

describe("changes of schedules", () => {
  test("are one page of the master schedule unless told otherwise", async () => {
    const { query, callsWithQueries } = gateway();
    const { eventChanges } = await query(document, { window: week });
    const expected = made(() => true);
    expect(expected.length).toBeGreaterThan(20);
    expect(idsOf(eventChanges.nodes)).toEqual(expected);
    expect(eventChanges).toMatchObject({ totalCount: expected.length, pageInfo: { hasNextPage: false } });
    expect(callsWithQueries()).toEqual([read("")]);
  });

  test("come page by page, each once, each page for one call", async () => {
    const { query, callsWithQueries } = gateway();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { eventChanges } = await query(document, { window: week, first: 10, after });
      expect(callsWithQueries()).toEqual([read("", 10, seen.length)]);
      seen.push(...idsOf(eventChanges.nodes));
      after = eventChanges.pageInfo.hasNextPage ? eventChanges.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(made(() => true));
  });

  const { draftScheduleId } = showcase;
  test.each<[string, object, string, string[]]>([
    [
      "an agent",
      { person: { agentId: agentId(1) } },
      `&agent_id=${agentId(1)}`,
      made(({ event_agent_id }) => event_agent_id === agentId(1)),
    ],
    [
      "a schedule",
      { schedule: `gid://assembled/Schedule/${draftScheduleId}` },
      `&schedule_id=${draftScheduleId}`,
      made(() => true, draftScheduleId),
    ],
    [
      "both",
      { schedule: draftScheduleId, person: { agentId: agentId(0) } },
      `&schedule_id=${draftScheduleId}&agent_id=${agentId(0)}`,
      made(() => true, draftScheduleId),
    ],
  ])("are those of %s", async (_, filter, parameters, expected) => {
    const { query, callsWithQueries } = gateway();
    const { eventChanges } = await query(document, { window: week, filter });
    expect(expected.length).toBeGreaterThan(0);
    expect(idsOf(eventChanges.nodes)).toEqual(expected);
    expect(callsWithQueries()).toEqual([read(parameters)]);
  });

  test("of a person are asked for by the agent, and know their person", async () => {
    const { query, calls } = gateway();
    const { eventChanges } = await query(
      `query ($window: TimeWindow!, $filter: EventChangesFilter) {
        eventChanges(window: $window, filter: $filter) { nodes { person { sourceId } } }
      }`,
      { window: week, filter: { person: { id: personId(1) } } },
    );
    expect(eventChanges.nodes).toEqual([{ person: { sourceId: personId(1) } }]);
    expect(calls()).toEqual([`assembled GET /v0/people/${personId(1)}`, "assembled GET /v0/event_changes"]);
  });

  test.each([
    ["is not an agent", personCases.agentless.personId],
    ["does not exist", unknownUuid],
  ])("of a person who %s are none", async (_, id) => {
    const { query, calls } = gateway();
    const { eventChanges } = await query(document, { window: week, filter: { person: { id } } });
    expect([eventChanges.nodes, eventChanges.totalCount]).toEqual([[], 0]);
    expect(calls()).toEqual([`assembled GET /v0/people/${id}`]);
  });

  test("are answered in the words of the schema, with types by their value for one call", async () => {
    const { query, calls } = gateway();
    const version =
      "type { sourceId name } typeValue startTime endTime channels templateId googleCalendarEventId";
    const { eventChanges } = await query(
      `query ($window: TimeWindow!) {
        eventChanges(window: $window) {
          nodes {
            id activityId agentId agentName agentEmail type description modifiedAt
            person { sourceId } modifiedBy { name email person { sourceId } }
            before { ${version} } after { ${version} }
          }
        }
      }`,
      { window: week },
    );
    const nodeOf = (row: StoredEventChange | undefined) =>
      eventChanges.nodes.find(({ id }: { id: string }) => id === gid(row?.id ?? ""));
    // Moved by half an hour, and made a meeting.
    const moved = rows.find(({ event_agent_id }) => event_agent_id === agentId(0));
    expect(nodeOf(moved)).toEqual({
      id: gid(moved?.id ?? ""),
      activityId: `gid://assembled/Activity/${moved?.event_id}`,
      agentId: agentId(0),
      agentName: `${people[0]?.first_name} ${people[0]?.last_name}`,
      agentEmail: people[0]?.email,
      type: "MODIFY",
      description: "Events Edited and Published",
      modifiedAt: "2026-03-03T08:00:00.000Z",
      person: { sourceId: personId(0) },
      modifiedBy: {
        name: "Ελένη Παπαδόπουλος",
        email: "eleni.papadopoulos@helpdesk.example",
        person: { sourceId: personId(3) },
      },
      before: {
        type: { sourceId: activityTypeId("shift"), name: "Shift" },
        typeValue: "shift",
        startTime: "2026-03-04T09:00:00.000Z",
        endTime: "2026-03-04T11:00:00.000Z",
        channels: ["CHAT"],
        templateId: moved?.old_template_id,
        googleCalendarEventId: null,
      },
      after: {
        type: { sourceId: activityTypeId("meeting"), name: "Meeting" },
        typeValue: "meeting",
        startTime: "2026-03-04T09:30:00.000Z",
        endTime: "2026-03-04T11:30:00.000Z",
        channels: [],
        templateId: null,
        googleCalendarEventId: "gcal-0",
      },
    });
    const created = rows.find(({ event_agent_id }) => event_agent_id === agentId(1));
    expect(nodeOf(created)).toMatchObject({
      type: "CREATE",
      before: null,
      modifiedBy: { name: null, email: null, person: null },
    });
    const deleted = rows.find(({ event_agent_id }) => event_agent_id === agentId(2));
    expect(nodeOf(deleted)).toMatchObject({ type: "DELETE", after: null });
    const lostType = rows.find(({ new_event_type }) => new_event_type === "retired_type");
    expect(nodeOf(lostType)).toMatchObject({ after: { type: null, typeValue: "retired_type" } });
    const lostAgent = rows.find(({ event_agent_id }) => event_agent_id === agentId("(gone)"));
    expect(nodeOf(lostAgent)).toMatchObject({ agentId: agentId("(gone)"), person: null });
    expect(calls().sort()).toEqual([
      "assembled GET /v0/activity_types",
      "assembled GET /v0/event_changes",
      "assembled GET /v0/people",
    ]);
  });

  test("cannot be fetched again by their ids", async () => {
    const { execute, calls } = gateway();
    const { data, errors } = await execute("query ($id: ID!) { node(id: $id) { id } }", {
      id: gid(rows[0]?.id ?? ""),
    });
    expect([data.node, errors[0]?.extensions.code]).toEqual([null, "BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  });

  test.each<[string, object]>([
    ["a window over 31 days", { window: { start: week.start, end: "2026-04-05T00:00:00Z" } }],
    ["a window the wrong way round", { window: { start: week.end, end: week.start } }],
    ["a page over 500", { first: 501 }],
    ["a schedule that cannot be one", { filter: { schedule: "a b" } }],
    ["an agent's id for a person's", { filter: { person: { id: `gid://assembled/Agent/${agentId(1)}` } } }],
  ])("are not asked for with %s", async (_, variables) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(document, { window: week, ...variables });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  });
});

describe("changes of the schedule of", () => {
  const ofOne = `query ($id: ID!, $window: TimeWindow!, $first: Int, $after: String) {
    person(by: { id: $id }) {
      eventChanges(window: $window, first: $first, after: $after) {
        nodes { id person { sourceId } }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }
  }`;
  const ofMany = `query ($window: TimeWindow!, $first: Int!) {
    people(first: $first) { nodes { agentId eventChanges(window: $window) { nodes { id } } } }
  }`;

  test("one person are one read of that agent, page by page", async () => {
    const { query, callsWithQueries } = gateway();
    const variables = { id: personId(0), window: week, first: 1 };
    const { person } = await query(ofOne, variables);
    const expected = made(({ event_agent_id }) => event_agent_id === agentId(0));
    expect(expected.length).toBeGreaterThan(1);
    expect(person.eventChanges).toMatchObject({
      nodes: [{ id: expected[0], person: { sourceId: personId(0) } }],
      totalCount: expected.length,
      pageInfo: { hasNextPage: true },
    });
    const after = person.eventChanges.pageInfo.endCursor;
    const next = await query(ofOne, { ...variables, after });
    expect(idsOf(next.person.eventChanges.nodes)).toEqual([expected[1]]);
    expect(callsWithQueries()).toEqual([
      `assembled GET /v0/people/${personId(0)}`,
      read(`&agent_id=${agentId(0)}`),
    ]);
  });

  test("fifty people are one read of the window for all", async () => {
    const { query, callsWithQueries } = gateway();
    const answer = await query(ofMany, { window: week, first: 50 });
    for (const { agentId: agent, eventChanges } of answer.people.nodes) {
      const expected = made(({ event_agent_id }) => agent !== null && event_agent_id === agent);
      expect(idsOf(eventChanges.nodes)).toEqual(expected);
    }
    expect(callsWithQueries()).toEqual(["assembled GET /v0/people?limit=100&offset=0", read("")]);
  });

  test("a person who is not an agent are none, for no call", async () => {
    const { query, calls } = gateway();
    const { personId: id } = personCases.agentless;
    const { person } = await query(ofOne, { id, window: week });
    expect(person.eventChanges).toMatchObject({ nodes: [], totalCount: 0 });
    expect(calls()).toEqual([`assembled GET /v0/people/${id}`]);
  });

  test("fifty people cost no more than a read for each, and a plan says so", async () => {
    const { plan } = await planned(gateway(), ofMany, { window: week, first: 50 });
    expect(plan?.assembled?.calls).toEqual({ least: 1, most: 52 });
  });
});

test("an activity that drives out another leaves changes, which are read after the write", async () => {
  const { query, calls } = gateway();
  const window = { start: "2026-03-04T00:00:00Z", end: "2026-03-05T00:00:00Z" };
  const changes = `query ($id: ID!, $window: TimeWindow!) {
    person(by: { id: $id }) { eventChanges(window: $window) { nodes { type before { typeValue } after { typeValue } } } }
  }`;
  const variables = { id: personId(1), window };
  expect((await query(changes, variables)).person.eventChanges.nodes).toEqual([]);
  await query(`mutation ($input: CreateActivityInput!) { createActivity(input: $input) { activityId } }`, {
    input: {
      person: { agentId: agentId(1) },
      typeId: activityTypeId("training"),
      // Within a shift of agent 1.
      window: { start: "2026-03-04T05:00:00Z", end: "2026-03-04T06:00:00Z" },
      onConflict: "REPLACE",
    },
  });
  calls();
  const { nodes } = (await query(changes, variables)).person.eventChanges;
  expect(nodes).toHaveLength(2);
  expect(nodes).toEqual(
    expect.arrayContaining([
      { type: "DELETE", before: { typeValue: "shift" }, after: null },
      { type: "CREATE", before: null, after: { typeValue: "training" } },
    ]),
  );
  expect(calls()).toEqual(["assembled GET /v0/event_changes"]);
});
