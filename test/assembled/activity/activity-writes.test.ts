import { describe, expect, test } from "vitest";
import { loadOperations } from "../../../src/client/operations.ts";
import { activityTypeId, agentId } from "../../../src/sandbox/data/ids.ts";
import { personCases, showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";
import { bodies } from "../../support/journal.ts";
import { dayOfAgent1, seconds, span, spans } from "./schedule.ts";

const { personId: id, agentId: agent } = showcase.person;
const shipped = loadOperations().find(({ name }) => name === "create-activity")?.document ?? "";
const plain = "mutation ($input: CreateActivityInput!) { createActivity(input: $input) { activityId } }";

// The end of a shift and the whole of a break.
const overlapping = span(1, 2.25);
const free = span(20, 21);
const input = (more: object = {}) => ({
  person: { id },
  typeId: activityTypeId("training"),
  window: free,
  onConflict: "REFUSE",
  ...more,
});

describe("an activity that overlaps others", () => {
  test("leaves them in place under ALLOW", async () => {
    const made = gateway();
    expect(await spans(made, 1)).toBe(dayOfAgent1);
    await made.query(shipped, { input: input({ window: overlapping, onConflict: "ALLOW" }) });
    expect(made.calls()).toEqual([
      `assembled GET /v0/people/${id}`,
      "assembled POST /v0/activities",
      "assembled GET /v0/activity_types",
    ]);
    expect(bodies(made, "activities.create")).toEqual([expect.objectContaining({ allow_conflicts: true })]);
    expect(await spans(made, 1)).toBe("0-2 1-2.25 2-2.25 2.25-4 4-4.5 4.5-7.5 7.5-8.5");
  });

  test("takes their place under REPLACE", async () => {
    const made = gateway();
    await made.query(shipped, { input: input({ window: overlapping, onConflict: "REPLACE" }) });
    expect(made.calls()).toEqual([
      `assembled GET /v0/people/${id}`,
      "assembled POST /v0/activities",
      "assembled GET /v0/activity_types",
    ]);
    expect(bodies(made, "activities.create")).toEqual([expect.objectContaining({ allow_conflicts: false })]);
    expect(await spans(made, 1)).toBe("1-2.25 2.25-4 4-4.5 4.5-7.5 7.5-8.5");
  });

  test("is refused under REFUSE, and nothing is written", async () => {
    const made = gateway();
    const { data, errors } = await made.execute(shipped, { input: input({ window: overlapping }) });
    expect(data).toEqual({ createActivity: null });
    expect(errors).toEqual([
      expect.objectContaining({
        path: ["createActivity"],
        extensions: expect.objectContaining({ code: "CONFLICT", system: "assembled", retryable: false }),
      }),
    ]);
    expect(made.calls()).toEqual([`assembled GET /v0/people/${id}`, "assembled GET /v0/activities"]);
    expect(await spans(made, 1)).toBe(dayOfAgent1);
  });
});

describe("an activity under REFUSE", () => {
  test("is written where the window is free, and could not drive out what came in between", async () => {
    const made = gateway();
    const { createActivity } = await made.query(shipped, { input: input({ description: "Fire drill" }) });
    expect(createActivity.activity).toEqual({
      id: expect.stringMatching(/^gid:\/\/assembled\/Activity\/[0-9a-f-]{36}$/),
      startTime: "2026-03-04T20:00:00.000Z",
      endTime: "2026-03-04T21:00:00.000Z",
      description: "Fire drill",
      type: { name: "Training" },
      person: { id: `gid://assembled/Person/${id}`, email: expect.any(String) },
    });
    expect(made.callsWithQueries()).toEqual([
      `assembled GET /v0/people/${id}`,
      `assembled GET /v0/activities?start_time=${seconds(free.start)}&end_time=${seconds(free.end)}&include_activity_types=true&agents=${agent}`,
      "assembled POST /v0/activities",
    ]);
    expect(bodies(made, "activities.create")).toEqual([
      {
        agent_id: agent,
        type_id: activityTypeId("training"),
        start_time: seconds(free.start),
        end_time: seconds(free.end),
        description: "Fire drill",
        allow_conflicts: true,
      },
    ]);
    expect(await spans(made, 1)).toBe(`${dayOfAgent1} 20-21`);
  });

  test("may begin where another ends, and may be at the same time as those of other agents", async () => {
    const made = gateway();
    const [start, end] = [seconds(free.start), seconds(free.end)];
    const row = (key: string, agent_id: string, start_time: number, end_time: number) =>
      [key, { id: key, agent_id, type_id: activityTypeId("shift"), start_time, end_time }] as const;
    const activities = Object.fromEntries([
      row("earlier", agent, start - 3600, start),
      row("later", agent, end, end + 3600),
      row("elsewhere", agentId(2), start, end),
    ]);
    made.sandbox.assembled.inject({
      row: "activities.list",
      times: 1,
      reply: { status: 200, body: { activities } },
    });
    await made.query(plain, { input: input() });
    expect(made.calls()).toEqual([
      `assembled GET /v0/people/${id}`,
      "assembled GET /v0/activities",
      "assembled POST /v0/activities",
    ]);
  });

  test("looks at its own schedule only", async () => {
    const made = gateway();
    const scheduleId = showcase.draftScheduleId;
    await made.query(plain, { input: input({ window: overlapping, scheduleId }) });
    expect(made.callsWithQueries()[1]).toContain(`&schedule_id=${scheduleId}`);
    expect(bodies(made, "activities.create")).toEqual([expect.objectContaining({ schedule_id: scheduleId })]);
    expect(await spans(made, 1)).toBe(dayOfAgent1);
    expect(await spans(made, 1, scheduleId)).toBe("1-2.25");
  });

  test("looks at the schedule as it is, not as it was a moment ago", async () => {
    const made = gateway();
    const person = { agentId: agent };
    // Reads just what the refusal will look at.
    expect(await spans(made, 1, undefined, span(22, 23))).toBe("");
    const { status } = await made.sandbox.assembled.handle({
      method: "POST",
      target: "/v0/activities",
      headers: { authorization: `Basic ${Buffer.from("sk_live_sandbox:").toString("base64")}` },
      body: JSON.stringify({
        agent_id: agent,
        type_id: activityTypeId("shift"),
        start_time: seconds(22),
        end_time: seconds(23),
      }),
    });
    expect(status).toBe(200);
    made.calls();
    const { errors } = await made.execute(plain, { input: input({ person, window: span(22, 23) }) });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["CONFLICT"]);
    expect(made.calls()).toEqual(["assembled GET /v0/activities"]);
  });

  test("is not written when the window cannot be read", async () => {
    const made = gateway();
    made.sandbox.assembled.inject({ row: "activities.list", reply: { status: 403 } });
    const { errors } = await made.execute(plain, { input: input({ person: { agentId: agent } }) });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["FORBIDDEN"]);
    expect(made.calls()).toEqual(["assembled GET /v0/activities"]);
  });
});

describe("the person of an activity", () => {
  test("named by agent id is not read unless asked for", async () => {
    const { query, calls } = gateway();
    const person = { agentId: agent };
    await query(plain, { input: input({ person }) });
    expect(calls()).toEqual(["assembled GET /v0/activities", "assembled POST /v0/activities"]);
    const { createActivity } = await query(shipped, { input: input({ person, onConflict: "ALLOW" }) });
    expect(createActivity.activity.person.id).toBe(`gid://assembled/Person/${id}`);
    expect(calls().sort()).toEqual([
      "assembled GET /v0/activity_types",
      "assembled GET /v0/people",
      "assembled POST /v0/activities",
    ]);
  });

  test("named by e-mail address is looked up in the roster, once", async () => {
    const { query, calls, sandbox } = gateway();
    const email = sandbox.data.assembled.people[1]?.email;
    const { createActivity } = await query(shipped, {
      input: input({ person: { email }, onConflict: "ALLOW" }),
    });
    expect(createActivity.activity.person.id).toBe(`gid://assembled/Person/${id}`);
    expect(calls()).toEqual([
      "assembled GET /v0/people",
      "assembled POST /v0/activities",
      "assembled GET /v0/activity_types",
    ]);
  });

  test.each([
    ["who is not an agent", personCases.agentless.personId, "BAD_USER_INPUT"],
    ["who does not exist", "00000000-0000-4000-8000-000000000000", "NOT_FOUND"],
  ])("%s gets nothing written", async (_, unfit, code) => {
    const { execute, calls } = gateway();
    const { data, errors } = await execute(plain, { input: input({ person: { id: unfit } }) });
    expect(data).toEqual({ createActivity: null });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual([code]);
    expect(calls()).toEqual([`assembled GET /v0/people/${unfit}`]);
  });
});

test.each([
  ["the id of a team for a person", { person: { id: `gid://assembled/Team/${id}` } }],
  ["a person's id for an agent's", { person: { agentId: `gid://assembled/Person/${id}` } }],
  ["the id of a queue for a type", { typeId: `gid://assembled/Queue/${id}` }],
  ["a type that cannot be one", { typeId: "shift" }],
  ["a schedule that cannot be one", { scheduleId: "../people" }],
  ["a window that ends before it starts", { window: { start: free.end, end: free.start } }],
  ["Unix seconds for a time", { window: { start: seconds(free.start), end: free.end } }],
  ["Unix milliseconds for a time", { window: { start: String(Date.parse(free.start)), end: free.end } }],
  ["no word on conflicts", { onConflict: undefined }],
  ["two people", { person: { id, agentId: agent } }],
])("an activity with %s costs no call", async (_, more) => {
  const { execute, calls } = gateway();
  const { errors } = await execute(plain, { input: input(more) });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
  expect(calls()).toEqual([]);
});

test("an activity is written although what its payload refers to cannot be read", async () => {
  const made = gateway();
  made.sandbox.assembled.inject({ row: "activityTypes.list", reply: { status: 403 } });
  const { data, errors } = await made.execute(shipped, { input: input({ onConflict: "ALLOW" }) });
  expect(data.createActivity.activity).toMatchObject({ startTime: "2026-03-04T20:00:00.000Z", type: null });
  expect(errors.map(({ path }) => path)).toEqual([["createActivity", "activity", "type"]]);
  expect(made.calls()).toEqual([
    `assembled GET /v0/people/${id}`,
    "assembled POST /v0/activities",
    "assembled GET /v0/activity_types",
  ]);
  expect(await spans(made, 1)).toBe(`${dayOfAgent1} 20-21`);
});

test("an activity whose answer is lost may exist, so it is not sent again", async () => {
  const made = gateway();
  made.sandbox.assembled.inject({ row: "activities.create", kind: "reset", afterEffect: true });
  const { errors } = await made.execute(plain, { input: input({ onConflict: "ALLOW" }) });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(["UPSTREAM_OUTCOME_UNKNOWN"]);
  expect(made.calls()).toEqual([`assembled GET /v0/people/${id}`, "assembled POST /v0/activities"]);
  expect(await spans(made, 1)).toBe(`${dayOfAgent1} 20-21`);
});
