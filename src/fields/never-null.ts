import type { PromiseOrValue } from "../loaders/promise-or-value.ts";
import type { ResolverMap } from "../resolving/noun.ts";

const marked = new WeakSet<object>();

/**
 * Marks a resolver that answers or fails, so that its field is null only where something failed: the schema says so by
 * `@semanticNonNull`. The compiler refuses a resolver whose type has null.
 * @returns the resolver itself.
 */
export function neverNull<Resolve extends (...args: never[]) => PromiseOrValue<NonNullable<unknown>>>(
  resolve: Resolve,
): Resolve {
  marked.add(resolve);
  return resolve;
}

/** The fields of resolver maps whose resolvers are marked by `neverNull`, by `Type.field`. */
export const neverNullIn = (maps: readonly ResolverMap[]): ReadonlySet<string> =>
  new Set(
    maps.flatMap((map) =>
      Object.entries(map).flatMap(([type, fields]) =>
        Object.entries(fields).flatMap(([name, resolve]) =>
          typeof resolve === "function" && marked.has(resolve) ? [`${type}.${name}`] : [],
        ),
      ),
    ),
  );
