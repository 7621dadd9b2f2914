import type { ResolverMap } from "../resolving/noun.ts";

type ReadRow = (row: never) => unknown;

const marked = new WeakSet<object>();

/**
 * Marks a resolver of a scalar that reads its row and nothing else: no argument, no context, no time, nothing that another
 * client may not have, and no promise. What it gives is written once for as long as a row is kept.
 * @returns the resolver itself.
 */
export function ofRow<Read extends ReadRow>(read: Read): Read {
  marked.add(read);
  return read;
}

/** The resolvers of resolver maps that are marked by `ofRow`, by `Type.field`. */
export const ofRowIn = (maps: readonly ResolverMap[]): ReadonlyMap<string, (row: unknown) => unknown> =>
  new Map(
    maps.flatMap((map) =>
      Object.entries(map).flatMap(([type, fields]) =>
        Object.entries(fields).flatMap(([name, resolve]): [string, (row: unknown) => unknown][] =>
          typeof resolve === "function" && marked.has(resolve) ? [[`${type}.${name}`, resolve]] : [],
        ),
      ),
    ),
  );
