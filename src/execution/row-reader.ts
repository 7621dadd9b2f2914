import type { GraphQLField } from "graphql";

/** Reads a value from an object and nothing else: no argument, no context, nothing that changes. */
export type RowReader = (row: unknown) => unknown;

const readers = new WeakMap<GraphQLField<unknown, never>, RowReader>();

/**
 * Notes that a field of a leaf type reads its object alone, whatever stands around its resolver, so that its JSON goes with
 * the object. No promise, and nothing that one client may have and another may not.
 */
export function noteRowReader(field: GraphQLField<unknown, never>, read: RowReader): void {
  readers.set(field, read);
}

/** The reader of a field that reads its object alone. */
export const rowReaderOf = (field: GraphQLField<unknown, never>): RowReader | undefined => readers.get(field);
