import { describe, expect, test } from "vitest";
import { agentId, personId, shiftPatternId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway } from "../../support/gateway.ts";
import { bodies } from "../../support/journal.ts";
import { patternOf } from "./writing.ts";

const list = "assembled GET /v0/shift_patterns";
const roster = "assembled GET /v0/people";
const create = "assembled POST /v0/shift_patterns";
const weekdays = shiftPatternId("Weekdays");
const gid = (id: string) => `gid://assembled/ShiftPattern/${id}`;
const { personId: id, agentId: agent } = showcase.person;

const time = (dayOfWeek: string, hour: number, minute?: number) => ({ dayOfWeek, hour, minute });
const shift = (start: ReturnType<typeof time>, end: ReturnType<typeof time>) => ({
  startTime: start,
  endTime: end,
});
const overnight = shift(time("SATURDAY", 17), time("SUNDAY", 5, 30));
const input = (more: object = {}) => ({
  name: "Saturday night",
  timezone: "Europe/Zurich",
  author: { id },
  shifts: [overnight],
  ...more,
});

const createDocument = `mutation ($input: CreateShiftPatternInput!) {
  createShiftPattern(input: $input) { shiftPatternId }
}`;
const createWhole = createDocument.replace(
  "shiftPatternId",
  `shiftPatternId shiftPattern { id name description timezone authorEmail excludedDurationSeconds assignedCount
    createdAt shifts { startTime { dayOfWeek hour minute } endTime { dayOfWeek hour minute } } }`,
);
const updateDocument = `mutation ($id: ID!, $input: UpdateShiftPatternInput!) {
  updateShiftPattern(id: $id, input: $input) { shiftPatternId }
}`;
const deleteDocument = "mutation ($id: ID!) { deleteShiftPattern(id: $id) { deletedShiftPatternId } }";
const assignDocument = `mutation ($id: ID!, $people: [PersonLookup!]!) {
  assignShiftPattern(id: $id, people: $people) { shiftPatternId }
}`;
const unassignDocument =
  "mutation ($people: [PersonLookup!]!) { unassignShiftPattern(people: $people) { agentIds } }";

describe("a shift pattern that is created", () => {
  test("is sent in the upstream's words, and read when it is selected", async () => {
    const made = gateway();
    const given = input({ description: "Cover", excludedDurationSeconds: 900 });
    const { createShiftPattern } = await made.query(createWhole, { input: given });
    expect(createShiftPattern.shiftPattern).toEqual({
      id: createShiftPattern.shiftPatternId,
      name: "Saturday night",
      description: "Cover",
      timezone: "Europe/Zurich",
      authorEmail: "sakura.sato@helpdesk.example",
      excludedDurationSeconds: 900,
      assignedCount: 0,
      createdAt: "2026-03-04T10:30:00.000Z",
      shifts: [
        {
          startTime: { dayOfWeek: "SATURDAY", hour: 17, minute: 0 },
          endTime: { dayOfWeek: "SUNDAY", hour: 5, minute: 30 },
        },
      ],
    });
    expect(bodies(made, "shiftPatterns.create")).toEqual([
      {
        name: "Saturday night",
        timezone: "Europe/Zurich",
        user_id: id,
        description: "Cover",
        excluded_duration_seconds: 900,
        shifts: [
          {
            start_time: { day_of_week: 6, hour: 17, minute: 0 },
            end_time: { day_of_week: 0, hour: 5, minute: 30 },
          },
        ],
      },
    ]);
    expect(made.calls()).toEqual([create, list]);
  });

  test("has an author who is looked up by any key but the person's own id", async () => {
    const made = gateway();
    await made.query(createDocument, { input: input({ author: { agentId: agent } }) });
    expect(bodies(made, "shiftPatterns.create")).toEqual([expect.objectContaining({ user_id: id })]);
    expect(made.calls()).toEqual([roster, create]);
  });

  test("is found by its name when the upstream does not answer it", async () => {
    const made = gateway();
    made.sandbox.assembled.inject({
      row: "shiftPatterns.create",
      afterEffect: true,
      reply: { status: 200 },
    });
    const { createShiftPattern } = await made.query(createDocument, { input: input() });
    expect(made.calls()).toEqual([create, list]);
    const document = "query ($id: ID!) { shiftPattern(id: $id) { name } }";
    expect(await made.query(document, { id: createShiftPattern.shiftPatternId })).toEqual({
      shiftPattern: { name: "Saturday night" },
    });
    expect(made.calls()).toEqual([]);
  });

  test("and is neither answered nor listed is an error that says so", async () => {
    const made = gateway();
    made.sandbox.assembled.inject({ row: "shiftPatterns.create", reply: { status: 200, body: {} } });
    const { errors } = await made.execute(createDocument, { input: input() });
    expect(codesOf(errors)).toEqual(["UPSTREAM_INVALID_RESPONSE"]);
    expect(made.calls()).toEqual([create, list]);
  });

  test("is told as done when it is not answered and the list cannot be read", async () => {
    const made = gateway();
    made.sandbox.assembled.inject({ row: "shiftPatterns.create", afterEffect: true, reply: { status: 200 } });
    made.sandbox.assembled.inject({ row: "shiftPatterns.list", reply: { status: 403 } });
    const { errors } = await made.execute(createDocument, { input: input() });
    expect(errors[0]?.extensions).toMatchObject({
      code: "UPSTREAM_INVALID_RESPONSE",
      retryable: false,
      endpoint: "POST /v0/shift_patterns",
      reconcile: expect.stringContaining("shiftPatterns"),
    });
    expect(made.calls()).toEqual([create, list]);
  });

  test("is not sent again when its answer is lost, and the error has the query that shows it", async () => {
    const made = gateway();
    made.sandbox.assembled.inject({ row: "shiftPatterns.create", kind: "reset", afterEffect: true });
    const { errors } = await made.execute(createDocument, { input: input() });
    expect(codesOf(errors)).toEqual(["UPSTREAM_OUTCOME_UNKNOWN"]);
    expect(made.calls()).toEqual([create]);
    const { shiftPatterns } = await made.query(String(errors[0]?.extensions.reconcile));
    expect(shiftPatterns).toContainEqual(expect.objectContaining({ name: "Saturday night" }));
  });

  test.each([
    ["has the name of another", { name: "Weekdays" }, "CONFLICT", []],
    [
      "has an author who does not exist",
      { author: { id: personId("(gone)") } },
      "NOT_FOUND",
      [`${roster}/${personId("(gone)")}`],
    ],
  ])("%s, and is refused with the reason", async (_, more, code, reads) => {
    const made = gateway();
    const { data, errors } = await made.execute(createDocument, { input: input(more) });
    expect([data, codesOf(errors)]).toEqual([{ createShiftPattern: null }, [code]]);
    expect(made.calls()).toEqual([create, list, ...reads]);
  });
});

describe("a shift pattern that is changed", () => {
  test("keeps what is left out, and its shifts are replaced whole", async () => {
    const made = gateway();
    const { updateShiftPattern } = await made.query(
      updateDocument.replace(
        "shiftPatternId",
        "shiftPatternId shiftPattern { name timezone shifts { endTime { hour } } }",
      ),
      { id: gid(weekdays), input: { author: { id }, shifts: [overnight] } },
    );
    expect(updateShiftPattern).toEqual({
      shiftPatternId: gid(weekdays),
      shiftPattern: { name: "Weekdays", timezone: "Europe/Amsterdam", shifts: [{ endTime: { hour: 5 } }] },
    });
    expect(bodies(made, "shiftPatterns.update")).toEqual([{ user_id: id, shifts: [expect.anything()] }]);
    expect(made.calls()).toEqual([`assembled PUT /v0/shift_patterns/${weekdays}`, list]);
  });

  test("loses what is null", async () => {
    const made = gateway();
    const { updateShiftPattern } = await made.query(
      updateDocument.replace("shiftPatternId", "shiftPattern { description excludedDurationSeconds }"),
      { id: weekdays, input: { author: { id }, description: null, excludedDurationSeconds: null } },
    );
    expect(updateShiftPattern.shiftPattern).toEqual({ description: null, excludedDurationSeconds: 0 });
    expect(made.calls()).toEqual([`assembled PUT /v0/shift_patterns/${weekdays}`, list]);
  });

  test.each([
    ["the name of another is refused", weekdays, "Night owls", "CONFLICT", [list]],
    ["its own name is taken", weekdays, "Weekdays", undefined, []],
    ["an id of none is told", shiftPatternId("(gone)"), "New", "NOT_FOUND", []],
  ])("to %s", async (_, pattern, name, code, reads) => {
    const made = gateway();
    const { errors } = await made.execute(updateDocument, { id: pattern, input: { author: { id }, name } });
    expect(codesOf(errors)).toEqual(code ? [code] : []);
    expect(made.calls()).toEqual([`assembled PUT /v0/shift_patterns/${pattern}`, ...reads]);
  });
});

test("a change that is rejected for another reason is not said to take the name that the pattern has", async () => {
  const made = gateway();
  made.sandbox.assembled.inject({ row: "shiftPatterns.update", reply: { status: 400 } });
  const given = { author: { id }, name: "Weekdays" };
  const { errors } = await made.execute(updateDocument, { id: weekdays, input: given });
  expect(codesOf(errors)).toEqual(["UPSTREAM_REJECTED"]);
  expect(made.calls()).toEqual([`assembled PUT /v0/shift_patterns/${weekdays}`, list, `${roster}/${id}`]);
});

describe("a shift pattern that is deleted", () => {
  test("leaves its agents on none", async () => {
    const made = gateway();
    expect(await patternOf(made, agent)).toBe("Weekdays");
    expect(await made.query(deleteDocument, { id: weekdays })).toEqual({
      deleteShiftPattern: { deletedShiftPatternId: gid(weekdays) },
    });
    expect(made.calls()).toEqual([`assembled DELETE /v0/shift_patterns/${weekdays}`]);
    expect(await patternOf(made, agent)).toBeUndefined();
  });

  test("and does not exist is told", async () => {
    const made = gateway();
    const { errors } = await made.execute(deleteDocument, { id: shiftPatternId("(gone)") });
    expect(codesOf(errors)).toEqual(["NOT_FOUND"]);
    expect(made.calls()).toEqual([`assembled DELETE /v0/shift_patterns/${shiftPatternId("(gone)")}`]);
  });
});

const [nine, five] = [time("MONDAY", 9), time("MONDAY", 17)];

test.each([
  ["a blank name", { name: " " }],
  ["a zone that is none", { timezone: "Americas/New_York" }],
  ["no shift", { shifts: [] }],
  ["an hour before 1", { shifts: [shift(time("MONDAY", 0), five)] }],
  ["an hour after 23", { shifts: [shift(five, time("MONDAY", 24))] }],
  ["a minute before 0", { shifts: [shift(time("MONDAY", 9, -1), five)] }],
  ["a minute after 59", { shifts: [shift(time("MONDAY", 9, 60), five)] }],
  ["a shift without length", { shifts: [shift(nine, nine)] }],
  ["a shift over 20 hours", { shifts: [shift(time("MONDAY", 9), time("TUESDAY", 5, 1))] }],
  ["a shift that ends before it starts", { shifts: [shift(five, nine)] }],
  ["shifts that overlap", { shifts: [shift(nine, five), shift(time("MONDAY", 16, 59), time("MONDAY", 20))] }],
  [
    "shifts that overlap over the week's end",
    { shifts: [overnight, shift(time("SUNDAY", 5), time("SUNDAY", 6))] },
  ],
  ["less than no time without work", { excludedDurationSeconds: -1 }],
  ["an agent's id for a person's", { author: { id: `gid://assembled/Agent/${agent}` } }],
])("a shift pattern with %s costs no call", async (_, more) => {
  const { execute, calls } = gateway();
  const created = await execute(createDocument, { input: input(more) });
  const updated = await execute(updateDocument, { id: weekdays, input: { author: { id }, ...more } });
  expect(codesOf([...created.errors, ...updated.errors])).toEqual(["BAD_USER_INPUT", "BAD_USER_INPUT"]);
  expect(calls()).toEqual([]);
});

test("shifts may touch, and be 20 hours long", async () => {
  const made = gateway();
  const shifts = [
    shift(time("MONDAY", 9), time("TUESDAY", 5)),
    shift(time("TUESDAY", 5), time("WEDNESDAY", 1)),
  ];
  await made.query(createDocument, { input: input({ shifts }) });
  expect(made.calls()).toEqual([create]);
});

test.each([
  ["the id of a team", deleteDocument, { id: `gid://assembled/Team/${weekdays}` }],
  [
    "people for the id of a team",
    assignDocument,
    { id: `gid://assembled/Team/${weekdays}`, people: [{ id }] },
  ],
  ["no people", assignDocument, { id: weekdays, people: [] }],
  [
    "too many people",
    unassignDocument,
    { people: Array.from({ length: 101 }, (_, at) => ({ agentId: agentId(at) })) },
  ],
  ["null for shifts", updateDocument, { id: weekdays, input: { author: { id }, shifts: null } }],
  ["null for a name", updateDocument, { id: weekdays, input: { author: { id }, name: null } }],
  ["no author", updateDocument, { id: weekdays, input: { name: "New" } }],
])("a write of shift patterns with %s costs no call", async (_, document, variables) => {
  const { execute, calls } = gateway();
  const { errors } = await execute(document, variables);
  expect(codesOf(errors)).toEqual(["BAD_USER_INPUT"]);
  expect(calls()).toEqual([]);
});
