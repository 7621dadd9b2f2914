import { endpointsThatMayShow, ownCallBounds } from "../loaders/strategies/call-bounds.ts";
import type { AnyEndpoint } from "../rest/endpoint.ts";
import { type Known, statisticsOf } from "./known.ts";
import type { Demand } from "./walk.ts";

/** Demands that the same calls may answer. */
interface Shared {
  readonly system: string;
  readonly endpoints: ReadonlySet<AnyEndpoint>;
  /** Calls of the one that costs most. */
  readonly calls: number;
  /** Calls of it beside others: a page that another reader fetches may show all keys but one. */
  readonly callsBeside: number;
}

/**
 * The least calls that some demands cost each system, by those of their keys that are sure. Of demands that the same
 * calls may answer, the one that costs most counts.
 * @param mayAnswer whether a cached answer may serve reads of an endpoint.
 * @returns by system.
 */
export function leastCalls(
  demands: readonly Demand[],
  known: Known,
  mayAnswer: (endpoint: AnyEndpoint) => boolean,
): ReadonlyMap<string, number> {
  const sure: Shared[] = [];
  let reads: readonly Shared[] = [];
  for (const { access, bypassCache, keys } of demands) {
    const endpoints = new Set(endpointsThatMayShow(access));
    const [endpoint] = endpoints;
    if (keys.least === 0 || endpoint === undefined) continue;
    const system = known.systemOf(endpoint);
    // Whether another loader is asked, or how often, depends on what is found.
    const facts = { statistics: statisticsOf(known, system), arePointsQueued: false };
    const calls = ownCallBounds(access, { least: keys.least, most: keys.least }, facts).least;
    const callsBeside = access.mayBeShown ? Math.min(1, calls) : calls;
    const demand = { system, endpoints, calls, callsBeside };
    if (bypassCache || endpoint.effect !== "read") sure.push(demand);
    else if (![...endpoints].some(mayAnswer)) reads = withShared(reads, demand);
  }
  const sums = new Map<string, number>();
  for (const { calls, system } of [...sure, ...reads]) sums.set(system, (sums.get(system) ?? 0) + calls);
  return sums;
}

/** Puts a demand together with those that may be answered by the same calls. */
function withShared(groups: readonly Shared[], demand: Shared): readonly Shared[] {
  const isAlike = ({ endpoints }: Shared) =>
    [...endpoints].some((endpoint) => demand.endpoints.has(endpoint));
  const others = groups.filter(isAlike);
  if (others.length === 0) return [...groups, demand];
  const alike = [demand, ...others];
  const calls = Math.max(...alike.map(({ callsBeside }) => callsBeside));
  const together: Shared = {
    system: demand.system,
    endpoints: new Set(alike.flatMap(({ endpoints }) => [...endpoints])),
    calls,
    callsBeside: calls,
  };
  return [...groups.filter((group) => !isAlike(group)), together];
}
