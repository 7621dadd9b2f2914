import { getNamedType, isObjectType } from "graphql";
import { describe, expect, test } from "vitest";
import { createClient } from "../../src/auth/client.ts";
import { readScope, writeScope } from "../../src/auth/scopes.ts";
import { entitiesIn } from "../../src/graphql/model.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import type { TestGateway } from "../support/gateway.ts";
import { nodeExamples } from "../support/noun-examples.ts";
import { schemaOf } from "../support/schema.ts";
import { entities, models, subgraphGateway } from "./subgraph.ts";

const shown = (type: string) => `... on ${type} { id sourceId }`;
const gid = ({ system, type }: { readonly system: string; readonly type: string }, id: string) =>
  `gid://${system}/${type}/${id}`;

/** Types whose objects take the id of a parent, too. */
const ofParents = ["Category", "FormField"];

describe.each(nodeExamples)("$type", (one) => {
  const knownId = ({ sandbox }: TestGateway): string =>
    [...one.listed(sandbox.data), ...(one.unlisted?.(sandbox.data) ?? [])].at(-1) ?? "";

  test("is found by each of its ids, as a node is", async () => {
    const made = subgraphGateway();
    const id = gid(one, knownId(made));
    const { node } = await made.query(
      `query ($id: ID!) { node(id: $id) { __typename ${shown(one.type)} } }`,
      { id },
    );
    expect(node.id).toBe(id);
    const named = ofParents.includes(one.type) ? [{ id }] : [{ id }, { sourceId: node.sourceId }];
    const data = await made.query(entities(shown(one.type)), {
      representations: named.map((key) => ({ __typename: one.type, ...key })),
    });
    expect(data._entities).toEqual(named.map(() => node));
  });

  test("is null where none has the id", async () => {
    const { query } = subgraphGateway();
    const representations = [{ __typename: one.type, id: gid(one, one.unknownId) }];
    expect(await query(entities(""), { representations })).toEqual({ _entities: [null] });
  });
});

test("every key is a field of its type, of the scalar by which it is read", () => {
  const schema = schemaOf(models.plain);
  const keys = [...(entitiesIn(models.plain)?.values() ?? [])].flatMap(({ keys, name }) =>
    [...keys].map(([key, scalar]) => ({ key, name, scalar })),
  );
  expect(keys.length).toBeGreaterThan(45);
  for (const { key, name, scalar } of keys) {
    const type = schema.getType(name);
    const field = isObjectType(type) ? type.getFields()[key] : undefined;
    expect([name, key, field && getNamedType(field.type).name]).toEqual([name, key, scalar.name]);
  }
});

test("objects of several systems are found by the keys that other subgraphs know, in one read of each list", async () => {
  const made = subgraphGateway();
  const { accounts, contacts } = made.sandbox.data.assembly;
  const { people } = made.sandbox.data.assembled;
  const person = people.find(({ agent_id, deleted }) => agent_id && !deleted);
  const user = made.sandbox.data.web1on1.users.find(({ email }) => email);
  const selections =
    "... on Account { domain } ... on Contact { email } ... on Person { agentId } ... on User { mail: email }";
  const { _entities } = await made.query(entities(selections), {
    representations: [
      { __typename: "Account", domain: accounts[3]?.domain },
      { __typename: "Person", agentId: person?.agent_id },
      { __typename: "Contact", email: contacts[0]?.domain },
      { __typename: "User", email: user?.email },
      { __typename: "Person", email: person?.email },
    ],
  });
  expect(_entities).toEqual([
    { __typename: "Account", domain: accounts[3]?.domain },
    { __typename: "Person", agentId: person?.agent_id },
    { __typename: "Contact", email: contacts[0]?.domain },
    { __typename: "User", mail: user?.email },
    { __typename: "Person", agentId: person?.agent_id },
  ]);
  expect(made.calls().filter((call) => call.includes("people"))).toEqual(["assembled GET /v0/people"]);
});

describe("among good representations", () => {
  const { accountId, domain } = { ...showcase.account, domain: "acme.example" };
  const good = { __typename: "Account", domain };
  const tooLong = `gid://assembly/Account/${"a".repeat(5_000)}`;
  test.each<[string, unknown, string]>([
    ["a malformed id", { __typename: "Account", id: "gid://assembly/Account/%zz" }, "is not a global id"],
    ["an endless one", { __typename: "Account", id: tooLong }, "global id"],
    [
      "one of another type",
      { __typename: "Account", id: `gid://web1on1/User/${accountId}` },
      "expected the id of",
    ],
    [
      "a key of another form",
      { __typename: "Account", domain: ["acme.example"] },
      "The key domain of a representation of Account must be a text.",
    ],
    ["what is no domain", { __typename: "Account", domain: "not a domain" }, "is no domain"],
    ["what is no address", { __typename: "Person", email: "nobody" }, "is not an e-mail address"],
    [
      "a type without keys",
      { __typename: "PageInfo", hasNextPage: true },
      '"PageInfo" is no type that has keys',
    ],
    [
      "a type of another subgraph",
      { __typename: "Invoice", number: "1" },
      '"Invoice" is no type that has keys',
    ],
    ["a type that is none", { __typename: "__proto__" }, "is no type that has keys"],
    ["no type", { domain }, "without __typename"],
    ["no key", { __typename: "Account", name: "Acme" }, "holds no key of Account: id, sourceId, domain."],
    [
      "the source id of a child",
      { __typename: "Category", sourceId: "0".repeat(24) },
      "no key of Category: id.",
    ],
    ["a text", "Account", "without __typename"],
    ["a list", [good], "without __typename"],
  ])("%s fails its own place alone, and costs nothing", async (_, bad, message) => {
    const made = subgraphGateway();
    const { data, errors } = await made.execute(entities("... on Account { domain }"), {
      representations: [good, bad, good],
    });
    expect(data._entities).toEqual([good, null, good]);
    expect(errors).toMatchObject([{ path: ["_entities", 1], extensions: { code: "BAD_USER_INPUT" } }]);
    expect(errors[0]?.message).toContain(message);
    expect(errors[0]?.message.length).toBeLessThan(400);
    expect(made.calls().every((call) => call.startsWith("assembly GET /accounts"))).toBe(true);
  });

  test("one whose keys have no value names nothing", async () => {
    const made = subgraphGateway();
    const representations = [
      { __typename: "Person", email: null, agentId: null },
      { __typename: "Account", sourceId: null, domain },
    ];
    const data = await made.query(entities("... on Account { domain }"), { representations });
    expect(data._entities).toEqual([null, good]);
  });

  test("a system that fails takes the places of its own objects", async () => {
    const made = subgraphGateway();
    made.sandbox.assembled.inject({ row: "*", reply: { status: 403 } });
    const representations = [{ __typename: "Person", email: "sanne.devries@helpdesk.example" }, good];
    const { data, errors } = await made.execute(entities("... on Account { domain }"), { representations });
    expect(data._entities).toEqual([null, good]);
    expect(errors).toMatchObject([
      { path: ["_entities", 0], extensions: { code: "FORBIDDEN", system: "assembled" } },
    ]);
  });
});

describe("scopes", () => {
  const representations = [
    { __typename: "Account", domain: "acme.example" },
    { __typename: "Person", email: "sanne.devries@helpdesk.example" },
  ];
  const ask = async (scopes: Parameters<typeof createClient>[1]) => {
    const made = subgraphGateway({ client: createClient("router", scopes) });
    const answer = await made.execute(entities("... on Account { domain }"), { representations });
    return { ...answer, systems: [...new Set(made.calls().map((call) => call.split(" ")[0]))] };
  };

  test("each object takes those of its type; what is refused is not asked for", async () => {
    const { data, errors, systems } = await ask([readScope("assembly")]);
    expect(data._entities).toEqual([representations[0], null]);
    expect(errors).toMatchObject([
      {
        path: ["_entities", 1],
        message: "This takes the scope assembled:read, which the client does not have.",
        extensions: { code: "FORBIDDEN", system: "assembled" },
      },
    ]);
    expect(systems).toEqual(["assembly"]);
  });

  test("a client that may read nothing gets an error for each", async () => {
    const { data, errors, systems } = await ask([writeScope("assembly"), writeScope("assembled")]);
    expect(data._entities).toEqual([null, null]);
    expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [["_entities", 0], "FORBIDDEN"],
      [["_entities", 1], "FORBIDDEN"],
    ]);
    expect(systems).toEqual([]);
  });
});
