import type { DocumentNode, OperationDefinitionNode } from "graphql";
import { LRUCache } from "lru-cache";
import { type CanonicalDocument, canonicalDocument } from "../execution/canonical-document.ts";
import type { CompiledOperation } from "../execution/compile-operation.ts";
import type { StoreNumbers } from "../rest/store-numbers.ts";
import { documentBytesOf } from "./document-store.ts";

/** An operation that Apollo Server has let through: its document can be parsed, is valid and is not too large. */
export interface PassedOperation {
  /** As it was sent the first time. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly compiled: CompiledOperation;
}

/** A passed operation as it is asked for now. */
export interface FoundOperation extends PassedOperation {
  /** As the document that was sent names it. */
  readonly name: string | undefined;
}

/** The text of a document, with the name of one of its operations. */
export interface AskedText {
  readonly query: string;
  readonly operationName?: string | null | undefined;
}

/** Operations that Apollo Server has let through, whatever blanks, comments and name of the operation they are sent with. */
export interface PassedDocuments {
  find(asked: AskedText): FoundOperation | undefined;
  note(asked: AskedText, passed: PassedOperation): void;
  /** How full it is, and how often it helped. */
  readonly numbers: Pick<StoreNumbers, "bytes" | "entries" | "hits">;
}

/** Some 8 documents of the greatest size, or 80 of a tenth of it. */
const mostBytes = 16 * 1024 * 1024;
/** Of a parsed document, for its compiled operation as well. */
const bytesTimes = 2;
/** A longer document is rare, and read by Apollo Server each time. */
const longestText = 16_000;

/** Texts whose canonical forms are remembered. */
const mostTexts = 100;

/** Makes an empty store. */
export function createPassedDocuments(): PassedDocuments {
  const canonicals = new LRUCache<string, CanonicalDocument>({ max: mostTexts });
  const canonicalOf = (query: string): CanonicalDocument | undefined => {
    const known = canonicals.get(query) ?? canonicalDocument(query);
    if (known) canonicals.set(query, known);
    return known;
  };
  const passed = new LRUCache<string, PassedOperation>({
    maxSize: mostBytes,
    sizeCalculation: ({ document }) => bytesTimes * documentBytesOf(document),
  });
  let hits = 0;
  return {
    get numbers() {
      return { bytes: passed.calculatedSize, entries: passed.size, hits };
    },
    find({ operationName, query }) {
      if (query.length > longestText) return undefined;
      const canonical = canonicalOf(query);
      const key = canonical && keyOf(canonical, operationName);
      const found = key === undefined ? undefined : passed.get(key);
      if (found) hits += 1;
      return found && { name: canonical?.name ?? found.operation.name?.value, ...found };
    },
    note({ operationName, query }, operation) {
      if (query.length > longestText) return;
      const canonical = canonicalDocument(query);
      const key = canonical && keyOf(canonical, operationName);
      if (key !== undefined && !passed.has(key)) passed.set(key, operation);
    },
  };
}

/** @returns undefined for a name that the only operation does not have. */
function keyOf(
  { key, name }: CanonicalDocument,
  operationName: string | null | undefined,
): string | undefined {
  if (operationName === undefined || operationName === null || operationName === name) return key;
  // A name of no line feed ends the key of a document of several operations.
  return name === undefined ? `${key}\n${operationName}` : undefined;
}
