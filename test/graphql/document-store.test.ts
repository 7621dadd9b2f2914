import type { GraphQLRequestContextExecutionDidStart } from "@apollo/server";
import { type DocumentNode, parse } from "graphql";
import { expect, test } from "vitest";
import { createDocumentStore, type DocumentStore } from "../../src/graphql/document-store.ts";
import { gateway } from "../support/gateway.ts";
import { bytesEach } from "../support/heap.ts";

/** Nearly 2 000 tokens, which cost no call. */
const skippedFields = Array.from(
  { length: 18 },
  (_, at) => `a${at}: nodes(ids: [${'"a" '.repeat(84)}]) @skip(if: true) { id }`,
).join(" ");

/** Takes a document as Apollo does: found valid, then run. */
async function run({ plugin, store }: DocumentStore, key: string, document: DocumentNode): Promise<void> {
  await store.set(key, document);
  const context = { document } as GraphQLRequestContextExecutionDidStart<Record<string, never>>;
  const listener = await plugin.requestDidStart?.(context);
  await listener?.executionDidStart?.(context);
}

test("a document is kept once it is run, and one whose text is long is not, however little it asks for", async () => {
  const documents = createDocumentStore();
  const short = parse("{ __typename }");
  await documents.store.set("short", short);
  expect(await documents.store.get("short")).toBeUndefined();
  await run(documents, "short", short);
  await run(documents, "long", parse(`{ __typename } #${"x".repeat(16_000)}`));
  await run(documents, "without text", parse("{ __typename }", { noLocation: true }));
  expect(await documents.store.get("short")).toBe(short);
  expect([await documents.store.get("long"), await documents.store.get("without text")]).toEqual([
    undefined,
    undefined,
  ]);
  await documents.store.delete("short");
  expect(await documents.store.get("short")).toBeUndefined();
});

test("of more documents than there is memory for the least used go, and comments count", async () => {
  const documents = createDocumentStore();
  const large = parse(`{ __typename ${"#\n".repeat(7_900)} }`);
  const count = 9;
  for (let number = 0; number < count; number += 1) await run(documents, String(number), large);
  const found = await Promise.all(
    Array.from({ length: count }, (_, number) => documents.store.get(String(number))),
  );
  expect(found.filter((document) => document === undefined).length).toBeGreaterThan(0);
  expect([found[0], found.at(-1)]).toEqual([undefined, large]);
});

const sizes: readonly (readonly [string, (number: number) => string])[] = [
  ["the shortest", (number) => `{ a${number} }`],
  ["fields alone", (number) => `{ a${number} ${"a ".repeat(1_900)}}`],
  ["arguments", (number) => `{ a${number} ${"a(b: 1) ".repeat(300)}}`],
  ["comments", (number) => `{ a${number} } ${"#\n".repeat(1_000)}`],
];

test.each(sizes)("a document takes no more than it is weighed: %s", async (_, textOf) => {
  const tokens = [...textOf(0).matchAll(/\w+|[{}():#]/g)].length + 2;
  const weight = 3_000 + textOf(0).length + 520 * tokens;
  // So many that what else the process makes meanwhile does not count.
  const measured = await bytesEach(Math.ceil(4_000_000 / weight), (number) => parse(textOf(number)));
  expect(measured).toBeLessThan(weight);
});

test.each([
  ["arguments that cannot be used", "users(first: 1000) { nodes { id } }"],
  ["a field that does not exist", "unknown"],
])(
  "nothing is kept of a document that is refused for %s",
  async (_, field) => {
    const { execute, calls } = gateway();
    const ask = async (number: number): Promise<void> => {
      const { errors } = await execute(`query Q${number} { ${field} ${skippedFields} }`);
      expect(errors.length).toBe(1);
    };
    for (let number = 0; number < 8; number += 1) await ask(number);
    // A document of this size takes half a megabyte.
    expect(await bytesEach(8, (number) => ask(100 + number))).toBeLessThan(100_000);
    expect(calls()).toEqual([]);
  },
  30_000,
);

test("however many documents are run, they take no more memory than is kept of all", async () => {
  const { query, calls } = gateway();
  const ask = (number: number): Promise<void> => query(`query Q${number} { __typename ${skippedFields} }`);
  for (let number = 0; number < 40; number += 1) await ask(number);
  expect(await bytesEach(20, async (number) => void (await ask(100 + number)))).toBeLessThan(100_000);
  expect(calls()).toEqual([]);
}, 30_000);
