import { getNamedType, isObjectType } from "graphql";
import { describe, expect, test } from "vitest";
import { fullModel, resolverMapsOf } from "../../src/graphql/model.ts";
import { sharedSchema } from "../support/schema.ts";

const schema = sharedSchema();
const types = Object.values(schema.getTypeMap()).filter(isObjectType);

type Resolve = (row: unknown) => unknown;

/** The resolver of a type's id, without the checks that the schema puts around it. */
const idResolver = (type: string): Resolve | undefined =>
  resolverMapsOf(fullModel)
    .map((map) => (map as Readonly<Record<string, { readonly id?: Resolve }>>)[type]?.id)
    .find((resolve) => resolve !== undefined);

/** A row of any type, whose every value is a text that may be an id. */
const anyRow = new Proxy({}, { get: () => "0123456789abcdef01234567" });

describe("the id of an object begins with its system and its type, so that none of another type is equal", () => {
  const identified = types.filter((type) => "id" in type.getFields());

  test("there are such types", () => expect(identified.length).toBeGreaterThanOrEqual(29));

  test.each(identified.map((type) => [type.name, type.getFields().id] as const))("%s", (name, id) => {
    expect(String(id?.type)).toBe("ID!");
    expect(idResolver(name)?.(anyRow)).toMatch(new RegExp(`^gid://[a-z0-9]+/${name}/[^/]+$`));
  });
});

describe("what a mutation answers has no id of its own, which Relay would take for that of the object in it", () => {
  const payloads = Object.values(schema.getMutationType()?.getFields() ?? {}).map(
    ({ name, type }) => [name, getNamedType(type)] as const,
  );

  test("there are mutations", () => expect(payloads.length).toBeGreaterThan(90));

  test.each(payloads)("%s", (_, payload) => {
    expect(isObjectType(payload) && Object.keys(payload.getFields())).not.toContain("id");
    expect(isObjectType(payload) && payload.getInterfaces()).toEqual([]);
  });
});
