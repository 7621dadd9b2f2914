import { type GraphQLObjectType, getIntrospectionQuery } from "graphql";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadOperations } from "../../src/client/operations.ts";
import { exampleVariables } from "../../src/client/tabs.ts";
import { createSchema } from "../../src/graphql/schema.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { testNowMs } from "../support/clock.ts";
import { type Answer, gateway } from "../support/gateway.ts";
import { planned } from "../support/planned.ts";

const made = gateway();
const { calls, clock, sandbox } = made;
const window = '{ start: "2026-02-15T00:00:00Z", end: "2026-03-17T00:00:00Z" }';
const { userId } = showcase.person;

/** Runs an operation for as long as it takes. */
async function answered(document: string, variables = {}, asked = made): Promise<Answer> {
  let ended = false;
  const answer = asked.execute(document, variables).finally(() => {
    ended = true;
  });
  while (!ended) await asked.clock.advance(10);
  return answer;
}

// The first operation waits for files, and the clock must not.
beforeAll(async () => void (await made.query("{ __typename }")), 60_000);
beforeEach(() => void calls());

const nested = (first: string, levels: number): string =>
  `users(first: ${first}) { nodes { ${levels > 1 ? `organization { ${nested(first, levels - 1)} }` : "id"} } }`;

describe("pages whose product is more than an answer may hold are refused before any call", () => {
  const activities = (inner: string, first = "") =>
    `activities(window: ${window}${first}) { nodes { id ${inner} } }`;

  test.each<[string, string, number, Record<string, unknown>?]>([
    ["three levels of 100", `{ ${nested("100", 3)} }`, 1_030_301],
    ["two", `{ ${nested("100", 2)} }`, 10_301],
    ["by a variable", `query ($n: Int) { ${nested("$n", 3)} }`, 1_030_301, { n: 100 }],
    ["by the default of a variable", `query ($n: Int = 100) { ${nested("$n", 3)} }`, 1_030_301],
    ["by default", `{ ${nested("null", 4)} }`, 185_261],
    [
      "by aliases",
      `{ viewer { organization { ${"abcdefghijk".replace(/./g, (name) => `${name}: ${nested("30", 2)} `)} } } }`,
      10_903,
    ],
    [
      "in fragments",
      `{ users(first: 100) { ...C } } fragment C on UserConnection { nodes { ... on User { organization { ${nested("100", 1)} } } } }`,
      10_301,
    ],
    [
      "as edges",
      "{ users(first: 100) { edges { node { organization { users(first: 100) { edges { cursor node { id } } } } } } } }",
      10_301,
    ],
    ["a window in a window", `{ ${activities(`person { ${activities("")} }`)} }`, 250_004],
    [
      "a page of 500 for each of 100",
      `{ people(first: 100) { nodes { ${activities("", ", first: 500")} } } }`,
      50_201,
    ],
    [
      "introspection",
      `{ ${"abcdefghijklmnopqrst".replace(/./g, (name) => `${name}: __schema { ...S } `)} } ${schemaFragment()}`,
      0,
    ],
  ])("%s", async (_, document, objects, variables) => {
    const { data, errors } = await made.execute(document, variables);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", retryable: false } }]);
    expect(errors[0]?.message).toMatch(
      new RegExp(
        `^The answer may hold ${objects || "\\d+"} objects; it may hold 10000\\. Ask for smaller pages or fewer levels\\.$`,
      ),
    );
    expect(calls()).toEqual([]);
  });

  test("a plan of it is refused as well", async () => {
    const { errors, plan } = await planned(made, `{ ${nested("100", 3)} }`);
    expect([errors[0]?.extensions.code, plan]).toEqual(["BAD_USER_INPUT", undefined]);
    expect(calls()).toEqual([]);
  });

  test("a document is counted anew with each set of variables", async () => {
    const document = `query ($n: Int!) { ${nested("$n", 3)} }`;
    expect((await answered(document, { n: 2 })).errors).toEqual([]);
    expect(calls()).toContain("web1on1 GET /users");
    expect((await made.execute(document, { n: 100 })).errors).toHaveLength(1);
    expect(calls()).toEqual([]);
  });
});

test.each(loadOperations())("$name holds few enough", async ({ document, name }) => {
  const { errors } = await planned(made, document, exampleVariables(testNowMs)[name]);
  expect(errors).toEqual([]);
  expect(calls()).toEqual([]);
});

test("tools may ask for the whole schema", async () => {
  const options = { descriptions: true, schemaDescription: true, specifiedByUrl: true, oneOf: true };
  const all = { ...options, directiveIsRepeatable: true, inputValueDeprecation: true };
  const { data } = await answered(getIntrospectionQuery(all));
  expect(data.__schema.types.length).toBeGreaterThan(100);
  expect(calls()).toEqual([]);
});

/** Every field of every type. */
function schemaFragment(): string {
  return "fragment S on __Schema { types { name fields { name args { name type { name } } type { name } } } }";
}

describe("what no plan knows is counted as it comes", () => {
  test("objects beyond the limit are null with an error of their own, and nobody is asked for them", async () => {
    const month = `{ people(first: 100) { nodes { id activities(window: ${window}) { nodes { id type { name } person { id } } } } } }`;
    const { data, errors } = await answered(month);
    expect(new Set(errors.map(({ message }) => message))).toEqual(
      new Set(["The answer holds 10001 objects; it may hold 10000. Ask for smaller pages or fewer levels."]),
    );
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(["BAD_USER_INPUT"]));
    // What is there already stays.
    expect(data.people.nodes).toHaveLength(100);
    expect(data.people.nodes[0].activities.nodes[0].type.name).toEqual(expect.any(String));
    expect(data.people.nodes[99].activities).toBeNull();
    expect(calls()).toEqual(["assembled GET /v0/people", "assembled GET /v0/activities"]);
  });
});

describe("of many errors", () => {
  test("100 stand, and one more says how many are left out", async () => {
    await clock.advance(3_600_000);
    calls();
    const end = sandbox.assembled.inject({ row: "*", reply: { status: 503 } });
    const { data, errors } = await answered(
      "{ users(first: 100) { nodes { id person { id } again: person { id } } } teams { id } }",
    );
    end();
    expect(data.users.nodes).toHaveLength(100);
    expect(errors).toHaveLength(102);
    expect(errors.at(-1)).toMatchObject({
      message: "100 more fields failed, whose errors are left out; ask for less at once to see them.",
      extensions: { code: "UPSTREAM_UNAVAILABLE", retryable: true },
    });
    // Those of root fields are never left out.
    expect(errors.filter(({ path }) => path?.length === 1)).toMatchObject([{ path: ["teams"] }]);
    expect(calls().filter((call) => call.startsWith("web1on1"))).toEqual(["web1on1 GET /users"]);
  });

  test("a fault of the gateway is told and logged, however many calls failed before it", async () => {
    const schema = createSchema();
    const field = schema.getType("User") as GraphQLObjectType;
    const made = gateway({ parts: { schema } });
    made.sandbox.assembled.inject({ row: "*", reply: { status: 503 } });
    let left = 100;
    // One that is not read from its row alone.
    Object.assign(field.getFields().organization ?? {}, {
      resolve: async () => {
        left -= 1;
        if (left > 0) return null;
        await new Promise<void>((resolve) => void made.clock.after(9_000, resolve));
        throw new TypeError("of the gateway");
      },
    });
    const { errors = [] } = await answered(
      "{ users(first: 100) { nodes { person { id } again: person { id } organization { id } } } }",
      {},
      made,
    );
    const codes = errors.map(({ extensions }) => extensions?.code);
    expect(codes.filter((code) => code === "INTERNAL_SERVER_ERROR")).toHaveLength(1);
    expect(errors).toHaveLength(101);
    expect(made.logLines.filter((line) => JSON.parse(line).level >= 50)).toHaveLength(1);
  });
});

describe("an answer of more than 10 MB", () => {
  const aliases = (count: number) => Array.from({ length: count }, (_, i) => `m${i}: meta`).join(" ");
  const user = { id: userId, email: "large@user.example", meta: { text: "x".repeat(400_000) } };
  const tooLarge = (rest: string) => [
    {
      message: `The answer is larger than 10 MB, so that ${rest} sent; ask for less at once.`,
      extensions: expect.objectContaining({ code: "BAD_USER_INPUT", retryable: false }),
    },
  ];

  test("is not sent", async () => {
    await clock.advance(3_600_000);
    const end = sandbox.web1on1.inject({ row: "users.get", reply: { status: 200, body: user } });
    const ask = (count: number) => answered(`{ user(by: { id: "${userId}" }) { ${aliases(count)} } }`);
    const { data, errors } = await ask(26);
    expect([data, errors]).toEqual([null, tooLarge("nothing of it is")]);
    expect((await ask(24)).errors).toEqual([]);
    end();
    expect(calls()).toEqual([`web1on1 GET /users/${userId}`]);
  });

  test("of escaped text is not sent either", async () => {
    await clock.advance(3_600_000);
    const meta = { text: "\u0001".repeat(400_000) };
    const end = sandbox.web1on1.inject({ row: "users.get", reply: { status: 200, body: { ...user, meta } } });
    const { data, errors } = await answered(`{ user(by: { id: "${userId}" }) { ${aliases(5)} } }`);
    end();
    expect([data, errors]).toEqual([null, tooLarge("nothing of it is")]);
    expect(calls()).toEqual([`web1on1 GET /users/${userId}`]);
  });

  test("says what was written, if it is a mutation's", async () => {
    const end = sandbox.web1on1.inject({ row: "users.update", reply: { status: 200, body: user } });
    const write = `updateUser(id: "${userId}", input: { givenName: "Ada" }) { __typename userId user { ${aliases(26)} } }`;
    const { data, errors } = await answered(`mutation { ${write} }`);
    end();
    expect(data).toEqual({
      updateUser: { __typename: "UpdateUserPayload", userId: `gid://web1on1/User/${userId}`, user: null },
    });
    expect(errors).toEqual(tooLarge("only the ids of what was written are"));
    expect(calls()).toEqual([`web1on1 PATCH /users/${userId}`]);
  });

  const { personId } = showcase.person;
  const person = {
    id: personId,
    first_name: "Ada",
    last_name: "Large",
    email: "ada@staff.example",
    platforms: { text: "x".repeat(400_000) },
  };
  const platforms = Array.from({ length: 26 }, (_, i) => `p${i}: platforms`).join(" ");
  const globalId = `gid://assembled/Person/${personId}`;
  const input = `{ firstName: "Ada", lastName: "Large", email: "ada@staff.example", timezone: "UTC", roleId: "${personId}", staffable: true }`;

  test.each([
    [
      "people.create",
      { people: [person] },
      `createPeople(input: { people: [${input}] }) { personIds people { ${platforms} } }`,
      { createPeople: { personIds: [globalId], people: null } },
    ],
    [
      "people.get",
      person,
      `deletePerson(id: "${personId}") { deletedPersonId person { ${platforms} } }`,
      { deletePerson: { deletedPersonId: globalId, person: null } },
    ],
  ])("says which were written, or deleted, by their ids: %s", async (row, body, write, data) => {
    const made = gateway();
    made.sandbox.assembled.inject({ row, reply: { status: 200, body } });
    const answer = await answered(`mutation { ${write} }`, {}, made);
    expect(answer.data).toEqual(data);
    expect(answer.errors).toEqual(tooLarge("only the ids of what was written are"));
  });
});

describe("time is up for fields as well", () => {
  // The text of fields of a row is kept with it, so that they take no time.
  const organizations = Array.from({ length: 10 }, (_, i) => `o${i}: organization { name }`).join(" ");
  const query = `{ viewer { id email } users(first: 100) { nodes { id email displayName ${organizations} } } }`;

  /** A gateway that has everything there, and whose clock moves so far with each look from then on. */
  async function hurried(stepMs: number) {
    let movedMs = 0;
    let moves = 0;
    const slow = {
      nowMs: () => {
        movedMs += moves;
        return clock.nowMs() + movedMs;
      },
      dateMs: clock.dateMs,
      after: clock.after,
    };
    const made = gateway({ parts: { clock: slow } });
    await made.query(query);
    made.calls();
    moves = stepMs;
    return made;
  }

  test("what is not finished by then is null with an error, and the rest is answered", async () => {
    const late = await hurried(1_000);
    const { data, errors } = await late.execute(query);
    expect(data.users.nodes).toHaveLength(100);
    expect(data.users.nodes[99]).toMatchObject({ displayName: expect.any(String), o9: null });
    // It began before the page was put together.
    expect(data.viewer).toMatchObject({ email: "gateway@web1on1.example" });
    expect(errors[0]).toMatchObject({
      message: "The operation was not finished within its time; ask for less at once or try again.",
      extensions: { code: "UPSTREAM_TIMEOUT", retryable: true },
    });
    expect(errors[0]?.path?.slice(0, 2)).toEqual(["users", "nodes"]);
    expect(late.calls()).toEqual([]);
  });

  test("what is finished in time is whole", async () => {
    const made = await hurried(1);
    expect((await made.execute(query)).errors).toEqual([]);
    expect(made.calls()).toEqual([]);
  });
});
