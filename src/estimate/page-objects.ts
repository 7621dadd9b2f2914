import { type FieldNode, type GraphQLField, type GraphQLObjectType, getNamedType } from "graphql";
import type { Range } from "../lists/range.ts";
import { largestPageSize } from "../resolving/pagination.ts";
import { isGiven } from "./given-argument.ts";
import type { Reading } from "./selected-fields.ts";

/** How many objects there may be in one place of an answer, as far as the sizes of pages say. */
export interface Rows {
  /** Where nothing states how many an object gives, one. */
  readonly objects: number;
  /** Rows of a page above that `objects` takes for one, since its window bounds it; undefined below none. */
  readonly inWindow: number | undefined;
}

/** An operation itself. */
export const oneRow: Rows = { objects: 1, inWindow: undefined };

/** A field with its arguments. */
export interface Selected {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** Coerced, with defaults. */
  readonly args: Readonly<Record<string, unknown>>;
}

/**
 * The rows that a field gives for all rows above it. A usual window fills little of a page, so that its page is taken for one row;
 * one within another is taken at its word, and so is the other then.
 * @param isWindow whether nothing but a window bounds the page.
 */
export function rowsBelow({ objects, inWindow }: Rows, { most }: Range, isWindow: boolean): Rows {
  if (!isWindow) return { objects: objects * (Number.isFinite(most) ? most : 1), inWindow };
  if (inWindow === undefined) return { objects, inWindow: most };
  return { objects: objects * inWindow * most, inWindow: 1 };
}

/** Whether a page has the size that pages in windows have by default, and nothing in the operation says so. */
export function isBoundedByWindow({ variables }: Reading, { args, field, node }: Selected): boolean {
  const byDefault = Number(field.args.find(({ name }) => name === "first")?.defaultValue);
  const isDefault = args.first === byDefault && typeof args.last !== "number";
  return byDefault > largestPageSize && isDefault && !isGiven(node, "first", variables);
}

/**
 * Objects that a field puts into an answer, as `progress.ts` counts them once they are there. `PageInfo` is left out: rows
 * of connections are known here, not how many connections there are.
 * @param above rows that it is a field of.
 * @param given rows that it gives, by type.
 */
export function objectsIn(
  { field, node, type }: { readonly type: GraphQLObjectType } & Omit<Selected, "args">,
  above: Rows,
  given: readonly Rows[],
): number {
  const named = getNamedType(field.type);
  // An edge and its node are one object.
  const isOfEdge = type.name.endsWith("Edge") && node.name.value === "node" && !node.alias;
  if (named.name.endsWith("PageInfo") || isOfEdge) return 0;
  if ("getFields" in named && "pageInfo" in named.getFields()) return above.objects;
  return given.reduce((sum, { objects }) => sum + objects, 0);
}
