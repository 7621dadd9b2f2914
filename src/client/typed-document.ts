/** The text of a document and the facts that codegen's client preset adds to it. */
export interface DocumentText {
  toString(): string;
  /** `hash` names the document in the manifest. */
  readonly __meta__?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * A document with the types of its answer and variables, as codegen's client preset writes it under
 * `documentMode: "string"`. A plain string is one, too, whose answer is `unknown`.
 */
export interface TypedDocument<TResult, TVariables> extends DocumentText {
  /** Holds the types; it is never called. */
  readonly __apiType?: (variables: TVariables) => TResult;
}

/** The document's hash in the manifest of the preset's `persistedDocuments`; undefined where it has none. */
export function hashOf({ __meta__ }: DocumentText): string | undefined {
  const hash = __meta__?.hash;
  return typeof hash === "string" ? hash : undefined;
}

/**
 * Whether a document only reads. It is taken for a write unless it begins with a query: the text of a document that the preset
 * has replaced by its hash is empty.
 */
export const isRead = (document: DocumentText): boolean =>
  /^(?:[\s,]|#[^\n]*\n)*(?:query\b|\{)/.test(document.toString());
