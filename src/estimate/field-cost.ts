import type { AccessPath } from "../loaders/access.ts";
import type { IdKind } from "../resolving/ids.ts";
import type { AnyEndpoint } from "../rest/endpoint.ts";
import { exactly, type Range } from "./range.ts";

/** What a field asks for each object that it is a field of. */
export interface Ask {
  /** The ways to the answer, as a loader declares them. */
  readonly access: readonly AccessPath[];
  /** Keys; of a row that the field calls by itself, the calls. */
  readonly keys: Range;
  /** Most different keys among all objects. @default as many as they ask for */
  readonly mostInAll?: number;
  /** Whether nothing that is at hand will do, as for reads that a write is built on. @default false */
  readonly anew?: boolean;
}

/** What a field costs, and what it gives. */
export interface FieldCost {
  readonly asks?: readonly Ask[];
  /**
   * Objects for each object that it is a field of; where they may be of several types, by type. A connection counts as
   * the rows it holds. @default one at most, or any number where its type is a list
   */
  readonly gives?: Range | Readonly<Record<string, Range>>;
}

/** A field of an operation that has a cost. */
export interface AskedField {
  /** `Type.field`. */
  readonly coordinate: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** The next one above it. */
  readonly above: AskedField | undefined;
}

/**
 * Works out a cost from the arguments, coerced and with their defaults, and from how its objects were reached.
 * @throws GatewayError with `BAD_USER_INPUT` where its resolver would.
 */
export type CostOf<Args> = (args: Args, above: AskedField | undefined) => FieldCost;

/** Costs by `Type.field`; a field that stands in none costs nothing. */
export type FieldCosts = Readonly<Record<string, FieldCost | CostOf<never>>>;

/** Whatever declares its ways to rows: a loader or a list. */
export interface Declared {
  readonly access: readonly AccessPath[];
}

/** A type that can be fetched by its global id. */
export interface NodeCost {
  readonly kind: IdKind;
  readonly loader: Declared;
}

/** Asks a loader. */
export const asks = ({ access }: Declared, keys = exactly(1)): Ask => ({ access, keys });

/** Makes calls of a row by itself. */
export const calls = (row: AnyEndpoint, count = exactly(1)): Ask => ({
  access: [{ kind: "point", row }],
  keys: count,
});

/** As `calls`, for reads that must show the time of the call. */
export const callsAnew = (row: AnyEndpoint, count = exactly(1)): Ask => ({
  ...calls(row, count),
  anew: true,
});

/** The arguments of a field that surely stands above, such as the mutation above its payload. */
export function argsOf<Args>(field: AskedField | undefined): Args {
  if (!field) throw new Error("No field with a cost stands above.");
  return field.args as Args;
}
