import { readFileSync } from "node:fs";
import {
  buildSchema,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { expect, test, vi } from "vitest";
import { examplePackages } from "../../support/example-packages.ts";
import { startServer, type TestServer } from "../../support/server.ts";
import { compile } from "./compile.ts";
import { documentsOf, moduleOf, type Noun, nouns } from "./nouns.ts";
import { relayStore, type Send } from "./store.ts";

const schema = readFileSync(new URL("../../../schema.graphql", import.meta.url), "utf8");
const timeout = 60_000;

const post =
  (server: TestServer): Send =>
  async (query, variables) =>
    (await server.post({ query, variables })).json;

/** A page of Relay over a server: what is compiled for a noun, and a store. */
async function openPage(
  noun: Noun,
  examples: NodeJS.Require,
  { send, sdl = schema }: { send: Send; sdl?: string },
) {
  const module = moduleOf(noun);
  const compiled = await compile(examples, { schema: sdl, module, documents: documentsOf(noun) });
  const named = (name: string) => compiled.artifact(`${module}${name}`);
  const store = relayStore(examples, send);
  const rows = () => {
    const list = store.readFragment(named("_query"), store.read(named("Query"), {}))[noun.list];
    // A record that was deleted leaves its edge without a node.
    const nodes: { id: string }[] = list.edges.flatMap(({ node }: { node: object | null }) => node ?? []);
    return nodes.map((node) => ({ id: node.id, ...store.readFragment(named("_row"), node) }));
  };
  return {
    store,
    named,
    rows,
    connections: [store.connectionId(`${module}_${noun.list}`)],
    [Symbol.asyncDispose]: compiled[Symbol.asyncDispose],
  };
}

/** Calls that were made, without the ids at their ends. */
const writesOf = (server: TestServer) =>
  server
    .calls()
    .filter((call) => !call.includes(" GET "))
    .map((call) => call.replace(/[0-9a-f-]{24,36}$/, ""));

test.for(nouns)(
  "Relay lists, pages, creates, changes and deletes: $type",
  { timeout },
  async (noun, { skip }) => {
    const { type, field, input, writes } = noun;
    await using server = await startServer();
    const examples = examplePackages(skip);
    await using page = await openPage(noun, examples, { send: post(server) });
    const { connections, named, rows, store } = page;

    await store.fetch(named("Query"), {});
    expect(rows()).toHaveLength(2);
    const { endCursor } = store.readFragment(named("_query"), store.read(named("Query"), {}))[noun.list]
      .pageInfo;
    await store.fetch(named("PageQuery"), { first: 2, after: endCursor });
    const listed = rows();
    expect(new Set(listed.map(({ id }: { id: string }) => id)).size).toBe(4);
    expect(writesOf(server)).toEqual([]);

    const created = (await store.commit(named("CreateMutation"), { input, connections })) as object;
    const [payload] = Object.values(created);
    const id = payload[`${type.toLowerCase()}Id`];
    expect(rows()).toEqual([...listed, { id, [field]: "Nora" }]);

    await store.commit(named("UpdateMutation"), { id, input: { [field]: "Liv" } });
    expect(rows()).toEqual([...listed, { id, [field]: "Liv" }]);
    // The row was read of another root before, and the record is the same.
    await store.fetch(named("RowQuery"), { id });
    expect(rows().at(-1)).toEqual({ id, [field]: "Liv" });

    await store.fetch(named("NodeQuery"), { id });
    expect(store.read(named("NodeQuery"), { id }).node).toMatchObject({ id, [field]: "Liv" });
    await store.commit(named("DeleteMutation"), { id });
    expect(rows()).toEqual(listed);
    expect(writesOf(server)).toEqual(writes);
  },
);

/** Has a client, a write, and a read of the object by its type from the store; answers what is read before and after. */
async function readAroundWrite(noun: Noun, examples: NodeJS.Require, network: { send: Send; sdl?: string }) {
  await using page = await openPage(noun, examples, network);
  const { named, store } = page;
  const [payload] = Object.values(
    (await store.commit(named("CreateMutation"), { input: noun.input, connections: [] })) as object,
  );
  const id: string = payload[`${noun.type.toLowerCase()}Id`];
  await store.fetch(named("NodeQuery"), { id });
  const before = store.read(named("NodeQuery"), { id }).node;
  await store.commit(named("UpdateMutation"), { id, input: { [noun.field]: "Liv" } });
  return { id, before, after: store.read(named("NodeQuery"), { id }).node };
}

test.for(nouns)(
  "what is read as `... on $type` is there after a write",
  { timeout },
  async (noun, { skip }) => {
    const { type, field } = noun;
    await using server = await startServer();
    const { id, before, after } = await readAroundWrite(noun, examplePackages(skip), { send: post(server) });
    expect(before).toMatchObject({ __typename: type, id, [field]: "Nora" });
    expect(after).toMatchObject({ __typename: type, id, [field]: "Liv" });
    expect(writesOf(server)).toEqual(noun.writes.slice(0, 2));
  },
);

/** As the schema was when payloads had the id of their object. */
const withPayloadIds = schema.replace(/^type \w+Payload\b.*\{$/gm, "$&\n  id: ID!");

/** Asks for the `id` of a payload by the name that it has today, so that the gateway answers it. */
function payloadIdsOf(text: string, built: GraphQLSchema): string {
  const types = new TypeInfo(built);
  const asked = visit(
    parse(text),
    visitWithTypeInfo(types, {
      Field(node) {
        const payload = types.getParentType()?.name ?? "";
        if (node.name.value !== "id" || !payload.endsWith("Payload")) return undefined;
        const object = payload.replace(/^(Create|Update|Delete)|Payload$/g, "").toLowerCase();
        return { ...node, alias: node.name, name: { kind: Kind.NAME, value: `${object}Id` } };
      },
    }),
  );
  return print(asked);
}

test.for(nouns)(
  "and is not where the payload has the id of its object: $type",
  { timeout },
  async (noun, { skip }) => {
    const { type, field } = noun;
    await using server = await startServer();
    const warned = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const built = buildSchema(withPayloadIds);
    const send: Send = (text, variables) => post(server)(payloadIdsOf(text, built), variables);
    const network = { send, sdl: withPayloadIds };
    const { before, after } = await readAroundWrite(noun, examplePackages(skip), network);
    expect(before).toMatchObject({ __typename: type, [field]: "Nora" });
    expect(after).toEqual({ __typename: `Update${type}Payload` });
    const warnings = warned.mock.calls.join("\n");
    warned.mockReset();
    expect(warnings).toContain(`conflicting types \`Update${type}Payload\` and \`${type}\``);
    expect(writesOf(server)).toEqual(noun.writes.slice(0, 2));
  },
);
