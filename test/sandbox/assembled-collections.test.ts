import { describe, expect, test } from "vitest";
import { uuidOf } from "../../src/sandbox/random.ts";
import { ids } from "../support/assembled-data.ts";
import { assembled } from "../support/assembled-emulator.ts";

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
