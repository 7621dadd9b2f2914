import fc from "fast-check";
import { expect, test } from "vitest";
import { showcase } from "../../src/sandbox/data/showcase.ts";
import { mergePatch } from "../../src/web1on1/merging/merge-patch.ts";
import { gateway } from "../support/gateway.ts";
import { stored } from "./upstream.ts";

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type JsonMap = { [name: string]: Json };

const isMap = (value: Json | undefined): value is JsonMap =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The definition of RFC 7396, section 2, word by word. */
function definition(target: Json | undefined, patch: Json): Json {
  if (!isMap(patch)) return patch;
  const result = isMap(target) ? structuredClone(target) : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = definition(result[name], value);
  }
  return result;
}

// Few names, so that stored values and patches meet at them.
const name = fc.constantFrom("a", "b", "c", "toString");
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    fc.constantFrom<Json>(null, true, 0, "", "text"),
    fc.array(tie("json"), { maxLength: 2 }),
    fc.dictionary(name, tie("json"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
const map = fc.dictionary(name, json, { maxKeys: 4, noNullPrototype: true }) as fc.Arbitrary<JsonMap>;

test("a merge patch does what RFC 7396 defines, and changes neither of its inputs", () => {
  fc.assert(
    fc.property(json, map, (target, patch) => {
      const before = structuredClone({ target, patch });
      expect(mergePatch(target, patch)).toStrictEqual(definition(target, patch));
      expect({ target, patch }).toStrictEqual(before);
    }),
    { numRuns: 2_000 },
  );
});

test("names that objects have by nature are names like any other", () => {
  const patch = JSON.parse('{ "__proto__": { "constructor": { "x": 1 } } }');
  const merged = mergePatch(JSON.parse('{ "__proto__": { "y": 2 } }'), patch);
  expect(JSON.stringify(merged)).toBe('{"__proto__":{"y":2,"constructor":{"x":1}}}');
  expect({}).not.toHaveProperty("x");
  expect({}).not.toHaveProperty("y");
});

// RFC 7396, appendix A: those whose target and patch are objects.
test.each<[Json, Json, Json]>([
  [{ a: "b" }, { a: "c" }, { a: "c" }],
  [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
  [{ a: "b" }, { a: null }, {}],
  [{ a: "b", b: "c" }, { a: null }, { b: "c" }],
  [{ a: ["b"] }, { a: "c" }, { a: "c" }],
  [{ a: "c" }, { a: ["b"] }, { a: ["b"] }],
  [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
  [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
])("the upstream keeps %j patched with %j as %j", async (target, patch, result) => {
  const made = gateway();
  const { userId } = showcase.person;
  const user = { ...(await stored(made, `/users/${userId}`)), meta: target };
  made.sandbox.web1on1.inject({ row: "users.get", times: 1, reply: { status: 200, body: user } });
  await made.query(
    "mutation ($id: ID!, $meta: JSONObject) { updateUser(id: $id, input: { meta: $meta }) { userId } }",
    { id: userId, meta: patch },
  );
  expect((await stored(made, `/users/${userId}`)).meta).toEqual(result);
  expect(made.calls()).toEqual([`web1on1 GET /users/${userId}`, `web1on1 PATCH /users/${userId}`]);
});
