import { describe, expect, test } from "vitest";
import type { StoredTimeOffRequest, StoredTimeOffUpdate } from "../../src/sandbox/data/assembled/stored.ts";
import { uuidOf } from "../../src/sandbox/random.ts";
import { activity, at, ids, nowSeconds, startingData } from "../support/assembled-data.ts";
import { assembled } from "../support/assembled-emulator.ts";

const leave = uuidOf("type leave");
const request = (
  name: string,
  hour: number,
  more: Partial<StoredTimeOffRequest> = {},
): StoredTimeOffRequest => ({
  id: uuidOf(`request ${name}`),
  agent_id: ids.adaAgent,
  activity_type_id: leave,
  start_time: at(18),
  end_time: at(20),
  created_at: at(0),
  updated_at: at(hour),
  description: name,
  status: "pending",
  ...more,
});
const waiting = request("waiting", 1);
const approved = request("approved", 2, { status: "approved", activity_key: "leave" });
const denied = request("denied", 3, { status: "denied", agent_id: ids.boAgent });
const update = (of: StoredTimeOffRequest, type: string, hour: number): StoredTimeOffUpdate => ({
  id: uuidOf(`update ${of.description} ${type}`),
  time_off_request_id: of.id,
  created_at: at(hour),
  comment: type,
  type,
});
const approval = update(approved, "approve", 2);
const denial = update(denied, "deny", 3);

interface Lists {
  readonly time_off_requests: Readonly<Record<string, StoredTimeOffRequest>>;
  readonly time_off_updates: Readonly<Record<string, StoredTimeOffUpdate>>;
  readonly total: number;
}

function withTimeOff() {
  const data = startingData();
  const made = assembled({
    data: {
      ...data,
      activityTypes: [...data.activityTypes, { id: leave, name: "Leave", timeoff: true }],
      activities: [...data.activities, activity("leave", 18, 20, { type_id: leave })],
      timeOffRequests: [waiting, approved, denied],
      timeOffUpdates: [approval, denial],
    },
  });
  const list = async (query: string) => {
    const { time_off_requests, time_off_updates, ...place } = await made.ok<Lists>(
      "GET",
      `/v0/time_off/${query}`,
    );
    return {
      requests: Object.values(time_off_requests).map(({ description }) => description),
      updates: Object.values(time_off_updates).map(({ type }) => type),
      ...place,
    };
  };
  return { ...made, list };
}
const body = (more: object = {}) => ({
  user_id: ids.bo,
  activity_type_id: leave,
  start_time: at(40),
  end_time: at(48),
  ...more,
});

describe("requests", () => {
  test("come with their updates, those of a page alone, and echo their place", async () => {
    const { list, ok } = withTimeOff();
    expect(await list("requests?updated_since=0")).toEqual({
      requests: ["waiting", "approved", "denied"],
      updates: ["approve", "deny"],
      total: 3,
      limit: null,
      offset: null,
    });
    expect(await list("requests?updated_since=0&limit=1&offset=1")).toEqual({
      requests: ["approved"],
      updates: ["approve"],
      total: 3,
      limit: 1,
      offset: 1,
    });
    expect(await list("requests?updated_since=0&limit=501")).toMatchObject({ limit: 500 });
    const { time_off_requests: rows } = await ok<Lists>("GET", "/v0/time_off/requests?updated_since=0");
    expect(Object.keys(rows[approved.id] ?? {})).not.toContain("updated_at");
    expect(Object.keys(rows[approved.id] ?? {})).not.toContain("activity_key");
  });

  test.each([
    [`requests?updated_since=${at(2)}`, ["approved", "denied"]],
    ["requests?updated_since=0&type=denied", ["denied"]],
    [`requests?updated_since=${at(4)}`, []],
  ])("are filtered by change and status: %s", async (query, requests) => {
    expect(await withTimeOff().list(query)).toMatchObject({ requests, total: requests.length });
  });

  test.each(["requests", "requests?updated_since=soon", "requests?updated_since=0&type=approve"])(
    "are refused for %s",
    async (query) => {
      expect(await withTimeOff().statusOf("GET", `/v0/time_off/${query}`)).toBe(400);
    },
  );
});

describe("updates", () => {
  test("come with their requests, by time and type", async () => {
    const { list } = withTimeOff();
    expect(await list("updates?updated_since=0")).toMatchObject({
      requests: ["approved", "denied"],
      updates: ["approve", "deny"],
      total: 2,
    });
    expect(await list(`updates?updated_since=${at(3)}`)).toMatchObject({ requests: ["denied"], total: 1 });
    expect(await list("updates?updated_since=0&type=approve&limit=1")).toMatchObject({
      requests: ["approved"],
      limit: 1,
    });
  });

  test.each(["updates", "updates?updated_since=0&type=approved"])("are refused for %s", async (query) => {
    expect(await withTimeOff().statusOf("GET", `/v0/time_off/${query}`)).toBe(400);
  });
});

describe("a new request", () => {
  test("is pending, under the id of the agent or, of a person who is none, of the person", async () => {
    const { ok, list } = withTimeOff();
    const { id, status } = await ok<{ id: string; status: string }>("POST", "/v0/time_off", body());
    expect(status).toBe("success");
    const { id: ofCy } = await ok<{ id: string }>("POST", "/v0/time_off", body({ user_id: ids.cy }));
    const { time_off_requests: rows } = await ok<Lists>(
      "GET",
      `/v0/time_off/requests?updated_since=${nowSeconds}`,
    );
    expect(rows[id]).toMatchObject({ agent_id: ids.boAgent, status: "pending", created_at: nowSeconds });
    expect(rows[ofCy]).toMatchObject({ agent_id: ids.cy });
    expect(await list(`updates?updated_since=${nowSeconds}`)).toMatchObject({ total: 0 });
  });

  test.each([
    ["the id of an agent for a person's", { user_id: ids.boAgent }],
    ["no person", { user_id: undefined }],
    ["a type that is no time off", { activity_type_id: ids.shift }],
    ["a type that does not exist", { activity_type_id: ids.nobody }],
    ["a receiver who does not exist", { receiver_ids: [ids.ada, ids.nobody] }],
    ["an end before its start", { end_time: at(39) }],
    ["milliseconds in a fraction", { start_time: at(40) + 0.5 }],
    ["no word on whether it can be edited", { editable: "yes" }],
  ])("is refused with %s", async (_, more) => {
    const { statusOf, list } = withTimeOff();
    expect(await statusOf("POST", "/v0/time_off", body(more))).toBe(400);
    expect(await list("requests?updated_since=0")).toMatchObject({ total: 3 });
  });
});

describe("a cancellation", () => {
  const path = ({ id }: StoredTimeOffRequest) => `/v0/time_off/${id}/cancel`;

  test("is one more update, and takes what was approved off the schedule", async () => {
    const { ok, list, schedule } = withTimeOff();
    expect((await schedule()).map(([key]) => key)).toContain("leave");
    await ok("POST", path(approved), { user_id: ids.bo, comment: "Wrong dates" });
    expect(await list(`requests?updated_since=${nowSeconds}&type=canceled`)).toMatchObject({
      requests: ["approved"],
      updates: ["approve", "cancel"],
    });
    expect((await schedule()).map(([key]) => key)).not.toContain("leave");
    const { event_changes: changes } = await ok<{ event_changes: object }>(
      "GET",
      `/v0/event_changes?start_time=${nowSeconds}&end_time=${nowSeconds + 1}`,
    );
    expect(Object.values(changes)).toMatchObject([
      {
        event_change_type: "delete",
        event_agent_id: ids.adaAgent,
        old_start_time: at(18),
        new_start_time: null,
      },
    ]);
  });

  test.each([
    ["that was denied", denied, { user_id: ids.bo }, 400],
    ["by a person who does not exist", waiting, { user_id: ids.nobody }, 400],
    ["that does not exist", request("gone", 0), { user_id: ids.bo }, 404],
  ])("of a request %s is refused", async (_, wanted, given, status) => {
    const { statusOf, list } = withTimeOff();
    expect(await statusOf("POST", path(wanted), given)).toBe(status);
    expect(await list("updates?updated_since=0")).toMatchObject({ total: 2 });
  });

  test("comes once", async () => {
    const { statusOf } = withTimeOff();
    expect(await statusOf("POST", path(waiting), { user_id: ids.bo })).toBe(200);
    expect(await statusOf("POST", path(waiting), { user_id: ids.bo })).toBe(400);
  });
});

test("a person who is removed for good leaves no request", async () => {
  const { send, list } = withTimeOff();
  await send("DELETE", `/v0/people/${ids.ada}?hard=true`);
  expect(await list("requests?updated_since=0")).toMatchObject({ requests: ["denied"], updates: ["deny"] });
});
