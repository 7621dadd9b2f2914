import { describe, expect, test } from "vitest";
import { activityTypeId, groupId, personId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";
import { dayOfAgent1, span, spans } from "./schedule.ts";

const { personId: id, agentId: agent } = showcase.person;
const plain = "mutation ($input: CreateActivityInput!) { createActivity(input: $input) { activityId } }";

// The end of a shift and the whole of a break.
const overlapping = span(1, 2.25);
const input = (more: object = {}) => ({
  person: { id },
  typeId: activityTypeId("training"),
  window: span(20, 21),
  onConflict: "REFUSE",
  ...more,
});

describe("an activity that the upstream rejects", () => {
  const write = "assembled POST /v0/activities";
  const roster = "assembled GET /v0/people";
  const types = "assembled GET /v0/activity_types";
  const read = `assembled GET /v0/people/${id}`;

  test.each([
    [
      "an agent nobody knows",
      { person: { agentId: personId(1) } },
      `agent ${personId(1)}`,
      [write, roster, types],
    ],
    [
      "a type nobody knows",
      { person: { agentId: agent }, typeId: agent },
      `activity type ${agent}`,
      [write, roster, types],
    ],
    ["a type nobody knows, for a person", { typeId: agent }, `activity type ${agent}`, [read, write, types]],
  ])("for %s says so, which is looked up only then", async (_, more, what, calls) => {
    const made = gateway();
    const { data, errors } = await made.execute(plain, {
      input: input({ ...more, onConflict: "REPLACE", window: overlapping }),
    });
    expect(data).toEqual({ createActivity: null });
    expect(errors).toEqual([
      expect.objectContaining({
        message: `There is no ${what}; nothing was written.`,
        extensions: expect.objectContaining({ code: "NOT_FOUND", system: "assembled", retryable: false }),
      }),
    ]);
    expect(made.calls()).toEqual(calls);
    expect(await spans(made, 1)).toBe(dayOfAgent1);
  });

  test.each([
    ["all that it names exists", 200],
    ["the look-up fails", 403],
  ])("is an error as it came when %s", async (_, status) => {
    const made = gateway();
    made.sandbox.assembled.inject({ row: "activities.create", reply: { status: 400 } });
    if (status !== 200) made.sandbox.assembled.inject({ row: "activityTypes.list", reply: { status } });
    const { errors } = await made.execute(plain, {
      input: input({ person: { agentId: agent }, onConflict: "ALLOW" }),
    });
    expect(errors.map(({ extensions }) => [extensions.code, extensions.status])).toEqual([
      ["UPSTREAM_REJECTED", 400],
    ]);
    expect(made.calls()).toEqual([write, roster, types]);
  });
});

test.each([
  ["e-mail address", { email: "twins@helpdesk.example" }],
  ["imported id", { importedId: "hr-twin" }],
])(
  "an activity of several living people with one %s is refused, and nothing is written",
  async (key, person) => {
    const { query, execute, calls } = gateway();
    const twin = (firstName: string) => ({
      firstName,
      lastName: "Twin",
      email: "twins@helpdesk.example",
      timezone: "Europe/Amsterdam",
      roleId: groupId("role/Analyst"),
      staffable: true,
      importedId: "hr-twin",
    });
    await query("mutation ($input: CreatePeopleInput!) { createPeople(input: $input) { personIds } }", {
      input: { people: [twin("Ann"), twin("Bea")] },
    });
    expect(calls()).toEqual(["assembled POST /v0/people"]);
    const { data, errors } = await execute(plain, { input: input({ person }) });
    expect(data).toEqual({ createActivity: null });
    expect(errors.map(({ message, extensions }) => [extensions.code, message])).toEqual([
      ["CONFLICT", `Several people have this ${key}; name one by id.`],
    ]);
    expect(calls()).toEqual(["assembled GET /v0/people"]);
  },
);

test.each([
  ["nothing", null],
  ["no id", { activities: [] }],
  ["an id that is no text", { id: 7, agent_id: agent }],
])("an activity has been written, whatever the answer is: %s", async (_, body) => {
  const made = gateway();
  made.sandbox.assembled.inject({ row: "activities.create", reply: { status: 200, body } });
  const { data, errors } = await made.execute(plain, {
    input: input({ person: { agentId: agent }, onConflict: "ALLOW" }),
  });
  expect(data).toEqual({ createActivity: null });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(["UPSTREAM_INVALID_RESPONSE"]);
  expect(made.calls()).toEqual(["assembled POST /v0/activities"]);
});
