import { describe, expect, test } from "vitest";
import { groupId } from "../../../src/sandbox/data/ids.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway } from "../../support/gateway.ts";
import { document, input, list, total, valuesOf, window, write } from "./new-totals.ts";

describe("a total in the way", () => {
  test.each([
    ["with the same span", "REFUSE", total(0)],
    ["with another span", "REFUSE", total(12)],
    ["with another span", "OVERWRITE", total(12)],
  ])("%s refuses all new ones under %s, and its id is told", async (_, policy, other) => {
    const made = gateway();
    const first = await made.query(document, input("REFUSE", total(0)));
    const id = first.createForecastTotals.forecastTotalIds[0].split("/").at(-1);
    made.calls();
    // Its words are not documented, and may be none.
    for (let time = 0; time < 3; time += 1) {
      const { data, errors } = await made.execute(document, input(policy, other, total(48)));
      expect(data).toEqual({ createForecastTotals: null });
      expect(errors).toMatchObject([
        {
          message: `Forecast totals overlap: ${id}. Nothing was written.`,
          extensions: { code: "CONFLICT", system: "assembled", retryable: false },
        },
      ]);
    }
    expect(made.calls()).toEqual([write, list, write, list, write, list]);
    expect(await valuesOf(made)).toEqual([100]);
  });

  test("with the same span is replaced under OVERWRITE, by a total with an id of its own", async () => {
    const made = gateway();
    const before = await made.query(document, input("REFUSE", total(0)));
    const after = await made.query(document, input("OVERWRITE", total(0, { value: 7 })));
    expect(after.createForecastTotals.forecastTotalIds).not.toEqual(
      before.createForecastTotals.forecastTotalIds,
    );
    expect(await valuesOf(made)).toEqual([7]);
    expect(made.calls()).toEqual([write, write, list]);
  });

  test("is none of another channel, queue or unit", async () => {
    const made = gateway();
    await made.query(document, input("REFUSE", total(0)));
    const others = [{ channel: "CHAT" }, { queueId: null }, { valueType: "REOPENED" }];
    await made.query(document, input("REFUSE", ...others.map((more) => total(6, more))));
    expect(await valuesOf(made)).toHaveLength(4);
    expect(made.calls()).toEqual([write, write, list]);
  });

  test.each([409, 422])("that is refused with %i is told in the same words", async (status) => {
    const made = gateway();
    await made.query(document, input("REFUSE", total(0)));
    made.sandbox.assembled.inject({ row: "forecastTotals.create", reply: { status } });
    const { errors } = await made.execute(document, input("REFUSE", total(0)));
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Forecast totals overlap: [\da-f-]{36}\./),
    ]);
    expect(codesOf(errors)).toEqual(["CONFLICT"]);
    expect(made.calls()).toEqual([write, write, list]);
  });
});

test.each([
  ["a queue that is gone is refused", total(0, { queueId: groupId("queue/(gone)") })],
  [
    "a total shorter than an interval is refused",
    total(0, { window: { start: window(0).start, end: "2026-04-01T00:15:00Z" } }),
  ],
])("%s as it came, since nothing is in the way", async (_, wrong) => {
  const made = gateway();
  const { errors } = await made.execute(document, input("REFUSE", wrong));
  expect(codesOf(errors)).toEqual(["UPSTREAM_REJECTED"]);
  expect(made.calls()).toEqual([write, list]);
});

test("a total that would be replaced is not in the way of what is refused for another reason", async () => {
  const made = gateway();
  await made.query(document, input("REFUSE", total(0)));
  made.calls();
  const wrong = total(24, { queueId: groupId("queue/(gone)") });
  const { errors } = await made.execute(document, input("OVERWRITE", total(0), wrong));
  expect(codesOf(errors)).toEqual(["UPSTREAM_REJECTED"]);
  expect(made.calls()).toEqual([write, list]);
});

test("a refusal stays as it came when totals cannot be read", async () => {
  const made = gateway();
  made.sandbox.assembled.inject({ row: "forecastTotals.create", reply: { status: 400 } });
  made.sandbox.assembled.inject({ row: "forecastTotals.list", reply: { status: 403 } });
  const { errors } = await made.execute(document, input("REFUSE", total(0)));
  expect(errors).toMatchObject([{ extensions: { code: "UPSTREAM_REJECTED", status: 400 } }]);
  expect(made.calls()).toEqual([write, list]);
});
