import { describe, expect, test } from "vitest";
import { activityTypeId, agentId, personId, timeOffRequestId } from "../../../src/sandbox/data/ids.ts";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway } from "../../support/gateway.ts";
import { bodies } from "../../support/journal.ts";

const { personId: id, agentId: agent } = showcase.person;
const list = "assembled GET /v0/time_off/requests";
const roster = "assembled GET /v0/people";
const create = "assembled POST /v0/time_off";
const cancel = (request: string) => `${create}/${request}/cancel`;
const gid = (request: string) => `gid://assembled/TimeOffRequest/${request}`;
const waiting = timeOffRequestId("waiting/1");
const gone = personId("(gone)");
const types = "assembled GET /v0/activity_types";

const window = { start: "2026-05-04T07:00:00Z", end: "2026-05-08T15:00:00Z" };
const input = (more: object = {}) => ({
  person: { id },
  typeId: activityTypeId("time_off"),
  window,
  ...more,
});
const createDocument = `mutation ($input: CreateTimeOffRequestInput!) {
  createTimeOffRequest(input: $input) { timeOffRequestId }
}`;
const createWhole = createDocument.replace(
  "timeOffRequestId",
  "timeOffRequestId timeOffRequest { id status description startTime endTime createdAt person { sourceId } updates { id } }",
);
const cancelDocument = `mutation ($id: ID!, $input: CancelTimeOffRequestInput!) {
  cancelTimeOffRequest(id: $id, input: $input) { timeOffRequestId }
}`;
const cancelWhole = cancelDocument.replace(
  "timeOffRequestId",
  "timeOffRequestId timeOffRequest { id status updates { type comment createdAt } }",
);
describe("a request for time off that is made", () => {
  test("names people by their own ids, is pending, and is read when it is selected", async () => {
    const made = gateway();
    const given = input({ description: "Vacation", editable: true, receivers: [{ id: personId(2) }] });
    const { createTimeOffRequest } = await made.query(createWhole, { input: given });
    expect(createTimeOffRequest.timeOffRequest).toEqual({
      id: createTimeOffRequest.timeOffRequestId,
      status: "PENDING",
      description: "Vacation",
      startTime: "2026-05-04T07:00:00.000Z",
      endTime: "2026-05-08T15:00:00.000Z",
      createdAt: "2026-03-04T10:30:00.000Z",
      person: { sourceId: id },
      updates: [],
    });
    expect(bodies(made, "timeOff.create")).toEqual([
      {
        user_id: id,
        activity_type_id: activityTypeId("time_off"),
        start_time: Date.parse(window.start) / 1000,
        end_time: Date.parse(window.end) / 1000,
        description: "Vacation",
        editable: true,
        receiver_ids: [personId(2)],
      },
    ]);
    expect(made.callsWithQueries()).toEqual([
      create,
      `${list}?updated_since=${Date.parse("2026-03-04T09:30:00Z") / 1000}&limit=500&offset=0`,
      `${roster}?include_deleted=true&limit=500&offset=0`,
    ]);
  });

  test("looks up people who are named by another key than their own id", async () => {
    const made = gateway();
    const given = input({ person: { agentId: agent }, receivers: [{ agentId: agentId(2) }] });
    await made.query(createDocument, { input: given });
    expect(bodies(made, "timeOff.create")).toEqual([
      expect.objectContaining({ user_id: id, receiver_ids: [personId(2)] }),
    ]);
    expect(made.calls()).toEqual([roster, create]);
  });

  test("is not sent again when its answer is lost, and the error has the query that shows it", async () => {
    const made = gateway();
    made.sandbox.assembled.inject({ row: "timeOff.create", kind: "reset", afterEffect: true });
    const { errors } = await made.execute(createDocument, { input: input() });
    expect(codesOf(errors)).toEqual(["UPSTREAM_OUTCOME_UNKNOWN"]);
    expect(made.calls()).toEqual([create]);
    const { timeOffRequests } = await made.query(String(errors[0]?.extensions.reconcile), {
      since: "2026-03-04T10:30:00Z",
    });
    expect(timeOffRequests.nodes).toContainEqual(
      expect.objectContaining({ startTime: "2026-05-04T07:00:00.000Z" }),
    );
  });

  test.each([
    ["of a person who does not exist", { person: { id: gone } }, "NOT_FOUND", [`${roster}/${gone}`, types]],
    [
      "of a type that does not exist",
      { typeId: activityTypeId("(gone)") },
      "NOT_FOUND",
      [`${roster}/${id}`, types],
    ],
    [
      "of a type that is no time off",
      { typeId: activityTypeId("lunch") },
      "BAD_USER_INPUT",
      [`${roster}/${id}`, types],
    ],
    [
      "that tells a person who does not exist",
      { person: { id: gone }, receivers: [{ id: gone }] },
      "NOT_FOUND",
      [`${roster}/${gone}`, types],
    ],
  ])("%s is refused with the reason", async (_, more, code, reads) => {
    const made = gateway();
    const { data, errors } = await made.execute(createDocument, { input: input(more) });
    expect([data, codesOf(errors)]).toEqual([{ createTimeOffRequest: null }, [code]]);
    expect(made.calls().sort()).toEqual([create, ...reads].sort());
  });

  test("is made although it cannot be read", async () => {
    const made = gateway();
    made.sandbox.assembled.inject({ row: "timeOff.requests", reply: { status: 403 } });
    const { data, errors } = await made.execute(createWhole, { input: input() });
    expect(data.createTimeOffRequest).toMatchObject({
      timeOffRequestId: expect.stringMatching(/^gid:/),
      timeOffRequest: null,
    });
    expect(codesOf(errors)).toEqual(["FORBIDDEN"]);
    expect(made.calls()).toEqual([create, list]);
  });
});

describe("a request for time off that is canceled", () => {
  test("has one more thing that happened to it", async () => {
    const made = gateway();
    const given = { canceledBy: { id }, comment: "Wrong dates" };
    const { cancelTimeOffRequest } = await made.query(cancelWhole, { id: gid(waiting), input: given });
    expect(cancelTimeOffRequest).toEqual({
      timeOffRequestId: gid(waiting),
      timeOffRequest: {
        id: gid(waiting),
        status: "CANCELED",
        updates: [{ type: "CANCEL", comment: "Wrong dates", createdAt: "2026-03-04T10:30:00.000Z" }],
      },
    });
    expect(bodies(made, "timeOff.cancel")).toEqual([{ user_id: id, comment: "Wrong dates" }]);
    expect(made.calls()).toEqual([cancel(waiting), list]);
  });

  test("leaves the schedule where it was approved", async () => {
    const made = gateway();
    const { timeOffRequests, activities } = made.sandbox.data.assembled;
    const approved = timeOffRequests.find(({ status }) => status === "approved");
    const off = activities.find(({ key }) => key === approved?.activity_key);
    const schedule = async () => {
      const { nodes } = (
        await made.query(
          `query ($window: TimeWindow!, $agents: [ID!]) {
            activities(window: $window, filter: { agents: $agents }) { nodes { id } }
          }`,
          {
            agents: [off?.agent_id],
            window: {
              start: new Date((off?.start_time ?? 0) * 1000).toISOString(),
              end: new Date((off?.end_time ?? 0) * 1000).toISOString(),
            },
          },
        )
      ).activities;
      return nodes.map((node: { id: string }) => node.id);
    };
    expect(await schedule()).toEqual([`gid://assembled/Activity/${off?.key}`]);
    await made.query(cancelDocument, { id: approved?.id, input: { canceledBy: { agentId: agent } } });
    expect(await schedule()).toEqual([]);
    const read = "assembled GET /v0/activities";
    expect(made.calls()).toEqual([read, roster, cancel(approved?.id ?? ""), read]);
  });

  test("is done although the answer was lost and its repeat is refused", async () => {
    const made = gateway();
    made.sandbox.assembled.inject({ row: "timeOff.cancel", times: 1, kind: "reset", afterEffect: true });
    const { cancelTimeOffRequest } = await made.query(cancelDocument, {
      id: waiting,
      input: { canceledBy: { id } },
    });
    expect(cancelTimeOffRequest).toEqual({ timeOffRequestId: gid(waiting) });
    expect(made.calls()).toEqual([cancel(waiting), cancel(waiting), list]);
  });

  test("is not canceled twice", async () => {
    const made = gateway();
    const input = { canceledBy: { id } };
    await made.query(cancelDocument, { id: waiting, input });
    const { data, errors } = await made.execute(cancelDocument, { id: waiting, input });
    expect([data, codesOf(errors)]).toEqual([{ cancelTimeOffRequest: null }, ["CONFLICT"]]);
    expect(made.calls()).toEqual([cancel(waiting), cancel(waiting), list]);
  });

  test.each([
    ["and does not exist", timeOffRequestId("(gone)"), { id }, "NOT_FOUND", []],
    ["and was denied", timeOffRequestId("denied/3"), { id }, "UPSTREAM_REJECTED", [list, `${roster}/${id}`]],
    ["by a person who does not exist", waiting, { id: gone }, "NOT_FOUND", [list, `${roster}/${gone}`]],
  ])("%s is refused", async (_, request, canceledBy, code, reads) => {
    const made = gateway();
    const { data, errors } = await made.execute(cancelDocument, { id: request, input: { canceledBy } });
    expect([data, codesOf(errors)]).toEqual([{ cancelTimeOffRequest: null }, [code]]);
    expect(made.calls()).toEqual([cancel(request), ...reads]);
  });
});

test("a person who is deleted for good asks for nothing any more", async () => {
  const made = gateway();
  const count = "{ timeOffRequests(first: 0) { totalCount } }";
  const before = await made.query(count);
  await made.query("mutation ($id: ID!) { deletePerson(id: $id, deletion: HARD) { deletedPersonId } }", {
    id,
  });
  const after = await made.query(count);
  expect(after.timeOffRequests.totalCount).toBeLessThan(before.timeOffRequests.totalCount);
  expect(made.calls()).toEqual([list, `assembled DELETE /v0/people/${id}`, list]);
});

test.each([
  [
    "an agent's id for a person's",
    createDocument,
    { input: input({ person: { id: `gid://assembled/Agent/${agent}` } }) },
  ],
  [
    "the id of a queue for a type",
    createDocument,
    { input: input({ typeId: `gid://assembled/Queue/${id}` }) },
  ],
  [
    "a window that ends before it starts",
    createDocument,
    { input: input({ window: { start: window.end, end: window.start } }) },
  ],
  [
    "Unix milliseconds",
    createDocument,
    { input: input({ window: { start: Date.parse(window.start), end: window.end } }) },
  ],
  [
    "a window over 366 days",
    createDocument,
    { input: input({ window: { ...window, end: "2027-05-06T07:00:00Z" } }) },
  ],
  [
    "too many who are told",
    createDocument,
    { input: input({ receivers: Array.from({ length: 101 }, () => ({ id })) }) },
  ],
  [
    "the id of an update",
    cancelDocument,
    { id: `gid://assembled/TimeOffUpdate/${waiting}`, input: { canceledBy: { id } } },
  ],
  ["none who cancels", cancelDocument, { id: waiting, input: {} }],
])("a write of time off with %s costs no call", async (_, document, variables) => {
  const { execute, calls } = gateway();
  const { errors } = await execute(document, variables);
  expect(codesOf(errors)).toEqual(["BAD_USER_INPUT"]);
  expect(calls()).toEqual([]);
});
