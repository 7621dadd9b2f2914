import { expect, test } from "vitest";
import { byId } from "../../src/lists/indexed-rows.ts";
import { oneByKey } from "../../src/loaders/one-by-key.ts";
import type { PromiseOrValue } from "../../src/loaders/promise-or-value.ts";
import { slidingWindow } from "../../src/rest/limits/windows.ts";
import { settled } from "../support/clock.ts";
import { listUpstream, point, type Row, rowCountOf, rowsUpTo } from "./list-upstream.ts";

const callsASecond = 3;

/** Operations that each want one row of a list, one after the other, while the upstream answers nothing yet. */
async function oneRowEach(keys: readonly string[], known: number | undefined) {
  const upstream = listUpstream({
    listed: rowsUpTo(20),
    archived: [{ id: "old", group: "g0" }],
    pageSize: 100,
    limits: [slidingWindow({ calls: callsASecond, windowMs: 1_000 })],
  });
  const answers: PromiseOrValue<Row | null>[] = [];
  for (const key of keys) {
    const { scope } = upstream.operation(rowCountOf(known));
    answers.push(scope.of(oneByKey(upstream.definition, byId, point)).load(key));
    await settled();
  }
  await upstream.clock.advance(5_000);
  const rows = await Promise.all(answers);
  return { ids: rows.map((row) => row?.id ?? null), asked: upstream.calls() };
}

test.each([20, undefined])(
  "who would have to wait for a read of one row shares the list with the others who wait (size: %s)",
  async (known) => {
    const keys = ["3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
    const { ids, asked } = await oneRowEach(keys, known);
    expect(ids).toEqual(keys);
    const points = asked.filter((call) => call.startsWith("point"));
    expect(asked.filter((call) => call === "page 0")).toHaveLength(1);
    // Those that could go out at once, and the first one that had to wait.
    expect(points.length).toBeLessThanOrEqual(callsASecond + 1);
  },
);

test("a row that the list does not show is read by itself all the same", async () => {
  const keys = ["3", "4", "5", "6", "7", "old", "none"];
  const { ids, asked } = await oneRowEach(keys, 20);
  expect(ids).toEqual(["3", "4", "5", "6", "7", "old", null]);
  expect(asked).toContain("page 0");
  expect(asked.slice(-2).toSorted()).toEqual(["point none", "point old"]);
});
