import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from "graphql";
import { describe, expect, test } from "vitest";
import { createSchema } from "../../src/graphql/schema.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import type { Reply } from "../../src/sandbox/emulator.ts";
import { plantedPrefix } from "../../src/sandbox/planted-secret.ts";
import { type Answer, gateway, type TestGateway } from "../support/gateway.ts";
import { sandboxCredentials } from "../support/sandbox.ts";
import { inTime } from "../support/time.ts";
import { dayWindow, rootArguments } from "./root-arguments.ts";

const { assembly, assembled } = sandboxCredentials;
const planted = "injected-secret";
const secrets = [plantedPrefix, assembly.apiKey, assembled.apiKey, planted];

const schema = createSchema();
const { domain, organizationId } = showcase.account;
const { userId } = showcase.person;

type Field = GraphQLField<unknown, unknown>;
const argumentsOf = (field: Field): string => {
  if (field.args.some(({ name }) => name === "window")) return `(window: ${dayWindow}, first: 3)`;
  return field.args.some(({ name }) => name === "first") ? "(first: 3)" : "";
};
/** A page, an edge or a link leads to a record without being one. */
const isRecord = (type: GraphQLObjectType) => "id" in type.getFields();

/** Selects every field of a type, and of those below it down to a number of records. */
function everything(type: GraphQLObjectType, records: number, covered: Set<string>): string {
  const parts = Object.values(type.getFields()).map((field) => {
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) {
      covered.add(`${type.name}.${field.name}`);
      return field.name;
    }
    if (!isObjectType(inner)) return "";
    const left = isRecord(inner) ? records - 1 : records;
    if (left < 0) return "";
    covered.add(`${type.name}.${field.name}`);
    return `${field.name}${argumentsOf(field)} { ${everything(inner, left, covered)} }`;
  });
  return parts.filter(Boolean).join(" ") || "__typename";
}

/** Queries that together select all that can be read, each small enough for the limits. */
function allQueries(covered: Set<string>): string[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  return roots.flatMap((root) => {
    const type = getNamedType(root.type);
    const head = `${root.name}${rootArguments[root.name] ?? ""}`;
    if (isInterfaceType(type))
      return [
        `{ ${head} { __typename ... on User { id meta settings { locale } } ... on Organization { id meta } } }`,
      ];
    covered.add(`Query.${root.name}`);
    if (!isObjectType(type)) return [`{ ${head} }`];
    const rows = type.getFields().nodes;
    const row = rows ? (getNamedType(rows.type) as GraphQLObjectType) : type;
    const wrap = (selection: string) => `{ ${head} { ${rows ? `nodes { ${selection} }` : selection} } }`;
    const selection = everything(type, 0, covered);
    const inEdge = isRecord(row) ? "id" : "__typename";
    const paging = rows ? [`{ ${head} { ${selection} edges { cursor node { ${inEdge} } } } }`] : [];
    if (rows) for (const place of ["nodes", "edges"]) covered.add(`${type.name}.${place}`);
    if (rows) covered.add(`${row.name}Edge.node`);
    // One query for the record's own fields, and one for each record that it leads to.
    const own = everything(row, 0, covered);
    const onward = Object.values(row.getFields()).flatMap((field) => {
      const inner = getNamedType(field.type);
      if (!isObjectType(inner)) return [];
      covered.add(`${row.name}.${field.name}`);
      return [wrap(`${field.name}${argumentsOf(field)} { ${everything(inner, 1, covered)} }`)];
    });
    return [...paging, wrap(own), ...onward];
  });
}

/** Runs an operation, moving the clock on while it waits for a rate limit. */
async function run(
  made: TestGateway,
  document: string,
  variables?: Record<string, unknown>,
): Promise<Answer> {
  const [answer] = await inTime(made, made.execute(document, variables));
  await made.clock.advance(5_000);
  return answer;
}

const found = (text: string) => secrets.filter((secret) => text.includes(secret));

/** Looks at every object that a resolver is given, and collects the secrets in them. */
function watchResolvers(made: TestGateway): ReadonlySet<string> {
  const seen = new WeakSet<object>();
  const kept = new Set<string>();
  const look = (source: unknown) => {
    if (typeof source !== "object" || source === null || seen.has(source)) return;
    seen.add(source);
    for (const secret of found(JSON.stringify(source))) kept.add(secret);
  };
  for (const type of Object.values(made.gateway.schema.getTypeMap())) {
    // Those of introspection belong to all schemas.
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      field.resolve = (source, ...rest) => {
        look(source);
        return resolve?.(source, ...rest);
      };
    }
  }
  return kept;
}

describe("no secret of the systems is in any answer or log line", () => {
  test("whatever is read", { timeout: 120_000 }, async () => {
    const made = gateway({ parts: { schema: createSchema() } });
    const kept = watchResolvers(made);
    const covered = new Set<string>();
    const upstream = JSON.stringify(made.sandbox.data);
    expect(upstream).toContain(plantedPrefix);
    // The first operation waits for files, and the clock must not run meanwhile.
    await made.query("{ __typename }");
    const systems = new Set<string | undefined>();
    for (const query of allQueries(covered)) {
      const answer = await run(made, query);
      const trouble = answer.errors.filter(({ extensions }) => extensions.code !== "NOT_FOUND");
      expect({ query, trouble }).toEqual({ query, trouble: [] });
      expect(found(JSON.stringify(answer))).toEqual([]);
      for (const call of made.calls()) systems.add(call.split(" ")[0]);
    }
    expect(found(made.logLines.join(""))).toEqual([]);
    expect([...kept]).toEqual([]);
    expect(systems).toEqual(new Set(["assembly", "assembled", "web1on1"]));
    const readable = Object.values(schema.getTypeMap()).filter(
      (type): type is GraphQLObjectType =>
        isObjectType(type) && !/^(__|Mutation$|WritePart$)|Payload$/.test(type.name),
    );
    const all = readable.flatMap((type) =>
      Object.keys(type.getFields()).map((name) => `${type.name}.${name}`),
    );
    const interfaces = ["Query.node", "Query.nodes"];
    expect(all.filter((name) => !covered.has(name) && !interfaces.includes(name))).toEqual([]);
  });

  test("whatever is written, and what comes of it", async () => {
    const made = gateway();
    const selection = everything(schema.getType("User") as GraphQLObjectType, 0, new Set());
    const organization = everything(schema.getType("Organization") as GraphQLObjectType, 0, new Set());
    const writes: [string, Record<string, unknown>][] = [
      ["createUser", { email: "new@staff.example", password: planted }],
      ["createUser", { email: "new@staff.example", password: planted }],
      ["createUser", { password: planted }],
      ["createUser", { email: "new@staff.example", password: [planted] }],
      ["createUser", { email: "new@staff.example", password: planted, nickname: "none" }],
      ["updateUser", { password: planted, givenName: "Changed" }],
      ["updateUser", { password: planted, meta: null }],
      ["updateUser", { password: planted, organization: { domain: "nobody.example" } }],
      [
        "createOrganization",
        {
          name: "New",
          billingInfo: {
            billReceiver: showcase.masterOrganizationId,
            billSender: showcase.masterOrganizationId,
            stripeCustomerId: planted,
            resultProductId: planted,
            currentPlan: "basic",
          },
        },
      ],
      ["updateOrganization", { billingInfo: { stripeCustomerId: planted, resultProductId: planted } }],
    ];
    const outcomes: (string | undefined)[] = [];
    for (const [name, input] of writes) {
      const noun = name.endsWith("User") ? "User" : "Organization";
      const id = noun === "User" ? userId : organizationId;
      const document = `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(${name.startsWith("update") ? `id: "${id}", ` : ""}input: $input) { ${noun.toLowerCase()}Id ${noun.toLowerCase()} { ${noun === "User" ? selection : organization} } } }`;
      const answer = await made.execute(document, { input });
      expect(found(JSON.stringify(answer))).toEqual([]);
      outcomes.push(answer.errors[0]?.extensions.code as string | undefined);
      await made.clock.advance(1_000);
    }
    expect(outcomes).toEqual([
      undefined,
      "CONFLICT",
      "BAD_USER_INPUT",
      "BAD_USER_INPUT",
      "BAD_USER_INPUT",
      undefined,
      "BAD_USER_INPUT",
      "NOT_FOUND",
      undefined,
      undefined,
    ]);
    expect(found(made.logLines.join(""))).toEqual([]);
    const sent = made.sandbox.web1on1.journal.filter(({ body }) => body.includes(planted));
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "POST /v2/users",
      "POST /v2/users",
      `PATCH /v2/users/${userId}`,
      "POST /v2/organizations",
      `PATCH /v2/organizations/${organizationId}`,
    ]);
  });

  const query = `{ viewer { id meta } teams { name } account(by: { domain: "${domain}" }) { name } }`;
  const location = `https://${planted}.example/?token=${planted}`;

  test.each<[string, Reply]>([
    ["an error that repeats them", { status: 500, body: { error: planted } }],
    ["a refusal that repeats them", { status: 400, body: `password ${planted} is too short` }],
    ["a conflict", { status: 409, body: { message: planted }, headers: { "x-token": planted } }],
    ["a redirect", { status: 302, headers: { location } }],
    ["a page", { status: 200, body: `<html>${planted}</html>` }],
    ["half of a body", { status: 200, body: `{"password":"${planted}` }],
    ["another shape", { status: 200, body: [planted, { id: planted }] }],
    ["a text for each field", { status: 200, body: { id: planted, account: planted, teams: planted } }],
    ["a rate limit", { status: 429, headers: { "retry-after": planted } }],
  ])("when the systems answer %s", async (_, reply) => {
    const made = gateway();
    await made.query("{ __typename }");
    for (const system of ["assembly", "assembled", "web1on1"] as const) {
      made.sandbox[system].inject({ row: "*", reply });
    }
    const answer = await run(made, query);
    expect(answer.errors.length).toBeGreaterThan(0);
    const words = JSON.stringify([answer.errors, made.logLines]);
    expect(found(words)).toEqual([]);
    expect(new Set(made.calls())).toEqual(
      new Set([`assembly GET /accounts/${domain}`, "assembled GET /v0/teams", "web1on1 GET /users/me"]),
    );
  });

  test("the log-in, and the address that refreshes it", async () => {
    const { email, password } = sandboxCredentials.web1on1;
    const credentials = { email, password };
    const made = gateway({ addresses: { web1on1: { baseUrl: "http://web1on1.test/v2", credentials } } });
    await made.query("{ viewer { id } }");
    expect(made.calls()).toEqual(["web1on1 POST /auth/token", "web1on1 GET /users/me"]);
    const dayMs = 86_400_000;
    await made.clock.advance(dayMs - 1_800_000);
    made.sandbox.web1on1.inject({ row: "auth.refreshToken", reply: { status: 500, body: planted } });
    const answer = await run(made, "{ viewer { id } }");
    expect(made.logLines.join("")).toContain('"endpoint":"GET /auth/token"');
    const refreshes = made.sandbox.web1on1.journal.filter(({ query }) => query.includes("refreshToken="));
    expect(refreshes.length).toBeGreaterThan(0);
    const tokens = refreshes.map(({ query }) => new URLSearchParams(query).get("refreshToken") ?? "");
    for (const token of tokens) expect(JSON.stringify([answer, made.logLines])).not.toContain(token);
    expect(found(JSON.stringify([answer, made.logLines]))).toEqual([]);
  });
});
