import { describe, expect, test } from "vitest";
import { createCosts } from "../../graphiql/src/costs.ts";
import { costLine, type ExplainedCall, type Explanation, inTime } from "../../graphiql/src/explanation.ts";
import { planRows } from "../../graphiql/src/plan.ts";
import { timeline } from "../../graphiql/src/timeline.ts";

const systems = [
  { name: "assembly", title: "Assembly" },
  { name: "assembled", title: "Assembled" },
  { name: "web1on1", title: "Web1on1" },
];
const explanation: Explanation = {
  calls: [],
  totals: { assembly: { requests: 1 }, assembled: { requests: 2 }, web1on1: { requests: 2 } },
  budgetLeft: { assembly: 26, assembled: 18.9, web1on1: 17 },
  oldestDataMs: 3_000,
};
const call: ExplainedCall = {
  system: "assembly",
  endpoint: "GET /accounts/{domain}",
  answeredBy: "network",
  attempts: 1,
  startMs: 0,
  durationMs: 100,
  budgetWaitMs: 0,
  ageMs: 0,
};

describe("the line of costs", () => {
  test("tells calls by system, time, the age of data and what is left of the limits", () => {
    expect(costLine(explanation, systems, 187.4)).toBe(
      "5 calls · Assembly 1 · Assembled 2 · Web1on1 2 · 187 ms · oldest data 3 s · left 26/18/17",
    );
  });

  test("leaves out systems that were not called, and limits of those that may not be told of", () => {
    const one = { ...explanation, totals: { assembly: { requests: 1 } }, budgetLeft: { assembly: 29 } };
    expect(costLine(one, systems, 12)).toBe("1 call · Assembly 1 · 12 ms · oldest data 3 s · left 29");
    const none = { ...explanation, totals: {}, budgetLeft: {}, oldestDataMs: 0 };
    expect(costLine(none, systems, 1)).toBe("0 calls · 1 ms · oldest data 0 ms");
  });

  test.each([
    [999.4, "999 ms"],
    [1_000, "1 s"],
    [1_740, "1.7 s"],
    [37_200, "37 s"],
    [180_000, "3 min"],
  ])("%d is %s", (ms, text) => {
    expect(inTime(ms)).toBe(text);
  });
});

describe("the timeline", () => {
  test("has a bar for each call, from its start to its end, and the part in which it waited for the limit", () => {
    const later = { ...call, startMs: 100, durationMs: 300, budgetWaitMs: 75, path: ["account", "contacts"] };
    const rows = timeline([{ ...call, path: ["account"] }, later]);
    expect(rows).toMatchObject([
      { path: "account", startPercent: 0, widthPercent: 25, waitPercent: 0 },
      { path: "account.contacts", startPercent: 25, widthPercent: 75, waitPercent: 25 },
    ]);
  });

  test("names a path without places in lists, and none for a call before any field", () => {
    const nested = { ...call, path: ["users", "nodes", 0, "person"] };
    expect(timeline([nested, call]).map(({ path }) => path)).toEqual(["users.nodes.person", ""]);
  });

  test("puts equal answers that were kept into one row, and never two calls that were sent", () => {
    const kept = { ...call, answeredBy: "fresh", attempts: 0 } as const;
    expect(timeline([kept, call, kept, call]).map(({ count }) => count)).toEqual([2, 1, 1]);
    expect(new Set(timeline([call, call]).map(({ key }) => key)).size).toBe(2);
  });

  test("is bounded", () => {
    expect(timeline(Array.from({ length: 900 }, () => call))).toHaveLength(200);
  });
});

test("a plan has a row for each system that it tells of and the sum, with bounds in words", () => {
  const once = { calls: { least: 1, most: 1 }, expectedWaitMs: { least: 0, most: 0 } };
  const rows = planRows(
    {
      assembly: once,
      web1on1: { calls: { least: 0, most: null }, expectedWaitMs: { least: 0, most: null } },
      total: { calls: { least: 1, most: 6 }, expectedWaitMs: { least: 0, most: 1_500 } },
    },
    systems,
  );
  expect(rows).toEqual([
    { title: "Assembly", calls: "1", wait: "0 ms" },
    { title: "Web1on1", calls: "0 or more", wait: "0 ms or more" },
    { title: "All", calls: "1 to 6", wait: "0 ms to 1.5 s" },
  ]);
});

test("costs are those of one query; its plan stands beside its last cost until it is run or closed", () => {
  const costs = createCosts();
  const plan = { refused: "There is no such field." };
  const cost = { explanation, tookMs: 1 };
  let told = 0;
  const end = costs.subscribe(() => {
    told += 1;
  });
  costs.ran("{ a }", cost);
  costs.planned("{ a }", plan);
  expect([costs.of("{ a }"), costs.of("{ b }")]).toEqual([{ cost, plan }, {}]);
  expect(costs.of("{ a }")).toBe(costs.of("{ a }"));
  costs.closed("{ a }");
  expect(costs.of("{ a }")).toEqual({ cost });
  costs.planned("{ a }", plan);
  costs.ran("{ a }", undefined);
  expect(costs.of("{ a }")).toEqual({});
  end();
  costs.ran("{ a }", cost);
  expect(told).toBe(5);
});

test("costs of the last 50 queries are known, and no others", () => {
  const costs = createCosts();
  const cost = { explanation, tookMs: 1 };
  costs.ran("{ first }", cost);
  for (let at = 0; at < 50; at += 1) {
    if (at === 40) costs.planned("{ q0 }", { refused: "No." });
    costs.ran(`{ q${at} }`, cost);
  }
  costs.ran("{ last }", cost);
  expect(["{ first }", "{ q0 }", "{ q1 }", "{ q2 }", "{ last }"].map((query) => costs.of(query))).toEqual([
    {},
    { cost, plan: { refused: "No." } },
    {},
    { cost },
    { cost },
  ]);
});
