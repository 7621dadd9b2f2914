import { describe, expect, test } from "vitest";
import { activityTypeId, agentId } from "../../../src/sandbox/data/ids.ts";
import { testNowMs } from "../../support/clock.ts";
import { gateway } from "../../support/gateway.ts";
import { createSandboxData } from "../../support/sandbox-data.ts";
import { seconds, today } from "../../support/time.ts";
import { gid, idsOf, overlapping, yearBefore } from "./requests.ts";

const { people, timeOffRequests, timeOffUpdates } = createSandboxData(testNowMs).assembled;
const list = "assembled GET /v0/time_off/requests";
const updatesList = "assembled GET /v0/time_off/updates";
const roster = "assembled GET /v0/people";

const document = `query ($window: TimeWindow, $updatedSince: DateTime, $status: TimeOffStatus, $first: Int, $after: String) {
  timeOffRequests(window: $window, updatedSince: $updatedSince, status: $status, first: $first, after: $after) {
    nodes { id } totalCount pageInfo { hasNextPage endCursor }
  }
}`;

/** Answers one list with a body of these maps. */
function answering(row: "timeOff.requests" | "timeOff.updates", maps: object) {
  const made = gateway();
  made.sandbox.assembled.inject({ row, reply: { status: 200, body: { total: 1, ...maps } } });
  return made;
}

const odd = {
  id: "odd",
  agent_id: agentId(1),
  activity_type_id: activityTypeId("time_off"),
  start_time: seconds("2026-03-04T09:00:00Z"),
  end_time: seconds("2026-03-04T10:00:00Z"),
  status: "pending",
};
const change = { id: "c", time_off_request_id: "odd", created_at: 1, comment: "No", type: "deny" };

describe("requests for time off without a window", () => {
  test("come page by page from the upstream, each once, with the number of all", async () => {
    const { query, callsWithQueries } = gateway();
    const found: string[] = [];
    const wanted = timeOffRequests.filter(({ status }) => status === "pending");
    const variables = { updatedSince: today.start, status: "PENDING", first: 4 };
    const recent = wanted.filter(({ updated_at }) => updated_at >= seconds(today.start));
    expect(recent.length).toBeGreaterThan(4);
    let after: string | null = null;
    do {
      const { timeOffRequests: page } = await query(document, { ...variables, after });
      expect(page.totalCount).toBe(recent.length);
      found.push(...idsOf(page.nodes));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(found).toEqual(recent.map(({ id }) => gid(id)));
    expect(callsWithQueries()).toEqual(
      Array.from(
        { length: Math.ceil(recent.length / 4) },
        (_, page) => `${list}?updated_since=${seconds(today.start)}&type=pending&limit=4&offset=${page * 4}`,
      ),
    );
  });

  test("that changed since before 1970 are those of all time", async () => {
    const { query, callsWithQueries } = gateway();
    const { timeOffRequests: page } = await query(document, { updatedSince: "1960-01-01T00:00:00Z" });
    expect(page.totalCount).toBe(timeOffRequests.length);
    expect(callsWithQueries()).toEqual([`${list}?updated_since=0&limit=20&offset=0`]);
  });

  test("are those of all time where no time is named, and a page of none still tells their number", async () => {
    const { query, callsWithQueries } = gateway();
    const { timeOffRequests: page } = await query(document, { first: 0 });
    expect(page).toMatchObject({ nodes: [], totalCount: timeOffRequests.length });
    expect(callsWithQueries()).toEqual([`${list}?updated_since=0&limit=1&offset=0`]);
  });

  test("are told in the words of the schema, with person and type for one call each", async () => {
    const { query, calls } = gateway();
    const { timeOffRequests: page } = await query(`{ timeOffRequests(first: 100, status: DENIED) { nodes {
      id startTime endTime description status createdAt
      person { sourceId } type { name } updates { type comment createdAt request { id } }
    } } }`);
    const denied = timeOffRequests.filter(({ status }) => status === "denied");
    const [first] = denied;
    const person = people.find(({ agent_id }) => agent_id === first?.agent_id);
    expect(page.nodes).toHaveLength(denied.length);
    expect(page.nodes[0]).toEqual({
      id: gid(first?.id ?? ""),
      startTime: new Date((first?.start_time ?? 0) * 1000).toISOString(),
      endTime: new Date((first?.end_time ?? 0) * 1000).toISOString(),
      description: null,
      status: "DENIED",
      createdAt: "2026-01-23T00:00:00.000Z",
      person: { sourceId: person?.id },
      type: { name: "Time off" },
      updates: [
        {
          type: "DENY",
          comment: "Too many are away",
          createdAt: "2026-01-24T00:00:00.000Z",
          request: { id: gid(first?.id ?? "") },
        },
      ],
    });
    expect(calls().sort()).toEqual(["assembled GET /v0/activity_types", roster, list]);
  });
});

describe("requests for time off in a window", () => {
  test("are those that overlap it, by start, out of one read since a year before it", async () => {
    const { query, callsWithQueries } = gateway();
    const { timeOffRequests: page } = await query(document, { window: today, first: 100 });
    const expected = overlapping();
    expect(expected.length).toBeGreaterThan(10);
    expect(idsOf(page.nodes)).toEqual(expected);
    expect(page.totalCount).toBe(expected.length);
    expect(callsWithQueries()).toEqual([`${list}?updated_since=${yearBefore}&limit=500&offset=0`]);
  });

  test("that lies more than a year ahead are those that were made by now", async () => {
    const { query, callsWithQueries } = gateway();
    const input = `{ person: { agentId: "${agentId(1)}" }, typeId: "${activityTypeId("time_off")}", window: { start: "2027-05-04T00:00:00Z", end: "2027-05-08T00:00:00Z" } }`;
    await query(`mutation { createTimeOffRequest(input: ${input}) { timeOffRequestId } }`);
    callsWithQueries();
    const window = { start: "2027-05-01T00:00:00Z", end: "2027-06-01T00:00:00Z" };
    expect((await query(document, { window })).timeOffRequests.totalCount).toBe(1);
    const ofPerson = `query ($window: TimeWindow!) { person(by: { agentId: "${agentId(1)}" }) { timeOffRequests(window: $window) { totalCount } } }`;
    expect(await query(ofPerson, { window })).toEqual({ person: { timeOffRequests: { totalCount: 1 } } });
    expect(callsWithQueries()[0]).toBe(
      `${list}?updated_since=${seconds("2025-03-04T00:00:00Z")}&limit=500&offset=0`,
    );
  });

  test("are those of a status, also where the upstream does not know the filter", async () => {
    const made = answering("timeOff.requests", {
      time_off_requests: { odd, approved: { ...odd, id: "approved", status: "approved" } },
      total: 2,
    });
    const variables = { window: today, status: "PENDING", updatedSince: "2026-01-01T00:00:00Z" };
    const { timeOffRequests: page } = await made.query(document, variables);
    expect(page).toMatchObject({ nodes: [{ id: gid("odd") }], totalCount: 1 });
    expect(made.callsWithQueries()).toEqual([
      `${list}?updated_since=${seconds(variables.updatedSince)}&type=pending&limit=500&offset=0`,
    ]);
  });

  test("are read to their end, however many pages they fill", async () => {
    const { query, callsWithQueries, sandbox } = gateway({ sandbox: { sizes: { people: 600 } } });
    const all = sandbox.data.assembled.timeOffRequests;
    const year = { start: "2025-09-01T00:00:00Z", end: "2026-08-31T00:00:00Z" };
    const { timeOffRequests: page } = await query(document, { window: year, first: 1 });
    expect(all.length).toBeGreaterThan(500);
    expect(page.totalCount).toBe(all.length);
    const since = seconds("2024-09-01T00:00:00Z");
    expect(callsWithQueries()).toEqual(
      Array.from(
        { length: Math.ceil(all.length / 500) },
        (_, at) => `${list}?updated_since=${since}&limit=500&offset=${at * 500}`,
      ),
    );
  });

  test("are refused where there are too many to read, after one call", async () => {
    const made = answering("timeOff.requests", { time_off_requests: { odd }, total: 20_001 });
    const { errors } = await made.execute(document, { window: today });
    expect(errors[0]?.extensions.code).toBe("BAD_USER_INPUT");
    expect(errors[0]?.message).toContain("name a later time in updatedSince");
    expect(made.calls()).toEqual([list]);
  });
});

describe("changes to requests for time off", () => {
  test("come page by page from the upstream, each with its request", async () => {
    const { query, callsWithQueries } = gateway();
    const { timeOffUpdates: page } = await query(
      `query ($since: DateTime) { timeOffUpdates(updatedSince: $since, type: CANCEL, first: 3) {
        totalCount nodes { id type comment createdAt request { id status person { agentId } updates { id } } }
        pageInfo { hasNextPage }
      } }`,
      { since: "2025-06-01T00:00:00Z" },
    );
    const canceled = timeOffUpdates.filter(({ type }) => type === "cancel");
    const request = timeOffRequests.find(({ id }) => id === canceled[0]?.time_off_request_id);
    expect(page).toMatchObject({ totalCount: canceled.length, pageInfo: { hasNextPage: true } });
    expect(page.nodes[0]).toEqual({
      id: `gid://assembled/TimeOffUpdate/${canceled[0]?.id}`,
      type: "CANCEL",
      comment: "Plans have changed",
      createdAt: "2026-01-05T00:00:00.000Z",
      // Of its updates only this one came along.
      request: {
        id: gid(request?.id ?? ""),
        status: "CANCELED",
        person: { agentId: request?.agent_id },
        updates: null,
      },
    });
    expect(callsWithQueries()).toEqual([
      `${updatesList}?updated_since=${seconds("2025-06-01T00:00:00Z")}&type=cancel&limit=3&offset=0`,
      `${roster}?include_deleted=true&limit=500&offset=0`,
    ]);
  });

  test("may come without requests, as requests may come without changes: then neither is known", async () => {
    const alone = answering("timeOff.updates", { time_off_updates: { c: change } });
    expect(await alone.query("{ timeOffUpdates { nodes { type request { id } } } }")).toEqual({
      timeOffUpdates: { nodes: [{ type: "DENY", request: null }] },
    });
    expect(alone.calls()).toEqual([updatesList]);
    const bare = answering("timeOff.requests", { time_off_requests: { odd } });
    const updates = "{ timeOffRequests { nodes { updates { id } } } }";
    expect(await bare.query(updates)).toEqual({ timeOffRequests: { nodes: [{ updates: null }] } });
    expect(bare.calls()).toEqual([list]);
    const empty = answering("timeOff.requests", { time_off_requests: { odd }, time_off_updates: {} });
    expect(await empty.query(updates)).toEqual({ timeOffRequests: { nodes: [{ updates: [] }] } });
    expect(empty.calls()).toEqual([list]);
  });
});

test("a status and a type that no document names are null", async () => {
  const { query, calls } = answering("timeOff.requests", {
    time_off_requests: { odd: { ...odd, status: "expired" } },
    time_off_updates: { c: { ...change, type: "escalate" } },
  });
  expect(await query("{ timeOffRequests { nodes { status updates { type comment } } } }")).toEqual({
    timeOffRequests: { nodes: [{ status: null, updates: [{ type: null, comment: "No" }] }] },
  });
  expect(calls()).toEqual([list]);
});

test("a list without its length is no list", async () => {
  const { execute, calls } = answering("timeOff.requests", { time_off_requests: { odd }, total: null });
  const { errors } = await execute(document);
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(["UPSTREAM_INVALID_RESPONSE"]);
  expect(calls()).toEqual([list]);
});

test.each([
  ["a window that ends before it starts", { window: { start: today.end, end: today.start } }],
  ["a window over 366 days", { window: { start: today.start, end: "2027-03-06T00:00:00Z" } }],
  ["a page over 100", { first: 101 }],
  ["a cursor of another list", { after: "!" }],
  ["a status that there is not", { status: "EXPIRED" }],
  ["Unix milliseconds", { updatedSince: testNowMs }],
])("requests for time off are not asked for with %s", async (_, variables) => {
  const { execute, calls } = gateway();
  const { errors } = await execute(document, variables);
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
  expect(calls()).toEqual([]);
});
