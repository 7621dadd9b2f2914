import { readFileSync } from "node:fs";
import { buildSchema, isObjectType } from "graphql";
import { expect, test } from "vitest";
import { neverNull } from "../../src/fields/never-null.ts";
import { fullModel, resolverMapsOf } from "../../src/graphql/model.ts";
import { createSchema } from "../../src/graphql/schema.ts";
import { sharedSchema } from "../support/schema.ts";

const file = buildSchema(readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8"));

/** The fields of a type that `schema.graphql` says are null only beside an error. */
function markedIn(name: string): string[] {
  const type = file.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no type of objects.`);
  return Object.values(type.getFields())
    .filter(({ astNode }) => astNode?.directives?.some((one) => one.name.value === "semanticNonNull"))
    .map((field) => field.name)
    .sort();
}

test("schema.graphql tells which fields are null only beside an error", () => {
  expect(markedIn("Contact")).toEqual(["tags", "userLinks"]);
  const never = ["teams", "people", "viewer", "organizations", "me", "customer360"];
  expect(markedIn("Query")).toEqual(expect.arrayContaining(never));
  expect(markedIn("Person")).toContain("onShift");
  expect(markedIn("Person")).not.toContain("currentActivity");
  // There may be no such object, whose lists are not there, either.
  for (const name of ["account", "node", "usageLogs", "contacts"])
    expect(markedIn("Query")).not.toContain(name);
  expect(markedIn("Account")).not.toContain("contacts");
});

test("every mutation answers or fails", () => {
  expect(markedIn("Mutation")).toEqual(Object.keys(file.getMutationType()?.getFields() ?? {}).sort());
});

test("an object in a payload may not be there, one of a bulk write is", () => {
  expect(markedIn("CreateAccountPayload")).toEqual([]);
  expect(markedIn("CreatePeoplePayload")).toEqual(["people"]);
});

test("a field that is marked keeps the scopes that it shows", () => {
  const field = sharedSchema().getQueryType()?.getFields().teams;
  expect(field?.extensions.directives).toEqual({
    requiresScopes: { scopes: [["assembled:read"]] },
    semanticNonNull: {},
  });
});

test("the mark follows from the resolver", () => {
  const maps = [...resolverMapsOf(fullModel), { Label: { description: neverNull(() => ({})) } }];
  const made = createSchema(fullModel, maps as never).getType("Label");
  if (!isObjectType(made)) throw new Error("There are no labels.");
  expect(made.getFields().description?.extensions.directives).toEqual({ semanticNonNull: {} });
  expect(made.getFields().name?.extensions.directives).toBeUndefined();
});
