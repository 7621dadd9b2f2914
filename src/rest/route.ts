import type { Freshness } from "./cache-policy.ts";
import type {
  Effect,
  Endpoint,
  FactName,
  Headers,
  Method,
  PathParameter,
  QueryValue,
  Sent,
} from "./endpoint.ts";
import type { FormValue } from "./form.ts";
import type { DoneWrite, KeptRead, RowChange } from "./row-facts.ts";

/**
 * Writes endpoints in the words of the upstream's documentation: `GET("/v0/people/{id}").returns<PersonJson>()`. A read
 * cannot say what a write does to other answers, and a write is never cached: the types forbid both.
 */

/** The facts of an endpoint, types aside. */
export type Facts<Path extends string> = Pick<Endpoint<Path, unknown, unknown, unknown, unknown>, FactName>;

type Kind = "read" | "write";

/** The row that a write changes: by the parameter of its path that is the id, or as it is found. */
type NamedRow<Path extends string> = PathParameter<Path> | ((write: DoneWrite) => string | undefined);

/** A method that only one kind of route has. */
type Of<Wanted extends Kind, Own extends Kind, Method> = Own extends Wanted ? Method : never;

/**
 * An endpoint under construction; `returns` finishes it.
 *
 * - `Noun` names the nouns of the system.
 * - `Query` and `Body` are `undefined` until they are stated.
 */
export interface Route<Own extends Kind, Noun extends string, Path extends string, Query, Body> {
  /** States the query parameters, beside those in the template. */
  query<NewQuery extends { readonly [K in keyof NewQuery]: QueryValue }>(): Route<
    Own,
    Noun,
    Path,
    NewQuery,
    Body
  >;
  /** States the JSON body. */
  body<NewBody>(): Route<Own, Noun, Path, Query, NewBody>;
  /**
   * States the fields of a `multipart/form-data` body, for routes that take files: texts are sent first, then files as
   * they arrive, never held whole. Once a file was begun the call is not repeated, whatever its effect.
   */
  form<NewBody extends { readonly [K in keyof NewBody]: FormValue }>(): Route<
    Own,
    Noun,
    Path,
    Query,
    NewBody
  >;
  /** Names fields that must never come further than the parser, as dotted paths; a list on the way means each item. */
  without(...secrets: string[]): Route<Own, Noun, Path, Query, Body>;
  /** Names fields that come no further than the parser either, unless the system `showsSensitive`. */
  sensitive(...fields: string[]): Route<Own, Noun, Path, Query, Body>;
  /** Keeps in the answer what its noun drops, for what is merged with a change and sent back: never cached or answered. */
  whole: Of<"read", Own, () => Route<Own, Noun, Path, Query, Body>>;
  /** Says that no document shows the route. */
  inferred(): Route<Own, Noun, Path, Query, Body>;
  /** States for how long answers to a read may be given again, or that they never are. @default as its noun says, never without one */
  cache: Of<"read", Own, (freshness: Freshness | "never") => Route<Own, Noun, Path, Query, Body>>;
  /** States which answers to a read may be given again at all. @default each */
  keptIf: Of<"read", Own, (condition: (answer: never) => boolean) => Route<Own, Noun, Path, Query, Body>>;
  /** Names the nouns of which a write invalidates cached reads. @default as its noun says, all reads of the system without one */
  invalidates: Of<"write", Own, (...nouns: Noun[]) => Route<Own, Noun, Path, Query, Body>>;
  /**
   * Says that of the rows of a noun it invalidates a write changes one alone, as far as kept answers can show: fields of the
   * one that a parameter of the path names, or that is found in the write. Where it answers that row, they hold it from then on.
   * @param fields that it may change beside those of its body, and beside those that the noun says are derived.
   */
  sets: Of<
    "write",
    Own,
    (noun: Noun, id: NamedRow<Path>, ...fields: string[]) => Route<Own, Noun, Path, Query, Body>
  >;
  /** Says that of the rows of a noun it invalidates a write takes one away. */
  removes: Of<"write", Own, (noun: Noun, id: NamedRow<Path>) => Route<Own, Noun, Path, Query, Body>>;
  /**
   * Says that a write adds to the rows of a noun that it invalidates, and changes none but one that has the same id.
   * @param id of the row. @default the one in its answer
   */
  adds: Of<"write", Own, (noun: Noun, id?: NamedRow<Path>) => Route<Own, Noun, Path, Query, Body>>;
  /** States which kept answers of a noun that it invalidates a write leaves as they are. */
  spares: Of<
    "write",
    Own,
    (
      noun: Noun,
      isSpared: (read: KeptRead, write: DoneWrite<Body>) => boolean,
    ) => Route<Own, Noun, Path, Query, Body>
  >;
  /** States when a `conditional` write may be sent twice. */
  repeatableIf: Of<"write", Own, (condition: (sent: Sent) => boolean) => Route<Own, Noun, Path, Query, Body>>;
  /** States the GraphQL query that shows whether a write happened whose answer was lost. @default as its noun says, none without one */
  verifiedBy: Of<"write", Own, (query: string) => Route<Own, Noun, Path, Query, Body>>;
  /**
   * Tells a conflict from other wrong input where the upstream answers both with one status: a refusal (400, 422 …)
   * whose body matches is `CONFLICT`. Of the body 4 kB are looked at; nothing of it is kept or shown.
   * @param pattern without the flags `g` and `y`, which would remember the last match.
   */
  conflictWhen: Of<"write", Own, (pattern: RegExp) => Route<Own, Noun, Path, Query, Body>>;
  /**
   * Keeps the numbers of the answer to the digit, for what is sent back: each is a `LosslessNumber`, which `JSON` writes
   * wrong and the engine writes as it came. An answer that names a key twice or nests beyond reason is refused.
   */
  exact(): Route<Own, Noun, Path, Query, Body>;
  /**
   * States what a 404 says where the template does not show it: that an object in query or body does not exist, or, with
   * `false`, nothing of an object although the template has a parameter.
   */
  namesObject(does?: boolean): Route<Own, Noun, Path, Query, Body>;
  /** Names the narrower limit of a route that has one beside the system's: it keeps both. */
  limitedBy(name: string): Route<Own, Noun, Path, Query, Body>;
  /** States the JSON of the answer; `read` turns it into what callers get. */
  returns<Wire>(): Endpoint<Path, Query, Body, Wire, Wire>;
  returns<Wire, Result>(
    read: (wire: Wire, headers: Headers) => Result,
  ): Endpoint<Path, Query, Body, Wire, Result>;
}

/** A read. */
export type ReadRoute<Noun extends string, Path extends string> = Route<
  "read",
  Noun,
  Path,
  undefined,
  undefined
>;

/** A write. */
export type WriteRoute<Noun extends string, Path extends string> = Route<
  "write",
  Noun,
  Path,
  undefined,
  undefined
>;

const idOf =
  (id: NamedRow<string>) =>
  (write: DoneWrite): string | undefined => {
    if (typeof id === "function") return id(write);
    const value = write.args[id];
    return typeof value === "string" ? value : undefined;
  };

/** The methods of both kinds; the type of a route shows those of its own. */
function route(facts: Facts<string>): Record<string, unknown> {
  const changing = (noun: string, change: RowChange) =>
    route({ ...facts, changes: { ...facts.changes, [noun]: change } });
  return {
    query: () => route(facts),
    body: () => route(facts),
    form: () => route({ ...facts, isForm: true }),
    without: (...more: string[]) => route({ ...facts, secrets: [...facts.secrets, ...more] }),
    sensitive: (...more: string[]) => route({ ...facts, sensitive: [...(facts.sensitive ?? []), ...more] }),
    whole: () => route({ ...facts, isWhole: true }),
    inferred: () => route({ ...facts, inferred: true }),
    cache: (cache: Freshness | "never") => route({ ...facts, cache: cache === "never" ? undefined : cache }),
    keptIf: (condition: (answer: never) => boolean) => route({ ...facts, keptIf: condition }),
    invalidates: (...nouns: string[]) => route({ ...facts, invalidates: nouns }),
    sets: (noun: string, id: NamedRow<string>, ...fields: string[]) =>
      changing(noun, { does: "sets", idIn: idOf(id), fields }),
    removes: (noun: string, id: NamedRow<string>) => changing(noun, { does: "removes", idIn: idOf(id) }),
    adds: (noun: string, id?: NamedRow<string>) =>
      changing(noun, id === undefined ? { does: "adds" } : { does: "adds", idIn: idOf(id) }),
    spares: (noun: string, isSpared: (read: KeptRead, write: DoneWrite<never>) => boolean) =>
      changing(noun, { does: "spares", isSpared }),
    repeatableIf: (condition: (sent: Sent) => boolean) => route({ ...facts, repeatableIf: condition }),
    verifiedBy: (query: string) => route({ ...facts, reconcile: query }),
    exact: () => route({ ...facts, isExact: true }),
    namesObject: (does = true) => route({ ...facts, namesObject: does }),
    limitedBy: (name: string) => route({ ...facts, limitedBy: name }),
    conflictWhen: (pattern: RegExp) => route({ ...facts, conflictWhen: pattern }),
    returns: (read = (wire: unknown) => wire) => ({ ...facts, read }),
  };
}

const start = (method: Method, path: string, effect: Effect): unknown =>
  route({ method, path, effect, secrets: [], inferred: false });

/** Begins endpoints of a system, by HTTP method. */
export interface Routes<Noun extends string> {
  /** A read. */
  GET<Path extends string>(path: Path): ReadRoute<Noun, Path>;
  /** A write that makes something new unless the effect says otherwise. */
  POST<Path extends string>(path: Path, effect?: Exclude<Effect, "read">): WriteRoute<Noun, Path>;
  /** A write that sets, so that twice is once unless the effect says otherwise. */
  PUT<Path extends string>(path: Path, effect?: Exclude<Effect, "read">): WriteRoute<Noun, Path>;
  /** A write that changes named fields; twice is once. */
  PATCH<Path extends string>(path: Path): WriteRoute<Noun, Path>;
  /** A removal; twice is once. */
  DELETE<Path extends string>(path: Path): WriteRoute<Noun, Path>;
}

/** The routes of a system whose nouns have these names. */
export const routesOf = <Noun extends string>(): Routes<Noun> =>
  ({
    GET: (path) => start("GET", path, "read"),
    POST: (path, effect = "create") => start("POST", path, effect),
    PUT: (path, effect = "idempotent") => start("PUT", path, effect),
    PATCH: (path) => start("PATCH", path, "idempotent"),
    DELETE: (path) => start("DELETE", path, "idempotent"),
  }) as Record<keyof Routes<Noun>, (path: string, effect?: Effect) => unknown> as Routes<Noun>;
