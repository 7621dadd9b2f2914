import { type AccessStrategy, callText } from "../../lists/access-strategy.ts";
import type { AnyEndpoint } from "../../rest/endpoint.ts";
import { callsInBatches } from "./calls-in-batches.ts";

/**
 * A list that takes the keys of many rows in one call, where it knows such a filter. It does not prove absence: where there
 * is no such filter, or it does not show all, the other ways come on top of it.
 */
export const pickedReads = (
  endpoint: AnyEndpoint,
  keysPerCall: number,
  others: AccessStrategy,
): AccessStrategy => ({
  ...others,
  endpoints: [endpoint, ...others.endpoints],
  bounds(keys, facts) {
    const beside = others.bounds(keys, facts);
    if (keys < 2) return beside;
    const calls = Math.ceil(keys / keysPerCall);
    return { least: Math.min(calls, beside.least), most: calls + beside.most };
  },
  most(keys, batches, statistics) {
    const beside = others.most(keys, batches, statistics);
    // One key alone is read by itself.
    if (keys < 2) return beside;
    const picked = { endpoint, count: callsInBatches(keys, batches, keysPerCall) };
    return { ...beside, calls: [picked, ...beside.calls] };
  },
  describe: () => ({
    ways: [`${callText(endpoint)} by the ids of ${keysPerCall} at once`, ...others.describe().ways],
    choice:
      "a read for one; for several the list if it has no more pages than it takes to ask by ids, those ids otherwise; a read for each that these do not show",
  }),
});
