import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** The texts of documents by their hashes, as the codegen client preset writes them for `persistedDocuments`. */
export type Manifest = ReadonlyMap<string, string>;

/** A manifest as far as it could be read, and all that is wrong with it: sentences without anything of a document. */
export interface ReadManifest {
  readonly documents: Manifest;
  readonly problems: readonly string[];
}

/** Algorithms that a manifest may hash by, by the length of their hashes in hexadecimal. */
const algorithms: Readonly<Record<number, string>> = { 40: "sha1", 64: "sha256" };

/**
 * Reads a manifest: `{ "<hash>": "query …" }`. Each hash has to be the SHA-256 or the SHA-1 of its text, byte by byte: the
 * preset normalises a document first, hashes what it made, and writes that. A hash shows that a text is whole, and no
 * more: what is in the file is trusted because the operator put it there.
 * @param path a file, or a folder of which every `.json` is read.
 */
export function readManifest(path: string): ReadManifest {
  const documents = new Map<string, string>();
  const problems: string[] = [];
  for (const file of filesOf(path)) {
    const entries = entriesOf(file);
    if (entries === undefined) {
      problems.push(`${file} cannot be read as a manifest: JSON of the form { "<hash>": "query …" }.`);
      continue;
    }
    for (const [hash, text] of entries) {
      const problem = problemOf(hash, text);
      if (problem) problems.push(`${file}: ${problem}`);
      else documents.set(bareHash(hash), text as string);
    }
  }
  if (documents.size === 0 && problems.length === 0) problems.push(`${path} holds no documents.`);
  return { documents, problems };
}

/** A hash without the prefix by which GraphQL over HTTP names its algorithm. */
export const bareHash = (id: string): string => (id.startsWith("sha256:") ? id.slice("sha256:".length) : id);

function filesOf(path: string): readonly string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    const names = readdirSync(path).filter((name) => name.endsWith(".json"));
    return names.sort().map((name) => join(path, name));
  } catch {
    return [path];
  }
}

function entriesOf(file: string): readonly [string, unknown][] | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(file, "utf8"));
    const isObject = typeof read === "object" && read !== null && !Array.isArray(read);
    return isObject ? Object.entries(read) : undefined;
  } catch {
    return undefined;
  }
}

/** A key may be anything, so only one that is a hash is repeated. */
function problemOf(id: string, text: unknown): string | undefined {
  const hash = bareHash(id);
  const algorithm = /^[0-9a-f]+$/.test(hash) ? algorithms[hash.length] : undefined;
  if (!algorithm) return "an entry's name is no SHA-256 or SHA-1 in hexadecimal, in lower case.";
  if (typeof text !== "string") return `${hash} has no text.`;
  const isOfText = createHash(algorithm).update(text).digest("hex") === hash;
  return isOfText ? undefined : `${hash} is not the hash of its text; write the manifest anew.`;
}
