import type { GraphQLField } from "graphql";

/**
 * Reads a value from an object and nothing else: no argument, no context, nothing that changes.
 * @throws anything where the resolver of its field has to see to it.
 */
export type RowReader = (row: unknown) => unknown;

type Field = GraphQLField<unknown, never>;

const readers = new WeakMap<NonNullable<Field["resolve"]>, RowReader>();

/**
 * Notes that a field of a leaf type reads its object alone, whatever stands around its resolver, so that its JSON goes with
 * the object. No promise, and nothing that one client may have and another may not. It holds until the field is given another
 * resolver.
 */
export function noteRowReader({ resolve }: Field, read: RowReader): void {
  if (resolve) readers.set(resolve, read);
}

/** The reader of a field that reads its object alone. */
export const rowReaderOf = ({ resolve }: Field): RowReader | undefined => resolve && readers.get(resolve);
