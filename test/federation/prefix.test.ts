import fc from "fast-check";
import {
  buildSchema,
  GraphQLSchema,
  graphql,
  isScalarType,
  Kind,
  parse,
  print,
  type SelectionNode,
  validate,
  visit,
} from "graphql";
import { describe, expect, test } from "vitest";
import { createClient } from "../../src/auth/client.ts";
import { readScope, writeScope } from "../../src/auth/scopes.ts";
import { loadOperations } from "../../src/client/operations.ts";
import { withPrefixes } from "../../src/federation/prefix.ts";
import { prefixedQuery } from "../../src/federation/prefixed-query.ts";
import { apiOf } from "../../src/resolving/system.ts";
import { Cancellation } from "../../src/rest/cancellation.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { systems } from "../../src/systems.ts";
import { anyVariables } from "../estimate/shipped-variables.ts";
import { testNowMs } from "../support/clock.ts";
import { gateway } from "../support/gateway.ts";
import { counted, planned } from "../support/planned.ts";
import { createSandboxData } from "../support/sandbox-data.ts";
import { sharedSchema } from "../support/schema.ts";
import { entities, models, subgraphGateway } from "./subgraph.ts";

type Variables = Readonly<Record<string, unknown>>;

const seed = 16;
const variablesOf = anyVariables(createSandboxData(testNowMs));

const renaming = ["prefixed", "prefixedFields", "allPrefixed"] as const;

type Renaming = (typeof renaming)[number];

/** A document in the names that types and fields have with the prefixes. */
const prefixed = (document: string, model: Renaming = "prefixed"): string => {
  const { fieldPrefix = "", prefix = "" } = models[model].subgraph ?? {};
  const withFieldPrefix = (node: SelectionNode): SelectionNode => {
    const name = node.kind === Kind.FIELD ? node.name.value : "";
    if (node.kind !== Kind.FIELD || fieldPrefix === "") return node;
    const value = `${fieldPrefix}${name[0]?.toUpperCase()}${name.slice(1)}`;
    return { ...node, alias: node.alias ?? node.name, name: { ...node.name, value } };
  };
  return print(
    visit(parse(document), {
      OperationDefinition: (node) => ({
        ...node,
        selectionSet: { ...node.selectionSet, selections: node.selectionSet.selections.map(withFieldPrefix) },
      }),
      NamedType(node) {
        const type = sharedSchema().getType(node.name.value);
        if (!type || isScalarType(type) || type === sharedSchema().getQueryType()) return undefined;
        return { ...node, name: { ...node.name, value: prefix + type.name } };
      },
    }),
  );
};

const withoutPrefix = (answer: object) =>
  JSON.parse(JSON.stringify(answer).replaceAll('"__typename":"Support', '"__typename":"'));

/** An answer without the facts that differ from request to request. */
const comparable = ({ data, errors }: { data: unknown; errors: readonly { extensions: object }[] }) =>
  withoutPrefix({
    data,
    errors: errors.map(({ extensions, ...error }) => ({
      ...error,
      locations: undefined,
      extensions: { ...extensions, requestId: undefined },
    })),
  });

/** Runs an operation with each prefix and without, and expects the same answer, calls and plan. */
async function expectSame(
  document: string,
  variables: Variables = {},
  options: Parameters<typeof gateway>[0] = {},
) {
  const ask = async (made: ReturnType<typeof gateway>, text: string) => {
    const { plan } = await planned(made, text, variables);
    const answer = await counted(made, text, variables);
    return { plan, requests: answer.requests, ...comparable(answer) };
  };
  const expected = await ask(gateway(options), document);
  for (const model of renaming) {
    expect(await ask(subgraphGateway(options, model), prefixed(document, model))).toEqual(expected);
  }
  return expected;
}

describe("with a prefix everything is as without", { timeout: 60_000 }, () => {
  test.each(loadOperations().filter(({ document }) => !document.includes("mutation")))(
    "the answer, the calls and the plan of $name",
    async ({ document, name }) => {
      const [variables = {}] = fc.sample(variablesOf[name] ?? fc.constant({}), { numRuns: 1, seed });
      await expectSame(document, variables as Variables);
    },
  );

  test("objects of several types, and their cost", async () => {
    const ids = [
      `gid://assembly/Account/${showcase.account.accountId}`,
      `gid://web1on1/Organization/${showcase.account.organizationId}`,
    ];
    const document =
      "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Account { contacts { nodes { email } } } } }";
    const { data } = await expectSame(document, { ids });
    expect(data.nodes.map(({ __typename }: { __typename: string }) => __typename)).toEqual([
      "Account",
      "Organization",
    ]);
  });

  test.each<[string, string, Variables]>([
    [
      "objects of a system that the client may not read",
      "query ($id: ID!) { nodes(ids: [$id]) { id } }",
      { id: `gid://web1on1/Organization/${showcase.account.organizationId}` },
    ],
    [
      "a customer by the id of a record that it may not read",
      "query ($id: ID!) { customer360(by: { id: $id }) { account { name } } }",
      { id: `gid://web1on1/Organization/${showcase.account.organizationId}` },
    ],
    [
      "a field of another system",
      '{ account(by: { domain: "acme.example" }) { organization { name } } }',
      {},
    ],
  ])("refusals: %s", async (_, document, variables) => {
    const client = createClient("narrow", [readScope("assembly"), writeScope("assembly")]);
    const { errors } = await expectSame(document, variables, { client });
    expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  });

  test.each([
    '{ people(first: 5) { nodes { activities(window: { start: "2026-01-01T00:00:00Z", end: "2026-12-01T00:00:00Z" }) { totalCount } } } }',
    "{ accounts(first: 100) { nodes { contacts(first: 100) { nodes { usageLogs(first: 100) { nodes { id } } } } } } }",
    "{ accounts(first: 101) { nodes { id } } }",
  ])("limits: %s", async (document) => {
    const { errors } = await expectSame(document);
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  });

  test.each<[Renaming, string, string]>([
    ["prefixed", "SupportUpdateAccountPayload", "updateAccount"],
    ["allPrefixed", "SupportUpdateAccountPayload", "supportUpdateAccount"],
  ])("a mutation and its audit, which has the name that the client wrote: %s", async (model, type, field) => {
    const made = subgraphGateway({}, model);
    const document = prefixed(
      `mutation ($input: UpdateAccountInput!) {
        updateAccount(by: { domain: "acme.example" }, input: $input) { __typename accountId account { notes } } }`,
      model,
    );
    const { updateAccount } = await made.query(document, { input: { notes: "Called." } });
    expect(updateAccount).toMatchObject({ __typename: type, account: { notes: "Called." } });
    await made.execute(document, { input: { notes: 5 } });
    expect(made.auditLines.map((line) => JSON.parse(line))).toMatchObject([
      { field, outcome: "done", ids: [updateAccount.accountId] },
      { field, outcome: "BAD_USER_INPUT" },
    ]);
  });

  test.each(renaming)("the queries that show whether a write happened: %s", (model) => {
    const { schema } = subgraphGateway({}, model).gateway;
    const { subgraph } = models[model];
    const written = systems
      .flatMap(({ nouns }) => Object.values(apiOf(nouns)))
      .flatMap((verbs) => Object.values(verbs))
      .flatMap(({ reconcile }) => reconcile ?? []);
    expect(written.length).toBeGreaterThan(20);
    for (const query of written) {
      const shown = subgraph ? prefixedQuery(schema, subgraph)(query) : query;
      expect(validate(schema, parse(shown)), shown).toEqual([]);
    }
  });

  test.each(renaming)("the query that comes with a lost write is answered: %s", async (model) => {
    const made = subgraphGateway({}, model);
    made.sandbox.assembly.inject({ row: "accounts.create", times: 1, kind: "reset", afterEffect: true });
    const create =
      'createAccount(input: { type: COMPANY, name: "Lost", domain: "lost.example" }) { accountId }';
    const { errors } = await made.execute(prefixed(`mutation { ${create} }`, model));
    expect(errors).toMatchObject([{ extensions: { code: "UPSTREAM_OUTCOME_UNKNOWN" } }]);
    const found = await made.query(String(errors[0]?.extensions.reconcile), { domain: "lost.example" });
    expect(Object.values(found)).toEqual([{ id: expect.any(String) }]);
  });
});

test("representations and answers have the names with the prefix, and no others are known", async () => {
  const { execute, query } = subgraphGateway({}, "prefixed");
  const representations = [{ __typename: "SupportAccount", domain: "acme.example" }];
  const document = entities("... on SupportAccount { domain }");
  expect(await query(document, { representations })).toEqual({ _entities: representations });
  const plain = [{ __typename: "Account", domain: "acme.example" }];
  const { errors } = await execute(document, { representations: plain });
  expect(errors).toMatchObject([{ message: '"Account" is no type that has keys here.' }]);
  const refused = await execute(entities("... on Account { domain }"), { representations });
  expect(refused.errors).toMatchObject([{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }]);
});

test("a copy of the schema, which finds no type without its prefix, gives nodes and entities", async () => {
  const { client, gateway: made, sandbox } = subgraphGateway({}, "prefixed");
  const id = `gid://assembled/Person/${sandbox.data.assembled.people[0]?.id}`;
  const answer = await graphql({
    schema: new GraphQLSchema(made.schema.toConfig()),
    source: `query ($id: ID!, $r: [_Any!]!) {
      node(id: $id) { __typename id }
      _entities(representations: $r) { __typename ... on SupportPerson { id } }
    }`,
    variableValues: { id, r: [{ __typename: "SupportPerson", id }] },
    contextValue: made.contextFor(made.waiterFor(new Cancellation()), { client }),
  });
  const person = { __typename: "SupportPerson", id };
  expect(answer).toEqual({ data: { node: person, _entities: [person] } });
});

test("a prefix that gives a type or a field the name of another is refused", () => {
  const schema = buildSchema(
    "type Role { user: Name } type Name { id: ID } type RoleName { id: ID } type Query { role: Role, name: Name, roleName: RoleName }",
  );
  expect(() => withPrefixes(schema, { prefix: "Role", fieldPrefix: "" })).toThrow(
    "SUBGRAPH_PREFIX would name Name as RoleName",
  );
  expect(() => withPrefixes(schema, { prefix: "", fieldPrefix: "role" })).toThrow(
    "SUBGRAPH_FIELD_PREFIX would name name as roleName",
  );
});
