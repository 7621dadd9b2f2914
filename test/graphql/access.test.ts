import { describe, expect, test } from "vitest";
import type { Scope } from "../../src/auth/scopes.ts";
import { fullModel, resolverMapsOf } from "../../src/graphql/model.ts";
import { createSchema } from "../../src/graphql/schema.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { clientWith } from "../support/clients.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";

const { accountId, domain, organizationId } = showcase.account;
const { agentId, personId, userId } = showcase.person;

const as = (...scopes: readonly Scope[]): TestGateway => gateway({ client: clientWith(...scopes) });

const refusalOf = (path: readonly (string | number)[], scope: string, system?: string) => ({
  message: `This takes the scope ${scope}, which the client does not have.`,
  path,
  extensions: { code: "FORBIDDEN", retryable: false, ...(system !== undefined && { system }) },
});

/** Errors without what does not matter here. */
const told = (errors: Awaited<ReturnType<TestGateway["execute"]>>["errors"]) =>
  errors.map(({ message, path, extensions: { requestId: _, ...extensions } }) => ({
    message,
    path,
    extensions,
  }));

describe("a query", () => {
  test("without a scope is null at that field, without a call, and its siblings are answered", async () => {
    const { execute, calls } = as("assembly:read");
    const { data, errors } = await execute(
      `{ __typename viewer { id } account(by: { domain: "${domain}" }) { __typename name } labels { type } }`,
    );
    expect(data).toMatchObject({
      __typename: "Query",
      viewer: null,
      account: { __typename: "Account", name: "Acme Robotics" },
      labels: expect.arrayContaining([{ type: "TIER" }]),
    });
    expect(told(errors)).toEqual([refusalOf(["viewer"], "web1on1:read", "web1on1")]);
    expect(calls().sort()).toEqual([`assembly GET /accounts/${domain}`, "assembly GET /accounts/labels"]);
  });

  test("of a client without any scope answers the names of types alone", async () => {
    const { execute, calls } = as();
    const { data, errors } = await execute("{ __typename teams { id } viewer { id } }");
    expect(data).toEqual({ __typename: "Query", teams: null, viewer: null });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["FORBIDDEN", "FORBIDDEN"]);
    expect(calls()).toEqual([]);
  });

  test.each<[string, Scope[], string, string]>([
    ["to Web1on1", ["assembly:read", "assembled:read"], "web1on1:read", "web1on1"],
    ["to Web1on1, which it may write", ["assembly:read", "web1on1:write"], "web1on1:read", "web1on1"],
  ])("ends at a join %s, in every row", async (_, scopes, missing, system) => {
    const { execute, calls } = as(...scopes);
    const { data, errors } = await execute(
      "{ accounts(first: 2) { pageInfo { hasNextPage } nodes { id organization { id } organizationLinks { reason } } } }",
    );
    const row = { id: expect.any(String), organization: null, organizationLinks: null };
    expect(data.accounts).toEqual({ pageInfo: { hasNextPage: true }, nodes: [row, row] });
    const paths = [0, 1].flatMap((at) =>
      ["organization", "organizationLinks"].map((name) => ["accounts", "nodes", at, name]),
    );
    expect(told(errors)).toEqual(paths.map((path) => refusalOf(path, missing, system)));
    expect(calls()).toEqual(["assembly GET /accounts"]);
  });

  test("goes through a join with both scopes", async () => {
    const { query, calls } = as("assembly:read", "web1on1:read");
    const answer = await query(`{ account(by: { id: "${accountId}" }) { organization { sourceId } } }`);
    expect(answer).toEqual({ account: { organization: { sourceId: organizationId } } });
    expect(calls()).toHaveLength(2);
  });
});

describe("node and nodes", () => {
  const user = `gid://web1on1/User/${userId}`;
  const person = `gid://assembled/Person/${personId}`;

  test("are refused by the type of each id, without a call", async () => {
    const { execute, calls } = as("web1on1:read");
    const { data, errors } = await execute(
      `{ node(id: "${person}") { id } nodes(ids: ["${person}", "${user}", "gid://no", "${person}"]) { __typename id } }`,
    );
    expect(data).toEqual({ node: null, nodes: [null, { __typename: "User", id: user }, null, null] });
    expect(told(errors.filter(({ extensions }) => extensions.code === "FORBIDDEN"))).toEqual(
      [["node"], ["nodes", 0], ["nodes", 3]].map((path) => refusalOf(path, "assembled:read", "assembled")),
    );
    expect(errors).toHaveLength(4);
    expect(calls()).toEqual([`web1on1 GET /users/${userId}`]);
  });

  test("prepare nothing for a person whose sites may not be read", async () => {
    const { execute, calls } = as("web1on1:read");
    const { data } = await execute(`{ node(id: "${person}") { ... on Person { site { name } } } }`);
    expect(data).toEqual({ node: null });
    expect(calls()).toEqual([]);
  });

  test.each([
    ["at once", {}],
    ["later", { Node: { __resolveType: async () => "Person" as const } }],
  ])("give no object that a field found without asking, where its type is told %s", async (_, types) => {
    const careless = { ...types, Query: { node: () => ({ id: personId, __typename: "Person" }) } };
    const schema = createSchema(fullModel, [...resolverMapsOf(fullModel), careless]);
    const ofClient = (...scopes: readonly Scope[]) =>
      gateway({ parts: { schema }, client: clientWith(...scopes) });
    const document = `{ node(id: "${person}") { id } }`;
    expect(await ofClient("assembled:read").query(document)).toEqual({ node: { id: person } });
    const { data, errors } = await ofClient("web1on1:read").execute(document);
    expect(data).toEqual({ node: null });
    expect(told(errors)).toEqual([refusalOf(["node"], "assembled:read", "assembled")]);
  });

  test("take the scope to read one system or another", async () => {
    const { execute, calls } = as("web1on1:write");
    const { data, errors } = await execute(`{ node(id: "${user}") { id } nodes(ids: ["${user}"]) { id } }`);
    expect(data).toEqual({ node: null, nodes: null });
    expect(told(errors)).toEqual(
      ["node", "nodes"].map((name) => refusalOf([name], "assembled:read or assembly:read or web1on1:read")),
    );
    expect(calls()).toEqual([]);
  });
});

describe("a mutation", () => {
  const write = (name: string) =>
    `${name}: createLabel(input: { type: TIER, name: "${name}", color: "#fff" })`;

  test("without its scope makes no call, and the others go on in their order", async () => {
    const { execute, calls } = as("assembly:write", "web1on1:read");
    const { data, errors } = await execute(`mutation {
      ${write("a")} { labelId }
      deleteUser(id: "${userId}") { deletedUserId }
      ${write("b")} { __typename labelId }
    }`);
    expect(data).toEqual({
      a: { labelId: expect.stringContaining("gid://assembly/Label/") },
      deleteUser: null,
      b: { __typename: "CreateLabelPayload", labelId: expect.any(String) },
    });
    expect(told(errors)).toEqual([refusalOf(["deleteUser"], "web1on1:write", "web1on1")]);
    expect(calls()).toEqual(Array(2).fill("assembly POST /accounts/labels"));
  });

  test("tells ids by the write scope; its objects take the read scope, and nothing is read for them", async () => {
    const { execute, calls } = as("assembly:write");
    const { data, errors } = await execute(`mutation { ${write("a")} { labelId label { name } } }`);
    expect(data.a).toEqual({ labelId: expect.any(String), label: null });
    expect(told(errors)).toEqual([refusalOf(["a", "label"], "assembly:read", "assembly")]);
    expect(calls()).toEqual(["assembly POST /accounts/labels"]);
  });

  test("reads nothing ahead for objects that it is refused", async () => {
    const document = `mutation {
      assignShiftPattern(id: "${showcase.shiftPatternId}", people: [{ id: "${personId}" }]) {
        shiftPatternId shiftPattern { people { nodes { id } } }
      }
    }`;
    const { execute, calls } = as("assembled:write");
    const { data } = await execute(document);
    expect(data.assignShiftPattern).toEqual({ shiftPatternId: expect.any(String), shiftPattern: null });
    // The agent of the person is needed for the write.
    expect(calls()).toEqual([
      `assembled GET /v0/people/${personId}`,
      "assembled POST /v0/shift_patterns/assign",
    ]);
  });

  test("tells of the parts of a write that takes several calls, by the write scope", async () => {
    const { query } = as("assembled:write");
    const score = `{ agentEmail: "a@helpdesk.example", ticketCreatedAt: "2026-03-03T09:00:00Z", score: 85, importedId: "t-1" }`;
    const { createQaScores } = await query(
      `mutation { createQaScores(input: { qaScores: [${score}] }) { complete parts { outcome } } }`,
    );
    expect(createQaScores).toEqual({ complete: true, parts: [{ outcome: "APPLIED" }] });
  });
});

describe("a gateway that is read-only", () => {
  const document = `mutation { deleteUser(id: "${userId}") { deletedUserId } }`;

  test("refuses mutations of every client without a call, and goes on with queries", async () => {
    const { execute, query, calls } = gateway({ parts: { isReadOnly: true } });
    const { data, errors } = await execute(document);
    expect(data).toEqual({ deleteUser: null });
    expect(told(errors)).toEqual([
      {
        message: "The gateway is read-only at the moment; nothing is written.",
        path: ["deleteUser"],
        extensions: { code: "FORBIDDEN", retryable: false },
      },
    ]);
    expect(calls()).toEqual([]);
    expect(await query("{ viewer { status } }")).toEqual({ viewer: { status: "ACTIVE" } });
  });

  test("tells a client without the scope so in any case", async () => {
    const { execute } = gateway({ parts: { isReadOnly: true }, client: clientWith("web1on1:read") });
    const { errors } = await execute(document);
    expect(told(errors)).toEqual([refusalOf(["deleteUser"], "web1on1:write", "web1on1")]);
  });
});

test("an agent of whom only the schedule may be read is led to no chat user", async () => {
  const { execute, calls } = as("assembled:read");
  const { data } = await execute(`{ person(by: { agentId: "${agentId}" }) { agentId user { id } } }`);
  expect(data).toEqual({ person: { agentId, user: null } });
  expect(calls().every((call) => call.startsWith("assembled "))).toBe(true);
});
