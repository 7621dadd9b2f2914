import { defaultRequestOptions, type RequestOptions } from "../graphql/request-options.ts";

/** Everything in a request that may change its answer. */
export interface AnswerRequest {
  /** The JSON body as it came: document, variables, operation name and extensions. */
  readonly jsonText: string;
  /** The header `Accept`, which decides on content type and status. @default as an empty one */
  readonly accept: string | undefined;
  /** Options from the headers `Cache-Control` and `X-Explain`. */
  readonly options: RequestOptions;
  /** Names what the caller may see. Two callers get the same answer only if their rights are the same text. */
  readonly rights: string;
}

/**
 * The key under which the answer to a request is shared and cached. Requests that differ in anything that may change the
 * answer have different keys. The body counts letter by letter: two that differ only in blanks or in the order of their
 * members are answered separately, which costs an execution and never gives a wrong answer. A client's library writes
 * both alike each time, so putting members in order would cost more than it saves.
 *
 * Mutations, requests by GET, those that bring files and those with `Cache-Control` or `X-Explain` are never shared, plans
 * included; their options are in the key all the same, so that sharing them one day needs no other key.
 */
export function answerKey({ jsonText, accept = "", options, rights }: AnswerRequest): string {
  const isLast = last.options === options && last.accept === accept && last.rights === rights;
  if (!isLast) last = { accept, options, rights, head: headOf(accept, options, rights) };
  return `${last.head}\n${jsonText}`;
}

/** The text in front of the body. JSON has no raw line feed, so the first one ends it, whatever the body holds. */
const headOf = (accept: string, { accepts, explains }: RequestOptions, rights: string): string =>
  // Infinity becomes null there.
  JSON.stringify([rights, accept, accepts.stale, accepts.maxAgeMs, explains]);

/** The last one that was made: most requests in a row differ in their bodies alone. */
let last: Omit<AnswerRequest, "jsonText"> & { readonly head: string } = {
  accept: "",
  options: defaultRequestOptions,
  rights: "",
  head: headOf("", defaultRequestOptions, ""),
};

/**
 * Whether a body is known to hold queries only, which is asked before an answer is shared. The document is not parsed for
 * it, so a query that merely contains the word `mutation` or `subscription`, in a name or a text, is executed by itself.
 */
export const isQuery = (body: unknown): boolean =>
  typeof body === "object" &&
  body !== null &&
  "query" in body &&
  typeof body.query === "string" &&
  !/mutation|subscription/.test(body.query);
