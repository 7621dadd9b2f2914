import type { AccessStrategy } from "../lists/access-strategy.ts";
import type { Clearable, LoaderDefinition } from "../lists/loader-definition.ts";
import type { Range } from "../lists/range.ts";
import { pointReads } from "../loaders/strategies/point-reads.ts";
import type { AnyEndpoint } from "../rest/endpoint.ts";
import type { Facts } from "./facts.ts";
import { exactly } from "./range.ts";

/** One use of a loader or endpoint by a field, for each object that it is a field of. */
export interface LoaderUse {
  /** How the answer is had, as a loader declares it. */
  readonly access: AccessStrategy;
  /** As the loader declares them. @default none */
  readonly ahead?: LoaderDefinition<Clearable>["ahead"];
  /** Keys; of an endpoint that the field calls by itself, the calls. */
  readonly keys: Range;
  /** Most different keys among all objects. @default as many as there are keys */
  readonly maxDistinct?: number;
  /** Whether no cached answer will do, as for reads that a write is built on. @default false */
  readonly bypassCache?: boolean;
  /** The type of the objects that it is for, where the field gives objects of several types. @default it is for all of them */
  readonly type?: string;
}

/** The cost of a field, and how many objects it gives. */
export interface FieldCost {
  readonly uses?: readonly LoaderUse[];
  /**
   * Objects for each object that it is a field of; where they may be of several types, by type. A connection counts as
   * the rows it holds. @default one at most, or any number where its type is a list
   */
  readonly cardinality?: Range | Readonly<Record<string, Range>>;
  /** Items of its list, with those that are null or fail, where an argument says how many. @default the objects of `cardinality` */
  readonly items?: number;
  /** Facts about these objects for the fields below. @default none */
  readonly tells?: Facts;
}

/**
 * Works out a cost from the arguments, coerced and with their defaults, and from what the field above tells of the object;
 * fields without a cost stand between them as if they were not there.
 * @throws GatewayError with `BAD_USER_INPUT` where its resolver would.
 */
export type CostOf<Args> = (args: Args, known: Facts) => FieldCost;

/** Costs by `Type.field`; a field that stands in none costs nothing. */
export type FieldCosts = Readonly<Record<string, FieldCost | CostOf<never>>>;

/** Anything that declares its ways to rows: a loader or a list. */
export type Declared = Pick<LoaderDefinition<Clearable>, "access" | "ahead">;

/** Uses a loader. @param keys @default one */
export const useOf = ({ access, ahead }: Declared, keys = exactly(1)): LoaderUse => ({
  access,
  keys,
  ...(ahead && { ahead }),
});

/** Calls an endpoint by itself. @param count @default one call */
export const callsOf = (endpoint: AnyEndpoint, count = exactly(1)): LoaderUse => ({
  access: pointReads(endpoint),
  keys: count,
});

/** As `callsOf`, for reads that must show the time of the call. */
export const freshCallsOf = (endpoint: AnyEndpoint, count = exactly(1)): LoaderUse => ({
  ...callsOf(endpoint, count),
  bypassCache: true,
});
