import { buildSchema, isInputObjectType, isObjectType } from "graphql";
import { describe, expect, test } from "vitest";
import { examplePackages } from "../support/example-packages.ts";
import { schemaOf } from "../support/schema.ts";
import { billingSdl } from "./billing.ts";
import { compose } from "./router.ts";
import { models, sdlOf } from "./subgraph.ts";

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])';

/** A subgraph that gives any object of the graph by its global id, as Relay has it. */
const relay = `${link}
interface Node { id: ID! }
type Parcel implements Node @key(fields: "id") { id: ID! weight: Float }
type Query { node(id: ID!): Node nodes(ids: [ID!]!): [Node] }`;

/** A subgraph whose types have names that ours have, and other fields. */
const company = `${link}
type User @key(fields: "login") { login: ID! displayName: Int }
type Role { name: Boolean }
type PageInfo { next: String }
enum SortDirection { ASC DESC }
type Query { members(sort: SortDirection): [User!] offices: [Role] page: PageInfo }`;

/** A subgraph that asks for and writes people under the names that ours has for it. */
const ofCompany = `${link}
type User @key(fields: "login") { login: ID! }
type Query { me: User user(login: ID!): User users: [User!] }
type Mutation { createUser(login: ID!): User }`;

const pages = `${link}
type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
type Query { parcels: PageInfo }`;

describe("the subgraph composes", { timeout: 60_000 }, () => {
  test.for<[string, keyof typeof models, Readonly<Record<string, string>>]>([
    ["alone", "plain", {}],
    [
      "with a billing system that extends Account by id and domain, Person by email",
      "plain",
      { billing: billingSdl(["id", "domain"]) },
    ],
    ["with one that knows domains alone", "plain", { billing: billingSdl() }],
    ["with a subgraph that has pages, too", "plain", { pages }],
    ["with the node field of another subgraph, where it keeps its own to itself", "withoutNode", { relay }],
    ["with types of the same names, where its own have a prefix", "prefixed", { company, relay }],
    [
      "with fields of the same names, where its own have a prefix, node included",
      "allPrefixed",
      { company, relay, ofCompany },
    ],
  ])("%s", ([, model, others], { skip }) => {
    const examples = examplePackages(skip);
    const { errors, publicSdl } = compose(examples, { tributary: sdlOf(model), ...others });
    expect(errors).toEqual([]);
    const composed = buildSchema(publicSdl);
    const own = schemaOf(models[model]);
    const described = Object.values(own.getTypeMap()).filter(
      ({ description, name }) => description && !name.startsWith("_"),
    );
    expect(described.length).toBeGreaterThan(300);
    const inputs = Object.values(own.getTypeMap()).filter((type) => isInputObjectType(type) && type.isOneOf);
    expect(inputs.length).toBeGreaterThan(10);
    for (const type of inputs) expect(composed.getType(type.name)).toMatchObject({ isOneOf: true });
    for (const { description, name } of described) {
      expect(composed.getType(name)?.description).toContain(description);
    }
    const fields = (schema: typeof composed) =>
      Object.values(schema.getTypeMap())
        .filter((type) => isObjectType(type) || isInputObjectType(type))
        // Roots belong to all subgraphs, and may have lost a field to another.
        .filter(({ name }) => !/^(_|Query$|Mutation$)/.test(name))
        .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));
    for (const { field, type } of fields(own)) {
      const shown = composed.getType(type.name);
      const fieldOfGraph =
        isObjectType(shown) || isInputObjectType(shown) ? shown.getFields()[field.name] : undefined;
      expect([type.name, field.name, fieldOfGraph?.description ?? ""]).toEqual([
        type.name,
        field.name,
        expect.stringContaining(field.description ?? ""),
      ]);
    }
  });

  test.for<[string, keyof typeof models, string, string]>([
    ["the node field of another", "plain", relay, 'Non-shareable field "Query.node"'],
    ["types of the same names", "withoutNode", company, "Role.name"],
    ["fields of the same names", "prefixed", ofCompany, 'Non-shareable field "Query.me"'],
  ])("not with %s, for which there is a setting", ([, model, other, message], { skip }) => {
    const { errors } = compose(examplePackages(skip), { tributary: sdlOf(model), other });
    expect(errors.join("\n")).toContain(message);
  });
});

test("node and nodes are left out under the names that they have with a prefix, too", () => {
  const query = buildSchema(sdlOf("prefixedWithoutNode"), { assumeValidSDL: true }).getQueryType();
  const names = Object.keys(query?.getFields() ?? {});
  expect(names).toContain("supportMe");
  expect(names.filter((name) => /nodes?$/i.test(name))).toEqual([]);
});

test("an organization has no key domain: the look-up by it takes the host of its website, which the field is not", () => {
  const [, keys = ""] = /^type Organization implements Node (.*) \{$/m.exec(sdlOf("plain")) ?? [];
  expect(keys).toBe('@key(fields: "id") @key(fields: "sourceId")');
});

test("the SDL has all that clients see, less what is for routers and for the gateway itself", () => {
  const own = schemaOf(undefined);
  // Tools of GraphQL of 2021 read it, which know no @oneOf.
  const printed = buildSchema(sdlOf("plain"), { assumeValidSDL: true });
  const names = (schema: typeof own) =>
    Object.values(schema.getTypeMap())
      .filter(({ name }) => !name.startsWith("__"))
      .flatMap((type) =>
        isObjectType(type)
          ? Object.keys(type.getFields()).map((name) => `${type.name}.${name}`)
          : [type.name],
      );
  expect(names(printed).sort()).toEqual(names(own).sort());
  expect(sdlOf("plain")).toContain("directive @oneOf on INPUT_OBJECT");
  expect(sdlOf("plain")).not.toContain("@requiresScopes");
  expect(names(buildSchema(sdlOf("withoutNode"), { assumeValidSDL: true })).sort()).toEqual(
    names(own)
      .filter((name) => !["Query.node", "Query.nodes"].includes(name))
      .sort(),
  );
});
