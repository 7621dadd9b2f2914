import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { exactBodyCapBytes } from "../../src/rest/message/response.ts";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { gateway, type TestGateway } from "../support/gateway.ts";
import { codes } from "./session/logging-in.ts";
import { unknownId, writes } from "./upstream.ts";

const ids = { User: showcase.person.userId, Organization: showcase.account.organizationId };
type Type = keyof typeof ids;

const pathOf = (type: Type): string => `/${type.toLowerCase()}s/${ids[type]}`;
const readOf = (type: Type): string => `web1on1 GET ${pathOf(type)}`;
const writeOf = (type: Type): string => `web1on1 PATCH ${pathOf(type)}`;

/**
 * Sends an update of an object that has these fields stored.
 * @param fields as the text between the braces, as it comes over the wire.
 */
async function update(made: TestGateway, type: Type, fields: string | Uint8Array, input: object) {
  const noun = `${type.toLowerCase()}s`;
  const text = Buffer.concat([Buffer.from(`{"id":"${ids[type]}",`), Buffer.from(fields), Buffer.from("}")]);
  made.sandbox.web1on1.inject({ row: `${noun}.get`, times: 1, reply: { status: 200, stream: once(text) } });
  const answered = { status: 200, body: { id: ids[type] } };
  made.sandbox.web1on1.inject({ row: `${noun}.update`, times: 1, reply: answered });
  return made.execute(
    `mutation ($id: ID!, $input: Update${type}Input!) { update${type}(id: $id, input: $input) { ${type.toLowerCase()}Id } }`,
    { id: ids[type], input },
  );
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const sentBy = (made: TestGateway): unknown[] => writes(made).map(({ body }) => body);

/** Values that would change if they were read as doubles, or written as JSON anew. */
const stored =
  '"id":9007199254740993,"limit":1E400,"tiny":1e-999,"zero":-0,"one":1.0,"many":1e2,"long":0.1000000000000000055511151231257827,' +
  '"half":"\\ud800","__proto__":{"deep":[12345678901234567890,{"a":-0.0}]},"toString":null';

/** One for all that succeeds; what fails would open its breaker. */
const made = gateway({ parts: { limits: false } });

beforeEach(() => {
  made.calls();
  made.sandbox.web1on1.clearJournal();
});

describe("what a merge does not touch goes back to the digit", () => {
  test.each<[Type, string, object, string]>([
    ["User", "meta", { new: 1 }, '"new":1'],
    ["User", "settings", { pushNotify: true }, '"pushNotify":true'],
    ["Organization", "meta", { new: 1 }, '"new":1'],
    ["Organization", "settings", { enableMail: true }, '"enableMail":true'],
    ["Organization", "profileFields", [{ name: "new", label: "New" }], '"new":{"label":"New"}'],
    ["Organization", "dataRetention", { length: 6 }, '"length":6'],
    ["Organization", "billingInfo", { version: 2 }, '"version":2'],
  ])("of %s.%s", async (type, name, patch, patched) => {
    const { errors } = await update(made, type, `"${name}":{${stored}}`, { [name]: patch });
    expect(errors).toEqual([]);
    expect(sentBy(made)).toEqual([`{"${name}":{${stored},${patched}}}`]);
    expect(made.calls()).toEqual([readOf(type), writeOf(type)]);
  });

  test("deep inside, and in what a patch replaces beside it", async () => {
    const fields = '"meta":{"a":{"b":{"keep":1E400,"drop":2},"c":9007199254740993},"n":9007199254740993}';
    await update(made, "User", fields, { meta: { a: { b: { drop: null } }, n: { in: 1 } } });
    expect(sentBy(made)).toEqual(['{"meta":{"a":{"b":{"keep":1E400},"c":9007199254740993},"n":{"in":1}}}']);
    expect(made.calls()).toEqual([readOf("User"), writeOf("User")]);
  });

  test("in the categories that stay", async () => {
    const otherId = unknownId.replace("0", "f");
    const fields = `"categories":[{"id":"${otherId}","name":"A","rank":1E400},null,{"id":"${unknownId}","name":"B","rank":-0}]`;
    const categories = [{ sourceId: otherId, name: "New" }, null, { sourceId: unknownId, name: "B" }];
    await update(made, "Organization", fields, { categories });
    expect(sentBy(made)).toEqual([
      `{"categories":[{"id":"${otherId}","name":"New","rank":1E400},null,{"id":"${unknownId}","name":"B","rank":-0}]}`,
    ]);
    expect(made.calls()).toEqual([readOf("Organization"), writeOf("Organization")]);
  });

  test("whatever it is", async () => {
    const number = fc.stringMatching(/^-?(0|[1-9]\d{0,25})(\.\d{1,25})?([eE][+-]?\d{1,3})?$/);
    // Names that are numbers change their order, which has no meaning.
    const name = fc.string({ unit: "binary", maxLength: 4 }).filter((text) => !/^\d+$/.test(text));
    const anyName = fc.oneof(fc.constantFrom("__proto__", "toString", "a", "b", "toJSON", "value"), name);
    const { value } = fc.letrec<{ value: string }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4, depthSize: "small" },
        number,
        fc.string({ unit: "binary" }).map((text) => JSON.stringify(text)),
        fc.constantFrom("null", "true", "false"),
        fc.array(tie("value"), { maxLength: 3 }).map((items) => `[${items.join(",")}]`),
        fc
          .uniqueArray(fc.tuple(anyName, tie("value")), { maxLength: 3, selector: ([key]) => key })
          .map((members) => textOf(members)),
      ),
    }));
    const members = fc.uniqueArray(fc.tuple(anyName, value), { maxLength: 6, selector: ([key]) => key });
    const patch = fc.dictionary(
      fc.constantFrom("a", "b", "c", "toString"),
      fc.constantFrom(true, "text", null),
    );
    await fc.assert(
      fc.asyncProperty(members, patch, async (before, changes) => {
        const after = new Map(before);
        for (const [key, change] of Object.entries(changes))
          if (change === null) after.delete(key);
          else after.set(key, JSON.stringify(change));
        made.sandbox.web1on1.clearJournal();
        const { errors } = await update(made, "User", `"meta":${textOf(before)}`, { meta: changes });
        expect(errors).toEqual([]);
        expect(sentBy(made)).toEqual([`{"meta":${textOf([...after])}}`]);
      }),
      { numRuns: 50 },
    );
  });
});

const textOf = (members: readonly (readonly [string, string])[]): string =>
  `{${members.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(",")}}`;

const nested = (levels: number, middle: string): string =>
  `${'{"a":'.repeat(levels)}${middle}${"}".repeat(levels)}`;

describe("nothing is written when what is stored cannot go back as it came:", () => {
  test.each<[string, Type, string | Uint8Array, object]>([
    ["bytes that are no UTF-8", "User", Buffer.from('"meta":{"name":"José"}', "latin1"), { meta: { a: 1 } }],
    ["a key that stands twice", "User", '"meta":{"a":1,"b":{"x":1,"x":2}}', { meta: { a: 2 } }],
    ["numbers that differ in spelling alone", "User", '"meta":{"b":{"x":1,"x":1.0}}', { meta: { a: 2 } }],
    ["300 levels", "User", `"meta":${nested(300, "1")}`, { meta: { b: 1 } }],
    ["100 000 levels", "Organization", `"meta":${nested(100_000, "1")}`, { meta: { b: 1 } }],
    ["more than 256 kB", "User", `"meta":{"a":"${"x".repeat(exactBodyCapBytes)}"}`, { meta: { b: 1 } }],
    ["text in place of an object", "User", '"meta":"legacy"', { meta: { a: 1 } }],
    ["a number in place of an object", "User", '"meta":7', { meta: { a: 1 } }],
    [
      "a list in place of an object",
      "Organization",
      '"profileFields":["name"]',
      { profileFields: [{ name: "a", label: "A" }] },
    ],
    ["a map in place of slots", "Organization", '"categories":{"0":{"name":"A"}}', { categories: [] }],
    ["text in place of a slot", "Organization", '"categories":["A"]', { categories: [null] }],
  ])("%s", async (_, type, fields, input) => {
    const made = gateway();
    const answer = await update(made, type, fields, input);
    expect(answer.data).toEqual({ [`update${type}`]: null });
    expect(codes(answer)).toEqual(["UPSTREAM_INVALID_RESPONSE"]);
    expect(answer.errors[0]?.extensions).toMatchObject({ system: "web1on1" });
    expect(made.calls()).toEqual([readOf(type)]);
  });

  test.each(["null", "{}", "[]"])("but %s holds nothing that could be lost", async (before) => {
    await update(made, "User", `"meta":${before}`, { meta: { a: 1 } });
    expect(sentBy(made)).toEqual(['{"meta":{"a":1}}']);
    expect(made.calls()).toEqual([readOf("User"), writeOf("User")]);
  });

  test("and 200 levels go back", async () => {
    await update(made, "User", `"meta":${nested(198, "1E400")}`, { meta: { b: 1 } });
    expect(sentBy(made)).toEqual([`{"meta":${nested(198, "1E400").slice(0, -1)},"b":1}}`]);
    expect(made.calls()).toEqual([readOf("User"), writeOf("User")]);
  });
});
