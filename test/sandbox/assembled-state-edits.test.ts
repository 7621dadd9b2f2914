import { describe, expect, test } from "vitest";
import type { AgentStateEditJson } from "../../src/assembled/agent-state/endpoints.ts";
import { uuidOf } from "../../src/sandbox/random.ts";
import { at, ids, nowSeconds } from "../support/assembled-data.ts";
import { emulatorOfStates, window } from "./emulator-of-states.ts";

describe("edits", () => {
  const path = "/v0/agents/state/edit";
  const edit = (action: string, fields: object) => ({
    agent_platform_id: "ada-1",
    platform: "zendesk",
    action,
    data: fields,
  });
  const span = (state: string, from: number, to: number) => ({
    state,
    start_time: at(from),
    end_time: at(to),
  });
  const history = async ({ ok }: ReturnType<typeof emulatorOfStates>, query = window(0, 24)) =>
    (await ok("GET", `/v0/agents/state/edit/history?${query}`)) as unknown as AgentStateEditJson[];

  test("insert, update and delete in one call, and stand in the history", async () => {
    const made = emulatorOfStates();
    const online = uuidOf("state online 9");
    const edits = [
      edit("insert", span("training", 2, 3)),
      edit("update", { id: online, ...span("available", 9, 11) }),
      edit("delete", { id: uuidOf("state offline 0") }),
    ];
    await made.ok("POST", path, { edits });
    expect(await made.shown(`${window(0, 24)}&agent_id=${ids.adaAgent}&platforms=zendesk`)).toEqual([
      ["training", 2, 3],
      ["available", 9, 11],
    ]);
    const made3 = await history(made);
    expect(made3.map(({ edit: each, is_api_edit }) => [each?.action, is_api_edit])).toEqual([
      ["insert", true],
      ["update", true],
      ["delete", true],
    ]);
    expect(made3.map(({ old_record, new_record }) => [old_record?.state, new_record?.state])).toEqual([
      [undefined, "training"],
      ["online", "available"],
      ["offline", undefined],
    ]);
    expect(made3[1]).toEqual({
      edited_agent: { name: "Ada Young", email: "ada@helpdesk.example", agent_id: ids.adaAgent },
      platform: "zendesk",
      state_external_id: online,
      old_record: expect.objectContaining({ is_current: true, start_unix: at(9), end_unix: nowSeconds }),
      new_record: expect.objectContaining({ is_current: false, start_unix: at(9), end_unix: at(11) }),
      edit: edits[1],
      is_api_edit: true,
      created_at: new Date(nowSeconds * 1000).toISOString(),
    });
    expect([await history(made, window(0, 12)), await history(made, window(13, 24))]).toEqual([[], []]);
  });

  test.each([
    ["no state to insert", edit("insert", { start_time: at(1), end_time: at(2) })],
    ["no end", edit("insert", { state: "busy", start_time: at(1) })],
    ["an end before the start", edit("insert", span("busy", 2, 1))],
    ["no id to delete", edit("delete", {})],
    ["an id that does not exist", edit("delete", { id: ids.nobody })],
    ["another action", edit("upsert", span("busy", 1, 2))],
    ["no platform", { ...edit("insert", span("busy", 1, 2)), platform: "" }],
    ["a platform id that is a number", { ...edit("insert", span("busy", 1, 2)), agent_platform_id: 7 }],
  ])("with %s among them change nothing", async (_, wrong) => {
    const made = emulatorOfStates();
    const edits = [edit("insert", span("training", 2, 3)), wrong];
    expect(await made.statusOf("POST", path, { edits })).toBe(400);
    expect([await history(made), await made.shown(`${window(2, 3)}&platforms=zendesk`)]).toEqual([
      [],
      [["offline", 0, 9]],
    ]);
  });

  test("of what an edit before them took away change nothing", async () => {
    const made = emulatorOfStates();
    const gone = edit("delete", { id: uuidOf("state offline 0") });
    expect(await made.statusOf("POST", path, { edits: [gone, gone] })).toBe(400);
    expect(await history(made)).toEqual([]);
  });
});
