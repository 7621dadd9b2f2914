import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { assembly } from "../../src/assembly/index.ts";
import { costsIn } from "../../src/fields/field.ts";
import { coverageOf, rowOf } from "./coverage.ts";
import { coverageText } from "./coverage-text.ts";

const textOf = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

describe("Assembly", async () => {
  const { table, rows, resolved, failed } = await coverageOf("assembly");

  test("every example is answered", () => {
    expect(failed).toEqual([]);
  });

  test("every documented endpoint is reached by a field or by a named alternative", () => {
    const unreached = table.documented.filter((documented) => {
      const row = rowOf(table, documented);
      return row === undefined ? !table.namedAlternatives[documented.id] : !rows.get(row)?.fields.size;
    });
    expect(unreached.map(({ id }) => id)).toEqual([]);
  });

  test("every row belongs to a documented endpoint, and its handler has answered", () => {
    const ours = Object.entries(table.api).flatMap(([noun, verbs]) =>
      Object.keys(verbs).map((verb) => `${noun}.${verb}`),
    );
    expect(table.documented.flatMap((documented) => rowOf(table, documented) ?? []).sort()).toEqual(
      ours.sort(),
    );
    expect([...rows.keys()].sort()).toEqual(ours);
  });

  test("every field that may reach the system has an example", () => {
    const costs = costsIn(assembly.nouns.map(({ resolvers }) => resolvers));
    expect(Object.keys(costs).filter((field) => !resolved.has(field))).toEqual([]);
  });

  test("the tests named speak of every field", () => {
    const silent = [...rows].flatMap(([row, { fields, tests }]) => {
      const text = [...tests].map((file) => textOf(`test/${file}`)).join("\n");
      const names = [...fields].map((field) => field.split(".")[1] ?? "");
      return names.every((name) => text.includes(name)) ? [] : [row];
    });
    expect(silent).toEqual([]);
  });
});

test("docs/coverage.md is what scripts/coverage.ts writes", async () => {
  expect(await coverageText()).toBe(textOf("docs/coverage.md"));
});
