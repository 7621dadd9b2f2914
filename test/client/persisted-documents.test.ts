import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { persistedDocumentsText } from "../../scripts/persisted-documents-text.ts";
import {
  ChatDirectoryDocument,
  createTributaryClient,
  dataOf,
  TypedDocumentString,
} from "../../src/client/index.ts";
import { loadOperations } from "../../src/client/operations.ts";
import { ConfigError } from "../../src/config/config.ts";
import { loadDocuments } from "../../src/start/documents.ts";
import { schemaOf } from "../support/schema.ts";
import { startServer } from "../support/server.ts";
import { sha256 } from "../support/sha256.ts";

const shipped = fileURLToPath(new URL("../../src/client/persisted-documents.json", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "documents-"));
afterAll(() => rm(folder, { recursive: true }));
const hash = (text: string) => sha256(Buffer.from(text));

test("the manifest that is shipped is that of the operations; scripts/persisted-documents.ts writes it", () => {
  expect(readFileSync(shipped, "utf8")).toBe(persistedDocumentsText());
});

test("every shipped operation may be run by its hash when its manifest is the list", () => {
  const { find } = loadDocuments({ mode: "only", path: shipped }, schemaOf(undefined));
  for (const { document } of loadOperations()) {
    expect(find({ documentId: hash(document) }).parameters?.query).toBe(document);
  }
});

test("a typed client sends hashes, and is answered where nothing but the manifest may be run", async () => {
  const documents = loadDocuments({ mode: "only", path: shipped }, schemaOf(undefined));
  await using server = await startServer({ documents });
  const settings = { url: `${server.url}/graphql` };
  const byHash = createTributaryClient({ ...settings, byHash: true });
  expect(dataOf(await byHash.run(ChatDirectoryDocument, { first: 1 })).users?.nodes).toHaveLength(1);
  const byText = await createTributaryClient(settings).run(ChatDirectoryDocument, { first: 1 });
  expect(byText.errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
});

test("a document whose text the preset has left out is sent by its hash, and once, since it may write", async () => {
  const documents = loadDocuments({ mode: "only", path: shipped }, schemaOf(undefined));
  await using server = await startServer({ documents });
  const withoutText = new TypedDocumentString("", ChatDirectoryDocument.__meta__);
  const client = createTributaryClient({ url: `${server.url}/graphql`, byHash: true });
  expect((await client.run(withoutText, { first: 1 })).errors).toEqual([]);
  const sent: unknown[] = [];
  const away = createTributaryClient({
    url: "http://127.0.0.1:1/graphql",
    byHash: true,
    fetch: (input, init) => {
      sent.push(init?.body);
      return fetch(input, init);
    },
  });
  await expect(away.run(withoutText, { first: 1 })).rejects.toMatchObject({ retryable: false });
  expect(sent).toHaveLength(1);
});

test("without a manifest the shipped operations are known, and none is trusted", () => {
  const { find } = loadDocuments({ mode: "any", path: undefined }, schemaOf(undefined));
  const known = loadOperations().map(({ document }) => find({ query: document }).document?.isTrusted);
  expect(new Set(known)).toEqual(new Set([false]));
});

test("everything that is wrong with a manifest is told at once, by hash and line, without values", async () => {
  const texts = [
    "query Gone {\n  labels { name colour }\n  nothing\n}",
    'query Typed {\n  label(id: { planted: "planted" }) { name }\n}',
    "query Cut {",
    `{ ${"a: viewer { ".repeat(13)} id ${"}".repeat(13)} }`,
    `{ viewer { id } } #${"x".repeat(100_000)}`,
    "query Good { labels { name } }",
  ];
  const manifest = { ...Object.fromEntries(texts.map((text) => [hash(text), text])), [hash("x")]: "other" };
  const path = join(folder, "documents.json");
  await writeFile(path, JSON.stringify(manifest));
  let problems: readonly string[] = [];
  try {
    loadDocuments({ mode: "only", path }, schemaOf(undefined));
  } catch (error) {
    if (error instanceof ConfigError) problems = error.problems;
  }
  const [gone = "", typed = "", cut = "", deep = "", long = ""] = texts.map(hash);
  const lines = problems.map((problem) => problem.replace(folder, ""));
  expect(lines).toEqual([
    `DOCUMENTS_FILE: /documents.json: ${hash("x")} is not the hash of its text; write the manifest anew.`,
    `DOCUMENTS_FILE: ${gone}, line 2: Cannot query field "colour" on type "Label". Did you mean "color"?`,
    `DOCUMENTS_FILE: ${gone}, line 3: Cannot query field "nothing" on type "Query".`,
    expect.stringContaining(`DOCUMENTS_FILE: ${typed}, line 2: `),
    expect.stringContaining(`DOCUMENTS_FILE: ${cut}, line 1: Syntax Error: `),
    expect.stringContaining(`DOCUMENTS_FILE: ${deep}, line 1: The operation has `),
    `DOCUMENTS_FILE: ${long}: It has more than 100000 characters.`,
  ]);
  expect(lines.join()).not.toContain("planted");
});
