import fc from "fast-check";
import { buildSchema, type OperationDefinitionNode, parse } from "graphql";
import { describe, expect, test } from "vitest";
import { createArgumentsCheck } from "../../src/graphql/operation-limits.ts";
import { Cancellation } from "../../src/rest/cancellation.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { type Answer, gateway } from "../support/gateway.ts";

const badInput = (message: RegExp): Partial<Answer> => ({
  errors: [
    {
      message: expect.stringMatching(message) as unknown as string,
      extensions: expect.objectContaining({ code: "BAD_USER_INPUT", retryable: false }),
    },
  ],
});
const window = { start: "2026-03-04T00:00:00Z", end: "2026-03-05T00:00:00Z" };
const backwards = { start: window.end, end: window.start };
const literal = ({ start, end }: typeof window) => `{ start: "${start}", end: "${end}" }`;

describe("a page that is too large is refused before any call", () => {
  test.each<[string, string, Record<string, unknown>?]>([
    ["a literal", "{ users(first: 100000) { nodes { id } } }"],
    ["a variable", "query ($n: Int) { users(first: $n) { nodes { id } } }", { n: 100_000 }],
    ["a default", "query ($n: Int = 100000) { users(first: $n) { nodes { id } } }"],
    ["a negative number", "{ users(first: -1) { nodes { id } } }"],
    ["a field deep inside", "{ viewer { organization { users(first: 100000) { nodes { id } } } } }"],
    [
      "a fragment",
      "query ($n: Int) { viewer { ...U } } fragment U on User { organization { users(first: $n) { nodes { id } } } }",
      { n: 100_000 },
    ],
    [
      "an inline fragment",
      "{ viewer { ... on User { organization { users(first: 101) { nodes { id } } } } } }",
    ],
    ["a page of activities", `{ activities(window: ${literal(window)}, first: 501) { nodes { id } } }`],
  ])("by %s", async (_, document, variables) => {
    const { calls, execute } = gateway();
    const { data, errors } = await execute(document, variables);
    expect({ errors }).toMatchObject(badInput(/^first is -?\d+; it must be from 0 to [15]00\.$/));
    expect(data).toBeUndefined();
    expect(calls()).toEqual([]);
  });

  test("one document is checked anew with each set of variables", async () => {
    const { calls, execute, query } = gateway();
    const document = "query ($n: Int) { users(first: $n) { nodes { id } } }";
    expect((await query(document, { n: 100 })).users.nodes).toHaveLength(100);
    expect(await execute(document, { n: 101 })).toMatchObject(badInput(/first is 101/));
    expect(await execute(document, { n: 100_000 })).toMatchObject(badInput(/first is 100000/));
    expect((await query(document, { n: 1 })).users.nodes).toHaveLength(1);
    // Both pages are cut from the same one of the upstream.
    expect(calls()).toEqual(["web1on1 GET /users"]);
  });

  test("every size from 0 to 100 is answered with no more rows than that, and no other is", async () => {
    const { clock, calls, execute } = gateway();
    const sizes = fc.oneof(
      fc.integer({ min: -3, max: 104 }),
      fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    );
    await fc.assert(
      fc.asyncProperty(sizes, async (first) => {
        // Nothing that was read before is still good.
        await clock.advance(3_600_000);
        calls();
        const answer = await execute("query ($n: Int) { users(first: $n) { nodes { id } } }", { n: first });
        const allowed = first >= 0 && first <= 100;
        expect(answer.errors).toHaveLength(allowed ? 0 : 1);
        if (allowed) expect(answer.data.users.nodes).toHaveLength(first);
        expect(calls()).toEqual(allowed && first > 0 ? ["web1on1 GET /users"] : []);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a window that cannot be used is refused before any call", () => {
  const deep = (value: string) =>
    `${value === "$w" ? "query ($w: TimeWindow!) " : ""}{ account(by: { domain: "${showcase.account.domain}" }) { organization { users { nodes { person { activities(window: ${value}) { nodes { id } } } } } } } }`;
  const tooLong = { start: "2026-03-01T00:00:00Z", end: "2026-04-01T00:00:01Z" };

  test.each<[string, string, RegExp, Record<string, unknown>?]>([
    ["ends before it starts, by literal", deep(literal(backwards)), /end must be after/],
    ["ends before it starts, by variable", deep("$w"), /end must be after/, { w: backwards }],
    ["is empty", deep("$w"), /end must be after/, { w: { start: window.start, end: window.start } }],
    ["is longer than 31 days", deep("$w"), /longer than 31 days/, { w: tooLong }],
    [
      "stands in the input of a write",
      "mutation ($i: DeleteActivitiesInput!) { deleteActivities(input: $i) { agentIds } }",
      /end must be after/,
      { i: { window: backwards, people: [{ email: "nobody@staff.example" }] } },
    ],
    [
      "stands in one of many inputs",
      "mutation ($i: CreateActivitiesInput!) { createActivities(input: $i) { activityIds } }",
      /end must be after/,
      {
        i: {
          onConflict: "REPLACE",
          activities: [window, backwards].map((span) => ({
            person: { id: showcase.person.personId },
            typeId: showcase.shiftTypeId,
            window: span,
          })),
        },
      },
    ],
  ])("that %s", async (_, document, message, variables) => {
    const { calls, execute } = gateway();
    expect(await execute(document, variables)).toMatchObject(badInput(message));
    expect(calls()).toEqual([]);
  });

  test("and nothing of the operation runs, writes before it included", async () => {
    const { calls, execute } = gateway();
    const write = `updateUser(id: "${showcase.person.userId}", input: { givenName: "Changed" })`;
    const document = `mutation { ${write} { user { person { activities(window: ${literal(backwards)}) { nodes { id } } } } } }`;
    expect(await execute(document)).toMatchObject(badInput(/end must be after/));
    expect(calls()).toEqual([]);
  });
});

describe("lists and maps in arguments", () => {
  const patch = `mutation ($i: UpdateUserInput!) { updateUser(id: "${showcase.person.userId}", input: $i) { userId } }`;
  const notices = (count: number) => ({
    i: { settings: { notifications: Array.from({ length: count }, () => "chat") } },
  });

  test("a list of more than 250 is refused before any call, one of 250 is not", async () => {
    const { calls, execute } = gateway();
    const refused = /^input\.settings\.notifications holds 251; it may hold 250\.$/;
    expect(await execute(patch, notices(251))).toMatchObject(badInput(refused));
    expect(await execute(patch, notices(10_000))).toMatchObject(badInput(/holds 10000/));
    expect(calls()).toEqual([]);
    expect(await execute(patch, notices(250))).toMatchObject({ errors: [] });
    expect(calls()).toEqual([
      `web1on1 GET /users/${showcase.person.userId}`,
      `web1on1 PATCH /users/${showcase.person.userId}`,
    ]);
  });

  test("lists in free-form maps are the client's own", async () => {
    const { calls, query } = gateway();
    const meta = { numbers: Array.from({ length: 1_000 }, (_, place) => place) };
    const document = `mutation ($m: JSONObject) { updateUser(id: "${showcase.person.userId}", input: { meta: $m }) { user { meta } } }`;
    expect((await query(document, { m: meta })).updateUser.user.meta.numbers).toEqual(meta.numbers);
    expect(calls()).toEqual([
      `web1on1 GET /users/${showcase.person.userId}`,
      `web1on1 PATCH /users/${showcase.person.userId}`,
    ]);
  });

  test("a map of more than 50 levels is refused before any call", async () => {
    const nested = (levels: number): unknown =>
      Array.from({ length: levels }).reduce((inner, _, place) => (place % 2 ? [inner] : { inner }), "end");
    const { calls, execute } = gateway();
    const document = `mutation ($m: JSONObject) { createUser(input: { email: "deep@map.example", meta: $m }) { userId } }`;
    for (const levels of [51, 501]) {
      expect(await execute(document, { m: nested(levels) })).toMatchObject(
        badInput(/^input\.meta is nested too deeply/),
      );
    }
    expect(calls()).toEqual([]);
    expect(await execute(document, { m: nested(49) })).toMatchObject({ errors: [] });
    expect(calls()).toEqual(["web1on1 POST /users"]);
  });
});

describe("a number that JSON has no text for is refused before any call, as it would clear what it is written to", () => {
  test.each(["1e999", "-1e999", `1${"0".repeat(400)}`])("%s", async (number) => {
    const { calls, execute } = gateway();
    const refused = (name: string) =>
      badInput(new RegExp(`^input\\.${name} holds a number that is too large`));
    const write = (field: string) =>
      `mutation { updateAccount(by: { domain: "acme.example" }, input: { ${field} }) { accountId } }`;
    expect(await execute(write(`contractValue: ${number}`))).toMatchObject(refused("contractValue"));
    const map = write(`additionalProperties: { deep: [{ spend: ${number} }] }`);
    expect(await execute(map)).toMatchObject(refused("additionalProperties"));
    const variables = { m: { spend: Number(number) } };
    const document = `mutation ($m: JSONObject) { updateAccount(by: { domain: "acme.example" }, input: { additionalProperties: $m }) { accountId } }`;
    expect(await execute(document, variables)).toMatchObject(refused("additionalProperties"));
    expect(calls()).toEqual([]);
  });
});

describe("a whole number in a map that would be written in other digits is refused before any call", () => {
  const write = (id: string) =>
    `mutation { updateUser(id: "${showcase.person.userId}", input: { meta: { crm: [{ id: ${id} }] } }) { userId } }`;

  test.each(["9007199254740993", "-9007199254740993", "12345678901234567891"])("%s", async (number) => {
    const { calls, execute } = gateway();
    expect((await execute(write(number))).errors).toMatchObject([
      {
        message: "JSONObject holds a number that would be rounded; send it as a string.",
        locations: [{}],
      },
    ]);
    expect(calls()).toEqual([]);
  });

  test.each(["9007199254740991", "9007199254740992", "-0", '"9007199254740993"'])(
    "%s is written",
    async (id) => {
      const { calls, execute } = gateway();
      expect(await execute(write(id))).toMatchObject({ errors: [] });
      expect(calls()).toHaveLength(2);
    },
  );
});

describe("an argument may state a limit of its own", () => {
  const schema = buildSchema(`
    directive @longest(days: Int!) on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
    directive @most(entries: Int!) on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
    scalar DateTime
    input TimeWindow { start: DateTime!, end: DateTime! }
    input Rows { rows: [Int!]! @most(entries: 1000), window: TimeWindow @longest(days: 2) }
    type Query { read(window: TimeWindow @longest(days: 60), ids: [Int!] @most(entries: 3), of: Rows): Int }
  `);
  const check = createArgumentsCheck(schema);
  const checked = (document: string, variables: Record<string, unknown> = {}) => {
    const parsed = parse(document);
    const [operation] = parsed.definitions;
    check(parsed, operation as OperationDefinitionNode, variables);
  };
  const ofDays = (days: number) => {
    const start = new Date("2026-03-01T00:00:00Z");
    return { start, end: new Date(start.getTime() + days * 86_400_000) };
  };

  test.each([
    ["the days of a window", "query ($v: TimeWindow) { read(window: $v) }", ofDays(60), ofDays(61)],
    [
      "the days of a window in an input",
      "query ($v: Rows) { read(of: $v) }",
      { rows: [], window: ofDays(2) },
      { rows: [], window: ofDays(3) },
    ],
    ["the entries of a list", "query ($v: [Int!]) { read(ids: $v) }", [1, 2, 3], [1, 2, 3, 4]],
    [
      "the entries of a list in an input",
      "query ($v: Rows) { read(of: $v) }",
      { rows: Array(1000).fill(1) },
      { rows: Array(1001).fill(1) },
    ],
  ])("for %s", (_, document, most, more) => {
    expect(() => checked(document, { v: most })).not.toThrow();
    expect(() => checked(document, { v: more })).toThrow(/longer than (60|2) days|it may hold (3|1000)\./);
  });
});

describe("what is not asked for is not checked", () => {
  test("another operation of the document, and the fragments that only it uses", async () => {
    const { calls, gateway: made } = gateway();
    const query = `query Good { viewer { ...Name } }
      query Bad($w: TimeWindow!) { viewer { ...Day ...All } users(first: 100000) { nodes { id } } }
      fragment Name on User { status }
      fragment Day on User { person { activities(window: $w) { nodes { id } } } }
      fragment All on User { organization { users(first: 100000) { nodes { id } } } }`;
    const { body } = await made.apollo.executeOperation(
      { query, operationName: "Good" },
      { contextValue: made.contextFor(made.waiterFor(new Cancellation())) },
    );
    expect(body).toMatchObject({ singleResult: { data: { viewer: { status: "ACTIVE" } } } });
    expect(calls()).toEqual(["web1on1 GET /users/me"]);
  });

  test("variables of the wrong type are told as such", async () => {
    const { calls, execute } = gateway();
    const document = "query ($n: Int!) { users(first: $n) { nodes { id } } }";
    const answers = [
      await execute(document, { n: "ten" }),
      await execute(document),
      await execute(document, { n: 2 ** 31 }),
    ];
    for (const answer of answers) expect(answer).toMatchObject(badInput(/^Variable "\$n"/));
    expect(calls()).toEqual([]);
  });

  test("a null where a default made the variable optional is an error at its path", async () => {
    const { calls, execute } = gateway();
    const document = 'query ($id: ID = "x") { viewer { status } role(id: $id) { name } }';
    const { data, errors } = await execute(document, { id: null });
    expect(data).toEqual({ viewer: { status: "ACTIVE" }, role: null });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    expect(calls()).toEqual(["web1on1 GET /users/me"]);
  });
});
