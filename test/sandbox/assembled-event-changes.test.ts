import { describe, expect, test } from "vitest";
import type { EventChangeJson } from "../../src/assembled/event-change/endpoints.ts";
import { activity, at, hours, ids, nowSeconds, startingData } from "../support/assembled-data.ts";
import { assembled } from "../support/assembled-emulator.ts";

const types = [
  { id: ids.shift, name: "Shift", value: "shift", channels: ["chat"] },
  { id: ids.lunch, name: "Lunch", value: "lunch", channels: [] },
];

/** Sets up the emulator with a way to read changes: kind, type and hours before, and after. */
function setup() {
  const made = assembled({ data: startingData({ activityTypes: types }) });
  const list = async (query = "", from = 0, to = 24) => {
    const target = `/v0/event_changes?start_time=${at(from)}&end_time=${at(to)}&limit=500${query}`;
    const { event_changes } = await made.ok<{ event_changes: Record<string, EventChangeJson> }>(
      "GET",
      target,
    );
    return Object.entries(event_changes).map(([key, change]) => {
      expect(change.id).toBe(key);
      return change;
    });
  };
  const changes = async (query?: string) =>
    (await list(query))
      .map((each) => [
        each.event_change_type,
        spanOf(each.old_event_type, each.old_start_time, each.old_end_time),
        spanOf(each.new_event_type, each.new_start_time, each.new_end_time),
      ])
      .sort((one, other) => String(one).localeCompare(String(other)));
  return { ...made, list, changes };
}

const spanOf = (type?: string | null, start?: number | null, end?: number | null) =>
  type && start && end ? `${type} ${hours(start, end).join("-")}` : "";

const newActivity = (from: number, to: number, more: object = {}) => ({
  agent_id: ids.adaAgent,
  type_id: ids.lunch,
  start_time: at(from),
  end_time: at(to),
  ...more,
});

describe("changes are recorded", () => {
  test("of a new activity, and of each that it drives out", async () => {
    const { ok, list, changes } = setup();
    const { id } = await ok("POST", "/v0/activities", newActivity(11, 14));
    expect(await changes()).toEqual([
      ["create", "", "lunch 11-14"],
      ["delete", "shift 13-17", ""],
      ["delete", "shift 9-12", ""],
    ]);
    expect((await list()).find(({ event_change_type }) => event_change_type === "create")).toEqual({
      id: expect.any(String),
      event_id: id,
      modified_by: { name: null, id: null, email: null },
      modified_at: nowSeconds,
      event_agent_name: "Ada Young",
      event_agent_id: ids.adaAgent,
      event_agent_email: "ada@helpdesk.example",
      event_change_type: "create",
      description: "Events Created",
      old_event_type: null,
      new_event_type: "lunch",
      old_start_time: null,
      new_start_time: at(11),
      old_end_time: null,
      new_end_time: at(14),
      old_channels: null,
      new_channels: null,
      old_template_id: null,
      new_template_id: null,
      old_google_calendar_event_id: null,
      new_google_calendar_event_id: null,
    });
  });

  test("of nothing but the new one where conflicts are allowed", async () => {
    const { ok, changes } = setup();
    await ok("POST", "/v0/activities", newActivity(11, 14, { allow_conflicts: true }));
    expect(await changes()).toEqual([["create", "", "lunch 11-14"]]);
  });

  test("once of what several new ones drive out together", async () => {
    const { ok, changes } = setup();
    const activities = [newActivity(9, 10), newActivity(10, 11)].map((each) => ({
      action: "create",
      activity: each,
    }));
    await ok("POST", "/v0/activities/bulk", { activities });
    expect(await changes()).toEqual([
      ["create", "", "lunch 10-11"],
      ["create", "", "lunch 9-10"],
      ["delete", "shift 9-12", ""],
    ]);
  });

  test("of what a window clips, splits and takes away", async () => {
    const { ok, changes } = setup();
    const clear = (from: number, to: number, agent: string) =>
      ok("DELETE", "/v0/activities", { start_time: at(from), end_time: at(to), agent_ids: [agent] });
    await clear(11, 18, ids.adaAgent);
    await clear(10, 12, ids.boAgent);
    expect(await changes()).toEqual([
      ["create", "", "shift 12-17"],
      ["delete", "shift 13-17", ""],
      ["modify", "shift 9-12", "shift 9-11"],
      ["modify", "shift 9-17", "shift 9-10"],
    ]);
  });

  test("nowhere when a write is refused", async () => {
    const { statusOf, changes } = setup();
    expect(await statusOf("POST", "/v0/activities", newActivity(11, 14, { type_id: ids.nobody }))).toBe(400);
    expect(await changes()).toEqual([]);
  });

  test("on the schedule of the activity", async () => {
    const { ok, changes } = setup();
    await ok("POST", "/v0/activities", newActivity(9, 10, { schedule_id: "draft" }));
    expect([await changes(), await changes("&schedule_id=draft")]).toEqual([
      [],
      [
        ["create", "", "lunch 9-10"],
        ["delete", "shift 9-17", ""],
      ],
    ]);
  });
});

describe("the list of changes", () => {
  test("goes by when they were made, and may be of one agent", async () => {
    const { ok, list, pass } = setup();
    await ok("POST", "/v0/activities", newActivity(20, 21));
    pass(3_600_000);
    await ok("POST", "/v0/activities", newActivity(20, 21, { agent_id: ids.boAgent }));
    const agents = async (query?: string, from?: number, to?: number) =>
      (await list(query, from, to)).map(({ event_agent_id }) => event_agent_id);
    expect(await agents()).toEqual([ids.adaAgent, ids.boAgent]);
    expect(await agents("", 12.5, 13.5)).toEqual([ids.boAgent]);
    expect(await agents(`&agent_id=${ids.boAgent}`)).toEqual([ids.boAgent]);
    expect(await agents("&agents[]=x")).toEqual([ids.adaAgent, ids.boAgent]);
  });

  test("comes in pages and tells the total", async () => {
    const { ok } = setup();
    for (const hour of [20, 21, 22]) await ok("POST", "/v0/activities", newActivity(hour, hour + 1));
    const { event_changes, ...page } = await ok(
      "GET",
      `/v0/event_changes?start_time=${at(0)}&end_time=${at(24)}&limit=2&offset=2`,
    );
    expect(Object.keys(event_changes as object)).toHaveLength(1);
    expect(page).toEqual({ limit: 2, offset: 2, total: 3 });
  });

  test.each(["", `start_time=${at(1)}&end_time=${at(1)}`])("?%s is refused", async (query) => {
    expect(await setup().statusOf("GET", `/v0/event_changes?${query}`)).toBe(400);
  });
});

test("a person who is removed for good takes the changes of their schedule along", async () => {
  const { ok, changes } = setup();
  await ok("POST", "/v0/activities", newActivity(20, 21));
  await ok("DELETE", `/v0/people/${ids.ada}?hard=true`);
  expect(await changes()).toEqual([]);
});

test("activities that touch change nothing of one another", async () => {
  const data = startingData({ activityTypes: types, activities: [activity("one", 9, 10)] });
  const { ok } = assembled({ data });
  await ok("POST", "/v0/activities", newActivity(10, 11));
  const { total } = await ok("GET", `/v0/event_changes?start_time=${at(0)}&end_time=${at(24)}`);
  expect(total).toBe(1);
});
