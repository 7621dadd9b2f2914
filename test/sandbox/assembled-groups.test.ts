import { describe, expect, test } from "vitest";
import type { GroupJson } from "../../src/assembled/group/endpoints.ts";
import { ids, nowSeconds } from "../support/assembled-data.ts";
import { assembled } from "../support/assembled-emulator.ts";

describe.each([
  ["queues", "queue_ids", ids.orders],
  ["sites", "site_ids", ids.delft],
  ["teams", "team_ids", ids.chatTeam],
  ["skills", "skill_ids", ids.dutch],
])("%s", (name, idsKey, known) => {
  const path = `/v0/${name}`;

  test("are created in bulk, keyed by new ids, and listed after the others", async () => {
    const { ok } = assembled();
    const body = { [name]: [{ name: "One", parent_id: known }, { name: "Two" }] };
    const created = await ok<Record<string, Record<string, GroupJson>>>("POST", path, body);
    const rows = Object.values(created[name] ?? {});
    expect(rows).toEqual([
      {
        id: expect.any(String),
        name: "One",
        parent_id: known,
        created_at: nowSeconds,
        updated_at: nowSeconds,
      },
      {
        id: expect.any(String),
        name: "Two",
        parent_id: null,
        created_at: nowSeconds,
        updated_at: nowSeconds,
      },
    ]);
    const listed = await ok<typeof created>("GET", path);
    expect(Object.values(listed[name] ?? {}).slice(-2)).toEqual(rows);
  });

  test("are updated whole and answered bare", async () => {
    const { ok, pass } = assembled();
    pass(5_000);
    expect(await ok("PUT", `${path}/${known}`, { name: "New", parent_id: null })).toMatchObject({
      id: known,
      name: "New",
      parent_id: null,
      updated_at: nowSeconds + 5,
    });
  });

  test("are deleted in bulk by a JSON body", async () => {
    const { ok, send } = assembled();
    expect(await send("DELETE", path, { body: { [idsKey]: [known] } })).toMatchObject({ status: 200 });
    const listed = await ok<Record<string, object>>("GET", path);
    expect(Object.keys(listed[name] ?? {})).not.toContain(known);
  });

  test.each([
    ["POST", path, { [name]: [{ name: "x" }, { name: "y", parent_id: ids.nobody }] }, 400],
    ["POST", path, { [name]: [{ name: "x" }, { name: " " }] }, 400],
    ["POST", path, { [name]: [] }, 400],
    ["POST", path, {}, 400],
    ["PUT", `${path}/${ids.nobody}`, { name: "x" }, 404],
    ["PUT", `${path}/${known}`, { parent_id: null }, 400],
    ["PUT", `${path}/${known}`, { name: "x", parent_id: known }, 400],
    ["DELETE", path, { [idsKey]: [known, ids.nobody] }, 400],
    ["DELETE", path, { [idsKey]: [] }, 400],
    ["DELETE", path, undefined, 400],
  ])("refuse %s %s with %j", async (method, target, body, status) => {
    const { ok, statusOf } = assembled();
    const before = await ok("GET", path);
    expect(await statusOf(method, target, body)).toBe(status);
    expect(await ok("GET", path)).toEqual(before);
  });
});

describe("activity types", () => {
  const path = "/v0/activity_types";

  test("are created with the defaults of the documents, and deleted", async () => {
    const { ok } = assembled();
    const body = { name: "Sick leave", channels: [], timeoff: true, timeoff_unit: "hours" };
    const created = await ok<{ id: string }>("POST", path, body);
    expect(created).toEqual({
      id: expect.any(String),
      import_id: null,
      name: "Sick leave",
      short_name: "S",
      value: "sick_leave",
      channels: [],
      productive: false,
      timeoff: true,
      timeoff_unit: "hours",
      background_color: "#ffffff",
      font_color: "#000000",
    });
    expect(await ok("DELETE", `${path}/${created.id}`)).toEqual(created);
    const { activity_types } = await ok<{ activity_types: object }>("GET", path);
    expect(Object.keys(activity_types)).toEqual([ids.shift, ids.lunch]);
  });

  test.each([
    { channels: [] },
    { name: "x" },
    { name: "x", channels: ["fax"] },
    { name: "x", channels: [], productive: true },
    { name: "x", channels: ["chat"], productive: true, timeoff: true, timeoff_unit: "days" },
    { name: "x", channels: [], timeoff: true },
    { name: "x", channels: [], timeoff: true, timeoff_unit: "weeks" },
    { name: "x", channels: [], productive: "yes" },
  ])("refuse %j", async (body) => {
    expect(await assembled().statusOf("POST", path, body)).toBe(400);
  });

  test("that do not exist are not deleted", async () => {
    expect(await assembled().statusOf("DELETE", `${path}/${ids.nobody}`)).toBe(404);
  });
});
