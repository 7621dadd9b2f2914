import { GatewayError } from "../errors.ts";
import { HttpError } from "../http-error.ts";
import type { KnownDocument, KnownDocuments } from "./known-documents.ts";
import { bareHash } from "./manifest.ts";

/** Which documents are run: any; any, while those that are not trusted are noted; or trusted ones only. */
export type DocumentsMode = "any" | "prefer" | "only";

/** The parameters of a request that say which document it is about. */
export interface DocumentParameters {
  readonly query?: unknown;
  /** Hash of a document (GraphQL over HTTP, appendix "Persisted Documents"). */
  readonly documentId?: unknown;
  /** May hold Apollo's `persistedQuery`. */
  readonly extensions?: unknown;
}

/** The document that a request is about. */
export interface AskedDocument {
  /** Undefined when the operator does not know it. */
  readonly document: KnownDocument | undefined;
  /** Take the place of its parameters; undefined when they stay. */
  readonly parameters?: DocumentParameters;
}

/** Finds the document that a request is about. @throws FORBIDDEN where it may not be run; HttpError for an id that is none. */
export type FindDocument = (parameters: DocumentParameters) => AskedDocument;

/** The documents that may be run. */
export interface Documents {
  readonly mode: DocumentsMode;
  /** A trusted one that is named by its hash is put into the request as its text. */
  readonly find: FindDocument;
}

/** Makes the choice of documents. */
export function createDocuments(known: KnownDocuments, mode: DocumentsMode): Documents {
  const allow = (document: KnownDocument | undefined): KnownDocument | undefined => {
    if (mode === "only" && !document?.isTrusted) throw notTrusted();
    return document;
  };
  const find: FindDocument = (parameters) => {
    const { documentId, query } = parameters;
    const hash = hashOf(parameters);
    if (isGiven(query))
      return { document: allow(typeof query === "string" ? known.ofText(query) : undefined) };
    if (hash === undefined) return { document: undefined };
    const document = allow(known.ofHash(hash));
    if (document?.isTrusted) return { document, parameters: byText(parameters, document.text) };
    return isGiven(documentId) ? { document, parameters: byPersistedQuery(parameters, hash) } : { document };
  };
  return { mode, find };
}

const notTrusted = (): GatewayError =>
  new GatewayError(
    "FORBIDDEN",
    "Only documents that the operator of the gateway has listed are run here, letter by letter; this is none of them.",
  );

/** The hash in a request, if there is one. */
function hashOf({ documentId, extensions, query }: DocumentParameters): string | undefined {
  if (isGiven(documentId)) {
    if (typeof documentId !== "string") {
      throw new HttpError("documentId is the hash of a document, as a text.");
    }
    if (isGiven(query)) throw new HttpError("Send documentId or query, not both.");
    return bareHash(documentId);
  }
  const { persistedQuery } = membersOf(extensions);
  const { sha256Hash } = membersOf(persistedQuery);
  if (!isGiven(sha256Hash)) return undefined;
  // Apollo Server would look for whatever reads like it as a text.
  if (typeof sha256Hash !== "string") throw new HttpError("sha256Hash is the hash of a document, as a text.");
  return sha256Hash;
}

/** A document that was found is no persisted query any more, whose hash would be compared. */
function byText({ extensions }: DocumentParameters, query: string): DocumentParameters {
  const { persistedQuery, ...others } = membersOf(extensions);
  return { query, extensions: Object.keys(others).length > 0 ? others : null };
}

/** Both name a document by its SHA-256, so that what a client has registered one way can be named the other way. */
const byPersistedQuery = ({ extensions }: DocumentParameters, sha256Hash: string): DocumentParameters => ({
  extensions: { ...membersOf(extensions), persistedQuery: { version: 1, sha256Hash } },
});

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
