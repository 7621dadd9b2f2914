import { describe, expect, test } from "vitest";
import type { StoredActivity } from "../../src/sandbox/data/assembled/stored.ts";
import { activity, at, hours, ids, nowSeconds, startingData } from "../support/assembled-data.ts";
import { assembled } from "../support/assembled-emulator.ts";

const newActivity = (from: number, to: number, more: Record<string, unknown> = {}) => ({
  agent_id: ids.adaAgent,
  type_id: ids.lunch,
  start_time: at(from),
  end_time: at(to),
  ...more,
});

describe("the list of activities", () => {
  const window = (from: number, to: number) => `start_time=${at(from)}&end_time=${at(to)}`;
  const keys = async (query: string) => {
    const { activities } = await assembled().ok<{ activities: object }>("GET", `/v0/activities?${query}`);
    return Object.keys(activities);
  };

  test.each([
    [10, 11, ["morning", "bo-day"]],
    [11, 14, ["morning", "afternoon", "bo-day"]],
    [12, 13, ["bo-day"]],
    [17, 20, []],
    [5, 9, []],
  ])("from %i to %i gives what overlaps, not what touches", async (from, to, expected) => {
    expect(await keys(window(from, to))).toEqual(expected);
  });

  test.each([
    "",
    `start_time=${at(0)}`,
    `end_time=${at(0)}`,
    `start_time=2024-01-01&end_time=${at(0)}`,
    window(2, 2),
    window(2, 1),
  ])("?%s is refused", async (query) => {
    expect(await assembled().statusOf("GET", `/v0/activities?${query}`)).toBe(400);
  });

  test.each([
    [`agents=${ids.boAgent}`, ["bo-day"]],
    [`agents=${ids.boAgent}&agents=${ids.adaAgent}`, ["morning", "afternoon", "bo-day"]],
    [`agents=${ids.bo}`, []],
    [`agents[]=${ids.boAgent}`, ["morning", "afternoon", "bo-day"]],
    [`agents%5B%5D=${ids.boAgent}`, ["morning", "afternoon", "bo-day"]],
    [`types=${ids.lunch}`, []],
    [`types=${ids.lunch}&types=${ids.shift}`, ["morning", "afternoon", "bo-day"]],
    [`team=${ids.voiceTeam}`, ["bo-day"]],
    ["channel=email", ["afternoon"]],
    ["channel=chat", ["morning", "bo-day"]],
    ["schedule_id=draft", ["draft"]],
    ["schedule_id=other", []],
    ["limit=1&offset=1&unheard_of=1", ["morning", "afternoon", "bo-day"]],
  ])("with %s gives what matches", async (filter, expected) => {
    expect(await keys(`${window(0, 24)}&${filter}`)).toEqual(expected);
  });

  test("shows an activity without its key and its schedule, under its key", async () => {
    const data = startingData({
      activities: [
        activity("k1", 9, 10, { id: "same" }),
        activity("k2", 10, 11, { id: "same", schedule_id: "s" }),
      ],
    });
    const { ok } = assembled({ data });
    const { key: _key, ...first } = activity("k1", 9, 10, { id: "same" });
    const { key: _other, ...second } = activity("k2", 10, 11, { id: "same" });
    expect(await ok("GET", `/v0/activities?${window(0, 24)}`)).toEqual({ activities: { k1: first } });
    expect(await ok("GET", `/v0/activities?${window(0, 24)}&schedule_id=s`)).toEqual({
      activities: { k2: second },
    });
  });

  test("brings the agents of its activities and every activity type when asked", async () => {
    const { ok } = assembled();
    const query = `${window(0, 24)}&agents=${ids.boAgent}&include_agents=true&include_activity_types=true`;
    const body = await ok("GET", `/v0/activities?${query}`);
    expect(body.agents).toEqual({ [ids.boAgent]: { id: ids.boAgent, name: "bo Xu" } });
    expect(Object.keys(body.activity_types as object)).toEqual([ids.shift, ids.lunch]);
    expect(Object.keys(await ok("GET", `/v0/activities?${window(0, 24)}`))).toEqual(["activities"]);
  });
});

describe("a new activity", () => {
  test("deletes what it overlaps, of the same agent and schedule only", async () => {
    const { ok, schedule, journal } = assembled();
    const made = await ok<{ id: string }>(
      "POST",
      "/v0/activities",
      newActivity(11, 13, { description: "Noodles" }),
    );
    expect(made).toEqual({
      id: expect.any(String),
      agent_id: ids.adaAgent,
      type_id: ids.lunch,
      start_time: at(11),
      end_time: at(13),
      created_at: nowSeconds,
      updated_at: nowSeconds,
      description: "Noodles",
    });
    expect(await schedule()).toEqual([
      ["afternoon", 13, 17],
      ["bo-day", 9, 17],
      [made.id, 11, 13],
    ]);
    expect(await schedule("&schedule_id=draft")).toEqual([["draft", 9, 17]]);
    expect(journal[0]).toMatchObject({ row: "activities.create", status: 200 });
  });

  test("keeps what it overlaps when conflicts are allowed", async () => {
    const { ok, schedule } = assembled();
    const { id } = await ok("POST", "/v0/activities", newActivity(11, 14, { allow_conflicts: true }));
    expect(await schedule(`&agents=${ids.adaAgent}`)).toEqual([
      ["morning", 9, 12],
      ["afternoon", 13, 17],
      [id, 11, 14],
    ]);
  });

  test("on another schedule leaves the master schedule alone", async () => {
    const { ok, schedule } = assembled();
    const { id } = await ok("POST", "/v0/activities", newActivity(9, 17, { schedule_id: "draft" }));
    expect(await schedule("&schedule_id=draft")).toEqual([[id, 9, 17]]);
    expect((await schedule()).length).toBe(3);
  });

  test.each([
    ["agent_id", { agent_id: ids.ada }],
    ["agent_id", { agent_id: "" }],
    ["agent_id", { agent_id: undefined }],
    ["type_id", { type_id: ids.nobody }],
    ["start_time", { start_time: undefined }],
    ["end_time", { end_time: "noon" }],
    ["end_time", { end_time: at(11) }],
    ["description", { description: 7 }],
  ])("with a bad %s is refused and deletes nothing", async (name, fields) => {
    const { send, schedule } = assembled();
    const reply = await send("POST", "/v0/activities", { body: newActivity(11, 13, fields) });
    expect(reply).toMatchObject({ status: 400, body: { message: expect.stringContaining(name) } });
    expect((await schedule()).length).toBe(3);
  });
});

describe("activities in bulk", () => {
  const bulk = (...activities: object[]) => ({
    activities: activities.map((each) => ({ action: "create", activity: each })),
  });

  test("delete what was there and not one another", async () => {
    const { ok, schedule } = assembled();
    const body = bulk(newActivity(11, 12.5), newActivity(12, 12.75));
    const { activities } = await ok<{ activities: Record<string, StoredActivity> }>(
      "POST",
      "/v0/activities/bulk",
      body,
    );
    const made = Object.entries(activities);
    expect(made.map(([key, row]) => [key === row.id, ...hours(row.start_time, row.end_time)])).toEqual([
      [true, 11, 12.5],
      [true, 12, 12.75],
    ]);
    expect((await schedule(`&agents=${ids.adaAgent}`)).map(([key]) => key)).toEqual([
      "afternoon",
      ...Object.keys(activities),
    ]);
  });

  test("go to the schedule of the request", async () => {
    const { ok, schedule } = assembled();
    await ok("POST", "/v0/activities/bulk", { ...bulk(newActivity(9, 10)), schedule_id: "draft" });
    expect([(await schedule()).length, (await schedule("&schedule_id=draft")).length]).toEqual([3, 1]);
  });

  test.each([
    ["an unknown agent", bulk(newActivity(9, 17), newActivity(18, 19, { agent_id: ids.nobody }))],
    ["an empty span", bulk(newActivity(9, 17), newActivity(19, 19))],
    [
      "another action",
      {
        activities: [
          ...bulk(newActivity(9, 17)).activities,
          { action: "update", activity: newActivity(18, 19) },
        ],
      },
    ],
    ["conflicts allowed for one", bulk(newActivity(9, 17), newActivity(18, 19, { allow_conflicts: true }))],
    [
      "conflicts allowed beside one",
      { activities: bulk(newActivity(9, 17)).activities.map((each) => ({ ...each, allow_conflicts: true })) },
    ],
    ["conflicts allowed for all", { ...bulk(newActivity(9, 17)), allow_conflicts: true }],
    ["no list", { activities: newActivity(9, 17) }],
  ])("with %s change nothing at all", async (_name, body) => {
    const { statusOf, schedule } = assembled();
    const before = await schedule();
    expect(await statusOf("POST", "/v0/activities/bulk", body)).toBe(400);
    expect(await schedule()).toEqual(before);
  });
});

describe("deleting a window", () => {
  const deletion = (from: number, to: number, more: object = {}) => ({
    start_time: at(from),
    end_time: at(to),
    agent_ids: [ids.adaAgent],
    ...more,
  });

  test("clips at the edges and removes what lies inside", async () => {
    const data = startingData({
      activities: [
        activity("before", 9, 12),
        activity("inside", 12, 13),
        activity("after", 13, 17),
        activity("touches", 8, 9),
        activity("other agent", 9, 17, { agent_id: ids.boAgent }),
        activity("other schedule", 9, 17, { schedule_id: "draft" }),
      ],
    });
    const { ok, schedule, journal } = assembled({ data });
    const { activities } = await ok<{ activities: object }>("DELETE", "/v0/activities", deletion(11, 14));
    expect(Object.keys(activities)).toEqual(["before", "inside", "after"]);
    expect(await schedule()).toEqual([
      ["before", 9, 11],
      ["after", 14, 17],
      ["touches", 8, 9],
      ["other agent", 9, 17],
    ]);
    expect(await schedule("&schedule_id=draft")).toEqual([["other schedule", 9, 17]]);
    expect(journal[0]).toMatchObject({ row: "activities.deleteWindow", status: 200 });
  });

  test("splits what covers the window; the second piece is a new activity", async () => {
    const { ok, schedule } = assembled();
    await ok("DELETE", "/v0/activities", deletion(12, 13, { agent_ids: [ids.boAgent, ids.adaAgent] }));
    const pieces = await schedule(`&agents=${ids.boAgent}`);
    expect(pieces).toEqual([
      ["bo-day", 9, 12],
      [expect.stringMatching(/^[0-9a-f-]{36}$/), 13, 17],
    ]);
    const { activities } = await ok<{ activities: Record<string, StoredActivity> }>(
      "GET",
      `/v0/activities?start_time=${at(0)}&end_time=${at(24)}&agents=${ids.boAgent}`,
    );
    expect(Object.entries(activities).every(([key, row]) => key === row.id)).toBe(true);
    expect(Object.values(activities).map((row) => [row.created_at, row.updated_at])).toEqual([
      [at(0), nowSeconds],
      [at(0), nowSeconds],
    ]);
  });

  test("knows the schedule that it is told", async () => {
    const { ok, schedule } = assembled();
    await ok("DELETE", "/v0/activities", deletion(0, 24, { schedule_id: "draft" }));
    expect([(await schedule()).length, await schedule("&schedule_id=draft")]).toEqual([3, []]);
  });

  test.each([
    ["an unknown agent", { agent_ids: [ids.adaAgent, ids.nobody] }],
    ["no agents", { agent_ids: [] }],
    ["agents left out", { agent_ids: undefined }],
    ["an empty span", { end_time: at(0) }],
    ["no end", { end_time: undefined }],
  ])("with %s is refused and deletes nothing", async (_name, fields) => {
    const { statusOf, schedule } = assembled();
    expect(await statusOf("DELETE", "/v0/activities", deletion(0, 24, fields))).toBe(400);
    expect((await schedule()).length).toBe(3);
  });
});
