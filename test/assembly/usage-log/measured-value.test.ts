import { expect, test } from "vitest";
import { gateway } from "../../support/gateway.ts";

const nothing = { value: null, valueUnit: null };
const readable: readonly (readonly [stored: unknown, value: number, valueUnit: string | null])[] = [
  [7, 7, null],
  ["$20", 20, "$"],
  ["7", 7, null],
  ["-3", -3, null],
  ["1e3", 1000, null],
  ["-$5.50", -5.5, "$"],
  ["€ 1,234.50", 1234.5, "€"],
  ["$1,000", 1000, "$"],
  ["US$20", 20, "US$"],
  ["20 USD", 20, "USD"],
  ["7%", 7, "%"],
  ["30 min", 30, "min"],
];
const unreadable = [
  "",
  "$",
  "none",
  "0x10",
  "12:30",
  "1,5",
  "1,234",
  "1.234,50",
  "3 of 7",
  "$20 USD",
  "1e999",
  true,
  [],
  {},
];

test("the value of a metric is its number, with the unit beside it; what holds no single number is an error of its own", async () => {
  const { execute, sandbox, calls } = gateway();
  const stored = [...readable.map(([value]) => value), ...unreadable, null];
  const data = stored.map((value, at) => ({ id: `log${at}`, type: "Metric", value }));
  sandbox.assembly.inject({
    row: "usageLogs.list",
    reply: { status: 200, body: { logs: { data, has_next_page: false } } },
  });
  const answer = await execute("{ usageLogs(first: 100) { nodes { value valueUnit } } }");
  expect(answer.data.usageLogs.nodes).toEqual([
    ...readable.map(([, value, valueUnit]) => ({ value, valueUnit })),
    ...unreadable.map(() => nothing),
    nothing,
  ]);
  expect(answer.errors.map(({ path }) => path)).toEqual(
    unreadable.map((_, at) => ["usageLogs", "nodes", readable.length + at, "value"]),
  );
  for (const { extensions, message } of answer.errors) {
    expect(extensions).toMatchObject({ code: "UPSTREAM_INVALID_RESPONSE", system: "assembly" });
    expect(message).toBe(
      "Assembly answered a value of this usage log that holds no single number; correct it there.",
    );
  }
  expect(calls()).toEqual(["assembly GET /usage"]);
});
