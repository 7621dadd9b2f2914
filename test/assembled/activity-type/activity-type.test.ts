import { expect, test } from "vitest";
import { activityTypeId } from "../../../src/sandbox/data/ids.ts";
import { testNowMs } from "../../support/clock.ts";
import { gateway } from "../../support/gateway.ts";
import { createSandboxData } from "../../support/sandbox-data.ts";

const { activityTypes } = createSandboxData(testNowMs).assembled;
const call = "assembled GET /v0/activity_types";
const fields = `id sourceId name shortName importedId importId value channels productive timeOff timeOffUnit
  backgroundColor fontColor`;

test("activity types come in the upstream's order for one call, in the words of the schema", async () => {
  const { query, callsWithQueries } = gateway();
  const answer = await query(`{ activityTypes { ${fields} } }`);
  expect(answer.activityTypes).toEqual(
    activityTypes.map((row) => ({
      id: `gid://assembled/ActivityType/${row.id}`,
      sourceId: row.id,
      name: row.name,
      shortName: row.short_name,
      importedId: row.import_id,
      importId: row.import_id,
      value: row.value,
      channels: row.channels?.map((channel) => channel.toUpperCase()),
      productive: row.productive,
      timeOff: row.timeoff,
      timeOffUnit: row.timeoff_unit?.toUpperCase() ?? null,
      backgroundColor: row.background_color,
      fontColor: row.font_color,
    })),
  );
  const units = answer.activityTypes.map(({ timeOffUnit }: { timeOffUnit: string | null }) => timeOffUnit);
  expect(new Set(units)).toEqual(new Set([null, "DAYS", "HOURS"]));
  expect(callsWithQueries()).toEqual([call]);
});

test.each([
  ["id", activityTypeId("lunch")],
  ["global id", `gid://assembled/ActivityType/${activityTypeId("lunch")}`],
])("an activity type is found by its %s", async (_, id) => {
  const { query, calls } = gateway();
  const document = "query ($id: ID!) { activityType(id: $id) { name } }";
  expect(await query(document, { id })).toEqual({ activityType: { name: "Lunch" } });
  expect(calls()).toEqual([call]);
});

test("an activity type is a node", async () => {
  const { query, calls } = gateway();
  const id = `gid://assembled/ActivityType/${activityTypeId("meeting")}`;
  expect(await query("query ($id: ID!) { node(id: $id) { __typename id } }", { id })).toEqual({
    node: { __typename: "ActivityType", id },
  });
  expect(calls()).toEqual([call]);
});

test("an activity type that does not exist is null", async () => {
  const { query, calls } = gateway();
  const document = "query ($id: ID!) { activityType(id: $id) { name } }";
  expect(await query(document, { id: activityTypeId("(gone)") })).toEqual({ activityType: null });
  expect(calls()).toEqual([call]);
});

test("what the upstream leaves out or has new words for is null or left out", async () => {
  const { query, calls, sandbox } = gateway();
  const id = activityTypeId("shift");
  const row = { id, name: "Shift", channels: ["chat", "fax"], timeoff_unit: "weeks" };
  const body = { activity_types: { [id]: row } };
  sandbox.assembled.inject({ row: "activityTypes.list", reply: { status: 200, body } });
  expect(await query(`{ activityTypes { ${fields} } }`)).toEqual({
    activityTypes: [
      {
        id: `gid://assembled/ActivityType/${id}`,
        sourceId: id,
        name: "Shift",
        shortName: null,
        importedId: null,
        importId: null,
        value: null,
        channels: ["CHAT"],
        productive: null,
        timeOff: null,
        timeOffUnit: null,
        backgroundColor: null,
        fontColor: null,
      },
    ],
  });
  expect(calls()).toEqual([call]);
});

test("empty texts that stand for nothing are null, and are no news to the operator", async () => {
  const { query, calls, sandbox, logLines } = gateway();
  const id = activityTypeId("shift");
  const body = { activity_types: { [id]: { id, name: "Shift", import_id: "", timeoff_unit: "" } } };
  sandbox.assembled.inject({ row: "activityTypes.list", reply: { status: 200, body } });
  expect(await query("{ activityTypes { importedId importId timeOffUnit } }")).toEqual({
    activityTypes: [{ importedId: null, importId: null, timeOffUnit: null }],
  });
  expect(logLines).toEqual([]);
  expect(calls()).toEqual([call]);
});

test.each([`gid://assembled/Role/${activityTypeId("lunch")}`, "lunch", ".."])(
  "an activity type is not asked for by %o",
  async (id) => {
    const { execute, calls } = gateway();
    const { errors } = await execute("query ($id: ID!) { activityType(id: $id) { name } }", { id });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    expect(calls()).toEqual([]);
  },
);
