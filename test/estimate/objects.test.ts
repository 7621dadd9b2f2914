import { buildSchema, type OperationDefinitionNode, parse } from "graphql";
import { expect, test } from "vitest";
import { GatewayError } from "../../src/errors.ts";
import type { FieldCost, FieldCosts } from "../../src/estimate/field-cost.ts";
import { createObjectsCheck } from "../../src/estimate/objects.ts";
import { operationLimits } from "../../src/limits.ts";

const schema = buildSchema(
  "type Query { books(first: Int, after: String, note: String): [Book!]! } type Book { title: String }",
);

/** Costs under which a page of books holds so many. */
const pagesOf = (count: number): FieldCosts => ({
  "Query.books": ({ first = count }: { first?: number }): FieldCost => ({
    cardinality: { least: 0, most: first },
  }),
});

/** Whether a check lets an operation pass. */
function passes(check: ReturnType<typeof createObjectsCheck>, text: string, variables = {}) {
  const document = parsed(text);
  const operation = document.definitions[0] as OperationDefinitionNode;
  try {
    check({ schema, document, operation, variables });
    return true;
  } catch {
    return false;
  }
}

const documents = new Map<string, ReturnType<typeof parse>>();
const parsed = (text: string) => {
  const document = documents.get(text) ?? parse(text);
  documents.set(text, document);
  return document;
};

const few = operationLimits.objects - 1;
const many = operationLimits.objects + 1;

test("an operation that one gateway has allowed is counted again by another with other costs", () => {
  const [one, other] = [createObjectsCheck(pagesOf(few)), createObjectsCheck(pagesOf(many))];
  expect([passes(one, "{ books { title } }"), passes(other, "{ books { title } }")]).toEqual([true, false]);
  expect([passes(one, "{ books { title } }"), passes(other, "{ books { title } }")]).toEqual([true, false]);
});

test("an operation with variables is counted with each set of them", () => {
  const check = createObjectsCheck(pagesOf(few));
  const text = "query ($first: Int) { books(first: $first) { title } }";
  expect([few, many, few].map((first) => passes(check, text, { first }))).toEqual([true, false, true]);
});

test("an operation is remembered by its document, not by its text: fragments of the same name may differ", () => {
  const check = createObjectsCheck(pagesOf(few));
  const text = (first: number) => `{ ...part } fragment part on Query { books(first: ${first}) { title } }`;
  expect([few, many].map((first) => passes(check, text(first)))).toEqual([true, false]);
});

/** A check that tells how often it has counted a page of books. */
function countingCheck() {
  let count = 0;
  const costs: FieldCosts = {
    "Query.books": () => {
      count += 1;
      return {};
    },
  };
  return { check: createObjectsCheck(costs), counted: () => count };
}

test("an operation is counted once for all cursors", () => {
  const { check, counted } = countingCheck();
  const text = "query ($first: Int, $after: String) { books(first: $first, after: $after) { title } }";
  for (const after of ["a", "b", "c"]) expect(passes(check, text, { first: 1, after })).toBe(true);
  expect(counted()).toBe(1);
});

test("an operation of which a field was passed over is counted again with another cursor", () => {
  const costs: FieldCosts = {
    "Query.books": ({ after }: { after?: string }): FieldCost => {
      if (after === "bad") throw new GatewayError("BAD_USER_INPUT", "after is no cursor.");
      return { cardinality: { least: 0, most: many } };
    },
  };
  const check = createObjectsCheck(costs);
  const text = "query ($after: String) { books(after: $after) { title } }";
  expect(["bad", "good"].map((after) => passes(check, text, { after }))).toEqual([true, false]);
});

test("variables of all kinds are told apart", () => {
  const check = createObjectsCheck(pagesOf(few));
  const text =
    "query ($first: Int, $shown: Boolean!) { books(first: 1) { title } more: books(first: $first) @include(if: $shown) { title } }";
  const passed = [false, true, false].map((shown) => passes(check, text, { first: many, shown }));
  expect(passed).toEqual([true, false, true]);
});

test("what is remembered of an operation is bounded, however many variables it has", () => {
  const { check, counted } = countingCheck();
  const names = Array.from({ length: 20 }, (_, at) => `text${at}`);
  const declared = names.map((name) => `$${name}: String`).join(" ");
  const fields = names.map((name) => `${name}: books(first: 1) @include(if: $shown) { title }`).join(" ");
  const used = names
    .map((name) => `of${name}: books(after: "x", first: 1, note: $${name}) { title }`)
    .join(" ");
  const text = `query ($shown: Boolean!, ${declared}) { ${fields} ${used} }`;
  const variables = { shown: false, ...Object.fromEntries(names.map((name) => [name, "x".repeat(90)])) };
  for (let time = 1; time <= 2; time += 1) {
    expect(passes(check, text, variables)).toBe(true);
    expect(counted()).toBe(time * names.length);
  }
});
