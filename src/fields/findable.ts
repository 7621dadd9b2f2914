import type { OperationContext } from "../graphql/context.ts";
import type { ResolverMap } from "../resolving/noun.ts";

/** Gives the object that a row points at, or a promise of it. */
export type Find<Row> = (row: Row, context: OperationContext) => unknown;

type Resolver = (...args: never[]) => unknown;

const finds = new WeakMap<Resolver, Find<never>>();

/** A resolver that gives what is found of its row, whatever its arguments are, with how that is found beside it. */
export function findable<Resolve extends Resolver, Row>(resolve: Resolve, find: Find<Row>): Resolve {
  finds.set(resolve, find as Find<never>);
  return resolve;
}

/** How fields find what they give, by `Type.field`, where that stands beside their resolvers. */
export const findsIn = (maps: readonly ResolverMap[]): ReadonlyMap<string, Find<never>> =>
  new Map(
    maps.flatMap((map) =>
      Object.entries(map).flatMap(([type, fields]) =>
        Object.entries(fields).flatMap(([name, resolve]): [string, Find<never>][] => {
          const find = typeof resolve === "function" ? finds.get(resolve) : undefined;
          return find ? [[`${type}.${name}`, find]] : [];
        }),
      ),
    ),
  );
