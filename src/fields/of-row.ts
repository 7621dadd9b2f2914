import type { ResolverMap } from "../resolving/noun.ts";

/**
 * The resolvers of resolver maps that take their row and nothing else, by `Type.field`: no argument, no context, so nothing
 * that another client may not have, nor a moment. What one gives of a row it gives for as long as the row is kept.
 */
export const ofRowIn = (maps: readonly ResolverMap[]): ReadonlyMap<string, (row: unknown) => unknown> =>
  new Map(
    maps.flatMap((map) =>
      Object.entries(map).flatMap(([type, fields]) =>
        Object.entries(fields).flatMap(([name, resolve]): [string, (row: unknown) => unknown][] =>
          takesOne(resolve) ? [[`${type}.${name}`, resolve]] : [],
        ),
      ),
    ),
  );

const takesOne = (resolve: unknown): resolve is (row: unknown) => unknown =>
  typeof resolve === "function" && resolve.length === 1;
