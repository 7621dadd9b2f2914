import { describe, expect, test } from "vitest";
import { exampleObjects, loadTabs } from "../../src/client/tabs.ts";
import { testNowMs } from "../support/clock.ts";

const tabs = loadTabs(testNowMs);
const titled = (title: string, among = tabs) => among.find((tab) => tab.title === title);

test("a mutation is a write, a query by the page is a list, and any other is a question", () => {
  expect(titled("Create contact")?.group).toBe("writes");
  expect(titled("Chat directory")?.group).toBe("lists");
  expect(titled("Account desk")?.group).toBe("questions");
  for (const { group, query } of tabs) expect(group === "writes").toBe(/^mutation /m.test(query));
});

test("the comment above an operation is told whole", () => {
  expect(titled("Account desk")?.about).toBe(
    "A support lead opens one customer: the CRM account, its contacts, its chat organisation, the agents that serve it, and when those agents work. Three systems, one request.",
  );
  expect(titled("Create contact")?.about).toBe("");
});

describe("with real systems", () => {
  const real = loadTabs(testNowMs, { isSandbox: false });

  test("the operations are the same", () => {
    expect(real.map(({ query }) => query)).toEqual(tabs.map(({ query }) => query));
  });

  test("nothing names an object of the sandbox", () => {
    for (const { query, variables } of real) {
      for (const value of Object.values(exampleObjects)) expect(query + variables).not.toContain(value);
    }
  });

  test("no write is filled in, and each names what it takes", () => {
    for (const { variables, title } of real.filter(({ group }) => group === "writes")) {
      const values = JSON.parse(variables);
      expect(Object.values(values).every((value) => value === null)).toBe(true);
      expect(Object.keys(values)).toEqual(Object.keys(JSON.parse(titled(title)?.variables ?? "")));
    }
  });

  test("windows and sizes are filled in", () => {
    expect(JSON.parse(titled("Chat directory", real)?.variables ?? "")).toEqual({ first: 100 });
    expect(JSON.parse(titled("Account desk", real)?.variables ?? "")).toEqual({
      domain: null,
      window: { start: "2026-03-04T00:00:00.000Z", end: "2026-03-05T00:00:00.000Z" },
    });
    expect(JSON.parse(titled("Refetch", real)?.variables ?? "")).toEqual({ ids: [] });
  });
});
