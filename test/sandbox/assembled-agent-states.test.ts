import { describe, expect, test } from "vitest";
import type { AgentStateJson } from "../../src/assembled/agent-state/endpoints.ts";
import { uuidOf } from "../../src/sandbox/random.ts";
import { at, ids, nowSeconds } from "../support/assembled-data.ts";
import { emulatorOfStates, window } from "./emulator-of-states.ts";

describe("the list of states", () => {
  test("shows whose each state is, and one that runs until now", async () => {
    const { list, pass } = emulatorOfStates();
    expect((await list(`${window(10, 12)}&agent_id=${ids.adaAgent}`))[0]).toEqual({
      agent_id: ids.adaAgent,
      agent_name: "Ada Young",
      agent_email: "ada@helpdesk.example",
      agent_platform_id: "ada-1",
      platform: "zendesk",
      state: "online",
      start_time: at(9),
      end_time: nowSeconds,
      ticket_id: "",
      ticket_status: "",
      modified_at: at(9),
      external_id: uuidOf("state online 9"),
    });
    pass(60_000);
    expect((await list(`${window(10, 12)}&agent_id=${ids.adaAgent}`))[0]?.end_time).toBe(nowSeconds + 60);
    expect((await list(window(11, 12))).find(({ state }) => state === "away")).toMatchObject({
      agent_id: null,
      agent_name: "",
      agent_email: "",
    });
  });

  test.each([
    [window(8, 9), ["offline", "online"]],
    [window(10, 11), ["online", "online", "talking"]],
    [window(12, 24), []],
    [`${window(0, 24)}&platforms=zendesk_talk`, ["talking"]],
    [`${window(0, 24)}&platforms=zendesk_talk&platforms=api`, ["talking"]],
    [`${window(10, 11)}&agent_id=${ids.boAgent}`, ["online"]],
    [`${window(10, 11)}&agent_id=${ids.nobody}`, []],
    [`${window(10, 11)}&team=${ids.voiceTeam}`, ["online"]],
    [`${window(10, 11)}&team=${ids.emptyTeam}`, []],
    [`${window(10, 11)}&channel=email`, ["online", "talking"]],
    [`${window(10, 11)}&site=${ids.delft}`, ["online", "talking"]],
    [`${window(10, 11)}&queue=${ids.orders}&skill=${ids.dutch}`, ["online", "talking"]],
    [`${window(10, 11)}&queue=${ids.orders}&team=${ids.voiceTeam}`, []],
    [`${window(10, 11)}&agents[]=${ids.boAgent}`, ["online", "online", "talking"]],
  ])("for %s has what overlaps and matches, by start", async (query, expected) => {
    expect((await emulatorOfStates().list(query)).map(({ state }) => state)).toEqual(expected);
  });

  test("comes in pages of 20 unless told otherwise, and tells the total", async () => {
    const { ok } = emulatorOfStates();
    const page = async (query: string) => {
      const { agent_states, ...rest } = await ok<{ agent_states: AgentStateJson[] }>(
        "GET",
        `/v0/agents/state?${window(0, 24)}${query}`,
      );
      return { count: agent_states.length, ...rest };
    };
    expect(await page("")).toEqual({ count: 5, limit: 20, offset: 0, total: 5 });
    expect(await page("&limit=2&offset=4")).toEqual({ count: 1, limit: 2, offset: 4, total: 5 });
    expect(await page("&limit=9999")).toMatchObject({ limit: 500 });
  });

  test("shows what lies ahead only once its time has come", async () => {
    const { shown, pass } = emulatorOfStates();
    const query = `${window(12, 24)}&platforms=zendesk_chat`;
    expect(await shown(query)).toEqual([]);
    pass(1.5 * 3_600_000);
    expect(await shown(query)).toEqual([["later", 13, 13.5]]);
    pass(2 * 3_600_000);
    expect(await shown(query)).toEqual([["later", 13, 14]]);
  });

  test.each([
    ["an agent together with a team", `${window(0, 1)}&agent_id=${ids.adaAgent}&team=${ids.chatTeam}`],
    ["an agent together with a channel", `${window(0, 1)}&agent_id=${ids.adaAgent}&channel=chat`],
    ["a team that does not exist", `${window(0, 1)}&team=${ids.nobody}`],
    ["a queue that does not exist", `${window(0, 1)}&queue=${ids.nobody}`],
    ["a site that does not exist", `${window(0, 1)}&site=${ids.nobody}`],
    ["a skill that does not exist", `${window(0, 1)}&skill=${ids.nobody}`],
    ["a channel that it does not know", `${window(0, 1)}&channel=back_office`],
    ["no start", `end_time=${at(1)}`],
    ["a window the wrong way round", window(1, 0)],
  ])("is refused for %s", async (_, query) => {
    const { statusOf } = emulatorOfStates();
    expect(await statusOf("GET", `/v0/agents/state?${query}`)).toBe(400);
    const condensed = `/v0/agents/state/condensed_timeline?priority_order=zendesk&${query}`;
    expect(await statusOf("GET", condensed)).toBe(400);
  });
});

describe("the condensed timeline", () => {
  test("has one state of an agent at each moment", async () => {
    const { condensed } = emulatorOfStates();
    const query = `${window(9, 24)}&agent_id=${ids.adaAgent}`;
    expect(await condensed(`${query}&priority_order=zendesk_talk,zendesk`)).toEqual([
      ["online", 9, 10],
      ["talking", 10, 10.5],
      ["online", 10.5, 12],
    ]);
    expect(await condensed(`${query}&priority_order=zendesk,zendesk_talk`)).toEqual([["online", 9, 12]]);
    // Neither has a place, so that the smaller name wins.
    expect(await condensed(`${query}&priority_order=api`)).toEqual([["online", 9, 12]]);
  });

  test("cuts by what lies outside of the window, too", async () => {
    const { condensed } = emulatorOfStates();
    const query = `${window(11, 12)}&agent_id=${ids.adaAgent}&priority_order=zendesk_talk`;
    expect(await condensed(query)).toEqual([["online", 10.5, 12]]);
  });

  test("is not cut by what has only begun, where that has a lower priority", async () => {
    const { ok, condensed } = emulatorOfStates();
    const state = { agent_platform_id: "ada-1", time: at(12), state: "busy" };
    await ok("POST", "/v0/agents/state", state);
    const query = `${window(11, 13)}&agent_id=${ids.adaAgent}`;
    expect(await condensed(`${query}&priority_order=zendesk,api`)).toEqual([["online", 9, 12]]);
    expect(await condensed(`${query}&priority_order=api,zendesk`)).toEqual([
      ["online", 9, 12],
      ["busy", 12, 12],
    ]);
  });

  test("needs an order of priority", async () => {
    const { statusOf, send } = emulatorOfStates();
    const path = "/v0/agents/state/condensed_timeline";
    const { status, body } = await send("GET", `${path}?${window(0, 1)}`);
    expect([status, body]).toEqual([400, { message: "Missing required field priority_order" }]);
    expect(await statusOf("GET", `${path}?${window(0, 1)}&priority_order=`)).toBe(400);
  });
});

describe("a posted state", () => {
  const post = (time: number, state?: string) => ({
    agent_platform_id: "ada-1",
    time: at(time),
    ...(state !== undefined && { state }),
  });
  const api = `${window(0, 24)}&platforms=api`;

  test("holds until the next one, and ends without one that begins", async () => {
    const { ok, shown } = emulatorOfStates();
    await ok("POST", "/v0/agents/state", post(8, "available"));
    expect(await shown(api)).toEqual([["available", 8, 12]]);
    await ok("POST", "/v0/agents/state", post(9, "busy"));
    await ok("POST", "/v0/agents/state", post(10));
    expect(await shown(api)).toEqual([
      ["available", 8, 9],
      ["busy", 9, 10],
    ]);
  });

  test("that comes late holds until the one that was posted before it", async () => {
    const { ok, shown } = emulatorOfStates();
    await ok("POST", "/v0/agents/state", post(10, "busy"));
    await ok("POST", "/v0/agents/state", post(9, "available"));
    await ok("POST", "/v0/agents/state", post(10, "away"));
    expect(await shown(api)).toEqual([
      ["available", 9, 10],
      ["away", 10, 12],
    ]);
  });

  test.each([
    ["no platform id", { agent_platform_id: "" }],
    ["a number for the platform id", { agent_platform_id: 7 }],
    ["no time", { time: undefined }],
    ["an ISO time", { time: "2026-03-04T00:00:00Z" }],
    ["a state that is no text", { state: 7 }],
  ])("is refused with %s", async (_, fields) => {
    const { statusOf, shown } = emulatorOfStates();
    expect(await statusOf("POST", "/v0/agents/state", { ...post(9, "busy"), ...fields })).toBe(400);
    expect(await shown(api)).toEqual([]);
  });
});

describe("an association", () => {
  const path = "/v0/agents/associations";

  test("gives old states to the agent, and moves them when it is made again", async () => {
    const { ok, list } = emulatorOfStates();
    const agents = async () => (await list(window(11, 12))).map(({ agent_id }) => agent_id);
    expect(await agents()).toEqual([ids.boAgent, ids.adaAgent, null]);
    await ok("POST", path, { agent_platform_id: "stray-1", agent_id: ids.boAgent });
    await ok("POST", path, { agent_platform_id: "bo-1", agent_id: ids.adaAgent });
    expect(await agents()).toEqual([ids.adaAgent, ids.adaAgent, ids.boAgent]);
  });

  test.each([
    ["an agent who does not exist", { agent_id: ids.nobody }],
    ["a person's id", { agent_id: ids.ada }],
    ["no platform id", { agent_platform_id: undefined }],
  ])("is refused with %s", async (_, fields) => {
    const body = { agent_platform_id: "stray-1", agent_id: ids.boAgent, ...fields };
    expect(await emulatorOfStates().statusOf("POST", path, body)).toBe(400);
  });
});

test("a person who is removed for good takes their states along", async () => {
  const { ok, shown } = emulatorOfStates();
  await ok("DELETE", `/v0/people/${ids.bo}?hard=true`);
  expect(await shown(`${window(8, 9)}`)).toEqual([["offline", 0, 9]]);
});
