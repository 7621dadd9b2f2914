import { describe, expect, test } from "vitest";
import { activityTypeId, agentId, personId } from "../../../src/sandbox/data/ids.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";
import { seconds, span } from "./schedule.ts";

const window = span(2, 4);

/** An activity that the upstream answers for the window from hour 2 to hour 4, whether or not it is in it. */
const rows: readonly (readonly [what: string, isIn: boolean, start: unknown, end: unknown])[] = [
  ["ends where it starts", false, seconds(1), seconds(2)],
  ["starts where it ends", false, seconds(4), seconds(5)],
  ["ends a second after its start", true, seconds(1), seconds(2) + 1],
  ["starts a second before its end", true, seconds(4) - 1, seconds(5)],
  ["covers it", true, seconds(1), seconds(5)],
  ["is a moment before it", false, seconds(1), seconds(1)],
  ["is its first moment", true, seconds(2), seconds(2)],
  ["is a moment within it", true, seconds(3), seconds(3)],
  ["is its last moment, which is not part of it", false, seconds(4), seconds(4)],
  ["has no end and starts before it", true, seconds(1), null],
  ["has no end and starts where it ends", false, seconds(4), null],
  ["has no start and ends where it starts", false, null, seconds(2)],
  ["has no times", true, undefined, undefined],
  ["has a text for a time", true, "noon", "noon"],
];

function answering(start_time: unknown, end_time: unknown): TestGateway {
  const made = gateway();
  const row = { id: "row", agent_id: agentId(1), type_id: activityTypeId("shift"), start_time, end_time };
  const body = { activities: { row } };
  made.sandbox.assembled.inject({ row: "activities.list", times: 1, reply: { status: 200, body } });
  return made;
}

describe.each(rows)("an activity that %s", (_, isIn, start, end) => {
  const ids = isIn ? [{ id: "gid://assembled/Activity/row" }] : [];

  test.each([
    ["everybody's", undefined],
    ["an agent's", { agents: [agentId(1)] }],
  ])(`is ${isIn ? "" : "not "}among %s activities in a window`, async (_whose, filter) => {
    const { query, calls } = answering(start, end);
    const document = `query ($window: TimeWindow!, $filter: ActivitiesFilter) {
      activities(window: $window, filter: $filter) { nodes { id } } }`;
    expect(await query(document, { window, filter })).toEqual({ activities: { nodes: ids } });
    expect(calls()).toEqual(["assembled GET /v0/activities"]);
  });

  test(`is ${isIn ? "" : "not "}among the person's own`, async () => {
    const { query, calls } = answering(start, end);
    const document = `query ($window: TimeWindow!) {
      person(by: { id: "${personId(1)}" }) { activities(window: $window) { nodes { id } } } }`;
    expect(await query(document, { window })).toEqual({ person: { activities: { nodes: ids } } });
    expect(calls()).toEqual([`assembled GET /v0/people/${personId(1)}`, "assembled GET /v0/activities"]);
  });

  test(`is ${isIn ? "" : "not "}in the way of a new one under REFUSE`, async () => {
    const { execute, calls } = answering(start, end);
    const input = {
      person: { agentId: agentId(1) },
      typeId: activityTypeId("training"),
      window,
      onConflict: "REFUSE",
    };
    const document =
      "mutation ($input: CreateActivityInput!) { createActivity(input: $input) { activityId } }";
    const { errors } = await execute(document, { input });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(isIn ? ["CONFLICT"] : []);
    const write = isIn ? [] : ["assembled POST /v0/activities"];
    expect(calls()).toEqual(["assembled GET /v0/activities", ...write]);
  });
});
