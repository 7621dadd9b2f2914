import { describe, expect, test } from "vitest";
import type { RequirementJson } from "../../src/assembled/requirement/endpoints.ts";
import { at, ids } from "../support/assembled-data.ts";
import { assembled } from "../support/assembled-emulator.ts";

const path = "/v0/requirements";
const window = (from: number, to: number) => `start_time=${at(from)}&end_time=${at(to)}`;

const read = async (emulator: ReturnType<typeof assembled>, from: number, to: number, type = ids.onShift) =>
  (
    await emulator.ok<{ requirements: RequirementJson[] }>("GET", `${path}?${window(from, to)}`)
  ).requirements.filter(({ requirement_type_id: id }) => id === type);

const requirement = (from: number, to: number, more: object = {}) => ({
  ...{ requirement_type_id: ids.onShift, required: 7.5, start_time: at(from), end_time: at(to) },
  ...more,
});

describe("the list of requirements", () => {
  test("has every hour that shares time with the window, of every type", async () => {
    const emulator = assembled();
    const spans = async (from: number, to: number) =>
      (await read(emulator, from, to)).map(({ start_time }) => start_time);
    expect(await spans(9, 11)).toEqual([at(9), at(10)]);
    expect(await spans(9.5, 10.5)).toEqual([at(9), at(10)]);
    expect(await read(emulator, 9, 11, ids.chatFloor)).toHaveLength(2);
  });

  test("counts activities of the types, in parts", async () => {
    const emulator = assembled();
    const scheduled = async () => (await read(emulator, 8, 14)).map((row) => row.scheduled);
    // Two agents from nine, of whom one rests from twelve to one; the draft does not count.
    expect(await scheduled()).toEqual([0, 2, 2, 2, 1, 2]);
    await emulator.ok("POST", "/v0/activities", {
      ...{ agent_id: ids.adaAgent, type_id: ids.shift, start_time: at(12.5), end_time: at(12.75) },
      allow_conflicts: true,
    });
    expect(await scheduled()).toEqual([0, 2, 2, 2, 1.25, 2]);
  });

  test("counts all activities of agents on the channel and in the queue", async () => {
    const rows = await read(assembled(), 8, 14, ids.chatFloor);
    expect(rows.map(({ scheduled }) => scheduled)).toEqual([0, 1, 1, 1, 0, 1]);
  });

  test.each([
    ["31 days", 200, window(0, 31 * 24)],
    ["a second more", 400, `start_time=${at(0)}&end_time=${at(31 * 24) + 1}`],
    ["no end", 400, `start_time=${at(0)}`],
    ["an end before the start", 400, window(1, 0)],
  ])("of %s is answered %i", async (_, status, query) => {
    expect(await assembled().statusOf("GET", `${path}?${query}`)).toBe(status);
  });
});

describe("a requirement", () => {
  test("is set, and set anew", async () => {
    const emulator = assembled();
    const before = await read(emulator, 9, 12);
    expect(await emulator.ok("POST", path, requirement(10, 11))).toEqual({
      ...requirement(10, 11),
      scheduled: 2,
    });
    await emulator.ok("POST", path, requirement(10, 11, { required: 0 }));
    expect((await read(emulator, 9, 12)).map(({ required }) => required)).toEqual([
      before[0]?.required,
      0,
      before[2]?.required,
    ]);
  });

  test.each([
    ["an unknown type", requirement(10, 11, { requirement_type_id: ids.shift })],
    ["two intervals", requirement(10, 12)],
    ["half an interval", requirement(10, 10.5)],
    ["an interval off the clock", requirement(10.5, 11.5)],
    ["no number", requirement(10, 11, { required: "7" })],
    ["no times", requirement(10, 11, { start_time: undefined })],
  ])("with %s is refused", async (_, body) => {
    expect(await assembled().statusOf("POST", path, body)).toBe(400);
  });
});
