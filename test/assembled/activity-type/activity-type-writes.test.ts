import { describe, expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";
import { lastBody } from "../../support/journal.ts";
import { unknownUuid } from "../keys.ts";

const path = "/v0/activity_types";
const create = `mutation ($input: CreateActivityTypeInput!) {
  createActivityType(input: $input) {
    activityTypeId
    activityType { id name shortName importedId channels productive timeOff timeOffUnit backgroundColor fontColor }
  }
}`;
const remove = "mutation ($id: ID!) { deleteActivityType(id: $id) { deletedActivityTypeId } }";

describe("creating an activity type", () => {
  test("sends what was given in the upstream's words, and answers the type with no call more", async () => {
    const made = gateway();
    const input = {
      name: "Coaching",
      channels: ["CHAT", "BACK_OFFICE", "CHAT"],
      shortName: "C",
      productive: true,
      timeOff: false,
      backgroundColor: "#0af",
      fontColor: "#FFFFFF",
      importedId: "wfm-9",
    };
    const { createActivityType } = await made.query(create, { input });
    const { activityTypeId, activityType } = createActivityType;
    expect(activityType).toEqual({
      ...input,
      id: activityTypeId,
      channels: ["CHAT", "BACK_OFFICE"],
      timeOffUnit: null,
      backgroundColor: "#00aaff",
    });
    expect(lastBody(made)).toEqual({
      name: "Coaching",
      channels: ["chat", "back_office"],
      short_name: "C",
      productive: true,
      timeoff: false,
      background_color: "#00aaff",
      font_color: "#FFFFFF",
      import_id: "wfm-9",
    });
    expect(made.calls()).toEqual([`assembled POST ${path}`]);
  });

  test.each([{}, { channels: null, shortName: null, productive: null, importedId: null, fontColor: null }])(
    "always sends channels, and nothing that is left out: %j",
    async (left) => {
      const made = gateway();
      await made.query(create, { input: { name: "Walk", ...left } });
      expect(lastBody(made)).toEqual({ name: "Walk", channels: [] });
      expect(made.calls()).toHaveLength(1);
    },
  );

  test("of time off sends its unit", async () => {
    const made = gateway();
    const { createActivityType } = await made.query(create, {
      input: { name: "Leave", timeOff: true, timeOffUnit: "DAYS" },
    });
    expect(createActivityType.activityType).toMatchObject({ timeOff: true, timeOffUnit: "DAYS" });
    expect(lastBody(made)).toEqual({ name: "Leave", channels: [], timeoff: true, timeoff_unit: "days" });
    expect(made.calls()).toHaveLength(1);
  });

  test.each([
    [
      "both productive and time off",
      { productive: true, timeOff: true, channels: ["CHAT"], timeOffUnit: "DAYS" },
    ],
    ["a productive one without channels", { productive: true }],
    ["time off without a unit", { timeOff: true }],
    ["a unit of what is no time off", { timeOffUnit: "HOURS" }],
    ["a blank name", { name: "\t" }],
    ["a blank short name", { shortName: "" }],
    ["a blank import id", { importedId: " " }],
    ["a background that is no hex code", { backgroundColor: "red" }],
    ["a font colour that is no hex code", { fontColor: "" }],
  ])("is refused for %s, without a call", async (_, given) => {
    const { execute, calls } = gateway();
    const { data, errors } = await execute(create, { input: { name: "New", ...given } });
    expect(data).toEqual({ createActivityType: null });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    expect(calls()).toEqual([]);
  });

  test("is never sent twice, and a query shows whether it happened", async () => {
    const { execute, query, calls, sandbox } = gateway();
    sandbox.assembled.inject({ row: "activityTypes.create", times: 1, kind: "reset", afterEffect: true });
    const { errors } = await execute(create, { input: { name: "Lost", importedId: "wfm-1" } });
    expect(errors).toMatchObject([{ extensions: { code: "UPSTREAM_OUTCOME_UNKNOWN", attempts: 1 } }]);
    const shown = await query(String(errors[0]?.extensions.reconcile));
    expect(shown.activityTypes).toContainEqual({ id: expect.any(String), name: "Lost", importedId: "wfm-1" });
    expect(calls()).toEqual([`assembled POST ${path}`, `assembled GET ${path}`]);
  });

  test("shows in the list that was read before", async () => {
    const { query, calls } = gateway();
    await query("{ activityTypes { name } }");
    await query(create, { input: { name: "New" } });
    calls();
    const { activityTypes } = await query("{ activityTypes { name } }");
    expect(activityTypes).toContainEqual({ name: "New" });
    expect(calls()).toEqual([`assembled GET ${path}`]);
  });
});

describe("deleting an activity type", () => {
  const id = showcase.shiftTypeId;
  const gid = `gid://assembled/ActivityType/${id}`;

  test.each([id, gid])(
    "by %s takes one call, and its activities have no type from then on",
    async (given) => {
      const { query, calls } = gateway();
      const window = `{ start: "2026-03-04T00:00:00Z", end: "2026-03-05T00:00:00Z" }`;
      const types = `{ activities(window: ${window}, filter: { agents: ["${showcase.person.agentId}"] }) { nodes { type { id } } } }`;
      const before = await query(types);
      expect(before.activities.nodes).toContainEqual({ type: { id: gid } });
      calls();
      expect(await query(remove, { id: given })).toEqual({
        deleteActivityType: { deletedActivityTypeId: gid },
      });
      expect(calls()).toEqual([`assembled DELETE ${path}/${id}`]);
      const after = await query(types);
      expect(after.activities.nodes).toHaveLength(before.activities.nodes.length);
      expect(after.activities.nodes).not.toContainEqual({ type: { id: gid } });
    },
  );

  test("that does not exist is NOT_FOUND", async () => {
    const { execute, calls } = gateway();
    const { errors } = await execute(remove, { id: unknownUuid });
    expect(errors).toMatchObject([{ extensions: { code: "NOT_FOUND", status: 404 } }]);
    expect(calls()).toEqual([`assembled DELETE ${path}/${unknownUuid}`]);
  });

  test("by what is no id of one is refused without a call", async () => {
    const { execute, calls } = gateway();
    const { errors } = await execute(remove, { id: `gid://assembled/Role/${id}` });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    expect(calls()).toEqual([]);
  });
});
