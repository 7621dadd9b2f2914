import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { envExample, helpText } from "../../src/config/help-text.ts";
import { settingSections } from "../../src/config/settings.ts";
import { systems } from "../../src/systems.ts";

const names = settingSections(systems).flatMap(({ settings }) => settings.map(({ name }) => name));

test(".env.example is what scripts/env-example.ts writes", () => {
  expect(readFileSync(new URL("../../.env.example", import.meta.url), "utf8")).toBe(envExample(systems));
});

test("help and .env.example have every setting once, and .env.example sets none", () => {
  for (const name of names) {
    expect(helpText(systems).split(`\n  ${name}\n`)).toHaveLength(2);
    expect(envExample(systems).split(`\n#${name}=`)).toHaveLength(2);
  }
  expect(
    envExample(systems)
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#")),
  ).toEqual([]);
});

test("help fits a terminal, and keeps a section together", () => {
  const lines = helpText(systems).split("\n");
  expect(lines.filter((line) => line.startsWith("  ") && line.length > 96)).toEqual([]);
  expect(lines.filter((line) => /^\w+:$/.test(line))).toEqual([
    "Gateway:",
    "Clients:",
    "Operations:",
    "Federation:",
    "Limits:",
    "Replicas:",
    "Observation:",
    "Assembly:",
    "Assembled:",
    "Web1on1:",
  ]);
});
