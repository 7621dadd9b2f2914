import type { GraphQLField } from "graphql";

/**
 * The way to the object of a field whose JSON may be known. Its resolver is asked wherever this finds nothing, tells of what is
 * wrong, and comes to the same object.
 */
export interface ObjectFinder {
  /** The object, if it is there at once. */
  readonly find: (source: unknown, context: never) => unknown;
  /** Counts it as given. @returns whether it may be. */
  readonly count: (context: never) => boolean;
}

type Field = GraphQLField<unknown, never>;

const finders = new WeakMap<NonNullable<Field["resolve"]>, ObjectFinder>();

/** Notes how the object of a field without arguments is found. It holds until the field is given another resolver. */
export function noteObjectFinder({ resolve }: Field, finder: ObjectFinder): void {
  if (resolve) finders.set(resolve, finder);
}

/** How the object of a field is found. */
export const objectFinderOf = ({ resolve }: Field): ObjectFinder | undefined =>
  resolve && finders.get(resolve);
