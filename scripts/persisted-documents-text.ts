import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { loadOperations } from "../src/client/operations.ts";

/** Written by codegen's client preset: the documents of the typed client by their hashes, in the preset's own form. */
const ofTypedClient = new URL("../src/generated/client/persisted-documents.json", import.meta.url);

/** The manifest of the operations that are shipped, as they stand in their files and as the typed client sends their hashes. */
export function persistedDocumentsText(): string {
  const asInFiles = loadOperations().map(({ document }): [string, string] => [
    createHash("sha256").update(document).digest("hex"),
    document,
  ]);
  const typed: Readonly<Record<string, string>> = JSON.parse(readFileSync(ofTypedClient, "utf8"));
  return `${JSON.stringify({ ...Object.fromEntries(asInFiles), ...typed }, null, 2)}\n`;
}
