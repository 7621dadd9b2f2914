import type { CostOf, FieldCost, FieldCosts } from "../estimate/field-cost.ts";
import type { ResolverMap } from "../resolving/noun.ts";

type Resolver = (...args: never[]) => unknown;

const costs = new WeakMap<Resolver, FieldCost | CostOf<never>>();

/**
 * A resolver with its cost beside it.
 * @param cost per object that the field is of; a function where it depends on arguments or on the field above. It throws
 * what the resolver would throw for arguments that cannot be used.
 * @returns the resolver itself. One resolver has one cost, in whichever fields it stands.
 */
export function field<Resolve extends Resolver, Args = never>(
  cost: FieldCost | CostOf<Args>,
  resolve: Resolve,
): Resolve {
  costs.set(resolve, cost);
  return resolve;
}

/** The cost that stands beside a resolver; undefined for one that costs nothing. */
export const costOfField = (resolve: Resolver): FieldCost | CostOf<never> | undefined => costs.get(resolve);

/** The costs of all fields of resolver maps, by `Type.field`. */
export const costsIn = (maps: readonly ResolverMap[]): FieldCosts =>
  Object.fromEntries(
    maps.flatMap((map) =>
      Object.entries(map).flatMap(([type, fields]) =>
        Object.entries(fields).flatMap(([name, resolve]) => {
          const cost = typeof resolve === "function" ? costs.get(resolve) : undefined;
          return cost ? [[`${type}.${name}`, cost]] : [];
        }),
      ),
    ),
  );
