import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  defaultRequestOptions,
  type RequestOptions,
  readRequestOptions,
} from "../../src/graphql/request-options.ts";
import { createSchema } from "../../src/graphql/schema.ts";
import { type AnswerRequest, answerKey } from "../../src/server/answer-key.ts";
import { countRuns } from "../support/count-runs.ts";
import { startServer } from "../support/server.ts";

/** Everything that may change an answer; whatever comes to be added belongs here and into the key. */
interface Parts {
  readonly document: string;
  readonly variables: object;
  readonly operationName: string;
  readonly extensions: object;
  readonly accept: string;
  readonly cacheControl: string;
  readonly explain: "0" | "1" | "plan";
  readonly rights: string;
}

/** As a client has them. */
const everyRight = "assembled:read assembly:read web1on1:read";

const one: Parts = {
  document: "query a { viewer { email } } query b { viewer { status } }",
  variables: {},
  operationName: "a",
  extensions: {},
  accept: "application/json",
  cacheControl: "",
  explain: "0",
  rights: everyRight,
};

const others: Parts = {
  document: "query a { viewer { status } }",
  variables: { first: 1 },
  operationName: "b",
  extensions: { a: 1 },
  accept: "application/graphql-response+json",
  cacheControl: "max-age=5",
  explain: "plan",
  rights: "support",
};

const optionsOf = ({ cacheControl, explain }: Parts): RequestOptions =>
  readRequestOptions({ "cache-control": cacheControl, "x-explain": explain });

const requestOf = (parts: Parts): AnswerRequest => {
  const { document: query, variables, operationName, extensions, accept } = parts;
  const jsonText = JSON.stringify({ query, variables, operationName, extensions });
  return { jsonText, accept, options: optionsOf(parts), rights: parts.rights };
};

const keyOf = (parts: Parts): string => answerKey(requestOf(parts));

/** Headers cannot hold control characters; texts that try to end a part of the key are the likeliest to collide. */
const headerText = fc.oneof(
  fc.string(),
  fc.stringMatching(/^["[\],\\{}0-9nulte ]{0,12}$/),
  fc.constantFrom("*/*", "application/json"),
);

const anyParts: fc.Arbitrary<Parts> = fc.record({
  document: fc.oneof(fc.string(), fc.constantFrom("{ a }", "{ b }")),
  variables: fc.oneof(fc.constant({}), fc.dictionary(fc.string(), fc.jsonValue())),
  operationName: fc.constantFrom("", "a", "b"),
  extensions: fc.oneof(fc.constant({}), fc.dictionary(fc.string(), fc.jsonValue())),
  accept: headerText,
  cacheControl: fc.constantFrom("", "no-cache", "max-age=5", "max-age=60", "max-stale=0"),
  explain: fc.constantFrom("0", "1", "plan"),
  rights: fc.oneof(fc.constant(everyRight), headerText),
});

const meaningOf = (parts: Parts): string => {
  const { jsonText, accept, options } = requestOf(parts);
  const { accepts, explains } = options;
  return JSON.stringify([jsonText, accept, accepts.stale, String(accepts.maxAgeMs), explains, parts.rights]);
};

describe("the key of an answer", () => {
  test.each(Object.keys(others) as (keyof Parts)[])("is another one for another %s", (part) => {
    expect(keyOf({ ...one, [part]: others[part] })).not.toBe(keyOf(one));
    expect(keyOf({ ...one })).toBe(keyOf(one));
  });

  test("is the same for two requests if and only if nothing differs that may change the answer", () => {
    fc.assert(
      fc.property(anyParts, anyParts, fc.subarray(Object.keys(one) as (keyof Parts)[]), (a, b, taken) => {
        const mixed = { ...a, ...Object.fromEntries(taken.map((part) => [part, b[part]])) };
        expect(keyOf(mixed) === keyOf(a)).toBe(meaningOf(mixed) === meaningOf(a));
      }),
      { numRuns: 400 },
    );
  });

  test("takes a body letter by letter, so that the order of members and blanks count", () => {
    const key = (jsonText: string) =>
      answerKey({ jsonText, accept: undefined, options: defaultRequestOptions, rights: everyRight });
    const texts = [
      '{"query":"{ a }","variables":{}}',
      '{"variables":{},"query":"{ a }"}',
      '{"query": "{ a }"}',
    ];
    expect(new Set(texts.map(key)).size).toBe(3);
  });

  test("takes no header for an empty one, as the answer does", () => {
    const request = requestOf(one);
    expect(answerKey({ ...request, accept: undefined })).toBe(answerKey({ ...request, accept: "" }));
  });
});

describe("equal queries are executed each by itself", () => {
  const query = "{ viewer { status } }";
  const inOrder = JSON.stringify({ query, variables: {} });
  test.each<[string, string, Readonly<Record<string, string>>]>([
    ["when their members come in another order", JSON.stringify({ variables: {}, query }), {}],
    ["when their Accept differs", inOrder, { accept: "application/graphql-response+json" }],
    ["with Cache-Control", inOrder, { "cache-control": "max-age=60" }],
    ["with X-Explain", inOrder, { "x-explain": "1" }],
  ])("%s", async (_, body, headers) => {
    await using server = await startServer({ parts: { schema: createSchema() } });
    const runs = countRuns(server);
    await server.post(inOrder);
    expect(runs()).toBe(1);
    await server.post(inOrder);
    expect(runs()).toBe(1);
    await server.post(body, headers);
    expect(runs()).toBe(2);
  });

  test("that contain the word mutation in a name", async () => {
    await using server = await startServer({ parts: { schema: createSchema() } });
    const runs = countRuns(server);
    const named = { query: "query mutations { viewer { status } }" };
    await Promise.all([server.post(named), server.post(named)]);
    expect(runs()).toBe(2);
  });
});

test("a plan is made anew for each request, by what is cached at that moment", async () => {
  await using server = await startServer();
  const body = { query: "{ viewer { status } }" };
  const least = async () =>
    (await server.post(body, { "x-explain": "plan" })).json.extensions.upstream.plan.web1on1.calls.least;
  expect(await least()).toBe(1);
  await server.post(body);
  expect(await least()).toBe(0);
});
