import { describe, expect, test } from "vitest";
import type { StoredShiftPattern } from "../../src/sandbox/data/assembled/stored.ts";
import { uuidOf } from "../../src/sandbox/random.ts";
import { ids, startingData } from "../support/assembled-data.ts";
import { assembled } from "../support/assembled-emulator.ts";

const time = (day_of_week: number, hour: number, minute = 0) => ({ day_of_week, hour, minute });
const nineToFive = { start_time: time(1, 9), end_time: time(1, 17) };
const overnight = { start_time: time(6, 17), end_time: time(0, 5) };
const pattern = (name: string, more: Partial<StoredShiftPattern> = {}): StoredShiftPattern => ({
  id: uuidOf(`pattern ${name}`),
  name,
  timezone: "Europe/Zurich",
  shifts: [nineToFive],
  assigned_agent_ids: [],
  ...more,
});
const [early, late] = [pattern("early", { assigned_agent_ids: [ids.adaAgent] }), pattern("late")];
const path = "/v0/shift_patterns";

const withPatterns = () => {
  const made = assembled({ data: startingData({ shiftPatterns: [early, late] }) });
  const agents = async () =>
    Object.fromEntries(
      (await made.ok<StoredShiftPattern[]>("GET", path)).map((each) => [each.name, each.assigned_agent_ids]),
    );
  return { ...made, agents };
};
const body = (more: object = {}) => ({
  name: "night",
  timezone: "Asia/Tokyo",
  user_id: ids.bo,
  shifts: [overnight],
  ...more,
});

describe("shift patterns", () => {
  test("are a bare list, each with the number of its agents", async () => {
    const { ok } = withPatterns();
    expect(await ok("GET", path)).toEqual([
      { ...early, assigned_agent_count: 1 },
      { ...late, assigned_agent_count: 0 },
    ]);
  });

  test("are read one by one under both documented paths", async () => {
    const { ok, statusOf } = withPatterns();
    for (const own of ["/v0/shift_pattern", path]) {
      expect(await ok("GET", `${own}/${early.id}`)).toEqual({ ...early, assigned_agent_count: 1 });
      expect(await statusOf("GET", `${own}/${ids.nobody}`)).toBe(404);
    }
  });

  test("are created with the address of their author, and take seconds as a text", async () => {
    const { ok } = withPatterns();
    const created = await ok("POST", path, body({ excluded_duration_seconds: "1800" }));
    expect(created).toMatchObject({
      name: "night",
      user_email: "bo@helpdesk.example",
      excluded_duration_seconds: 1800,
      assigned_agent_count: 0,
    });
    expect(await ok("GET", path)).toContainEqual(created);
  });

  test("keep what an update leaves out, and lose all shifts for those that it brings", async () => {
    const { ok } = withPatterns();
    const changed = await ok("PUT", `${path}/${early.id}`, { user_id: ids.ada, shifts: [overnight] });
    expect(changed).toMatchObject({ name: "early", timezone: "Europe/Zurich", shifts: [overnight] });
  });

  test.each([
    ["a name that is taken", { name: "early" }],
    ["an empty name", { name: "" }],
    ["a zone that is none", { timezone: "Americas/New_York" }],
    ["an author who is an agent's id", { user_id: ids.boAgent }],
    ["an author who is none", { user_id: undefined }],
    ["a shift without end", { shifts: [{ start_time: time(1, 9) }] }],
    ["a shift of more than 20 hours", { shifts: [{ start_time: time(1, 9), end_time: time(2, 5, 1) }] }],
    ["hour 0", { shifts: [{ start_time: time(1, 0), end_time: time(1, 5) }] }],
    ["day 7", { shifts: [{ start_time: time(7, 9), end_time: time(1, 5) }] }],
    ["shifts that overlap", { shifts: [nineToFive, { start_time: time(1, 16), end_time: time(1, 18) }] }],
    ["seconds that are none", { excluded_duration_seconds: "soon" }],
  ])("are refused with %s", async (_, more) => {
    const { statusOf, ok } = withPatterns();
    expect(await statusOf("POST", path, body(more))).toBe(400);
    expect(await statusOf("PUT", `${path}/${late.id}`, { user_id: ids.ada, ...more })).toBe(400);
    expect(await ok("GET", path)).toHaveLength(2);
  });

  test.each(["name", "timezone", "user_id", "shifts"])("are not created without %s", async (name) => {
    const { statusOf } = withPatterns();
    expect(await statusOf("POST", path, body({ [name]: undefined }))).toBe(400);
  });
});

describe("agents", () => {
  test("are on one pattern at most", async () => {
    const { send, agents } = withPatterns();
    const agent_ids = [ids.boAgent, ids.adaAgent, ids.boAgent];
    await send("POST", `${path}/assign`, { body: { shift_pattern_id: late.id, agent_ids } });
    expect(await agents()).toEqual({ early: [], late: [ids.boAgent, ids.adaAgent] });
    await send("POST", `${path}/unassign`, { body: { agent_ids: [ids.boAgent] } });
    expect(await agents()).toEqual({ early: [], late: [ids.adaAgent] });
  });

  test("who do not exist are refused, and then nobody is moved", async () => {
    const { statusOf, agents } = withPatterns();
    const agent_ids = [ids.adaAgent, ids.nobody];
    expect(await statusOf("POST", `${path}/assign`, { shift_pattern_id: late.id, agent_ids })).toBe(400);
    expect(await statusOf("POST", `${path}/unassign`, { agent_ids })).toBe(400);
    expect(await statusOf("POST", `${path}/assign`, { shift_pattern_id: ids.nobody, agent_ids: [] })).toBe(
      400,
    );
    expect(await agents()).toEqual({ early: [ids.adaAgent], late: [] });
  });

  test("are on none when their pattern is deleted, and off it when their person is gone for good", async () => {
    const { send, statusOf, agents } = withPatterns();
    await send("DELETE", `${path}/${late.id}`);
    expect(await statusOf("DELETE", `${path}/${late.id}`)).toBe(404);
    await send("DELETE", `/v0/people/${ids.ada}?hard=true`);
    expect(await agents()).toEqual({ early: [] });
  });
});

test.each([403, 404] as const)("a closed beta answers %i to all, and serves all else", async (status) => {
  const { statusOf } = assembled({ shiftPatternsAnswer: status });
  expect(await statusOf("GET", path)).toBe(status);
  expect(await statusOf("GET", `/v0/shift_pattern/${early.id}`)).toBe(status);
  expect(await statusOf("POST", `${path}/unassign`, { agent_ids: [] })).toBe(status);
  expect(await statusOf("GET", "/v0/roles")).toBe(200);
});
