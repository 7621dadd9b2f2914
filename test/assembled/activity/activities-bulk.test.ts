import { describe, expect, test } from "vitest";
import { activityTypeId, agentId, personId } from "../../../src/sandbox/data/ids.ts";
import { personCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";
import { bodies } from "../../support/journal.ts";
import { at, dayOfAgent1, seconds, span, spans } from "./schedule.ts";

const training = activityTypeId("training");

describe("activities created together", () => {
  const create =
    "mutation ($input: CreateActivitiesInput!) { createActivities(input: $input) { activityIds } }";
  const one = (number: number, from: number, to: number, more: object = {}) => ({
    person: { agentId: agentId(number) },
    typeId: training,
    window: span(from, to),
    ...more,
  });
  const sent = (number: number, from: number, to: number) => ({
    agent_id: agentId(number),
    type_id: training,
    start_time: seconds(from),
    end_time: seconds(to),
  });

  test("are one write, answered in the order of the input with people that were read already", async () => {
    const made = gateway();
    const { createActivities } = await made.query(
      `mutation ($input: CreateActivitiesInput!) {
        createActivities(input: $input) { activityIds activities { id startTime description person { sourceId } } }
      }`,
      {
        input: {
          onConflict: "REFUSE",
          scheduleId: showcase.draftScheduleId,
          activities: [
            one(2, 20, 21, { person: { id: personId(2) }, description: "third hour" }),
            one(1, 18, 19, { person: { email: made.sandbox.data.assembled.people[1]?.email } }),
            one(1, 19, 20, { person: { id: personId(1) }, description: null }),
          ],
        },
      },
    );
    expect(createActivities.activities).toEqual([
      {
        id: createActivities.activityIds[0],
        startTime: at(20),
        description: "third hour",
        person: { sourceId: personId(2) },
      },
      {
        id: createActivities.activityIds[1],
        startTime: at(18),
        description: null,
        person: { sourceId: personId(1) },
      },
      {
        id: createActivities.activityIds[2],
        startTime: at(19),
        description: null,
        person: { sourceId: personId(1) },
      },
    ]);
    expect(made.callsWithQueries()).toEqual([
      "assembled GET /v0/people?include_deleted=true&limit=500&offset=0",
      `assembled GET /v0/activities?start_time=${seconds(18)}&end_time=${seconds(21)}` +
        `&include_activity_types=true&agents=${agentId(2)}&agents=${agentId(1)}&schedule_id=${showcase.draftScheduleId}`,
      "assembled POST /v0/activities/bulk",
    ]);
    expect(bodies(made, "activities.bulk")).toEqual([
      {
        activities: [
          { action: "create", activity: { ...sent(2, 20, 21), description: "third hour" } },
          { action: "create", activity: sent(1, 18, 19) },
          { action: "create", activity: sent(1, 19, 20) },
        ],
        schedule_id: showcase.draftScheduleId,
      },
    ]);
    expect(await spans(made, 1, showcase.draftScheduleId)).toBe("18-19 19-20");
  });

  test("are told apart in an answer of any order, twins by their descriptions", async () => {
    const { query, calls, sandbox } = gateway();
    const row = (key: string, number: number, from: number, description?: string) => ({
      [key]: { id: key, ...sent(number, from, from + 1), ...(description && { description }) },
    });
    const activities = {
      ...row("d", 1, 18),
      ...row("c", 2, 20),
      ...row("b", 1, 20, "second"),
      ...row("a", 1, 20, "first"),
    };
    sandbox.assembled.inject({ row: "activities.bulk", reply: { status: 200, body: { activities } } });
    const { createActivities } = await query(create, {
      input: {
        onConflict: "REPLACE",
        activities: [
          one(1, 20, 21, { description: "first" }),
          one(1, 20, 21, { description: "second" }),
          one(2, 20, 21, { description: "which the answer does not repeat" }),
          one(1, 18, 19),
        ],
      },
    });
    expect(createActivities.activityIds).toEqual(
      ["a", "b", "c", "d"].map((key) => `gid://assembled/Activity/${key}`),
    );
    expect(calls()).toEqual(["assembled POST /v0/activities/bulk"]);
  });

  test("are an error when the upstream does not answer them all", async () => {
    const { execute, calls, sandbox } = gateway();
    sandbox.assembled.inject({ row: "activities.bulk", reply: { status: 200, body: { activities: {} } } });
    const { errors } = await execute(create, {
      input: { onConflict: "REPLACE", activities: [one(1, 20, 21)] },
    });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["UPSTREAM_INVALID_RESPONSE"]);
    expect(calls()).toEqual(["assembled POST /v0/activities/bulk"]);
  });

  test("take the place of what they overlap under REPLACE, but not of one another", async () => {
    const made = gateway();
    expect(await spans(made, 1)).toBe(dayOfAgent1);
    await made.query(create, {
      input: { onConflict: "REPLACE", activities: [one(1, 1, 2.1), one(1, 1.5, 2.2)] },
    });
    expect(made.calls()).toEqual(["assembled POST /v0/activities/bulk"]);
    expect(await spans(made, 1)).toBe("1-2.1 1.5-2.2 2.25-4 4-4.5 4.5-7.5 7.5-8.5");
  });

  test("are all refused under REFUSE when one overlaps, and nothing is written", async () => {
    const made = gateway();
    const { data, errors } = await made.execute(create, {
      input: { onConflict: "REFUSE", activities: [one(2, 20, 21), one(1, 1, 1.5)] },
    });
    expect(data).toEqual({ createActivities: null });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["CONFLICT"]);
    expect(made.calls()).toEqual(["assembled GET /v0/activities"]);
    expect(await spans(made, 1)).toBe(dayOfAgent1);
  });

  test("may have others between them, and each agent has their own", async () => {
    const made = gateway();
    await made.query(create, {
      // Agent 1 works from 0 to 8.5; agent 0, in Amsterdam, from 8 to 16.5.
      input: { onConflict: "REFUSE", activities: [one(1, 9, 10), one(0, 1, 2), one(1, 22, 23)] },
    });
    expect(made.calls()).toEqual(["assembled GET /v0/activities", "assembled POST /v0/activities/bulk"]);
    expect(await spans(made, 1)).toBe(`${dayOfAgent1} 9-10 22-23`);
    expect(await spans(made, 0)).toMatch(/^1-2 8-10 /);
  });

  test.each([
    [
      "an unknown type",
      one(2, 20, 21, { typeId: agentId(1) }),
      "NOT_FOUND",
      "assembled POST /v0/activities/bulk",
      "assembled GET /v0/people",
      "assembled GET /v0/activity_types",
    ],
    [
      "somebody who is not an agent",
      one(2, 20, 21, { person: { id: personCases.agentless.personId } }),
      "BAD_USER_INPUT",
      `assembled GET /v0/people/${personCases.agentless.personId}`,
    ],
    [
      "somebody who does not exist",
      one(2, 20, 21, { person: { id: agentId(1) } }),
      "NOT_FOUND",
      `assembled GET /v0/people/${agentId(1)}`,
    ],
  ])("are all left out for %s among them", async (_, unfit, code, ...calls) => {
    const made = gateway();
    const { errors } = await made.execute(create, {
      input: { onConflict: "REPLACE", activities: [one(1, 1, 2), unfit] },
    });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual([code]);
    expect(made.calls()).toEqual(calls);
    expect(await spans(made, 1)).toBe(dayOfAgent1);
  });

  test.each([
    ["none at all", { activities: [] }],
    ["more than 100", { activities: Array.from({ length: 101 }, () => one(1, 20, 21)) }],
    [
      "a person's id for an agent's",
      { activities: [one(1, 20, 21, { person: { agentId: `gid://assembled/Person/${personId(1)}` } })] },
    ],
    ["a window that ends before it starts", { activities: [one(1, 20, 21), one(1, 21, 20)] }],
    [
      "ALLOW, which the upstream cannot do for several",
      { activities: [one(1, 20, 21)], onConflict: "ALLOW" },
    ],
  ])("cost no call when they are %s", async (_, input) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(create, { input: { onConflict: "REPLACE", ...input } });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  });
});
