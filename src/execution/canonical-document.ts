import { endOfBlank, endOfToken, isNameStart, isPunctuator } from "./lexer-pass.ts";

/** A document without what means nothing in it. */
export interface CanonicalDocument {
  /** The same for two texts only if they are made of the same tokens, but for the name of the only operation. */
  readonly key: string;
  /** The name that is left out of the key: that of the only operation, if it has one. */
  readonly name: string | undefined;
}

const operationKeywords: ReadonlySet<string> = new Set(["query", "mutation", "subscription"]);

/** The part of a definition that comes next: its begin, the name of an operation, or anything else. */
type Place = "definition" | "name" | "inside";

/**
 * Leaves out comments, commas, blanks and the name of the only operation, in one pass that makes no tokens.
 * @returns undefined for a text that no lexer reads, such as one whose strings do not end.
 */
export function canonicalDocument(text: string): CanonicalDocument | undefined {
  const places = createPlaces();
  let key = "";
  let wasPunctuator = true;
  /** The name of the first operation, and where it stands in the key if another operation follows. */
  let first: { readonly name: string; readonly at: number } | undefined;
  for (let at = endOfBlank(text, 0); at < text.length; ) {
    if (at < 0) return undefined;
    const end = endOfToken(text, at);
    if (end < 0) return undefined;
    const token = text.slice(at, end);
    const isName = isNameStart(text.charCodeAt(at));
    const isNamed = places.next() === "name" && isName && places.operations() === 1;
    places.take(token, isName);
    if (isNamed) first = { name: token, at: key.length };
    else {
      const punctuates = isPunctuator(text.charCodeAt(at));
      key += punctuates || wasPunctuator ? token : ` ${token}`;
      wasPunctuator = punctuates;
    }
    at = endOfBlank(text, end);
  }
  if (!first) return { key, name: undefined };
  if (places.operations() === 1) return { key, name: first.name };
  return { key: `${key.slice(0, first.at)} ${first.name}${key.slice(first.at)}`, name: undefined };
}

/** Follows the definitions of a document from token to token. */
function createPlaces() {
  let next: Place = "definition";
  let depth = 0;
  let operations = 0;

  const afterPunctuator = (token: string): Place => {
    if ("{([".includes(token)) {
      if (token === "{" && next === "definition") operations += 1;
      depth += 1;
    } else if ("})]".includes(token)) {
      depth -= 1;
      if (token === "}" && depth === 0) return "definition";
    }
    return "inside";
  };

  const afterKeyword = (token: string): Place => {
    if (!operationKeywords.has(token)) return "inside";
    operations += 1;
    return "name";
  };

  return {
    next: () => next,
    operations: () => operations,
    take(token: string, isName: boolean): void {
      if (isName) next = next === "definition" ? afterKeyword(token) : "inside";
      else if (token.length === 1) next = afterPunctuator(token);
      // A description stands before its definition.
      else if (next !== "definition" || !token.startsWith('"')) next = "inside";
    },
  };
}
