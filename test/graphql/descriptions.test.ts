import { readdirSync, readFileSync } from "node:fs";
import {
  type GraphQLArgument,
  type GraphQLInputField,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  parse,
  visit,
} from "graphql";
import { describe, expect, test } from "vitest";
import { schemaText } from "../../scripts/schema-text.ts";
import { gateway } from "../support/gateway.ts";
import { sharedSchema } from "../support/schema.ts";

const folder = new URL("../../schema/", import.meta.url);
const documents = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".graphql"))
  .map((file) => parse(readFileSync(new URL(file, folder), "utf8")));

const types = Object.values(sharedSchema().getTypeMap()).filter((type) => !isIntrospectionType(type));

/** Every argument and every field of an input, by its coordinate. */
const inputs: readonly [string, GraphQLArgument | GraphQLInputField][] = types.flatMap((type) => {
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field] as const);
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) =>
    field.args.map((argument) => [`${type.name}.${field.name}(${argument.name}:)`, argument] as const),
  );
}) as never;
const inputAt = new Map(inputs);

/** Names of what has no sentence, or one that is none. */
const undescribed = (
  parts: readonly (readonly [string, { readonly description?: string | null | undefined }])[],
) => parts.filter(([, { description }]) => !/^[A-Z`#].*[.`]$/s.test(description ?? "")).map(([name]) => name);

test("every argument and every field of an input is described", () => {
  expect(inputs.length).toBeGreaterThan(900);
  expect(undescribed(inputs)).toEqual([]);
});

test("every value of an enum is described", () => {
  const values = types
    .filter(isEnumType)
    .flatMap((type) => type.getValues().map((value) => [`${type.name}.${value.name}`, value] as const));
  expect(values.length).toBeGreaterThan(150);
  expect(undescribed(values)).toEqual([]);
});

test("the SDL leaves default and cap to what is enforced", () => {
  const byHand: string[] = [];
  let seen = 0;
  for (const document of documents) {
    visit(document, {
      InputValueDefinition({ description, name }) {
        seen += 1;
        if (/\bat most \d/i.test(description?.value ?? "")) byHand.push(name.value);
      },
    });
  }
  expect(seen).toBeGreaterThan(900);
  // Of files, whose sizes and number no type tells.
  expect(byHand.sort()).toEqual(["file", "file", "files", "images"]);
});

test("the printed schema has the caps of inputs that the SDL describes", () => {
  expect(schemaText()).toMatch(
    /in any order, without case and accents\. At most\s+255\s+characters and 10 words\./,
  );
});

test("every default is told", () => {
  const silent = inputs.filter(
    ([, { defaultValue, description }]) =>
      defaultValue !== undefined && !description?.includes(" unless given"),
  );
  expect(silent.map(([name]) => name)).toEqual([]);
  expect(inputAt.get("Query.people(first:)")?.description).toBe(
    "Rows of the page. 20 unless given, at most 100.",
  );
  expect(inputAt.get("UsersSort.direction")?.description).toContain("`ASCENDING` unless given.");
});

describe("a cap is told as it is enforced:", () => {
  const window = (days: number) => ({
    start: "2026-01-01T00:00:00Z",
    end: new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString(),
  });
  const id = (count: number) => Array.from({ length: count }, () => "gid://assembled/Team/1");
  test.each<[string, string, (beyond: number) => Readonly<Record<string, unknown>>]>([
    [
      "Query.people(first:)",
      "query ($first: Int) { people(first: $first) { nodes { id } } }",
      (first) => ({ first }),
    ],
    [
      "Query.activities(first:)",
      `query ($first: Int, $window: TimeWindow!) { activities(window: $window, first: $first) { nodes { id } } }`,
      (first) => ({ first, window: window(1) }),
    ],
    [
      "Query.activities(window:)",
      "query ($window: TimeWindow!) { activities(window: $window, first: 1) { nodes { id } } }",
      (days) => ({ window: window(days) }),
    ],
    [
      "Query.requirements(window:)",
      "query ($window: TimeWindow!) { requirements(window: $window, first: 1) { nodes { startTime } } }",
      (days) => ({ window: window(days) }),
    ],
    [
      "Query.nodes(ids:)",
      "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
      (count) => ({ ids: id(count) }),
    ],
    [
      "Mutation.deleteTeams(ids:)",
      "mutation ($ids: [ID!]!) { deleteTeams(ids: $ids) { deletedTeamIds } }",
      (count) => ({ ids: id(count) }),
    ],
    [
      "UserSettingsInput.notifications",
      'mutation ($list: [String!]) { updateUser(id: "5c9a2ae9c2b7dc0001f3a0b1", input: { settings: { notifications: $list } }) { userId } }',
      (count) => ({ list: Array.from({ length: count }, () => "chat") }),
    ],
    [
      "CreateActivityInput.window",
      'mutation ($window: TimeWindow!) { createActivity(input: { person: { email: "ann@acme.example" }, typeId: "1", window: $window, onConflict: ALLOW }) { activityId } }',
      (days) => ({ window: window(days) }),
    ],
  ])("%s", async (coordinate, document, variables) => {
    const { execute, calls } = gateway();
    const [, cap = ""] = /at most (\d+)/i.exec(inputAt.get(coordinate)?.description ?? "") ?? [];
    expect(Number(cap)).toBeGreaterThan(0);
    const { errors } = await execute(document, variables(Number(cap) + 1));
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
    expect(errors[0]?.message).toMatch(new RegExp(`(to|hold|than) ${cap}\\b`));
    expect(calls()).toEqual([]);
  });
});

test("every scalar names its specification, which introspection tells", async () => {
  const scalars = types.filter((type) => isScalarType(type) && !isSpecifiedScalarType(type));
  const { query, calls } = gateway();
  const { __schema } = await query("{ __schema { types { name specifiedByURL } } }");
  const urls = new Map<string, string | null>(
    __schema.types.map((type: { name: string; specifiedByURL: string | null }) => [
      type.name,
      type.specifiedByURL,
    ]),
  );
  const silent = scalars.filter(({ name }) => !urls.get(name)?.startsWith("https://"));
  expect(scalars.length).toBeGreaterThan(8);
  expect(silent.map(({ name }) => name)).toEqual([]);
  expect(calls()).toEqual([]);
});
