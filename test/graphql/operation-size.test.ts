import { parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { knownOperationsRule } from "../../src/graphql/known-operations.ts";
import { operationSizeRule } from "../../src/graphql/operation-size.ts";
import { createSchema } from "../../src/graphql/schema.ts";

const schema = createSchema();
const times = (count: number, write: (place: number) => string): string =>
  Array.from({ length: count }, (_, place) => write(place)).join(" ");
const refusals = (document: string) =>
  validate(schema, parse(document), [operationSizeRule, knownOperationsRule]).map(({ message }) => message);
const pairs = (count: number) => [
  `The operation has ${count} pairs of fields under one name; it may have 5000. Split it up.`,
];

describe("fields that have to be compared with one another are few", () => {
  test("100 fragments that select the id of one object are allowed, one more is not", () => {
    const spread = (count: number) =>
      `{ viewer { ${times(count, (i) => `...F${i}`)} } } ${times(count, (i) => `fragment F${i} on User { id }`)}`;
    expect(refusals(spread(100))).toEqual([]);
    expect(refusals(spread(101))).toEqual(pairs(5_050));
  });

  test.each<[string, string, number]>([
    [
      "18 equal fields in each of 18",
      `{ ${times(18, () => `viewer { ${times(18, () => "organization { id }")} }`)} }`,
      104_805,
    ],
    ["in inline fragments", `{ viewer { ${times(101, () => "... { id }")} } }`, 5_050],
    ["in introspection", `{ __schema { ${times(101, () => "types { name }")} } }`, 10_100],
    [
      "with other arguments",
      `{ viewer { organization { ${times(101, (i) => `users(first: ${i}) { __typename }`)} } } }`,
      10_100,
    ],
    [
      "in a fragment that is not used",
      `{ viewer { id } } fragment F on User { ${times(101, () => "id")} }`,
      5_050,
    ],
    [
      "in fragments within fragments",
      `{ viewer { ...F0 } } ${times(101, (i) => `fragment F${i} on User { id ${i < 100 ? `...F${i + 1}` : ""} }`)}`,
      5_050,
    ],
    ["in several operations", times(10, (i) => `query Q${i} { viewer { ${times(34, () => "id")} } }`), 5_610],
  ])("%s", (_, document, count) => expect(refusals(document)).toEqual(pairs(count)));

  test("the same fragment in one place is compared once", () => {
    expect(refusals(`{ viewer { ${times(200, () => "...F")} } } fragment F on User { id }`)).toEqual([]);
  });
});

test("aliases within introspection are counted", () => {
  expect(refusals(`{ __schema { ${times(31, (i) => `a${i}: types { name }`)} } }`)).toEqual([
    "The operation has 31 aliases; it may have 30. Split it up.",
  ]);
});

test("a fragment within itself is refused before anything unfolds it", () => {
  const document =
    "{ viewer { ...A } } fragment A on User { organization { ...B } } fragment B on Organization { users { nodes { ...A } } }";
  expect(refusals(document)).toEqual(['Cannot spread fragment "A" within itself.']);
});

test("a kind of operation that is not there is refused, whichever is asked for", () => {
  expect(refusals("subscription { viewer { id } } query Q { __typename }")).toEqual([
    "There are no subscriptions here; send a query or a mutation.",
  ]);
});
