import { describe, expect, test } from "vitest";
import { groupId } from "../../../src/sandbox/data/ids.ts";
import { gateway, type TestGateway } from "../../support/gateway.ts";

const document = `query ($window: TimeWindow!, $channel: Channel!, $queue: ID, $first: Int, $after: String) {
  forecasts(window: $window, channel: $channel, queue: $queue, first: $first, after: $after) {
    nodes { startTime endTime channel value queue { name } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const hour = { start: "2026-03-05T14:00:00Z", end: "2026-03-05T15:00:00Z" };
const seconds = "start_time=1772719200&end_time=1772722800";
const list = "assembled GET /v0/forecasts";
const queues = "assembled GET /v0/queues";

/** A gateway whose forecasts are these rows. */
function answering(...forecasts: readonly object[]): TestGateway {
  const made = gateway();
  made.sandbox.assembled.inject({ row: "forecasts.list", reply: { status: 200, body: { forecasts } } });
  return made;
}

const orders = groupId("queue/Orders");
const row = (start_time: unknown, more: object = {}) => ({
  start_time,
  end_time: 1_772_721_000,
  channel: "chat",
  queue: orders,
  value: 42,
  ...more,
});

test("forecasts of a channel come queue by queue, by start, for one call and the queues", async () => {
  const { query, callsWithQueries } = gateway();
  const { forecasts } = await query(document, { window: hour, channel: "CHAT" });
  const names = ["Orders", "Returns", "Billing", "Devices", "Connectivity", "VIP"];
  for (const [at, start] of [hour.start, "2026-03-05T14:30:00Z"].entries()) {
    const own = forecasts.nodes.slice(at * 6, (at + 1) * 6);
    expect(own.map(({ queue }: { queue: { name: string } }) => queue.name).sort()).toEqual(names.sort());
    for (const { startTime, channel, value } of own) {
      expect([Date.parse(startTime), channel]).toEqual([Date.parse(start), "CHAT"]);
      expect(value).toBeGreaterThan(0);
    }
  }
  expect(forecasts.nodes).toHaveLength(12);
  expect(callsWithQueries()).toEqual([`${list}?${seconds}&channel=chat`, queues]);
});

test("forecasts of one queue are asked for by it", async () => {
  const { query, callsWithQueries } = gateway();
  const variables = { window: hour, channel: "CHAT", queue: `gid://assembled/Queue/${orders}` };
  const { forecasts } = await query(document, variables);
  expect(forecasts.nodes.map(({ queue }: { queue: { name: string } }) => queue.name)).toEqual([
    "Orders",
    "Orders",
  ]);
  expect(callsWithQueries()).toEqual([`${list}?${seconds}&channel=chat&queue=${orders}`, queues]);
});

test("a channel that is forecast as a whole has no queues, which are not read", async () => {
  const { query, calls } = gateway();
  const { forecasts } = await query(document, { window: hour, channel: "EMAIL" });
  expect(forecasts.nodes.map(({ queue }: { queue: unknown }) => queue)).toEqual([null, null]);
  expect(calls()).toEqual([list]);
});

test("pages walk through a window, each row once, while one read is kept", async () => {
  const { query, calls } = gateway();
  const whole = await query(document, { window: hour, channel: "CHAT" });
  const rowsFrom = async (after: string | null): Promise<unknown[]> => {
    const variables = { window: hour, channel: "CHAT", first: 5, after };
    const { nodes, pageInfo } = (await query(document, variables)).forecasts;
    return pageInfo.hasNextPage ? [...nodes, ...(await rowsFrom(pageInfo.endCursor))] : nodes;
  };
  const walked = await rowsFrom(null);
  expect(walked).toEqual(whole.forecasts.nodes);
  expect(calls()).toEqual([list, queues]);
});

test("rows outside the window are left out, and those in it are ordered", async () => {
  const made = answering(
    row(1_772_722_800, { end_time: 1_772_724_600, value: 1 }),
    row(1_772_721_000, { end_time: 1_772_722_800, value: 2 }),
    row(1_772_719_200, { end_time: 1_772_721_000, value: 3 }),
    row(1_772_717_400, { end_time: 1_772_719_200, value: 4 }),
    row(1_772_718_000, { end_time: 1_772_719_800, value: 5 }),
  );
  const { forecasts } = await made.query(document, { window: hour, channel: "CHAT" });
  expect(forecasts.nodes.map(({ value }: { value: number }) => value)).toEqual([5, 3, 2]);
  expect(made.calls()).toEqual([list, queues]);
});

test("values of any kind spoil nothing but their own field", async () => {
  const made = answering(
    row({}, { channel: "fax", queue: { id: orders } }),
    row(1_772_719_200, { queue: groupId("queue/(gone)"), value: "SECRET" }),
  );
  const { data, errors } = await made.execute(document, { window: hour, channel: "CHAT" });
  expect(data.forecasts.nodes).toMatchObject([
    { channel: "CHAT", queue: null, value: null },
    { startTime: null, channel: null, queue: { name: "Orders" }, value: 42 },
  ]);
  expect(errors.map(({ path }) => path?.slice(2))).toEqual([
    [0, "value"],
    [1, "startTime"],
  ]);
  expect(JSON.stringify(errors)).not.toContain("SECRET");
});

test.each([[{}], [{ forecasts: {} }], [{ forecasts: null }], [{ forecasts: [null] }], [{ forecasts: "a" }]])(
  "%j in place of the list is an error, and not an empty list",
  async (body) => {
    const made = gateway();
    made.sandbox.assembled.inject({ row: "forecasts.list", reply: { status: 200, body } });
    const { data, errors } = await made.execute(document, { window: hour, channel: "CHAT" });
    expect(data).toEqual({ forecasts: null });
    expect(errors).toMatchObject([
      { extensions: { code: "UPSTREAM_INVALID_RESPONSE", system: "assembled" } },
    ]);
    expect(made.calls()).toEqual([list]);
  },
);

describe("what cannot be right costs no call:", () => {
  test.each([
    [
      "a channel that is not forecast",
      { channel: "SMS" },
      /^channel is SMS; only PHONE, EMAIL, CHAT can be used/,
    ],
    ["the sixth channel", { channel: "BACK_OFFICE" }, /^channel is BACK_OFFICE/],
    ["a window the wrong way round", { window: { start: hour.end, end: hour.start } }, /window\.end/],
    [
      "a window of more than 31 days",
      { window: { start: hour.start, end: "2026-04-06T14:00:00Z" } },
      /31 days/,
    ],
    ["a page that is too large", { first: 501 }, /first is 501/],
    ["the id of another type", { queue: `gid://assembled/Team/${orders}` }, /expected the id of a Queue/],
  ])("%s", async (_, more, message) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(document, { window: hour, channel: "CHAT", ...more });
    expect(errors).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code: "BAD_USER_INPUT" } },
    ]);
    expect(calls()).toEqual([]);
  });
});
