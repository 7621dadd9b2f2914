import fc from "fast-check";
import { expect, test } from "vitest";
import { showcase } from "../../../src/sandbox/data/showcase.ts";
import { gateway } from "../../support/gateway.ts";
import { startServer } from "../../support/server.ts";
import { nouns } from "../nouns.ts";

const { accountId } = showcase.account;
const of = { account: { id: accountId } };
const odd = JSON.parse('{"__proto__":{"polluted":true},"constructor":1,"toString":null,"hasOwnProperty":[]}');
const oddNames = ["__proto__", "constructor", "toString", "hasOwnProperty"];
const write = (
  verb: "create" | "update",
) => `mutation ($of: AccountOrContactLookup!, $properties: JSONObject!) {
  ${verb}AdditionalProperties(input: { of: $of, properties: $properties }) { additionalProperties }
}`;
const remove = `mutation ($of: AccountOrContactLookup!, $names: [String!]!) {
  deleteAdditionalProperties(input: { of: $of, names: $names }) { additionalProperties }
}`;
const polluted = () => (({}) as { readonly polluted?: boolean }).polluted;

test.each([false, true])(
  "names that objects have by nature are written, read and deleted like any other, in a list (%s) or a map",
  async (additionalPropertiesAsList) => {
    const { query, execute, calls } = gateway({
      sandbox: { choices: { assembly: { additionalPropertiesAsList } } },
    });
    const before = await query("query ($of: AccountOrContactLookup!) { additionalProperties(of: $of) }", {
      of,
    });
    const own = Object.entries(before.additionalProperties);
    const written = await query(write("create"), { of, properties: odd });
    expect(Object.entries(written.createAdditionalProperties.additionalProperties)).toEqual([
      ...own,
      ...Object.entries(odd),
    ]);
    const again = await execute(write("create"), { of, properties: JSON.parse('{"__proto__":1}') });
    expect(again.errors).toMatchObject([{ extensions: { code: "CONFLICT" } }]);
    const literal = await query(`mutation {
      updateAdditionalProperties(
        input: { of: { account: { id: "${accountId}" } }, properties: { __proto__: { polluted: 2 } } }
      ) { additionalProperties }
    }`);
    expect(Object.entries(literal.updateAdditionalProperties.additionalProperties)).toContainEqual([
      "__proto__",
      { polluted: 2 },
    ]);
    const left = await query(remove, { of, names: oddNames });
    expect(Object.entries(left.deleteAdditionalProperties.additionalProperties)).toEqual(own);
    expect(polluted()).toBeUndefined();
    const [get, path] = [`assembly GET /add_props/accounts/${accountId}`, `/add_props/accounts/${accountId}`];
    expect(calls()).toEqual([
      get,
      `assembly POST ${path}`,
      get,
      `assembly POST ${path}`,
      `assembly PUT ${path}`,
      get,
      `assembly DELETE ${path}`,
      get,
    ]);
  },
);

test("they come through sockets, too, and so does the body of a DELETE", async () => {
  await using served = await startServer();
  const post = async (query: string, variables: object = {}) =>
    (await served.post({ query, variables })).json;
  // The door lets no JSON in that names a prototype; the text of an operation may.
  const refused = await post(write("create"), { of, properties: odd });
  expect(refused).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
  const literal = "{ __proto__: { polluted: true }, constructor: 1, toString: null, hasOwnProperty: [] }";
  const created = await post(`mutation {
    createAdditionalProperties(
      input: { of: { account: { id: "${accountId}" } }, properties: ${literal} }
    ) { additionalProperties }
  }`);
  expect(Object.entries(created.data.createAdditionalProperties.additionalProperties)).toEqual(
    expect.arrayContaining(Object.entries(odd)),
  );
  const deleted = await post(remove, { of, names: oddNames });
  expect(deleted.errors).toBeUndefined();
  const left = Object.keys(deleted.data.deleteAdditionalProperties.additionalProperties);
  expect(left.filter((name) => oddNames.includes(name))).toEqual([]);
  expect(polluted()).toBeUndefined();
  const bodies = served.sandbox.assembly.journal.map(({ method, body }) => [method, body]);
  expect(bodies).toEqual([
    ["POST", JSON.stringify(odd)],
    ["GET", ""],
    ["DELETE", JSON.stringify({ properties: oddNames })],
    ["GET", ""],
  ]);
});

test("any map of JSON comes back as it was sent", async () => {
  const made = gateway({ sandbox: { enforceLimits: false } });
  const name = fc.oneof(fc.constantFrom(...oddNames, "."), fc.string({ unit: "grapheme", minLength: 1 }));
  const properties = fc.dictionary(
    name.filter((text) => /[^\s\p{Cf}]/u.test(text)),
    fc.jsonValue(),
    { minKeys: 1, noNullPrototype: true },
  );
  await fc.assert(
    fc.asyncProperty(properties, fc.constantFrom(...nouns), async (sent, { field, id }) => {
      const asJson = JSON.stringify(sent);
      const variables = { of: { [field]: { id } }, properties: JSON.parse(asJson) };
      const { updateAdditionalProperties: after } = await made.query(write("update"), variables);
      for (const [key, value] of Object.entries(JSON.parse(asJson)))
        expect(Object.entries(after.additionalProperties)).toContainEqual([key, value]);
      await made.clock.advance(1_000);
    }),
    { numRuns: 60 },
  );
  expect(polluted()).toBeUndefined();
  expect(new Set(made.calls().map((call) => call.split(" ")[1]))).toEqual(new Set(["PUT", "GET"]));
});

test("what is no entry of a list is left out, and fails nothing of the page around it", async () => {
  const { query, calls, sandbox } = gateway();
  const malformed = [null, 7, "text", [], {}, { value: 1 }, { name: 5, value: 1 }, { name: null }];
  const good = [{ name: "a", value: { b: 1 } }, { name: "__proto__", value: 1 }, { name: "bare" }];
  const row = (id: string, additional_properties: unknown) => ({
    id,
    name: id,
    domain: "x.example",
    additional_properties,
  });
  const data = [row("a", [...malformed, ...good]), row("b", malformed), row("c", { plain: 1 })];
  sandbox.assembly.inject({
    row: "accounts.list",
    reply: { status: 200, body: { accounts: { data, has_next_page: false } } },
  });
  const { accounts } = await query("{ accounts { nodes { name additionalProperties } } }");
  expect(JSON.stringify(accounts.nodes)).toBe(
    JSON.stringify([
      { name: "a", additionalProperties: JSON.parse('{"a":{"b":1},"__proto__":1,"bare":null}') },
      { name: "b", additionalProperties: {} },
      { name: "c", additionalProperties: { plain: 1 } },
    ]),
  );
  expect(calls()).toEqual(["assembly GET /accounts"]);
});

test.each(["text", 7, true])(
  "properties that are %j are an error of their own field alone",
  async (value) => {
    const { execute, calls, sandbox } = gateway();
    const account = { id: accountId, name: "A", domain: "a.example", additional_properties: value };
    sandbox.assembly.inject({ row: "accounts.getById", reply: { status: 200, body: { account } } });
    const { data, errors } = await execute(
      `{ account(by: { id: "${accountId}" }) { name additionalProperties } }`,
    );
    expect(data).toEqual({ account: { name: "A", additionalProperties: null } });
    expect(errors).toMatchObject([
      { path: ["account", "additionalProperties"], extensions: { code: "UPSTREAM_INVALID_RESPONSE" } },
    ]);
    expect(calls()).toEqual([`assembly GET /accounts/${accountId}`]);
  },
);

test.each([null, undefined])(
  "an object whose properties are answered as %j has an empty map of them",
  async (none) => {
    const { query, calls, sandbox } = gateway();
    sandbox.assembly.inject({
      row: "additionalProperties.getForAccount",
      reply: { status: 200, body: { id: accountId, additional_properties: none } },
    });
    expect(
      await query("query ($of: AccountOrContactLookup!) { additionalProperties(of: $of) }", { of }),
    ).toEqual({
      additionalProperties: {},
    });
    expect(calls()).toEqual([`assembly GET /add_props/accounts/${accountId}`]);
  },
);
