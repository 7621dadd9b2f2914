import { readFileSync } from "node:fs";
import { buildSchema, findBreakingChanges } from "graphql";
import { expect, test } from "vitest";
import { schemaText } from "../../scripts/schema-text.ts";

const committed = readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8");

test("a change of the schema that breaks clients is named", () => {
  const changes = findBreakingChanges(buildSchema(committed), buildSchema(schemaText()));
  expect(changes.map(({ description }) => description)).toEqual([]);
});

test("schema.graphql is the schema in force", () => {
  expect(committed).toBe(schemaText());
});
