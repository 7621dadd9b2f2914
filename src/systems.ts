import { assembled } from "./assembled/index.ts";
import { assembledUpstream } from "./assembled/upstream.ts";
import { assembly } from "./assembly/index.ts";
import { assemblyUpstream } from "./assembly/upstream.ts";
import type { Upstreams } from "./graphql/context.ts";
import type { System } from "./resolving/system.ts";
import { createUpstream } from "./rest/client.ts";
import type { EngineParts, UpstreamDefinition } from "./rest/upstream.ts";
import { web1on1 } from "./web1on1/index.ts";
import { type Web1on1Credentials, web1on1Upstream } from "./web1on1/upstream.ts";

/** Every system that the gateway joins. */
export const systems: readonly System[] = [assembly, assembled, web1on1];

/** Where each system is, real or emulated, and what opens it. */
export interface SystemAddresses {
  readonly assembly: { readonly baseUrl: string; readonly apiKey: string };
  readonly assembled: { readonly baseUrl: string; readonly apiKey: string; readonly apiVersion: string };
  readonly web1on1: { readonly baseUrl: string; readonly credentials: Web1on1Credentials };
}

/**
 * Makes the engine of each system.
 * @param limits whether the documented rate limits are kept to.
 */
export function createUpstreams(addresses: SystemAddresses, parts: EngineParts, limits: boolean) {
  const { clock } = parts;
  const make = (definition: UpstreamDefinition) =>
    createUpstream(limits ? definition : { ...definition, limits: [] }, parts);
  return {
    assembly: make(assemblyUpstream(addresses.assembly)),
    assembled: make(assembledUpstream(addresses.assembled)),
    web1on1: make(web1on1Upstream({ ...addresses.web1on1, clock })),
  } satisfies Upstreams;
}
