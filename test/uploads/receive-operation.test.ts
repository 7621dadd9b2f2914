import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { operationLimits } from "../../src/limits.ts";
import { isUpload } from "../../src/uploads/upload.ts";
import { settled, testClock } from "../support/clock.ts";
import { fieldsFor, formBody, formType, inPieces, openSource, received, type SentPart } from "./form-body.ts";

const whole = 65_536;
const operations = (content: unknown): SentPart => ({
  name: "operations",
  content: typeof content === "string" ? content : JSON.stringify(content),
});
const mapOf = (content: unknown): SentPart => ({
  name: "map",
  content: typeof content === "string" ? content : JSON.stringify(content),
});
const withFile = { query: "{ a }", variables: { file: null } };
const oneFile = { 0: ["variables.file"] };
const file: SentPart = { name: "0", content: "abc", filename: "a.txt" };

const refusalOf = (parts: readonly SentPart[], type = formType) =>
  received(inPieces(formBody(parts), whole), testClock(), type).then(
    () => "received",
    (error: { message: string; statusCode: number }) => `${error.statusCode}: ${error.message}`,
  );

test("uploads stand in the places of the nulls, before any file has come", async () => {
  const variables = { input: { files: [null, null], title: "x", none: null } };
  const map = { 0: ["variables.input.files.0"], b: ["variables.input.files.1"] };
  const form = formBody([operations({ query: "{ a }", operationName: "A", variables }), mapOf(map)]);
  const source = openSource();
  // The last line tells that the map is whole, and may as well begin a file.
  source.push(form.subarray(0, form.lastIndexOf("--\r\n")));
  const { body } = await received(source);
  expect(body).toEqual({
    query: "{ a }",
    operationName: "A",
    variables: { input: { files: [{ name: "0" }, { name: "b" }], title: "x", none: null } },
  });
  const { files } = (body as { variables: { input: { files: unknown[] } } }).variables.input;
  expect(files.map(isUpload)).toEqual([true, true]);
});

test("fields may carry the marks of files, as those that clients send as blobs do", async () => {
  const parts = [operations(withFile), mapOf(oneFile)].map((part) => ({
    ...part,
    filename: "blob",
    type: "application/json",
  }));
  const { body } = await received(inPieces(formBody([...parts, file]), 7));
  expect(body).toEqual({ ...withFile, variables: { file: { name: "0" } } });
});

describe("a form is refused, and told what it should be,", () => {
  const order = "A multipart request has the fields operations and map, then the files;";
  const shape = 'map has to be JSON that gives each file its place: { "0": ["variables.file"] }.';
  const place = 'map has to give "0" a place in the variables, such as variables.file.';
  const noNull = (path: string) => `map puts "0" at "${path}", where the operation has no null.`;

  test.each<[string, readonly SentPart[], string]>([
    ["without anything in it", [], `${order} operations did not come in its place.`],
    ["with a file first", [file], `${order} operations did not come in its place.`],
    ["with the map first", [mapOf({}), operations("{}")], `${order} operations did not come in its place.`],
    ["without a map", [operations(withFile)], `${order} map did not come in its place.`],
    ["with a file for a map", [operations(withFile), file], `${order} map did not come in its place.`],
    ["with operations twice", [operations({}), operations({})], `${order} map did not come in its place.`],
    [
      "with many operations",
      [operations([withFile]), mapOf({})],
      "operations has to be one operation: { query, variables }.",
    ],
    [
      "with no operation",
      [operations("null"), mapOf({})],
      "operations has to be one operation: { query, variables }.",
    ],
    ["with a map that is no JSON", [operations(withFile), mapOf("{")], shape],
    ["with a map that is a list", [operations(withFile), mapOf([["variables.file"]])], shape],
    ["with a map that is null", [operations(withFile), mapOf("null")], shape],
    ["with a place that is no list", [operations(withFile), mapOf({ 0: "variables.file" })], shape],
    ["with a place that is no text", [operations(withFile), mapOf({ 0: [1] })], shape],
    ["with a file without a place", [operations(withFile), mapOf({ 0: [] })], shape],
    [
      "with a file in two places",
      [operations(withFile), mapOf({ 0: ["variables.file", "variables.file"] })],
      'map gives "0" two places; send the file once for each.',
    ],
    [
      "with two files in one place",
      [operations(withFile), mapOf({ 1: ["variables.file"], 0: ["variables.file"] })],
      'map puts "1" at "variables.file", where the operation has no null.',
    ],
    [
      "with more files than may come",
      [
        operations(withFile),
        mapOf(Object.fromEntries(Array.from({ length: 11 }, (_, at) => [at, ["variables.file"]]))),
      ],
      "map names 11 files; a request may bring 10.",
    ],
    ["with a place outside of the variables", [operations(withFile), mapOf({ 0: ["query"] })], place],
    ["with the variables for a place", [operations(withFile), mapOf({ 0: ["variables"] })], place],
    [
      "with a place in a batch",
      [operations(withFile), mapOf({ 0: ["0.variables.file"] })],
      'map has to give "0" a place in the variables, such as variables.file.',
    ],
    [
      "with a place that would replace what objects inherit from",
      [operations('{ "variables": { "__proto__": null } }'), mapOf({ 0: ["variables.__proto__"] })],
      noNull("variables.__proto__"),
    ],
    ...[
      "variables.nothing",
      "variables.file.deeper",
      "variables.list.length",
      "variables.list.1",
      "variables.list.00",
      "variables.list.-1",
      "variables.__proto__",
      "variables.__proto__.polluted",
      "variables.constructor",
      "variables.constructor.prototype.polluted",
      "variables.toString",
      "variables.",
      "variables.text.0",
    ].map((path): [string, readonly SentPart[], string] => [
      `with a place at ${path}`,
      [
        operations({ ...withFile, variables: { file: null, list: [null], text: "abc" } }),
        mapOf({ 0: [path] }),
      ],
      noNull(path),
    ]),
  ])("%s", async (_, parts, message) => {
    expect(await refusalOf(parts)).toBe(`400: ${message}`);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test.each([
    ["operations", [operations(" ".repeat(operationLimits.bodyBytes + 1))], operationLimits.bodyBytes],
    ["map", [operations(withFile), mapOf(" ".repeat(16_385))], 16_384],
  ])("with too large a field %s", async (name, parts, mostBytes) => {
    expect(await refusalOf(parts)).toBe(`413: ${name} is larger than ${mostBytes} bytes.`);
  });

  test.each(["multipart/form-data", "multipart/form-data; boundary", "multipart/mixed; boundary=edge"])(
    "of the type %s",
    async (type) => {
      expect(await refusalOf([operations(withFile)], type)).toBe(
        "400: The content type names no boundary; multipart/form-data has to.",
      );
    },
  );

  test("whose source breaks off", async () => {
    const source = openSource();
    source.push(formBody(fieldsFor(["0"])).subarray(0, 100));
    const refused = expect(received(source)).rejects.toThrow("The upload broke off before its end.");
    await settled();
    source.destroy();
    await refused;
  });
});

test("what comes before the files has 15 s to come, however steadily it does", async () => {
  const clock = testClock();
  const body = formBody(fieldsFor(["0"]));
  async function* trickle() {
    for (const byte of body) {
      yield Buffer.of(byte);
      await clock.advance(100);
    }
  }
  const refused = received(Readable.from(trickle(), { objectMode: false }), clock).catch((error) => error);
  expect(await refused).toMatchObject({ message: "The request came too slowly.", statusCode: 408 });
  expect(clock.pending).toBe(0);
});

/** JSON with nulls, and the paths that lead to them. */
const jsonWithNulls = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,3}$|^constructor$|^toString$/),
  fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constant(null),
      fc.integer(),
      fc.string(),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), tie("value"), { maxKeys: 3 }),
    ),
  })).value,
  { maxKeys: 4 },
);

function nullsIn(value: unknown, path: string): string[] {
  if (value === null) return [path];
  if (typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => nullsIn(inner, `${path}.${key}`));
}

test("whatever the variables, uploads take the places of the nulls that are named and of nothing else", async () => {
  await fc.assert(
    fc.asyncProperty(jsonWithNulls, fc.integer({ min: 1, max: 200 }), async (variables, pieceBytes) => {
      const places = nullsIn(variables, "variables").slice(0, 10);
      const map = Object.fromEntries(places.map((path, at) => [at, [path]]));
      const form = formBody([operations({ query: "{ a }", variables }), mapOf(map)]);
      const { body } = await received(inPieces(form, pieceBytes));
      const left = JSON.stringify(body, (_, value) => (isUpload(value) ? null : value));
      expect(left).toBe(JSON.stringify({ query: "{ a }", variables }));
      const named = places.map((path) =>
        path.split(".").reduce((holder, key) => (holder as Record<string, unknown>)[key], body),
      );
      expect(named).toEqual(places.map((_, at) => ({ name: String(at) })));
      expect(named.every(isUpload)).toBe(true);
    }),
  );
});

test("whatever the map, nothing but the variables changes", async () => {
  const key = fc.constantFrom("variables", "file", "list", "0", "__proto__", "constructor", "prototype", "");
  const path = fc.array(key, { maxLength: 5 }).map((keys) => keys.join("."));
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string(), fc.array(path)), async (map) => {
      const untouched = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
      const variables = { file: null, list: [null, { file: null }] };
      const form = formBody([operations({ query: "{ a }", variables }), mapOf(map)]);
      const outcome = await received(inPieces(form, whole)).then(
        ({ body }) => JSON.stringify(body, (_, value) => (isUpload(value) ? null : value)),
        (error) => error.statusCode,
      );
      await settled();
      expect([400, JSON.stringify({ query: "{ a }", variables })]).toContain(outcome);
      expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(untouched);
    }),
  );
});
