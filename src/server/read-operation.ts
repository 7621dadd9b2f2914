import type { DocumentParameters, FindDocument } from "../documents/asked-document.ts";
import type { KnownDocument } from "../documents/known-documents.ts";
import { bodyOf, searchOf } from "./graphql-parameters.ts";

/** An operation as Apollo Server is given it. */
export interface ReadOperation {
  /** The query of its URL, with the question mark; only requests by GET are read from it. */
  readonly search: string;
  /** The body as JSON, files in their places; undefined for requests by GET. */
  readonly body: unknown;
  /** Its document, where the operator knows it. */
  readonly document: KnownDocument | undefined;
}

/** Reads the operation of a body. @throws as `findDocument` and `bodyOf` do. */
export function readBody(sent: unknown, findDocument: FindDocument): ReadOperation {
  const body = bodyOf(sent);
  if (typeof body !== "object" || body === null) return { search: "", body, document: undefined };
  const { document, parameters } = findDocument(body);
  if (!parameters) return { search: "", body, document };
  const { documentId, ...others } = body as DocumentParameters;
  return { search: "", body: { ...others, ...parameters }, document };
}

/** Parameters of a URL that say which document it is about. */
const named = ["query", "documentId", "extensions"] as const;

/** Reads the operation of a request by GET. @throws as `findDocument` does. */
export function readSearch(url: string, findDocument: FindDocument): ReadOperation {
  const search = searchOf(url);
  const values = new URLSearchParams(search);
  // Apollo Server refuses what is given twice.
  if (named.some((name) => values.getAll(name).length > 1)) {
    return { search, body: undefined, document: undefined };
  }
  const { document, parameters } = findDocument({
    query: values.get("query"),
    documentId: values.get("documentId"),
    extensions: jsonOf(values.get("extensions")),
  });
  if (parameters) {
    for (const name of named) values.delete(name);
    if (typeof parameters.query === "string") values.set("query", parameters.query);
    if (parameters.extensions) values.set("extensions", JSON.stringify(parameters.extensions));
  }
  return { search: parameters ? `?${values}` : search, body: undefined, document };
}

/** Undefined for a text that is no JSON, which Apollo Server refuses. */
function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return undefined;
  }
}
