import { describe, expect, test } from "vitest";
import { activityTypeId, agentId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";
import { at, seconds, span } from "./schedule.ts";

const list = `query ($window: TimeWindow!, $filter: ActivitiesFilter) {
  activities(window: $window, filter: $filter) { nodes { startTime endTime } }
}`;
const schedule = showcase.draftScheduleId;
const week = 24 * 7;
const read = (from: number | string, to: number | string, filter: string) =>
  `assembled GET /v0/activities?start_time=${seconds(from)}&end_time=${seconds(to)}&include_activity_types=true&${filter}`;

describe("the activities of everybody", () => {
  test("in a month are read week by week, and one that crosses from week to week stands once", async () => {
    const { query, callsWithQueries } = gateway();
    const input = {
      person: { agentId: agentId(1) },
      typeId: activityTypeId("training"),
      window: span(0, 2),
      onConflict: "ALLOW",
      scheduleId: schedule,
    };
    await query("mutation ($input: CreateActivityInput!) { createActivity(input: $input) { activityId } }", {
      input,
    });
    callsWithQueries();
    const start = 1 - week;
    const { activities } = await query(list, { window: span(start, start + 24 * 31), filter: { schedule } });
    expect(activities.nodes[0]).toEqual({ startTime: at(0), endTime: at(2) });
    // The others are of the sandbox.
    expect(activities.nodes).toHaveLength(3);
    const weeks = [1, 2, 3, 4].map((number) => start + week * number);
    expect(callsWithQueries()).toEqual(
      [start, ...weeks].map((from, number) =>
        read(from, weeks[number] ?? start + 24 * 31, `schedule_id=${schedule}`),
      ),
    );
  });

  test.each([
    ["a week", at(0), at(week), at(week)],
    // Its end is rounded up.
    [
      "a week from the middle of a second on",
      "2026-03-04T00:00:00.500Z",
      "2026-03-11T00:00:00.500Z",
      "2026-03-11T00:00:01Z",
    ],
  ])("in %s are one call", async (_, start, end, readTo) => {
    const { query, callsWithQueries } = gateway();
    const { activities } = await query(list, { window: { start, end }, filter: { schedule } });
    expect(activities.nodes).toHaveLength(2);
    expect(callsWithQueries()).toEqual([read(0, readTo, `schedule_id=${schedule}`)]);
  });

  test("of a type are read week by week, too, but those of agents in one call", async () => {
    const { query, callsWithQueries } = gateway();
    const window = span(0, week + 24);
    const type = activityTypeId("training");
    await query(list, { window, filter: { types: [type] } });
    expect(callsWithQueries()).toEqual([
      read(0, week, `types=${type}`),
      read(week, week + 24, `types=${type}`),
    ]);
    await query(list, { window, filter: { agents: [agentId(1)] } });
    expect(callsWithQueries()).toEqual([read(0, week + 24, `agents=${agentId(1)}`)]);
  });

  test("are an error when one week cannot be read", async () => {
    const { execute, calls, sandbox } = gateway();
    sandbox.assembled.inject({ row: "activities.list", times: 1, reply: { status: 403 } });
    const { data, errors } = await execute(list, { window: span(0, week + 24), filter: { schedule } });
    expect(data).toEqual({ activities: null });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["FORBIDDEN"]);
    expect(calls()).toEqual(["assembled GET /v0/activities", "assembled GET /v0/activities"]);
  });
});

test("an activity without times stands behind the others, which keep their order", async () => {
  const { query, calls, sandbox } = gateway();
  const row = (key: string, from?: number) => ({
    [key]: {
      id: key,
      agent_id: agentId(1),
      type_id: activityTypeId("shift"),
      ...(from !== undefined && { start_time: seconds(from), end_time: seconds(from + 1) }),
    },
  });
  const activities = { ...row("d", 1), ...row("b"), ...row("c", 3), ...row("a", 2) };
  sandbox.assembled.inject({ row: "activities.list", reply: { status: 200, body: { activities } } });
  const answer = await query(list, { window: span(0, 24) });
  expect(answer.activities.nodes).toEqual([
    ...[1, 2, 3].map((hour) => ({ startTime: at(hour), endTime: at(hour + 1) })),
    { startTime: null, endTime: null },
  ]);
  expect(calls()).toEqual(["assembled GET /v0/activities"]);
});
