import { GatewayError } from "../../errors.ts";
import type { ListSizes } from "../../loaders/list-sizes.ts";

/**
 * A parameter of a list, or `anyOf` for filters that take several values at once. The reference itself has none of them;
 * they stand on the vendor's public pages.
 */
export type ListFeature = "anyOf" | "sort" | `filter ${string}`;

/** The features of one list, each learnt at its first use from whether the answer is as it must be. */
export interface ListFeatures {
  /** Undefined as long as no answer has shown it. */
  has(feature: ListFeature): boolean | undefined;
  /** @param works undefined where an answer tells nothing, such as an empty one. */
  learn(feature: ListFeature, works: boolean | undefined): void;
}

/**
 * The features of a list as far as they are known.
 * @param sizes remembers them beside the size of the list, for all operations: 1 for a feature that works, 0 for one that does not.
 */
export function featuresOf({ name }: { readonly name: string }, sizes: ListSizes): ListFeatures {
  const keyOf = (feature: ListFeature) => `${name} ${feature}`;
  return {
    has(feature) {
      const known = sizes.get(keyOf(feature));
      return known === undefined ? undefined : known === 1;
    },
    learn(feature, works) {
      if (works !== undefined) sizes.set(keyOf(feature), works ? 1 : 0);
    },
  };
}

/** Whether the upstream refuses parameters, rather than the caller. */
export const isRejection = (error: unknown): boolean =>
  error instanceof GatewayError && error.code === "UPSTREAM_REJECTED";
