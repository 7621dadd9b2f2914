import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from "graphql";
import { expect, test } from "vitest";
import { fullModel, resolverMapsOf } from "../../src/graphql/model.ts";
import { createSchema } from "../../src/graphql/schema.ts";
import { gateway } from "../support/gateway.ts";

const ownTypes = (schema: GraphQLSchema): GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );

const resolverMaps = resolverMapsOf(fullModel);
const built = createSchema();

const roots = [built.getQueryType(), built.getMutationType()].filter(isObjectType);

test.each<[string, (typeof resolverMaps)[number]]>([
  ["a field that is not there", { Query: { nobody: () => null } }],
  ["a field of a type, misspelt", { User: { displayname: () => null } }],
  ["a type that is not there", { Nobody: { name: () => null } }],
  ["an enum value that is not there", { Locale: { EN: "en", NL: "nl", DE: "de", FR: "fr", IT: "it" } }],
])("a resolver for %s is an error", (_, resolvers) => {
  expect(() => createSchema(fullModel, [...resolverMaps, resolvers])).toThrow(
    /defined in resolvers, but not/,
  );
});

test("every root field has a resolver of its own", () => {
  const defined = resolverMaps.flatMap((map) =>
    ["Query", "Mutation"].flatMap((root) =>
      Object.keys((map as Readonly<Record<string, object>>)[root] ?? {}).map((field) => `${root}.${field}`),
    ),
  );
  const fields = roots.flatMap((root) =>
    Object.keys(root.getFields()).map((field) => `${root.name}.${field}`),
  );
  expect(fields.filter((field) => !defined.includes(field))).toEqual([]);
});

test("types are described, in one sentence or a few", () => {
  for (const { description, name } of ownTypes(built)) expect(description, name).toMatch(/^[A-Z].*[.`]$/s);
});

test("root fields with arguments are described", () => {
  const fields = roots.flatMap((root) => Object.values(root.getFields()));
  const undescribed = fields.filter(({ args, description }) => args.length > 0 && !description);
  expect(undescribed.map(({ name }) => name)).toEqual([]);
});

test("scalars keep what the SDL says of them", async () => {
  const { query, calls } = gateway();
  const { __schema } = await query("{ __schema { types { kind name description } } }");
  const scalars = __schema.types.filter(({ kind }: { kind: string }) => kind === "SCALAR");
  expect(scalars.length).toBeGreaterThan(10);
  for (const { name, description } of scalars) expect(description, name).toBeTruthy();
  expect(calls()).toEqual([]);
});

const outputs = (schema: GraphQLSchema): GraphQLObjectType[] =>
  ownTypes(schema).filter((type) => isObjectType(type) || isInterfaceType(type)) as GraphQLObjectType[];

test("root fields and the fields of payloads are nullable, but for ids and how far a write has come", () => {
  const required = [...roots, ...outputs(built).filter(({ name }) => name.endsWith("Payload"))].flatMap(
    (type) =>
      Object.values(type.getFields())
        .filter((field) => String(field.type).endsWith("!"))
        .map(({ name }) => `${type.name}.${name}`),
  );
  const isMeant = /Payload\.(id|ids|sourceSpecificId|\w+Ids?|complete|appliedCount)$/;
  expect(required.filter((field) => !isMeant.test(field))).toEqual([]);
});

test("scalars of the schema are the ones that are implemented", () => {
  const names = ownTypes(built)
    .filter(isScalarType)
    .map(({ name }) => name);
  expect(names.sort()).toEqual([
    "CountryCode",
    "Date",
    "DateTime",
    "EmailAddress",
    "JSONObject",
    "Port",
    "Scope",
    "TimeZone",
    "URL",
    "Upload",
  ]);
});
