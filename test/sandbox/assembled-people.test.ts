import { describe, expect, test } from "vitest";
import type { StoredPerson } from "../../src/sandbox/data/assembled/stored.ts";
import { uuidOf } from "../../src/sandbox/random.ts";
import { ids, nowSeconds, person, startingData } from "../support/assembled-data.ts";
import { assembled } from "../support/assembled-emulator.ts";

const newPerson = (more: Record<string, unknown> = {}) => ({
  first_name: "Eve",
  last_name: "Stone",
  email: "eve@helpdesk.example",
  timezone: "Europe/Amsterdam",
  role: ids.agentRole,
  staffable: true,
  ...more,
});

describe("the list of people", () => {
  test("is keyed by id, with the teams and sites of these people and the page echoed", async () => {
    const { ok } = assembled();
    const page = await ok("GET", "/v0/people");
    expect(Object.keys(page)).toEqual(["teams", "sites", "people", "total", "limit", "offset"]);
    expect(page).toMatchObject({ total: 3, limit: null, offset: null });
    expect(Object.keys(page.teams as object)).toEqual([ids.chatTeam, ids.voiceTeam]);
    expect(Object.keys(page.sites as object)).toEqual([ids.delft, ids.osaka]);
    expect(Object.keys(page.people as object)).toEqual([ids.ada, ids.bo, ids.cy]);
  });

  test("side-loads for the page alone, and queues and skills only by switch", async () => {
    const { ok } = assembled({ sideLoadQueues: true });
    const [first, second] = [
      await ok("GET", "/v0/people?limit=1"),
      await ok("GET", "/v0/people?limit=1&offset=1"),
    ];
    expect(
      [first.teams, first.sites, first.queues, first.skills].map((map) => Object.keys(map as object)),
    ).toEqual([[ids.chatTeam], [ids.delft], [ids.orders], [ids.dutch]]);
    expect([second.sites, second.queues]).toEqual([{}, {}]);
    expect(await assembled().ok("GET", "/v0/people")).not.toHaveProperty("queues");
  });

  test("never shows restricted sites", async () => {
    const { ok } = assembled();
    const { people: rows } = await ok<{ people: Record<string, object> }>("GET", "/v0/people");
    expect(rows[ids.ada]).not.toHaveProperty("restricted_sites");
    expect(await ok("GET", `/v0/people/${ids.ada}`)).not.toHaveProperty("restricted_sites");
  });

  test.each([
    ["channel=phone", ["bo"]],
    ["channel=phone&channel=email", ["Ada", "bo"]],
    [`team=${ids.chatTeam}`, ["Ada"]],
    [`team=${ids.chatTeam}&include_deleted=true`, ["Ada", "Dee"]],
    [`team=${ids.nobody}`, []],
    [`site=${ids.osaka}`, ["Cy"]],
    [`restricted_site=${ids.osaka}`, ["Ada"]],
    [`queue=${ids.orders}`, ["Ada"]],
    [`skill=${ids.dutch}`, ["Ada"]],
    [`role=${ids.agentRole}`, ["Ada", "bo"]],
    [`role=${ids.leadRole}`, ["Cy"]],
    ["search=YOUNG", ["Ada"]],
    ["search=cy%40help", ["Cy"]],
    ["include_deleted=false", ["Ada", "bo", "Cy"]],
    [`channel=chat&team=${ids.voiceTeam}`, []],
    ["unheard_of=1", ["Ada", "bo", "Cy"]],
    ["sort_by=first_name&sort_direction=descending", ["Cy", "bo", "Ada"]],
    ["sort_by=last_name&sort_direction=ascending", ["bo", "Ada", "Cy"]],
    ["sort_by=role&sort_direction=descending", ["Cy", "Ada", "bo"]],
    ["sort_by=first_name&sort_direction=ascending&limit=1&offset=1", ["bo"]],
  ])("?%s gives the matching people in order", async (query, expected) => {
    expect(await assembled().roster(`?${query}`)).toEqual(expected);
  });

  test("counts all matches, not only the page", async () => {
    const page = await assembled().ok("GET", "/v0/people?limit=1&offset=2&include_deleted=true");
    expect(page).toMatchObject({ total: 4, limit: 1, offset: 2 });
  });

  test.each([
    "limit=-1",
    "limit=ten",
    "offset=1.5",
    "sort_by=first_name",
    "sort_by=email&sort_direction=ascending",
  ])("?%s is refused", async (query) => {
    expect(await assembled().statusOf("GET", `/v0/people?${query}`)).toBe(400);
  });

  test("a channel that is not on the dashboard is refused", async () => {
    expect(await assembled().statusOf("GET", "/v0/people?channel=chat&channel=fax")).toBe(400);
  });

  test("comes in pages of 20 unless asked, and of 500 at most", async () => {
    const crowd = Array.from({ length: 501 }, (_, number) =>
      person(uuidOf(`p${number}`), `P${number}`, "X", {}),
    );
    const { roster, ok } = assembled({ data: startingData({ people: crowd }) });
    expect((await roster()).length).toBe(20);
    expect((await roster("?limit=1000")).length).toBe(500);
    expect(await ok("GET", "/v0/people?limit=1000")).toMatchObject({ total: 501, limit: 500 });
    expect(await roster("?limit=500&offset=500")).toEqual(["P500"]);
  });
});

describe("a person", () => {
  test("is read by person id, deleted ones included, and not by agent id", async () => {
    const { ok, statusOf } = assembled();
    expect(await ok("GET", `/v0/people/${ids.dee}`)).toMatchObject({ first_name: "Dee", deleted: true });
    expect(await statusOf("GET", `/v0/people/${ids.adaAgent}`)).toBe(404);
  });

  test("made alone comes back bare and is read again", async () => {
    const { ok, journal } = assembled();
    const fields = newPerson({ teams: [ids.chatTeam], site: ids.delft, restricted_sites: [ids.osaka] });
    const made = await ok<{ id: string }>("POST", "/v0/people", { people: [fields] });
    expect(made).toMatchObject({
      first_name: "Eve",
      roles: [ids.agentRole],
      teams: [ids.chatTeam],
      site: ids.delft,
      queues: [],
      created_at: nowSeconds,
      deleted: false,
    });
    expect(made).not.toHaveProperty("role");
    expect(await ok("GET", `/v0/people/${made.id}`)).toEqual(made);
    expect(await ok("GET", `/v0/people?restricted_site=${ids.osaka}`)).toMatchObject({ total: 2 });
    expect(journal[0]).toMatchObject({ row: "people.create", status: 200 });
  });

  test("made with others comes back in a list, each with ids of its own", async () => {
    const { ok } = assembled();
    const body = { people: [newPerson(), newPerson({ first_name: "Finn" })] };
    const { people: made } = await ok<{ people: StoredPerson[] }>("POST", "/v0/people", body);
    expect(made.map((each) => each.first_name)).toEqual(["Eve", "Finn"]);
    expect(new Set(made.flatMap((each) => [each.id, each.agent_id])).size).toBe(4);
  });

  test.each([
    ["first_name", { first_name: undefined }],
    ["last_name", { last_name: "" }],
    ["email", { email: null }],
    ["timezone", { timezone: undefined }],
    ["timezone", { timezone: "Europe/Atlantis" }],
    ["role", { role: undefined }],
    ["role", { role: ids.nobody }],
    ["staffable", { staffable: undefined }],
    ["staffable", { staffable: "yes" }],
    ["site", { site: ids.chatTeam }],
    ["teams", { teams: [ids.chatTeam, ids.nobody] }],
    ["queues", { queues: [ids.nobody] }],
    ["skills", { skills: [ids.nobody] }],
    ["restricted_sites", { restricted_sites: [ids.nobody] }],
    ["channels", { channels: ["fax"] }],
    ["start_date", { start_date: "2024-01-01" }],
    ["platforms", { platforms: { zendesk: 7 } }],
  ])("with a bad %s is not made, nor is anyone beside it", async (name, fields) => {
    const { send, roster } = assembled();
    const reply = await send("POST", "/v0/people", { body: { people: [newPerson(), newPerson(fields)] } });
    expect(reply).toMatchObject({ status: 400, body: { message: expect.stringContaining(name) } });
    expect(await roster("?search=eve")).toEqual([]);
  });

  test.each([undefined, {}, { people: [] }, [], newPerson()])("body %j makes nobody", async (body) => {
    expect(await assembled().statusOf("POST", "/v0/people", body)).toBe(400);
  });

  test("keeps what a change leaves out", async () => {
    const { ok } = assembled();
    const before = await ok("GET", `/v0/people/${ids.ada}`);
    const body = { last_name: "Old", id: ids.bo, agent_role: "Admin", import_id: "hr-2" };
    const reply = await ok("PATCH", `/v0/people/${ids.ada}`, body);
    expect(reply).toEqual({
      message: "person successfully updated",
      people: [{ ...before, last_name: "Old" }],
    });
    expect(await ok("GET", `/v0/people/${ids.ada}`)).toEqual({ ...before, last_name: "Old" });
  });

  test("is cleared by null and by the empty list", async () => {
    const { ok } = assembled();
    const body = {
      site: null,
      teams: [],
      queues: null,
      imported_id: null,
      restricted_sites: null,
      role: null,
    };
    await ok("PATCH", `/v0/people/${ids.ada}`, body);
    expect(await ok("GET", `/v0/people/${ids.ada}`)).toMatchObject({
      site: null,
      teams: [],
      queues: [],
      imported_id: null,
      roles: [],
      skills: [ids.dutch],
    });
    expect(await ok("GET", `/v0/people?restricted_site=${ids.osaka}`)).toMatchObject({ total: 0 });
  });

  test("with an old single role tells its new one in both fields", async () => {
    const { ok, roster } = assembled();
    const reply = await ok("PATCH", `/v0/people/${ids.cy}`, { role: ids.agentRole });
    expect(reply.people).toMatchObject([{ role: ids.agentRole, roles: [ids.agentRole] }]);
    expect(await roster(`?role=${ids.leadRole}`)).toEqual([]);
  });

  test.each([{ teams: [ids.nobody] }, { site: "delft" }, { role: ids.nobody }, { first_name: 7 }, "Ada"])(
    "is not changed at all by %j",
    async (body) => {
      const { ok, statusOf } = assembled();
      const before = await ok("GET", `/v0/people/${ids.ada}`);
      const change = typeof body === "string" ? body : { last_name: "Old", ...body };
      expect(await statusOf("PATCH", `/v0/people/${ids.ada}`, change)).toBe(400);
      expect(await ok("GET", `/v0/people/${ids.ada}`)).toEqual(before);
    },
  );

  test("deleted softly is hidden from the list and keeps its schedule", async () => {
    const { ok, roster, schedule } = assembled();
    const reply = await ok("DELETE", `/v0/people/${ids.ada}`);
    expect(reply).toEqual({ id: ids.ada, message: "person successfully deleted" });
    expect(await roster()).toEqual(["bo", "Cy"]);
    expect(await roster("?include_deleted=true")).toEqual(["Ada", "bo", "Cy", "Dee"]);
    expect((await schedule(`&agents=${ids.adaAgent}`)).length).toBe(2);
    expect(await ok("DELETE", `/v0/people/${ids.ada}`)).toEqual(reply);
  });

  test("deleted for good is gone with all activities, on every schedule", async () => {
    const { ok, statusOf, roster, schedule } = assembled();
    const reply = await ok("DELETE", `/v0/people/${ids.ada}?hard=true`);
    expect(reply).toEqual({ id: ids.ada, message: "person successfully deleted" });
    expect(await roster("?include_deleted=true")).toEqual(["bo", "Cy", "Dee"]);
    expect([await schedule(), await schedule("&schedule_id=draft")]).toEqual([[["bo-day", 9, 17]], []]);
    expect(await statusOf("DELETE", `/v0/people/${ids.ada}?hard=true`)).toBe(404);
  });

  test("without an agent takes no one's activities along", async () => {
    const { ok, schedule } = assembled();
    await ok("DELETE", `/v0/people/${ids.cy}?hard=true`);
    expect((await schedule()).length).toBe(3);
  });

  test.each(["GET", "PATCH", "DELETE"])("that does not exist answers %s with 404", async (method) => {
    const body = method === "PATCH" ? {} : undefined;
    expect(await assembled().statusOf(method, `/v0/people/${ids.nobody}`, body)).toBe(404);
  });

  test("written in one emulator does not show in another", async () => {
    const data = startingData();
    await assembled({ data }).ok("DELETE", `/v0/people/${ids.ada}?hard=true`);
    expect(await assembled({ data }).roster()).toContain("Ada");
  });
});
