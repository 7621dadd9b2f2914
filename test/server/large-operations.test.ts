import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { startServer } from "../support/server.ts";

const server = await startServer();
const { calls, post } = server;
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => void calls());

const times = (count: number, write: (place: number) => string): string =>
  Array.from({ length: count }, (_, place) => write(place)).join(" ");

const codes = (answer: { readonly json: { errors: { extensions: { code: string } }[] } }) => [
  ...new Set(answer.json.errors.map(({ extensions }) => extensions.code)),
];

/** Fragments of which each holds the next ones `spreads` times: a few lines that stand for millions of fields. */
const unfolding = (count: number, spreads: number) => {
  const next = (place: number) => (place === count - 1 ? "name" : times(spreads, () => `...F${place + 1}`));
  return `{ accounts { nodes { ...F0 } } } ${times(count, (place) => `fragment F${place} on Account { ${next(place)} }`)}`;
};

/** As `unfolding`, with fields between, so that nothing can be merged. */
const unfoldingFields = (count: number) => {
  const next = (place: number) =>
    place === count - 1
      ? "name"
      : times(2, (side) => `f${side}: organization { account { ...F${place + 1} } }`);
  return `{ accounts { nodes { ...F0 } } } ${times(count, (place) => `fragment F${place} on Account { ${next(place)} }`)}`;
};

describe("an operation that is small to send and large to answer is refused before any call, in few words", () => {
  const fragment = (place: number) => `fragment F${place} on User { id }`;
  const nested = (levels: number) =>
    `{ viewer { ${"organization { account { ".repeat(levels)} id ${"} }".repeat(levels)} } }`;

  test.each<[string, string, string]>([
    ["20 fragments that each hold the next one twice", unfolding(20, 2), "GRAPHQL_VALIDATION_FAILED"],
    ["60 fragments that each hold the next one 3 times", unfolding(60, 3), "GRAPHQL_VALIDATION_FAILED"],
    ["90 fragments that each hold the next one 8 times", unfolding(90, 8), "GRAPHQL_VALIDATION_FAILED"],
    ["8 fragments of fields", unfoldingFields(8), "GRAPHQL_VALIDATION_FAILED"],
    ["40 fragments of fields", unfoldingFields(40), "GRAPHQL_VALIDATION_FAILED"],
    ["13 levels", nested(6), "GRAPHQL_VALIDATION_FAILED"],
    ["460 levels", nested(230), "GRAPHQL_VALIDATION_FAILED"],
    ["2 000 levels", `${"{ viewer ".repeat(2_000)}${"}".repeat(2_000)}`, "GRAPHQL_PARSE_FAILED"],
    ["31 aliases", `{ viewer { ${times(31, (i) => `a${i}: id`)} } }`, "GRAPHQL_VALIDATION_FAILED"],
    ["1 000 aliases", `{ ${times(1_000, (i) => `a${i}: viewer { id }`)} }`, "GRAPHQL_PARSE_FAILED"],
    ["21 root fields", `{ ${times(21, () => "viewer { id }")} }`, "GRAPHQL_VALIDATION_FAILED"],
    ["20 000 repeated fields", `{ viewer { ${"id ".repeat(20_000)} } }`, "GRAPHQL_PARSE_FAILED"],
    ["1 900 repeated fields", `{ viewer { ${"id ".repeat(1_900)} } }`, "GRAPHQL_VALIDATION_FAILED"],
    ["400 fragments", `{ viewer { id } } ${times(400, fragment)}`, "GRAPHQL_PARSE_FAILED"],
    ["280 fragments", `{ viewer { id } } ${times(280, fragment)}`, "GRAPHQL_VALIDATION_FAILED"],
    ["10 000 directives", `{ viewer ${"@a".repeat(10_000)} { id } }`, "GRAPHQL_PARSE_FAILED"],
    ["900 directives", `{ viewer ${"@a".repeat(900)} { id } }`, "GRAPHQL_VALIDATION_FAILED"],
    ["250 known ones", `{ viewer ${"@skip(if: true)".repeat(250)} { id } }`, "GRAPHQL_VALIDATION_FAILED"],
    ["1 500 unknown fields", `{ ${times(1_500, (i) => `field${i}`)} }`, "GRAPHQL_VALIDATION_FAILED"],
    ["a field with a name of 500 kB", `{ ${"x".repeat(500_000)} }`, "BAD_REQUEST"],
    [
      "20 undefined variables",
      `{ ${times(20, (i) => `node(id: $v${i}) { id }`)} }`,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "2 000 undefined variables",
      `{ ${times(2_000, (i) => `node(id: $v${i}) { id }`)} }`,
      "GRAPHQL_PARSE_FAILED",
    ],
    [
      "300 unused variables",
      `query (${times(300, (i) => `$v${i}: ID`)}) { viewer { id } }`,
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "a fragment within itself",
      "{ viewer { ...A } } fragment A on User { organization { users { nodes { ...A } } } }",
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "introspection within itself",
      "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
      "GRAPHQL_VALIDATION_FAILED",
    ],
  ])("%s", async (_, query, code) => {
    const answer = await post({ query });
    expect(answer.status).toBe(400);
    expect(codes(answer)).toEqual([code]);
    expect(answer.json.data).toBeUndefined();
    expect(Buffer.byteLength(answer.text)).toBeLessThanOrEqual(4_096);
    expect(calls()).toEqual([]);
  });

  test("and 10 000 variables that cannot be used", async () => {
    const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    const answer = await post({ query, variables: { ids: Array.from({ length: 10_000 }, () => ({})) } });
    expect(answer.status).toBe(400);
    expect(codes(answer)).toEqual(["BAD_USER_INPUT"]);
    expect(Buffer.byteLength(answer.text)).toBeLessThanOrEqual(4_096);
    expect(calls()).toEqual([]);
  });

  test("and a map of 100 000 levels", async () => {
    const query =
      'mutation ($m: JSONObject) { createUser(input: { email: "deep@map.example", meta: $m }) { userId } }';
    const map = `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`;
    const answer = await post(`{"query":${JSON.stringify(query)},"variables":{"m":${map}}}`);
    expect(answer.status).toBe(400);
    expect(codes(answer)).toEqual(["BAD_REQUEST"]);
    expect(calls()).toEqual([]);
  });

  test("the gateway answers the next operation", async () => {
    const answer = await post({ query: "{ viewer { status } }" });
    expect(answer.json).toEqual({ data: { viewer: { status: "ACTIVE" } } });
    expect(calls()).toEqual(["web1on1 GET /users/me"]);
  });
});

test.each([
  ["12 levels", `{ viewer { ${"organization { users { nodes { ".repeat(3)} id ${"} } }".repeat(3)} } }`],
  ["20 root fields", `{ ${times(20, () => "viewer { status }")} }`],
  ["30 aliases", `{ viewer { ${times(30, (i) => `a${i}: status`)} } }`],
])("an operation of %s is answered", async (_, query) => {
  await using fresh = await startServer();
  const answer = await fresh.post({ query });
  expect(answer).toMatchObject({ status: 200, json: { data: { viewer: expect.anything() } } });
  expect(answer.json.errors).toBeUndefined();
  expect(fresh.calls()).toContain("web1on1 GET /users/me");
});
