import { expect, test } from "vitest";
import { requirementTypeId } from "../../../src/sandbox/data/ids.ts";
import { gateway } from "../../support/gateway.ts";
import { unknownUuid } from "../keys.ts";

const path = "assembled GET /v0/requirement_types";
const [activityTypes, queues] = ["assembled GET /v0/activity_types", "assembled GET /v0/queues"];

test("requirement types are for activity types, or for a channel and perhaps one of its queues", async () => {
  const { query, calls } = gateway();
  expect(await query("{ requirementTypes { name channel queue { name } activityTypes { name } } }")).toEqual({
    requirementTypes: [
      { name: "Chat floor", channel: "CHAT", queue: null, activityTypes: [] },
      { name: "Chat orders", channel: "CHAT", queue: { name: "Orders" }, activityTypes: [] },
      { name: "Phones", channel: "PHONE", queue: null, activityTypes: [] },
      { name: "On shift", channel: null, queue: null, activityTypes: [{ name: "Shift" }] },
      {
        name: "Learning",
        channel: null,
        queue: null,
        activityTypes: [{ name: "Training" }, { name: "Meeting" }],
      },
    ],
  });
  expect(calls().sort()).toEqual([activityTypes, queues, path].sort());
});

test.each([
  ["id", requirementTypeId("Phones")],
  ["global id", `gid://assembled/RequirementType/${requirementTypeId("Phones")}`],
])("a requirement type is found by its %s", async (_, id) => {
  const { query, calls } = gateway();
  const document = "query ($id: ID!) { requirementType(id: $id) { id sourceId name } }";
  const sourceId = requirementTypeId("Phones");
  expect(await query(document, { id })).toEqual({
    requirementType: { id: `gid://assembled/RequirementType/${sourceId}`, sourceId, name: "Phones" },
  });
  expect(await query(document, { id: unknownUuid })).toEqual({ requirementType: null });
  expect(calls()).toEqual([path]);
});

test("a type that has both, as the sample has, shows both; an unknown channel is null", async () => {
  const made = gateway();
  const id = requirementTypeId("both");
  const both = { id, name: "Both", activity_type_ids: [unknownUuid], channel: "fax", queue: "" };
  made.sandbox.assembled.inject({
    row: "requirementTypes.list",
    reply: { status: 200, body: { requirement_types: { [id]: both } } },
  });
  expect(
    await made.query("{ requirementTypes { name channel queue { name } activityTypes { name } } }"),
  ).toEqual({ requirementTypes: [{ name: "Both", channel: null, queue: null, activityTypes: [] }] });
});

test.each([`gid://assembled/Queue/${requirementTypeId("Phones")}`, "Phones", ""])(
  "a requirement type is not asked for by %o",
  async (id) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(`query ($id: ID!) { requirementType(id: $id) { name } }`, { id });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  },
);
