import { expect, test } from "vitest";
import { testNowMs } from "../../support/clock.ts";
import { codesOf } from "../../support/errors.ts";
import { gateway } from "../../support/gateway.ts";

const dayMs = 86_400_000;
const at = (days: number) => new Date(testNowMs + days * dayMs).toISOString();
const window = { start: at(0), end: at(0.1) };

const document = `query ($window: TimeWindow!, $first: Int, $last: Int, $after: String, $before: String) {
  activities(window: $window, first: $first, last: $last, after: $after, before: $before) {
    totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor }
  }
}`;

test("activities of a window are counted, and walked from the end without another call", async () => {
  const made = gateway();
  const idsFor = async (page: object) => {
    const { activities } = await made.query(document, { window, ...page });
    return { ...activities, ids: activities.nodes.map(({ id }: { id: string }) => id) };
  };
  const all = await idsFor({});
  const { length } = made.calls();
  expect(all.totalCount).toBe(all.ids.length);
  const end = await idsFor({ last: 3 });
  expect(end.ids).toEqual(all.ids.slice(-3));
  expect(end.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
  const before = await idsFor({ last: 4, before: end.pageInfo.startCursor });
  expect(before.ids).toEqual(all.ids.slice(-7, -3));
  expect(before.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: true });
  expect(length).toBeGreaterThan(0);
  expect(made.calls()).toEqual([]);
});

test.each([
  ["as literals", "activities(window: $window, first: 500, last: 3) { nodes { id } }", {}],
  ["as variables", document.slice(document.indexOf("activities"), -2), { first: 500, last: 3 }],
  ["of too many rows", "activities(window: $window, last: 501) { nodes { id } }", {}],
])("first and last together, %s, are refused without a call", async (_, field, page) => {
  const made = gateway();
  const names = "$window: TimeWindow!, $first: Int, $last: Int, $after: String, $before: String";
  const used = field.includes("$last") ? names : "$window: TimeWindow!";
  const { data, errors } = await made.execute(`query (${used}) { ${field} }`, { window, ...page });
  expect([data, codesOf(errors)]).toEqual([undefined, ["BAD_USER_INPUT"]]);
  expect(made.calls()).toEqual([]);
});

test("a first that is null, or left out, goes with last", async () => {
  const made = gateway();
  for (const page of [{ first: null, last: 1 }, { last: 1 }]) {
    const { activities } = await made.query(document, { window, ...page });
    expect(activities.nodes).toHaveLength(1);
  }
});
