import { type AccessStrategy, callText } from "../../lists/access-strategy.ts";
import type { AnyEndpoint } from "../../rest/endpoint.ts";

/** Rows of a collection that come along with another read. @param others the ways to those that do not. @default none */
export const sideLoaded = (
  endpoint: AnyEndpoint,
  along: AnyEndpoint,
  others?: AccessStrategy,
): AccessStrategy => ({
  endpoints: [endpoint, ...(others?.endpoints ?? [])],
  bounds: (keys, facts) => ({ least: 0, most: others?.bounds(keys, facts).most ?? 0 }),
  most: (keys, batches, statistics) => others?.most(keys, batches, statistics) ?? { calls: [] },
  describe: () => ({
    ways: [`along with ${callText(along)}`, ...(others?.describe().ways ?? [])],
    choice: "what came along, all rows otherwise",
  }),
});
