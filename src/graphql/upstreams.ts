import { type System, type SystemAddresses, upstreamOf } from "../resolving/system.ts";
import { createUpstream } from "../rest/engine/client.ts";
import type { EngineParts } from "../rest/upstream.ts";
import type { Upstreams } from "./context.ts";

/**
 * Makes the engine of each system.
 * @param limits whether the documented rate limits are kept to.
 */
export function createUpstreams(
  systems: readonly System[],
  addresses: SystemAddresses,
  { limits, ...parts }: EngineParts & { readonly limits: boolean },
): Upstreams {
  return Object.fromEntries(
    systems.map((system) => {
      const address = addresses[system.name];
      if (!address) throw new Error(`There is no address of ${system.title}.`);
      const definition = upstreamOf(system, address, parts.clock);
      return [system.name, createUpstream(limits ? definition : { ...definition, limits: [] }, parts)];
    }),
  );
}
