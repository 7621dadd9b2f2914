import { createHash } from "node:crypto";
import { loadOperations } from "../src/client/operations.ts";

/** The manifest of the operations that are shipped, as they stand in their files. */
export function persistedDocumentsText(): string {
  const documents = loadOperations().map(({ document }): [string, string] => [
    createHash("sha256").update(document).digest("hex"),
    document,
  ]);
  return `${JSON.stringify(Object.fromEntries(documents), null, 2)}\n`;
}
