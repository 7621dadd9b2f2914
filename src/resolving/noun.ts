import type { GraphQLResolveInfo } from "graphql";
import type { Clearable, LoaderDefinition, LoaderOf } from "../lists/loader-definition.ts";
import type { PromiseOrValue } from "../loaders/promise-or-value.ts";
import type { Api } from "../rest/endpoint.ts";
import type { IdKind } from "./ids.ts";

/** A loader that finds one object by its id. */
export interface ByIdLoader<Row> extends Clearable {
  load(id: string): PromiseOrValue<Row | null>;
}

/** The keys, beside its ids, by which other subgraphs of a federated graph may name an object. */
export interface LookUpKeys {
  /** Fields of the type, each with its scalar. */
  readonly keys: Readonly<Record<string, "EmailAddress" | "ID" | "String">>;
  /** The resolver of a field of `Query` that finds the object by one of them, given as `by`, with its cost beside it. */
  readonly lookUp: (...args: never[]) => PromiseOrValue<object | null>;
}

/** A type that can be fetched by its global id. */
export interface NodeType {
  readonly kind: IdKind;
  readonly loader: LoaderDefinition<ByIdLoader<object>>;
  /**
   * Prepares the look-up by what is selected of the object.
   * @param info of the field that gives it, be it among others.
   */
  readonly prepare?: (of: LoaderOf, sourceId: string, info: GraphQLResolveInfo) => Promise<void>;
  /** Whether its source id leads to the object by itself, without the id of a parent. @default it does */
  readonly isFoundBySourceId?: boolean;
  /** @default it has no other keys */
  readonly lookUpKeys?: LookUpKeys;
}

/** Resolvers by type and field; values of enums by type. */
export type ResolverMap = Readonly<Record<string, object>>;

/** One noun of a system: everything that the gateway needs to offer it. */
export interface Noun {
  /** Its endpoints, by the name that `invalidates` knows them by. */
  readonly endpoints: Api;
  /** Its loaders, by name. @default none */
  readonly loaders?: Readonly<Record<string, LoaderDefinition<Clearable>>>;
  /** Its types that can be fetched by their global id. @default none */
  readonly nodes?: readonly NodeType[];
  readonly resolvers: ResolverMap;
}

/** Fields that lead from one system to another. */
export interface Join {
  /** Its loaders, by name; they call nothing by themselves. */
  readonly loaders: Readonly<Record<string, LoaderDefinition<Clearable>>>;
  readonly resolvers: ResolverMap;
}
