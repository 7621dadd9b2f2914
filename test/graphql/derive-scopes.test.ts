import {
  buildASTSchema,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  parse,
  Source,
} from "graphql";
import { describe, expect, test } from "vitest";
import { implies, noScopes, type RequiredScopes } from "../../src/auth/required-scopes.ts";
import { useOf } from "../../src/estimate/field-cost.ts";
import { field } from "../../src/fields/field.ts";
import { deriveScopes } from "../../src/graphql/derive-scopes.ts";
import { fullModel } from "../../src/graphql/model.ts";
import { requiredScopesOf } from "../../src/graphql/required-scopes.ts";
import { createSchema } from "../../src/graphql/schema.ts";
import { allUsers } from "../../src/web1on1/user/loaders.ts";
import { sharedSchema } from "../support/schema.ts";

const schema = sharedSchema();
const systems = fullModel.systems.map(({ name }) => name);

const objectTypes = (made: GraphQLSchema): readonly GraphQLObjectType[] =>
  Object.values(made.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith("__"),
  );

/** The scopes of `Type` or `Type.field`. */
function scopesOf(coordinate: string, made = schema): RequiredScopes | undefined {
  const [name = "", field] = coordinate.split(".");
  const type = made.getType(name);
  if (!isObjectType(type)) throw new Error(`There is no object type ${name}.`);
  const part = field === undefined ? type : type.getFields()[field];
  if (!part) throw new Error(`There is no ${coordinate}.`);
  return requiredScopesOf(part);
}

describe("every field", () => {
  const fields = objectTypes(schema).flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({ type, field, at: `${type.name}.${field.name}` })),
  );

  test("takes scopes of its own, or stands in an object that does; of Query and Mutation every one its own", () => {
    const open = fields.filter(({ field }) => implies(noScopes, requiredScopesOf(field) ?? []));
    expect(fields.filter(({ field }) => !requiredScopesOf(field))).toEqual([]);
    // A page takes the scope of its list; a client is told of itself.
    expect(open.map(({ at }) => at).sort()).toEqual([
      "Client.limits",
      "Client.name",
      "Client.scopes",
      "ClientLimits.callsPerSecond",
      "ClientLimits.filesAtOnce",
      "ClientLimits.operationsPerSecond",
      "PageInfo.endCursor",
      "PageInfo.hasNextPage",
      "PageInfo.hasPreviousPage",
      "PageInfo.startCursor",
      "Query.me",
    ]);
  });

  test("takes no less than the object that it stands in", () => {
    const looser = fields.filter(
      ({ field, type }) => !implies(requiredScopesOf(field) ?? [], requiredScopesOf(type) ?? noScopes),
    );
    expect(looser.map(({ at }) => at)).toEqual([]);
  });

  test("of Mutation takes the write scope of one system, and nothing else", () => {
    const written = fields.filter(({ type }) => type.name === "Mutation").map(({ field }) => field);
    const allowed = systems.map((system) => JSON.stringify([[`${system}:write`]]));
    expect(written.length).toBeGreaterThan(80);
    expect(written.filter((field) => !allowed.includes(JSON.stringify(requiredScopesOf(field))))).toEqual([]);
  });

  test("of Query and of objects takes no write scope; of payloads every field does", () => {
    const holdsWrite = (scopes: RequiredScopes = []) =>
      scopes.flat().some((scope) => scope.endsWith(":write"));
    const ofWrites = fields.filter(
      ({ field, type }) => type.name !== "Mutation" && holdsWrite(requiredScopesOf(field)),
    );
    const types = new Set(ofWrites.map(({ type }) => type.name));
    expect([...types].filter((name) => !name.endsWith("Payload"))).toEqual(["WritePart"]);
    const payloads = fields.filter(({ type }) => type.name.endsWith("Payload"));
    expect(payloads.filter(({ field }) => !holdsWrite(requiredScopesOf(field)))).toEqual([]);
  });

  test("that may be refused to a client that was given its object can be null", () => {
    const isRefused = ({ field, type }: (typeof fields)[number]) =>
      !implies(requiredScopesOf(type) ?? noScopes, requiredScopesOf(field) ?? []);
    const refused = fields.filter(isRefused);
    expect(refused.filter(({ field }) => String(field.type).endsWith("!")).map(({ at }) => at)).toEqual([]);
    expect(refused.map(({ at }) => at)).toContain("Account.organization");
  });
});

test.each<[string, RequiredScopes]>([
  ["Query.account", [["assembly:read"]]],
  ["Query.additionalProperties", [["assembly:read"]]],
  ["Query.node", systems.toSorted().map((system) => [`${system}:read`] as const)],
  ["Mutation.updateAccount", [["assembly:write"]]],
  ["Account", [["assembly:read"]]],
  ["Account.name", [["assembly:read"]]],
  ["AccountConnection.pageInfo", [["assembly:read"]]],
  // Defined in a file before that of its extension, and behind it.
  ["Organization", [["web1on1:read"]]],
  ["Account.organization", [["assembly:read", "web1on1:read"]]],
  ["Account.organizationLinks", [["assembly:read", "web1on1:read"]]],
  ["Organization.account", [["web1on1:read", "assembly:read"]]],
  ["User.person", [["web1on1:read", "assembled:read"]]],
  ["Account.servedBy", [["assembly:read", "assembled:read", "web1on1:read"]]],
  // Neither of its records is always there, so that any of them opens it.
  ["Customer360", [["assembly:read"], ["web1on1:read"]]],
  ["Query.customer360", [["assembly:read"], ["web1on1:read"]]],
  ["Customer360.account", [["assembly:read"]]],
  ["Customer360.organization", [["web1on1:read"]]],
  ["Customer360.linkReason", [["assembly:read", "web1on1:read"]]],
  ["Customer360.people", [["web1on1:read", "assembled:read"]]],
  ["Query.me", noScopes],
  ["UserLink", [["web1on1:read"]]],
  ["UserLink.user", [["web1on1:read"]]],
  ["UpdateAccountPayload.accountId", [["assembly:write"]]],
  ["UpdateAccountPayload.account", [["assembly:write", "assembly:read"]]],
  ["UpdateAdditionalPropertiesPayload.ownerId", [["assembly:write"]]],
  ["UpdateAdditionalPropertiesPayload.additionalProperties", [["assembly:write", "assembly:read"]]],
  ["SetRequirementsPayload.parts", [["assembled:write"]]],
  ["PageInfo", noScopes],
])("%s takes %j", (coordinate, scopes) => {
  expect(scopesOf(coordinate)).toEqual(scopes);
});

describe("a part of the SDL", () => {
  /** A schema of one file of `schema/`. */
  const schemaIn = (file: string, sdl: string): GraphQLSchema => {
    const stated =
      "scalar Scope directive @requiresScopes(scopes: [[Scope!]!]!) on OBJECT | FIELD_DEFINITION";
    const document = parse(new Source(`${stated} ${sdl}`, file));
    const made = buildASTSchema(document);
    deriveScopes(made, [document], fullModel);
    return made;
  };
  const ofAssembly = (field: string) =>
    schemaIn("assembly/pet.graphql", `type Query { pet: Pet } type Pet { name: String ${field} }`);
  const both = '@requiresScopes(scopes: [["assembly:read", "assembly:write"]])';

  test("may ask for more than follows from its place", () => {
    const made = ofAssembly(`secret: String ${both}`);
    expect(scopesOf("Pet.name", made)).toEqual([["assembly:read"]]);
    expect(scopesOf("Pet.secret", made)).toEqual([["assembly:read", "assembly:write"]]);
  });

  test.each([
    [
      "for less",
      "secret: String @requiresScopes(scopes: [[]])",
      "Pet.secret states less than the scopes that it takes.",
    ],
    [
      "for the scope of another system alone",
      'secret: String @requiresScopes(scopes: [["web1on1:read"]])',
      "Pet.secret states less than the scopes that it takes.",
    ],
    [
      "for a scope that there is not",
      'secret: String @requiresScopes(scopes: [["assembly:read", "crm:read"]])',
      "Pet.secret takes unknown scopes: crm:read.",
    ],
    [
      "for more than its object, where it is never null",
      `secret: String! ${both}`,
      "Pet.secret may be refused, so it must not be non-null.",
    ],
  ])("may not ask %s", (_, field, message) => {
    expect(() => ofAssembly(field)).toThrow(message);
  });

  test.each([
    ["a field of Query", "type Query { version: String }", "Query.version"],
    ["an object", "type Query { pet: Pet } type Pet { name: String }", "Pet"],
    [
      "a mutation",
      'type Query { a: String @requiresScopes(scopes: [["assembly:read"]]) } type Mutation { end: Boolean }',
      "Mutation.end",
    ],
  ])("is refused where nothing tells its scopes: %s", (_, sdl, name) => {
    for (const file of ["root.graphql", "joins/pet.graphql"]) {
      expect(() => schemaIn(file, sdl)).toThrow(
        `Nothing tells which scopes ${name} takes; state them by @requiresScopes.`,
      );
    }
  });

  test("of a system that extends an object of another takes the scopes of both", () => {
    const typeDefs = "extend type Account { chats: Int }";
    const extended = fullModel.systems.map((one) => (one.name === "web1on1" ? { ...one, typeDefs } : one));
    const made = createSchema({ ...fullModel, systems: extended });
    expect(scopesOf("Account.chats", made)).toEqual([["assembly:read", "web1on1:read"]]);
    expect(scopesOf("Account.name", made)).toEqual([["assembly:read"]]);
  });

  const use = { uses: [useOf(allUsers)] };
  test.each([
    ["as it is", use],
    ["by its arguments", () => use],
  ])(
    "of a join that looks through a third system takes its scope, too, where the cost is told %s",
    (_, cost) => {
      const typeDefs = "extend type Account { agent: Person }";
      const extended = fullModel.systems.map((one) =>
        one.name === "assembled" ? { ...one, typeDefs } : one,
      );
      const agent = field(cost, () => null);
      const join = { loaders: { users: allUsers }, resolvers: { Account: { agent } } };
      const made = createSchema({ systems: extended, joins: [...fullModel.joins, join] });
      expect(scopesOf("Account.agent", made)).toEqual([["assembly:read", "assembled:read", "web1on1:read"]]);
    },
  );
});
