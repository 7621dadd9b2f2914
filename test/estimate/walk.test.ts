import { buildSchema, type FragmentDefinitionNode, Kind, parse } from "graphql";
import { expect, test } from "vitest";
import { fact } from "../../src/estimate/facts.ts";
import { type FieldCosts, useOf } from "../../src/estimate/field-cost.ts";
import { anyNumber, atMost } from "../../src/estimate/range.ts";
import { demandsOf } from "../../src/estimate/walk.ts";
import { ways } from "./made-up.ts";

const schema = buildSchema(`
  interface Thing { id: ID }
  type Query { books(first: Int): BookConnection book: Book things: [Thing] }
  type Mutation { write(title: String): Payload }
  type Payload { book: Book }
  type PageInfo { hasNextPage: Boolean }
  type BookConnection { nodes: [Book] pageInfo: PageInfo }
  type Book implements Thing { id: ID sequel: Book shelf: Shelf chapters: [Chapter] similar(most: Int): [Book] }
  type Shelf implements Thing { id: ID books: [Book] }
  type Chapter { book: Book }
`);

const one = { access: ways.byId };
const list = { access: ways.pages };

const mostSimilar = fact<number>("books that are like any of these");

const costs: FieldCosts = {
  "Query.books": ({ first }: { first: number }) => ({
    uses: [useOf(list)],
    cardinality: atMost(first),
    tells: mostSimilar.is(7),
  }),
  "Query.book": { uses: [useOf(list)] },
  "Query.things": { uses: [useOf(one)], cardinality: { Book: atMost(3), Shelf: atMost(2) } },
  "Mutation.write": { uses: [useOf(one)] },
  "Payload.book": { uses: [useOf(one)] },
  "Book.sequel": { uses: [useOf(one, atMost(1))] },
  "Book.shelf": { uses: [useOf(list, atMost(1))] },
  "Book.similar": ({ most }: { most: number }, known) => ({
    uses: [{ ...useOf(one, atMost(most)), maxDistinct: mostSimilar.of(known) ?? Number.POSITIVE_INFINITY }],
    cardinality: anyNumber,
  }),
  "Shelf.books": { uses: [useOf(list)] },
};

/** Keys and batches of all demands, phase by phase, in the order of the document. */
function demanded(document: string): string[][] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const [operation, ...others] = parse(document).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("An operation comes first.");
  for (const other of others) {
    if (other.kind === Kind.FRAGMENT_DEFINITION) fragments.set(other.name.value, other);
  }
  const { phases } = demandsOf({ schema, fragments, variables: {} }, operation, costs);
  return phases.map((phase) =>
    phase.map(({ keys: { least, most }, batches }) => `${least} to ${most} at ${batches}`),
  );
}

test("a field is asked for each object that it may be a field of", () => {
  expect(demanded("{ books(first: 5) { nodes { sequel { sequel { id } } } } }")).toEqual([
    ["1 to 1 at 1", "0 to 5 at 1", "0 to 5 at 5"],
  ]);
  expect(demanded("{ book { chapters { book { sequel { id } } } } }")).toEqual([
    ["1 to 1 at 1", "0 to Infinity at 1"],
  ]);
  expect(demanded("{ books(first: 0) { nodes { sequel { id } } } }")).toEqual([["1 to 1 at 1"]]);
});

test("objects that share a list come together, those that are read by themselves do not", () => {
  expect(demanded("{ books(first: 5) { nodes { shelf { books { sequel { id } } } } } }")).toEqual([
    ["1 to 1 at 1", "0 to 5 at 1", "0 to 5 at 1", "0 to Infinity at 1"],
  ]);
  expect(demanded("{ books(first: 5) { nodes { sequel { shelf { id } } } } }")).toEqual([
    ["1 to 1 at 1", "0 to 5 at 1", "0 to 5 at 5"],
  ]);
});

test("a cost may know how its objects were reached, and that there are few different keys", () => {
  expect(demanded("{ books(first: 5) { nodes { similar(most: 9) { id } } } }")).toEqual([
    ["1 to 1 at 1", "0 to 7 at 1"],
  ]);
  expect(demanded("{ book { similar(most: 9) { id } } }")).toEqual([["1 to 1 at 1", "0 to 9 at 1"]]);
});

test("what may be of several types is counted by type, and fragments apply to the types they name", () => {
  const things = (selected: string) => demanded(`{ things { ${selected} } }`)[0]?.slice(1);
  expect(things("id ... on Book { sequel { id } } ... on Shelf { books { id } }")).toEqual([
    "0 to 3 at 3",
    "0 to 2 at 2",
  ]);
  expect(things("... on Thing { ... on Shelf { ... on Thing { ... on Shelf { books { id } } } } }")).toEqual([
    "0 to 2 at 2",
  ]);
  expect(things("... on Shelf { ... on Book { sequel { id } } }")).toEqual([]);
});

test("fields under one name are one field", () => {
  const document = `
    { book { ...sequel ...sequel sequel { shelf { id } } again: sequel { id } } }
    fragment sequel on Book { sequel { shelf { id } sequel { id } } }`;
  expect(demanded(document)).toEqual([
    ["1 to 1 at 1", "0 to 1 at 1", "0 to 1 at 1", "0 to 1 at 1", "0 to 1 at 1"],
  ]);
});

test("each write begins a stretch, and what is selected below it another", () => {
  expect(demanded("mutation { write { book { sequel { id } } } again: write { book { id } } }")).toEqual([
    [],
    ["1 to 1 at 1"],
    ["1 to 1 at 1", "0 to 1 at 1"],
    ["1 to 1 at 1"],
    ["1 to 1 at 1"],
  ]);
});
