import { describe, expect, test } from "vitest";
import {
  type AssembledEmulatorOptions,
  createAssembledEmulator,
} from "../../src/sandbox/assembled/emulator.ts";
import type { AssembledData, StoredActivity, StoredPerson } from "../../src/sandbox/data/types.ts";
import type { EmulatedRequest, EmulatorSettings, Reply } from "../../src/sandbox/emulator.ts";
import { replyText } from "../../src/sandbox/faults.ts";
import { uuidOf } from "../../src/sandbox/random.ts";

// Times in Unix seconds are hours after the start of a made-up day.
const daySeconds = 1_700_006_400;
const at = (hours: number): number => daySeconds + hours * 3600;
const nowSeconds = at(12);

const ids = {
  agentRole: uuidOf("role agent"),
  leadRole: uuidOf("role lead"),
  chatTeam: uuidOf("team chat"),
  voiceTeam: uuidOf("team voice"),
  emptyTeam: uuidOf("team empty"),
  delft: uuidOf("site delft"),
  osaka: uuidOf("site osaka"),
  orders: uuidOf("queue orders"),
  dutch: uuidOf("skill dutch"),
  shift: uuidOf("type shift"),
  lunch: uuidOf("type lunch"),
  ada: uuidOf("person ada"),
  bo: uuidOf("person bo"),
  cy: uuidOf("person cy"),
  dee: uuidOf("person dee"),
  adaAgent: uuidOf("agent ada"),
  boAgent: uuidOf("agent bo"),
  nobody: uuidOf("nobody"),
};

const person = (id: string, first: string, last: string, more: Partial<StoredPerson>): StoredPerson => ({
  id,
  first_name: first,
  last_name: last,
  email: `${first}@helpdesk.example`.toLowerCase(),
  roles: [ids.agentRole],
  channels: [],
  site: null,
  teams: [],
  queues: [],
  skills: [],
  deleted: false,
  ...more,
});

const people: readonly StoredPerson[] = [
  person(ids.ada, "Ada", "Young", {
    agent_id: ids.adaAgent,
    channels: ["chat", "email"],
    site: ids.delft,
    teams: [ids.chatTeam],
    queues: [ids.orders],
    skills: [ids.dutch],
    restricted_sites: [ids.osaka],
    imported_id: "hr-1",
  }),
  person(ids.bo, "bo", "Xu", { agent_id: ids.boAgent, channels: ["phone"], teams: [ids.voiceTeam] }),
  // Carries the single role of older replies, and no agent.
  person(ids.cy, "Cy", "Zander", { agent_id: "", roles: null, role: ids.leadRole, site: ids.osaka }),
  person(ids.dee, "Dee", "Walsh", { deleted: true, teams: [ids.chatTeam] }),
];

const activity = (
  key: string,
  from: number,
  to: number,
  more: Partial<StoredActivity> = {},
): StoredActivity => ({
  key,
  id: key,
  agent_id: ids.adaAgent,
  type_id: ids.shift,
  start_time: at(from),
  end_time: at(to),
  created_at: at(0),
  updated_at: at(0),
  description: null,
  ...more,
});

const group = (id: string, name: string) => ({ id, name, parent_id: null, created_at: 1, updated_at: 2 });

const startingData = (more: Partial<AssembledData> = {}): AssembledData => ({
  people,
  roles: [
    { id: ids.agentRole, name: "Agent" },
    { id: ids.leadRole, name: "Lead" },
  ],
  sites: [group(ids.delft, "Delft"), group(ids.osaka, "Osaka")],
  teams: [group(ids.chatTeam, "Chat"), group(ids.voiceTeam, "Voice"), group(ids.emptyTeam, "Empty")],
  queues: [group(ids.orders, "Orders"), group(uuidOf("queue returns"), "Returns")],
  skills: [group(ids.dutch, "Dutch"), group(uuidOf("skill greek"), "Greek")],
  activityTypes: [
    { id: ids.shift, name: "Shift", channels: ["chat"] },
    { id: ids.lunch, name: "Lunch", channels: [] },
  ],
  activities: [
    activity("morning", 9, 12),
    activity("afternoon", 13, 17, { channels: ["email"] }),
    activity("bo-day", 9, 17, { agent_id: ids.boAgent }),
    activity("draft", 9, 17, { schedule_id: "draft" }),
  ],
  ...more,
});

interface Setup extends AssembledEmulatorOptions {
  readonly data?: AssembledData;
  readonly enforceLimits?: boolean;
}

function assembled({ data = startingData(), enforceLimits = false, ...options }: Setup = {}) {
  let nowMs = nowSeconds * 1000;
  const settings: EmulatorSettings = {
    nowMs: () => nowMs,
    sleep: () => Promise.reject(new Error("nothing waits here")),
    enforceLimits,
  };
  const emulator = createAssembledEmulator(data, settings, options);
  const send = (
    method: string,
    target: string,
    { body, headers }: { body?: unknown; headers?: EmulatedRequest["headers"] } = {},
  ): Promise<Reply> =>
    emulator.handle({
      method,
      target,
      headers: { authorization: basic("sk_live_sandbox:"), ...headers },
      body: body === undefined ? "" : JSON.stringify(body),
    });
  const ok = async <Body = Record<string, unknown>>(method: string, target: string, body?: unknown) => {
    const reply = await send(method, target, { body });
    expect(reply, replyText(reply)).toMatchObject({ status: 200 });
    return reply.body as Body;
  };
  const statusOf = async (method: string, target: string, body?: unknown) =>
    (await send(method, target, { body })).status;
  const roster = async (query = "") => {
    const page = await ok<{ people: Record<string, { first_name: string }> }>("GET", `/v0/people${query}`);
    return Object.values(page.people).map((each) => each.first_name);
  };
  /** Key, start and end in hours of the day. */
  const schedule = async (query = "") => {
    const target = `/v0/activities?start_time=${at(0)}&end_time=${at(24)}${query}`;
    const { activities } = await ok<{ activities: Record<string, StoredActivity> }>("GET", target);
    return Object.entries(activities).map(([key, { start_time, end_time }]) => [
      key,
      ...hours(start_time, end_time),
    ]);
  };
  return {
    send,
    ok,
    statusOf,
    roster,
    schedule,
    journal: emulator.journal,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

const basic = (credentials: string): string => `Basic ${Buffer.from(credentials).toString("base64")}`;

const hours = (...seconds: number[]): number[] => seconds.map((each) => (each - daySeconds) / 3600);

const newPerson = (more: Record<string, unknown> = {}) => ({
  first_name: "Eve",
  last_name: "Stone",
  email: "eve@helpdesk.example",
  timezone: "Europe/Amsterdam",
  role: ids.agentRole,
  staffable: true,
  ...more,
});

const newActivity = (from: number, to: number, more: Record<string, unknown> = {}) => ({
  agent_id: ids.adaAgent,
  type_id: ids.lunch,
  start_time: at(from),
  end_time: at(to),
  ...more,
});

describe("the door", () => {
  test.each([
    ["no credentials", undefined],
    ["a bearer token", "Bearer sk_live_sandbox"],
    ["another key", basic("sk_live_other:")],
    ["a password", basic("sk_live_sandbox:secret")],
    ["the key without its colon", basic("sk_live_sandbox")],
  ])("%s is refused with 401", async (_name, authorization) => {
    const { send, journal } = assembled();
    const headers: Record<string, string> =
      authorization === undefined ? { authorization: "" } : { authorization };
    expect((await send("GET", "/v0/roles", { headers })).status).toBe(401);
    expect(journal).toMatchObject([{ path: "/v0/roles", status: 401 }]);
  });

  test("the key is an option", async () => {
    const { send, statusOf } = assembled({ apiKey: "sk_live_mine" });
    const headers = { authorization: basic("sk_live_mine:") };
    expect((await send("GET", "/v0/roles", { headers })).status).toBe(200);
    expect(await statusOf("GET", "/v0/roles")).toBe(401);
  });

  test("versions of the changelog are accepted and others refused", async () => {
    const { send } = assembled();
    const statuses = ["2024-06-04", "2024-05-22", "2019-02-22", "2024-05-23", "latest", ""].map(
      async (version) => (await send("GET", "/v0/roles", { headers: { "api-version": version } })).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 200, 200, 400, 400, 400]);
  });

  test("each answer has a request id of its own, errors too", async () => {
    const { send } = assembled();
    const replies = [await send("GET", "/v0/roles"), await send("GET", "/v0/nothing")];
    const requestIds = replies.map((reply) => reply.headers?.["request-id"]);
    expect(requestIds).toEqual([
      expect.stringMatching(/^[0-9a-f-]{36}$/),
      expect.stringMatching(/^[0-9a-f-]{36}$/),
    ]);
    expect(new Set(requestIds).size).toBe(2);
  });

  test("error bodies are JSON, plain text and nothing in turn", async () => {
    const { send } = assembled();
    const bodies: unknown[] = [];
    for (let call = 0; call < 4; call += 1) bodies.push((await send("GET", `/v0/people/${ids.nobody}`)).body);
    expect(bodies).toEqual([
      { message: "person not found" },
      "person not found",
      undefined,
      { message: "person not found" },
    ]);
  });

  test("a burst of 20 is let through, then 5 a second, errors counted like successes", async () => {
    const { statusOf, pass } = assembled({ enforceLimits: true });
    const burst = async (calls: number) => {
      const statuses: number[] = [];
      for (let call = 0; call < calls; call += 1) {
        statuses.push(await statusOf("GET", call === 0 ? `/v0/people/${ids.nobody}` : "/v0/roles"));
      }
      return statuses.filter((status) => status !== 429).length;
    };
    expect(await burst(25)).toBe(20);
    pass(1000);
    expect(await burst(10)).toBe(5);
  });

  test("no minute lets more than 300 calls through", async () => {
    const { statusOf, pass } = assembled({ enforceLimits: true });
    const refusedAtSecond: number[] = [];
    for (let second = 0; second < 60; second += 1) {
      for (let call = 0; call < (second === 0 ? 20 : 5); call += 1) {
        if ((await statusOf("GET", "/v0/roles")) === 429) refusedAtSecond.push(second);
      }
      pass(1000);
    }
    // 20 at once and 5 in each second after it would be 315.
    expect(refusedAtSecond).toEqual(Array.from({ length: 15 }, (_, call) => 57 + Math.floor(call / 5)));
    expect(await statusOf("GET", "/v0/roles")).toBe(200);
  });
});

describe("collections", () => {
  test.each([
    ["roles", [ids.agentRole, ids.leadRole]],
    ["sites", [ids.delft, ids.osaka]],
    ["teams", [ids.chatTeam, ids.voiceTeam, ids.emptyTeam]],
    ["queues", [ids.orders, uuidOf("queue returns")]],
    ["skills", [ids.dutch, uuidOf("skill greek")]],
    ["activity_types", [ids.shift, ids.lunch]],
  ])("%s come whole and keyed by id, whatever page is asked for", async (name, expected) => {
    const { ok } = assembled();
    const body = await ok<Record<string, Record<string, { id: string }>>>(
      "GET",
      `/v0/${name}?limit=1&offset=1`,
    );
    expect(Object.keys(body)).toEqual([name]);
    expect(Object.entries(body[name] ?? {}).map(([key, row]) => [key, row.id])).toEqual(
      expected.map((id) => [id, id]),
    );
  });
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
