import { expect, test } from "vitest";
import { editIdentity } from "../../../src/assembled/agent-state/edit-identity.ts";

const edit = {
  edited_agent: { name: "Ada", email: null, agent_id: "1" },
  platform: "api",
  state_external_id: "state",
  old_record: null,
  new_record: { name: "Break", start_time: 1, end_time: 2 },
  edit: { agent_platform_id: "1", platform: "api", action: "delete", data: { id: "1" } },
  is_api_edit: true,
  created_at: "2026-03-02T09:00:00Z",
} as never;

const nested = (levels: number): unknown =>
  Array.from({ length: levels }).reduce<unknown>((inner) => [inner], "deep");

test.each([
  ["platform", "phone"],
  ["new_record", { name: "Break", start_time: 1, end_time: 3 }],
  ["new_record", null],
  ["edit", { agent_platform_id: "1", platform: "api", action: "delete", data: { id: "2" } }],
  ["edited_agent", { name: "Ada", email: "", agent_id: "1" }],
])("edits that differ in %s are told apart", (name, value) => {
  expect(editIdentity(Object.assign({}, edit, { [name]: value }))).not.toBe(editIdentity(edit));
  expect(editIdentity(Object.assign({}, edit))).toBe(editIdentity(edit));
});

test("a value that is nested 100 000 deep overflows no stack", () => {
  const spoiled = Object.assign({}, edit, { platform: nested(100_000) });
  expect(editIdentity(spoiled)).not.toBe(editIdentity(edit));
});
