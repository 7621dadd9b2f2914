import { parse } from "graphql";
import { expect, test } from "vitest";
import { createDocumentStore } from "../src/document-store.ts";

test("a document is kept, and one whose text is long is not, however little it asks for", async () => {
  const store = createDocumentStore();
  const short = parse("{ __typename }");
  await store.set("short", short);
  await store.set("long", parse(`{ __typename } #${"x".repeat(16_000)}`));
  await store.set("without text", parse("{ __typename }", { noLocation: true }));
  expect(await store.get("short")).toBe(short);
  expect([await store.get("long"), await store.get("without text")]).toEqual([undefined, undefined]);
  await store.delete("short");
  expect(await store.get("short")).toBeUndefined();
});

test("of more documents than are kept the least used go", async () => {
  const store = createDocumentStore();
  const document = parse("{ __typename }");
  for (let number = 0; number < 1_001; number += 1) await store.set(String(number), document);
  expect([await store.get("0"), await store.get("1")]).toEqual([undefined, document]);
});
