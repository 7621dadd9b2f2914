import type { AccessStrategy, BatchFacts } from "../../lists/access-strategy.ts";
import type { Range } from "../../lists/range.ts";
import type { AnyEndpoint } from "../../rest/endpoint.ts";

/** Every endpoint that a strategy leads to, those of the loaders that it asks included. */
export const endpointsOf = ({ asks = [], endpoints }: AccessStrategy): AnyEndpoint[] => [
  ...endpoints,
  ...asks.flatMap(({ access }) => endpointsOf(access)),
];

/** As `endpointsOf`, with those that may show an object before it is asked for. */
export const endpointsThatMayShow = ({
  asks = [],
  endpoints,
  shownBy = [],
}: AccessStrategy): AnyEndpoint[] => [
  ...endpoints,
  ...shownBy,
  ...asks.flatMap(({ access }) => endpointsThatMayShow(access)),
];

/** How many calls a batch of different keys costs with nothing cached, those of the loaders that it asks included. */
export function callBounds(access: AccessStrategy, keys: Range, facts: BatchFacts): Range {
  const own = ownCallBounds(access, keys, facts);
  if (keys.most === 0) return own;
  return (access.asks ?? []).reduce((sum, { access: asked, keysPerKey }) => {
    const { least, most } = callBounds(
      asked,
      { least: keys.least * keysPerKey.least, most: keysPerKey.most === 0 ? 0 : keys.most * keysPerKey.most },
      facts,
    );
    return { least: sum.least + least, most: sum.most + most };
  }, own);
}

/** As `callBounds`, without the loaders that it asks. */
export const ownCallBounds = (access: AccessStrategy, { least, most }: Range, facts: BatchFacts): Range => ({
  least: least === 0 ? 0 : access.bounds(least, facts).least,
  most: most === 0 ? 0 : access.bounds(most, facts).most,
});
