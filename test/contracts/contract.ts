/**
 * What happens when a call is made twice. A `read` changes nothing; an `idempotent` write leaves the same state the
 * second time; a `create` does not; a `conditional` write is one or the other, by what it is sent.
 */
export type Effect = "read" | "idempotent" | "conditional" | "create";

/** The verbs that the three APIs use. */
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * How an endpoint is known: `seed` is written in the vendor's document, `public` was completed from the
 * vendor's public pages, `inferred` follows by symmetry and was never shown by anyone.
 */
export type Source = "seed" | "public" | "inferred";

/** The text that describes an endpoint: a file name, `public` for public pages only, `none` if nothing describes it. */
export type DocumentName =
  | "assembly-accounts-v1.txt"
  | "assembly-accounts-contacts-v2.txt"
  | "assembly-interactions.txt"
  | "assembled-v0.txt"
  | "web1on1-v2.txt"
  | "public"
  | "none";

/** One endpoint of an upstream as its vendor documents it, whatever our own tables say. */
export interface DocumentedEndpoint {
  /** `noun.verb`, unique within its system. */
  readonly id: string;
  readonly method: Method;
  /** The path below the base URL; path parameters read `{name}`. */
  readonly path: string;
  /** Names of the query parameters; free-form ones (any field, any property) have no name and are left out. */
  readonly query: readonly string[];
  /** Names at the top level of the body; a body that is a bare array or a free-form map has none. */
  readonly body: readonly string[];
  /** Those names, of query and body, without which the call fails. */
  readonly required: readonly string[];
  readonly effect: Effect;
  readonly document: DocumentName;
  /** The first line of the description in the document, or null outside those documents. */
  readonly line: number | null;
  readonly source: Source;
}

/** What a system documents, beside what the gateway does not do of it. */
export interface Contract {
  readonly documented: readonly DocumentedEndpoint[];
  /** Endpoints that are not called yet, of nouns of which others are. Nouns without any are not named. */
  readonly missing: readonly string[];
  /** Rows of the gateway that read a documented route in a second way. */
  readonly secondWays: readonly string[];
  /** Documented endpoints that are reached another way, and the row that is it. */
  readonly namedAlternatives: Readonly<Record<string, string>>;
}

/** The parameters of a row: names separated by white space, required ones end in `!`. */
interface Parameters {
  readonly query?: string;
  readonly body?: string;
  /** `seed` if left out. */
  readonly source?: Source;
}

/** Writes one row of a contract table. */
type Row = (
  id: string,
  method: Method,
  path: string,
  line: number | null,
  effect: Effect,
  parameters?: Parameters,
) => DocumentedEndpoint;

/** Makes the row writer of one document, so that a table names each document once. */
export function documentedIn(document: DocumentName): Row {
  return (id, method, path, line, effect, { query = "", body = "", source = "seed" } = {}) => {
    const inQuery = words(query);
    const inBody = words(body);
    const required = [...inQuery, ...inBody].filter((word) => word.endsWith("!")).map(bare);
    return {
      id,
      method,
      path,
      query: inQuery.map(bare),
      body: inBody.map(bare),
      required,
      effect,
      document,
      line,
      source,
    };
  };
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

function bare(word: string): string {
  return word.replace(/!$/, "");
}
