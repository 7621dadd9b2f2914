import type { GraphQLSchema } from "graphql";
import { loadOperations } from "../client/operations.ts";
import { type Config, ConfigError } from "../config/config.ts";
import { createDocuments, type Documents } from "../documents/asked-document.ts";
import { createKnownDocuments } from "../documents/known-documents.ts";
import { readManifest } from "../documents/manifest.ts";
import { mistakesOf } from "../graphql/document-mistakes.ts";

/**
 * Reads the documents that the operator trusts, and compares them with the schema.
 * @throws ConfigError with everything that is wrong with any of them, by hash and line.
 */
export function loadDocuments({ mode, path }: Config["documents"], schema: GraphQLSchema): Documents {
  const { documents, problems } =
    path === undefined ? { documents: new Map<string, string>(), problems: [] } : readManifest(path);
  const mistakes = [...documents].flatMap(([hash, text]) =>
    mistakesOf(text, schema).map(
      ({ line, message }) => `${hash}${line === undefined ? "" : `, line ${line}`}: ${message}`,
    ),
  );
  const wrong = [...problems, ...mistakes].map((problem) => `DOCUMENTS_FILE: ${problem}`);
  if (wrong.length > 0) throw new ConfigError(wrong);
  const shipped = loadOperations().map(({ document }) => document);
  return createDocuments(createKnownDocuments(documents, shipped), mode);
}
