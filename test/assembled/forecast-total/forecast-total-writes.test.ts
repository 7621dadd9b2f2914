import { describe, expect, test } from "vitest";
import { forecastTotalId } from "../../../src/sandbox/data/ids.ts";
import { settled } from "../../support/clock.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway } from "../../support/gateway.ts";
import { unknownUuid } from "../keys.ts";
import { document, input, list, orders, total, valuesOf, window, write } from "./new-totals.ts";

test("totals are created all together, in the order of the input, and seen at once", async () => {
  const made = gateway();
  expect(await valuesOf(made)).toEqual([]);
  const { createForecastTotals: created } = await made.query(
    document,
    input("REFUSE", total(24), total(0, { channel: "EMAIL", queueId: null, valueType: "MESSAGES" })),
  );
  expect(created.forecastTotals).toEqual([
    {
      id: created.forecastTotalIds[0],
      value: 124,
      valueType: "CONTACTS",
      channel: "PHONE",
      startTime: "2026-04-02T00:00:00.000Z",
      endTime: "2026-04-03T00:00:00.000Z",
    },
    expect.objectContaining({ id: created.forecastTotalIds[1], value: 100, valueType: "MESSAGES" }),
  ]);
  expect(await valuesOf(made)).toEqual([100, 124]);
  expect(made.calls()).toEqual([list, write, list]);
  expect(JSON.parse(made.sandbox.assembled.journal[1]?.body ?? "")).toEqual({
    overwrite: false,
    forecasts: [
      {
        start_time: 1_775_088_000,
        end_time: 1_775_174_400,
        channel: "phone",
        queue: orders,
        value: 124,
        value_type: "contacts",
      },
      {
        start_time: 1_775_001_600,
        end_time: 1_775_088_000,
        channel: "email",
        queue: null,
        value: 100,
        value_type: "messages",
      },
    ],
  });
});

test("a total is spread over the forecasts of its span", async () => {
  const made = gateway();
  const forecasts = async () => {
    const answer = await made.query(
      `query ($window: TimeWindow!, $queue: ID) {
        forecasts(window: $window, channel: PHONE, queue: $queue) { nodes { value } }
      }`,
      { window: window(0), queue: orders },
    );
    return answer.forecasts.nodes.reduce((sum: number, { value }: { value: number }) => sum + value, 0);
  };
  expect(await forecasts()).not.toBeCloseTo(5_000, -1);
  await made.query(document, input("REFUSE", total(0, { value: 5_000 })));
  expect(await forecasts()).toBeCloseTo(5_000, -1);
  expect(made.calls()).toEqual(["assembled GET /v0/forecasts", write, "assembled GET /v0/forecasts"]);
});

describe("an answer that is lost", () => {
  test("under REFUSE is not asked for again, and the query that comes with the error shows what was made", async () => {
    const made = gateway();
    made.sandbox.assembled.inject({
      row: "forecastTotals.create",
      times: 1,
      kind: "reset",
      afterEffect: true,
    });
    const { errors } = await made.execute(document, input("REFUSE", total(0)));
    expect(codesOf(errors)).toEqual(["UPSTREAM_OUTCOME_UNKNOWN"]);
    expect(made.calls()).toEqual([write]);
    const shown = await made.query(String(errors[0]?.extensions.reconcile), { window: window(0) });
    expect(shown.forecastTotals.nodes).toMatchObject([{ value: 100 }]);
  });

  test("under OVERWRITE is asked for again, since twice is once", async () => {
    const made = gateway();
    made.sandbox.assembled.inject({
      row: "forecastTotals.create",
      times: 1,
      kind: "reset",
      afterEffect: true,
    });
    const { createForecastTotals: created } = await made.query(document, input("OVERWRITE", total(0)));
    expect(created.forecastTotals).toMatchObject([{ value: 100 }]);
    expect(await valuesOf(made)).toEqual([100]);
    expect(made.calls()).toEqual([write, write, list]);
  });

  test.each([
    ["{}", "{}"],
    ["half an answer", '{"forecasts": [{"id":'],
  ])("to %s under OVERWRITE is found in the window", async (_, body) => {
    const made = gateway();
    made.sandbox.assembled.inject({
      row: "forecastTotals.create",
      reply: { status: 200, body },
      afterEffect: true,
    });
    const { createForecastTotals: created } = await made.query(
      document,
      input("OVERWRITE", total(24), total(0)),
    );
    expect(created.forecastTotals).toMatchObject([{ value: 124 }, { value: 100 }]);
    expect(made.calls()).toEqual([write, list]);
  });
});

test("totals that come with another end are told by their start", async () => {
  const made = gateway();
  const answered = (start_time: number, id: string) => ({
    ...{ id, start_time, end_time: start_time + 900, channel: "phone", queue: orders, value: 1 },
  });
  const [first, second] = [forecastTotalId("a"), forecastTotalId("b")];
  const forecasts = [answered(1_775_088_000, second), answered(1_775_001_600, first)];
  made.sandbox.assembled.inject({
    row: "forecastTotals.create",
    reply: { status: 200, body: { forecasts } },
  });
  const { createForecastTotals: created } = await made.query(document, input("REFUSE", total(0), total(24)));
  expect(created.forecastTotalIds).toEqual(
    [first, second].map((id) => `gid://assembled/ForecastTotal/${id}`),
  );
  expect(made.calls()).toEqual([write]);
});

test("a create that does not answer all of them says so", async () => {
  const made = gateway();
  const row = { id: unknownUuid, start_time: 1_775_001_600, end_time: 1, channel: "phone", queue: orders };
  made.sandbox.assembled.inject({
    row: "forecastTotals.create",
    reply: { status: 200, body: { forecasts: [row] } },
  });
  const { errors } = await made.execute(document, input("REFUSE", total(0), total(24)));
  expect(errors).toMatchObject([
    {
      message: expect.stringContaining("list them to see them"),
      extensions: { code: "UPSTREAM_INVALID_RESPONSE", system: "assembled" },
    },
  ]);
  expect(made.calls()).toEqual([write]);
});

describe("deleteForecastTotal", () => {
  const deletion = "mutation ($id: ID!) { deleteForecastTotal(id: $id) { deletedForecastTotalId } }";
  const id = forecastTotalId("returns today");
  const globalId = `gid://assembled/ForecastTotal/${id}`;
  const path = `assembled DELETE /v0/forecasts/totals/${id}`;

  test("takes a total away for one call, and what is read next is without it", async () => {
    const made = gateway();
    const read = `{ forecastTotal(id: "${id}") { value } }`;
    expect(await made.query(read)).toEqual({ forecastTotal: { value: 420 } });
    expect(await made.query(deletion, { id: globalId })).toEqual({
      deleteForecastTotal: { deletedForecastTotalId: globalId },
    });
    expect(await made.query(read)).toEqual({ forecastTotal: null });
    const get = `assembled GET /v0/forecasts/totals/${id}`;
    expect(made.calls()).toEqual([get, path, get]);
  });

  test("of one that does not exist is NOT_FOUND", async () => {
    const made = gateway();
    const { errors } = await made.execute(deletion, { id: unknownUuid });
    expect(codesOf(errors)).toEqual(["NOT_FOUND"]);
    expect(made.calls()).toHaveLength(1);
  });

  test("whose answer is lost is done when it is gone at the second look", async () => {
    const made = gateway();
    made.sandbox.assembled.inject({
      row: "forecastTotals.delete",
      times: 1,
      kind: "reset",
      afterEffect: true,
    });
    const answer = made.query(deletion, { id });
    await settled();
    expect(await answer).toEqual({ deleteForecastTotal: { deletedForecastTotalId: globalId } });
    expect(made.calls()).toEqual([path, path]);
  });
});

describe("what cannot be right costs no call:", () => {
  test.each([
    ["no totals", [], "forecastTotals holds nothing; it must hold one or more."],
    [
      "too many",
      Array.from({ length: 101 }, (_, at) => total(24 * at)),
      /forecastTotals holds 101; it may hold 100\.$/,
    ],
    [
      "two that overlap",
      [total(0), total(48), total(12)],
      "forecastTotals[0] and forecastTotals[2] overlap.",
    ],
    ["a value below 0", [total(0, { value: -1 })], "forecastTotals[0].value is -1; it cannot be below 0."],
    [
      "a channel that is not forecast",
      [total(0), total(24, { channel: "BACK_OFFICE" })],
      /^forecastTotals\[1\]\.channel is BACK_OFFICE/,
    ],
    [
      "a window the wrong way round",
      [total(0, { window: { start: window(5).start, end: window(1).start } })],
      /window\.end/,
    ],
    ["a window of more than a year", [total(0, { window: window(0, 24 * 367) })], /366 days/],
    [
      "the id of another type",
      [total(0, { queueId: `gid://assembled/Site/${orders}` })],
      /the id of a Queue/,
    ],
  ])("%s", async (_, forecastTotals, message) => {
    const { execute, calls } = gateway();
    const { errors } = await execute(document, input("OVERWRITE", ...forecastTotals));
    expect(errors).toMatchObject([
      {
        message: typeof message === "string" ? message : expect.stringMatching(message),
        extensions: { code: "BAD_USER_INPUT" },
      },
    ]);
    expect(calls()).toEqual([]);
  });
});
