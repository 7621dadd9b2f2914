import type { Freshness } from "./cache-policy.ts";
import type { RowChange, RowFacts } from "./row-facts.ts";

/** HTTP methods that the upstreams use. */
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * The effect of doing a call twice: `read` changes nothing, `idempotent` twice is once, `create` makes a second
 * object, `conditional` is idempotent under the condition stated beside it.
 */
export type Effect = "read" | "idempotent" | "create" | "conditional";

/** The arguments that the condition of a `conditional` endpoint looks at. */
export interface Sent {
  readonly query?: unknown;
  readonly body?: unknown;
}

/** One value of a query string; a list repeats its key (`agents=a&agents=b`). */
export type QueryValue = string | number | boolean | readonly string[] | undefined;

/** Response headers in lower case. */
export type Headers = Readonly<Record<string, string>>;

/**
 * One documented route.
 *
 * - `Path` is a template; names in braces are arguments, also behind `?` (`/accounts?source_specific_id={sourceSpecificId}`).
 * - `Query` and `Body` are `undefined` where the route has none.
 * - `Wire` is the JSON as it arrives, `Result` what callers get.
 */
export interface Endpoint<Path extends string, Query, Body, Wire, Result> {
  readonly method: Method;
  readonly path: Path;
  readonly effect: Effect;
  /** Dotted paths of fields that are dropped as soon as the answer is parsed; a list on the way means each item. */
  readonly secrets: readonly string[];
  /** Fields, as dotted paths, that are dropped in the same way unless the operator of the gateway lets the system show them. */
  readonly sensitive?: readonly string[];
  /** Whether the answer keeps what is dropped from all others of its noun, since it is merged with a change and sent back. */
  readonly isWhole?: true;
  /** Whether no document shows the route: it follows from its siblings and is called only where that is allowed. */
  readonly inferred: boolean;
  /** For how long an answer may be kept; never when absent. */
  readonly cache?: Freshness | undefined;
  /** Which of the answers that may be kept are worth it, such as those that will not change any more; all of them when absent. */
  readonly keptIf?: (answer: never) => boolean;
  /** Nouns of the system whose kept reads a write makes wrong; all of them when absent. */
  readonly invalidates?: readonly string[];
  /** How the kept answers of its noun hold rows; a write drops all of them when absent. */
  readonly rows?: RowFacts;
  /** The effect of a write on the rows of nouns that it invalidates; whatever it says nothing of is dropped whole. */
  readonly changes?: Readonly<Record<string, RowChange>>;
  /** Of a `conditional` endpoint: whether doing it twice would be doing it once. */
  readonly repeatableIf?: (sent: Sent) => boolean;
  /** Of a write whose outcome may remain unknown: the GraphQL query that shows whether it happened. */
  readonly reconcile?: string;
  /** Whether the body is a `Form`, sent as `multipart/form-data`; JSON when absent. */
  readonly isForm?: true;
  /** Whether the answer's numbers are kept to the digit, as `LosslessNumber`; a plain read rounds what no double holds. */
  readonly isExact?: true;
  /** Whether a 404 says that an object does not exist. @default whether the path template names one */
  readonly namesObject?: boolean;
  /** The narrower limit of the system that its calls keep beside the system's own, by its name among the `lanes`. */
  readonly limitedBy?: string;
  /** Found in the body of a refusal, says that the call collides with what is already there. */
  readonly conflictWhen?: RegExp;
  /** Of a route that is closed to most accounts: the accounts that it is open to, and who opens it. */
  readonly openTo?: string;
  readonly read: (wire: Wire, headers: Headers) => Result;
  /** Never set: carries the types of query and body. */
  readonly types?: { query: Query; body: Body };
}

/** Any endpoint, where its types do not matter. */
export type AnyEndpoint = Pick<Endpoint<string, unknown, unknown, unknown, unknown>, FactName>;

/** The names of what is known of an endpoint, types aside. */
export type FactName =
  | "method"
  | "path"
  | "effect"
  | "secrets"
  | "sensitive"
  | "isWhole"
  | "inferred"
  | "cache"
  | "keptIf"
  | "invalidates"
  | "rows"
  | "changes"
  | "repeatableIf"
  | "reconcile"
  | "isForm"
  | "isExact"
  | "namesObject"
  | "limitedBy"
  | "conflictWhen"
  | "openTo";

/** An endpoint without its types: what it reads is known only to its caller. */
export type LooseEndpoint = AnyEndpoint & { read(wire: unknown, headers: Headers): unknown };

/** Rows of a system by noun and verb. */
export type Api = Readonly<Record<string, Readonly<Record<string, AnyEndpoint>>>>;

/** The names in braces of a path template. */
export type PathParameter<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParameter<Rest>
  : never;

type Slot<Name extends string, Value> = [Value] extends [undefined]
  ? { readonly [K in Name]?: never }
  : Record<never, never> extends Value
    ? { readonly [K in Name]?: Value }
    : { readonly [K in Name]: Value };

/** The one argument object of a call: path arguments by name beside the slots `query` and `body`. */
export type CallArguments<Path extends string, Query, Body> = {
  readonly [Name in PathParameter<Path>]: string;
} & Slot<"query", Query> &
  Slot<"body", Body>;

/** The argument object of a call, loosely typed. */
export interface LooseArguments {
  readonly query?: Readonly<Record<string, QueryValue>> | undefined;
  readonly body?: unknown;
  readonly [name: string]: unknown;
}

/** An endpoint as messages and logs name it: method and template, never an URL. */
export const routeOf = ({ method, path }: AnyEndpoint): string => `${method} ${path.split("?")[0]}`;

/** Whether doing a call twice is doing it once. */
export function isRepeatable({ effect, repeatableIf }: AnyEndpoint, sent: Sent): boolean {
  if (effect === "conditional") return repeatableIf?.(sent) ?? false;
  return effect !== "create";
}
