import { describe, expect, test } from "vitest";
import { forecastTotalId, groupId } from "../../../src/sandbox/data/ids.ts";
import { gateway } from "../../support/gateway.ts";
import { unknownUuid } from "../keys.ts";

const path = "assembled GET /v0/forecasts/totals";
const queues = "assembled GET /v0/queues";
const totals = `query ($window: TimeWindow!, $channel: Channel, $queue: ID, $valueType: ForecastValueType) {
  forecastTotals(window: $window, channel: $channel, queue: $queue, valueType: $valueType) { nodes { sourceId value } }
}`;
const id = forecastTotalId("returns today");
const day = (number: number, days = 1) => ({
  start: new Date(Date.UTC(2026, 2, 4 + number)).toISOString(),
  end: new Date(Date.UTC(2026, 2, 4 + number + days)).toISOString(),
});
const names = ["returns today", "VIP this week", "orders by phone", "e-mail next week", "lost queue"];
const nameOf = ({ sourceId }: { sourceId: string }) =>
  names.find((name) => forecastTotalId(name) === sourceId);

test("a total is found by its id, which the answer has in a list of one", async () => {
  const { query, calls } = gateway();
  const document = `query ($id: ID!) {
    forecastTotal(id: $id) { id sourceId startTime endTime channel value valueType queue { name } }
  }`;
  expect(await query(document, { id: `gid://assembled/ForecastTotal/${id}` })).toEqual({
    forecastTotal: {
      id: `gid://assembled/ForecastTotal/${id}`,
      sourceId: id,
      startTime: "2026-03-04T00:00:00.000Z",
      endTime: "2026-03-05T00:00:00.000Z",
      channel: "CHAT",
      value: 420,
      valueType: "CONTACTS",
      queue: { name: "Returns" },
    },
  });
  expect(calls()).toEqual([`${path}/${id}`, queues]);
  expect(await query(document, { id: unknownUuid })).toEqual({ forecastTotal: null });
  expect(calls()).toEqual([`${path}/${unknownUuid}`]);
});

test.each([[{ forecasts: [] }], [{ forecasts: [{}] }], [{ forecasts: [null] }], [{}]])(
  "%j in place of a total is an error, and not its absence",
  async (body) => {
    const made = gateway();
    made.sandbox.assembled.inject({ row: "forecastTotals.get", reply: { status: 200, body } });
    const { data, errors } = await made.execute(`{ forecastTotal(id: "${id}") { value } }`);
    expect(data).toEqual({ forecastTotal: null });
    expect(errors).toMatchObject([{ extensions: { code: "UPSTREAM_INVALID_RESPONSE" } }]);
    expect(made.calls()).toEqual([`${path}/${id}`]);
  },
);

test.each([
  ["of a day", { window: day(0) }, ["VIP this week", "lost queue", "returns today"], ""],
  ["that only touch a window are not in it", { window: day(4, 3) }, [], ""],
  ["of a channel", { window: day(0, 9), channel: "PHONE" }, ["orders by phone"], "&channel=phone"],
  [
    "of a queue",
    { window: day(0), queue: groupId("queue/Returns") },
    ["returns today"],
    `&queue=${groupId("queue/Returns")}`,
  ],
  ["of a unit", { window: day(0, 9), valueType: "COMBINED" }, ["e-mail next week"], "&value_type=combined"],
])("totals %s are one call", async (_, variables, expected, filter) => {
  const { query, callsWithQueries } = gateway();
  const { forecastTotals } = await query(totals, variables);
  expect(forecastTotals.nodes.map(nameOf).sort()).toEqual(expected);
  const [start, end] = [variables.window.start, variables.window.end].map((time) => Date.parse(time) / 1000);
  expect(callsWithQueries()).toEqual([`${path}?start_time=${start}&end_time=${end}${filter}`]);
});

test("a total without a unit counts contacts, and one of a queue that is gone has none", async () => {
  const { query } = gateway();
  const { forecastTotals } = await query(
    `query ($window: TimeWindow!) { forecastTotals(window: $window, channel: CHAT) { nodes { sourceId valueType queue { name } } } }`,
    { window: day(0) },
  );
  const rows = forecastTotals.nodes.map((row: { sourceId: string }) => ({ ...row, sourceId: nameOf(row) }));
  expect(rows).toContainEqual({ sourceId: "VIP this week", valueType: "CONTACTS", queue: { name: "VIP" } });
  expect(rows).toContainEqual({ sourceId: "lost queue", valueType: "CONTACTS", queue: null });
});

describe("what cannot be right costs no call:", () => {
  test.each([
    ["a channel that is not forecast", { channel: "SOCIAL" }, /^channel is SOCIAL; only PHONE, EMAIL, CHAT/],
    ["a window of more than 31 days", { window: day(0, 32) }, /31 days/],
    ["an empty window", { window: day(0, 0) }, /window\.end/],
    ["a name for an id", { queue: "Orders" }, /is no Queue id/],
  ])("%s", async (_, more, message) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(totals, { window: day(0), ...more });
    expect(errors).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code: "BAD_USER_INPUT" } },
    ]);
    expect(calls()).toEqual([]);
  });
});
