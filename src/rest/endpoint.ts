import type { FormValue } from "./form.ts";
import type { Freshness } from "./freshness.ts";

/**
 * Endpoints as typed rows. A row is written in the words of the upstream's documentation,
 * `GET("/v0/people/{id}").returns<PersonJson>()`, and carries everything that is particular to it.
 */

/** HTTP methods that the upstreams use. */
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * What doing a call twice would do: `read` changes nothing, `idempotent` twice is once, `create` makes a second
 * object, `conditional` is idempotent under the condition stated beside its row.
 */
export type Effect = "read" | "idempotent" | "create" | "conditional";

/** What the condition of a `conditional` row looks at. */
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
  /** Whether no document shows the route: it follows from its siblings and is called only where that is allowed. */
  readonly inferred: boolean;
  /** For how long an answer may be kept; never when absent. */
  readonly freshness?: Freshness;
  /** Nouns of the system whose kept reads a write makes wrong; all of them when absent. */
  readonly drops?: readonly string[];
  /** Of a `conditional` row: whether doing it twice would be doing it once. */
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
  readonly lane?: string;
  /** Found in the body of a refusal, says that the call collides with what is already there. */
  readonly conflictWhen?: RegExp;
  readonly read: (wire: Wire, headers: Headers) => Result;
  /** Never set: carries the types of query and body. */
  readonly types?: { query: Query; body: Body };
}

/** Any row, where its types do not matter. */
export type AnyEndpoint = Pick<Endpoint<string, unknown, unknown, unknown, unknown>, FactName>;

type FactName =
  | "method"
  | "path"
  | "effect"
  | "secrets"
  | "inferred"
  | "freshness"
  | "drops"
  | "repeatableIf"
  | "reconcile"
  | "isForm"
  | "isExact"
  | "namesObject"
  | "lane"
  | "conflictWhen";

/** A row without its types: what it reads is known only to its caller. */
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

/** A row under construction; `returns` finishes it. */
export interface Route<Path extends string, Query, Body> {
  /** States the query parameters, beside those in the template. */
  query<NewQuery extends { readonly [K in keyof NewQuery]: QueryValue }>(): Route<Path, NewQuery, Body>;
  /** States the JSON body. */
  body<NewBody>(): Route<Path, Query, NewBody>;
  /**
   * States the fields of a `multipart/form-data` body, for routes that take files: texts are sent first, then files as
   * they arrive, never held whole. Once a file was begun the call is not repeated, whatever its effect.
   */
  form<NewBody extends { readonly [K in keyof NewBody]: FormValue }>(): Route<Path, Query, NewBody>;
  /** Names fields that must never come further than the parser, as dotted paths; a list on the way means each item. */
  without(...secrets: string[]): Route<Path, Query, Body>;
  /** Says that no document shows the route. */
  inferred(): Route<Path, Query, Body>;
  /** States for how long answers to a read may be kept; without it they never are. */
  kept(freshness: Freshness): Route<Path, Query, Body>;
  /** Names the nouns of which a write makes kept reads wrong; without it all reads of the system are dropped. */
  drops(...nouns: string[]): Route<Path, Query, Body>;
  /** States when a `conditional` write may be sent twice. */
  repeatableIf(condition: (sent: Sent) => boolean): Route<Path, Query, Body>;
  /** States the GraphQL query that shows whether a write happened whose answer was lost. */
  reconciledBy(query: string): Route<Path, Query, Body>;
  /**
   * Keeps the numbers of the answer to the digit, for what is sent back: each is a `LosslessNumber`, which `JSON` writes
   * wrong and the engine writes as it came. An answer that names a key twice or nests beyond reason is refused.
   */
  exact(): Route<Path, Query, Body>;
  /**
   * States what a 404 says where the template does not show it: that an object in query or body does not exist, or, with
   * `false`, nothing of an object although the template has a parameter.
   */
  namesObject(does?: boolean): Route<Path, Query, Body>;
  /** Names the lane of a route that has a limit of its own, narrower than the system's: it keeps both. */
  lane(name: string): Route<Path, Query, Body>;
  /**
   * Tells a collision from other wrong input where the upstream answers both with one status: a refusal (400, 422 …)
   * whose body matches is `CONFLICT`. Of the body 4 kB are looked at; nothing of it is kept or shown.
   * @param pattern without the flags `g` and `y`, which would remember the last match.
   */
  conflictWhen(pattern: RegExp): Route<Path, Query, Body>;
  /** States the JSON of the answer; `read` turns it into what callers get. */
  returns<Wire>(): Endpoint<Path, Query, Body, Wire, Wire>;
  returns<Wire, Result>(
    read: (wire: Wire, headers: Headers) => Result,
  ): Endpoint<Path, Query, Body, Wire, Result>;
}

type Facts<Path extends string> = Pick<Endpoint<Path, unknown, unknown, unknown, unknown>, FactName>;

function route<Path extends string, Query, Body>(facts: Facts<Path>): Route<Path, Query, Body> {
  const returns = <Wire, Result = Wire>(
    read: (wire: Wire, headers: Headers) => Result = (wire) => wire as unknown as Result,
  ): Endpoint<Path, Query, Body, Wire, Result> => ({ ...facts, read });
  return {
    query: () => route(facts),
    body: () => route(facts),
    form: () => route({ ...facts, isForm: true }),
    without: (...more) => route({ ...facts, secrets: [...facts.secrets, ...more] }),
    inferred: () => route({ ...facts, inferred: true }),
    kept: (freshness) => route({ ...facts, freshness }),
    drops: (...nouns) => route({ ...facts, drops: nouns }),
    repeatableIf: (condition) => route({ ...facts, repeatableIf: condition }),
    reconciledBy: (query) => route({ ...facts, reconcile: query }),
    exact: () => route({ ...facts, isExact: true }),
    namesObject: (does = true) => route({ ...facts, namesObject: does }),
    lane: (name) => route({ ...facts, lane: name }),
    conflictWhen: (pattern) => route({ ...facts, conflictWhen: pattern }),
    returns,
  };
}

const start = <Path extends string>(
  method: Method,
  path: Path,
  effect: Effect,
): Route<Path, undefined, undefined> => route({ method, path, effect, secrets: [], inferred: false });

/** A read. */
export const GET = <Path extends string>(path: Path): Route<Path, undefined, undefined> =>
  start("GET", path, "read");

/** A write that makes something new unless the row says otherwise. */
export const POST = <Path extends string>(
  path: Path,
  effect: Effect = "create",
): Route<Path, undefined, undefined> => start("POST", path, effect);

/** A write that sets, so that twice is once unless the row says otherwise. */
export const PUT = <Path extends string>(
  path: Path,
  effect: Effect = "idempotent",
): Route<Path, undefined, undefined> => start("PUT", path, effect);

/** A write that changes named fields; twice is once. */
export const PATCH = <Path extends string>(path: Path): Route<Path, undefined, undefined> =>
  start("PATCH", path, "idempotent");

/** A removal; twice is once. */
export const DELETE = <Path extends string>(path: Path): Route<Path, undefined, undefined> =>
  start("DELETE", path, "idempotent");
