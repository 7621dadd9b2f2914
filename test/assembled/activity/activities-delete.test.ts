import { describe, expect, test } from "vitest";
import { activityTypeId, agentId, personId } from "../../../src/sandbox/data/ids.ts";
import { personCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";
import { bodies } from "../../support/journal.ts";
import { at, dayOfAgent1, seconds, span, spans } from "./schedule.ts";

describe("clearing a window", () => {
  const clear = "mutation ($input: DeleteActivitiesInput!) { deleteActivities(input: $input) { agentIds } }";

  test("cuts what reaches beyond its edges, for every agent named, each named once", async () => {
    const made = gateway();
    const people = [{ agentId: agentId(1) }, { id: personId(2) }, { id: personId(1) }];
    expect(await made.query(clear, { input: { window: span(1, 3), people } })).toEqual({
      deleteActivities: { agentIds: [agentId(1), agentId(2)] },
    });
    expect(made.calls()).toEqual(["assembled GET /v0/people", "assembled DELETE /v0/activities"]);
    expect(bodies(made, "activities.deleteWindow")).toEqual([
      { start_time: seconds(1), end_time: seconds(3), agent_ids: [agentId(1), agentId(2)] },
    ]);
    expect(await spans(made, 1)).toBe("0-1 3-4 4-4.5 4.5-7.5 7.5-8.5");
  });

  test("inside one activity leaves two", async () => {
    const made = gateway();
    const people = [{ agentId: agentId(1) }];
    await made.query(clear, { input: { window: span(5, 6), people } });
    expect(made.calls()).toEqual(["assembled DELETE /v0/activities"]);
    expect(await spans(made, 1)).toBe("0-2 2-2.25 2.25-4 4-4.5 4.5-5 6-7.5 7.5-8.5");
  });

  test("leaves other schedules as they are", async () => {
    const made = gateway();
    const input = {
      window: span(0, 24),
      people: [{ agentId: agentId(1) }],
      scheduleId: showcase.draftScheduleId,
    };
    await made.query(clear, { input });
    expect(made.calls()).toEqual(["assembled DELETE /v0/activities"]);
    expect(bodies(made, "activities.deleteWindow")).toEqual([
      expect.objectContaining({ schedule_id: showcase.draftScheduleId }),
    ]);
    expect(await spans(made, 1)).toBe(dayOfAgent1);
  });

  const { personId: agentless } = personCases.agentless;
  test.each([
    ["not an agent", { id: agentless }, "BAD_USER_INPUT", `assembled GET /v0/people/${agentless}`],
    ["nobody", { id: agentId(1) }, "NOT_FOUND", `assembled GET /v0/people/${agentId(1)}`],
    [
      "an agent nobody knows",
      { agentId: personId(1) },
      "NOT_FOUND",
      "assembled DELETE /v0/activities",
      "assembled GET /v0/people",
    ],
  ])("of somebody who is %s clears nothing", async (_, unfit, code, ...calls) => {
    const made = gateway();
    const { errors } = await made.execute(clear, {
      input: { window: span(0, 24), people: [{ agentId: agentId(1) }, unfit] },
    });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual([code]);
    expect(made.calls()).toEqual(calls);
    expect(await spans(made, 1)).toBe(dayOfAgent1);
  });

  test.each([
    ["nobody", { people: [] }],
    [
      "more than 100 people",
      { people: Array.from({ length: 101 }, (_, number) => ({ agentId: agentId(number) })) },
    ],
    ["a team", { people: [{ id: `gid://assembled/Team/${personId(1)}` }] }],
    ["a window that is empty", { window: span(1, 1) }],
    ["a schedule that cannot be one", { scheduleId: "a/b" }],
  ])("costs no call for %s", async (_, more) => {
    const { execute, calls } = gateway();
    const input = { window: span(0, 24), people: [{ agentId: agentId(1) }], ...more };
    const { errors } = await execute(clear, { input });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  });
});

test("the fields of one mutation see what those before them wrote", async () => {
  const { query, calls } = gateway();
  const typeId = activityTypeId("training");
  const fields = `activity { person { activities(window: $window) { nodes { startTime } } } }`;
  const answer = await query(
    `mutation ($window: TimeWindow!, $people: [PersonLookup!]!, $first: CreateActivityInput!, $second: CreateActivityInput!) {
      first: createActivity(input: $first) { ${fields} }
      deleteActivities(input: { window: $window, people: $people }) { agentIds }
      second: createActivity(input: $second) { ${fields} }
    }`,
    {
      window: span(16, 24),
      people: [{ agentId: agentId(1) }],
      first: { person: { id: personId(1) }, typeId, window: span(20, 21), onConflict: "ALLOW" },
      second: { person: { id: personId(1) }, typeId, window: span(22, 23), onConflict: "REFUSE" },
    },
  );
  const startsOf = (payload: { activity: { person: { activities: { nodes: { startTime: string }[] } } } }) =>
    payload.activity.person.activities.nodes.map(({ startTime }) => startTime);
  expect([startsOf(answer.first), startsOf(answer.second)]).toEqual([[at(20)], [at(22)]]);
  expect(calls()).toEqual([
    `assembled GET /v0/people/${personId(1)}`,
    "assembled POST /v0/activities",
    "assembled GET /v0/activities",
    "assembled DELETE /v0/activities",
    // The person is the one that was read; the activities are not, after a write.
    "assembled GET /v0/activities",
    "assembled POST /v0/activities",
    "assembled GET /v0/activities",
  ]);
});
