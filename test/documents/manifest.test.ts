import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readManifest } from "../../src/documents/manifest.ts";

const folder = await mkdtemp(join(tmpdir(), "manifest-"));
afterAll(() => rm(folder, { recursive: true }));

const hash = (algorithm: string, text: string) => createHash(algorithm).update(text).digest("hex");
const text = 'query Straße { label(id: "1") { name } }';
const sha256 = hash("sha256", text);
const sha1 = hash("sha1", text);

/** Reads a manifest with this content. */
async function read(content: unknown, name = "documents.json") {
  const path = join(folder, name);
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  const { documents, problems } = readManifest(path);
  return { documents: Object.fromEntries(documents), problems: problems.map((p) => p.replace(folder, "")) };
}

test.each([
  ["SHA-256", sha256, sha256],
  ["SHA-1, which is what the preset writes unless told otherwise", sha1, sha1],
  ["SHA-256 with its prefix", `sha256:${sha256}`, sha256],
])("a document is named by its %s", async (_, name, expected) => {
  expect(await read({ [name]: text })).toEqual({ documents: { [expected]: text }, problems: [] });
});

test.each([
  [
    "another hash",
    { [hash("sha256", `${text} `)]: text },
    `${hash("sha256", `${text} `)} is not the hash of its text; write the manifest anew.`,
  ],
  [
    "a hash of another algorithm",
    { [hash("md5", text)]: text },
    "an entry's name is no SHA-256 or SHA-1 in hexadecimal, in lower case.",
  ],
  [
    "a hash in capitals",
    { [sha256.toUpperCase()]: text },
    "an entry's name is no SHA-256 or SHA-1 in hexadecimal, in lower case.",
  ],
  [
    "a SHA-1 that says it is a SHA-256, of another text",
    { [`sha256:${hash("sha1", "other")}`]: text },
    `${hash("sha1", "other")} is not the hash of its text; write the manifest anew.`,
  ],
  ["no text", { [sha256]: { body: text } }, `${sha256} has no text.`],
])("an entry with %s is refused, and nothing of it is repeated but its hash", async (_, entry, problem) => {
  const { documents, problems } = await read({ ...entry, [sha1]: text });
  expect([documents, problems]).toEqual([{ [sha1]: text }, [`/documents.json: ${problem}`]]);
});

test.each([["[]"], ["null"], ["{"], ['"planted"']])("%s is no manifest", async (content) => {
  const form = 'JSON of the form { "<hash>": "query …" }';
  expect((await read(content)).problems).toEqual([`/documents.json cannot be read as a manifest: ${form}.`]);
});

test("one without a document is refused: under only it would close the gateway", async () => {
  expect((await read({})).problems).toEqual(["/documents.json holds no documents."]);
});

test("a file that is not there is named", () => {
  expect(readManifest("/nowhere/documents.json").problems).toHaveLength(1);
});

test("of a folder every manifest is read, and all problems are told at once", async () => {
  const inner = await mkdtemp(join(folder, "several-"));
  await writeFile(join(inner, "a.json"), JSON.stringify({ [sha1]: text }));
  await writeFile(join(inner, "b.json"), JSON.stringify({ [sha256]: text, planted: text }));
  await writeFile(join(inner, "c.json"), "{");
  await writeFile(join(inner, "notes.txt"), "no manifest");
  const { documents, problems } = readManifest(inner);
  expect([...documents.keys()]).toEqual([sha1, sha256]);
  expect(problems.map((problem) => problem.replace(`${inner}/`, "").slice(0, 6))).toEqual([
    "b.json",
    "c.json",
  ]);
  expect(problems.join()).not.toContain("planted");
});
