import { createHmac, randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";
import { type AnyEndpoint, isRepeatable, type LooseArguments, routeOf } from "../endpoint.ts";
import { encodeBody } from "../message/encode-body.ts";
import { fillUrl } from "../message/url.ts";
import type { Location, RequestBuilder } from "../prepared-request.ts";
import type { UpstreamDefinition } from "../upstream.ts";

/** The credential stands in keys as its digest under a key that no other process knows. */
const credentialKey = randomBytes(32);
const digestLength = 22;
/** Reads whose URLs are remembered; each takes about a kilobyte. */
const mostLocations = 1_000;

/** Makes the requests of one system and credential. */
export function createRequestBuilder({
  api,
  baseUrl,
  credential,
  pathParameters,
}: UpstreamDefinition): RequestBuilder {
  const owner = createHmac("sha256", credentialKey).update(credential.identity).digest("base64url");
  const names = new Map<AnyEndpoint, { readonly name: string; readonly noun?: string }>();
  for (const [noun, verbs] of Object.entries(api)) {
    for (const [verb, endpoint] of Object.entries(verbs))
      names.set(endpoint, { name: `${noun}.${verb}`, noun });
  }
  /** Rows of one URL differ in what they read from it; those of no table are numbered to tell them apart. */
  const find = (endpoint: AnyEndpoint) => {
    const found = names.get(endpoint) ?? { name: `${routeOf(endpoint)} ${names.size}` };
    names.set(endpoint, found);
    return found;
  };
  const urlOf = (endpoint: AnyEndpoint, args: LooseArguments) =>
    fillUrl(baseUrl, endpoint, args, pathParameters);
  const prepareFor: RequestBuilder["prepareFor"] = (url, endpoint, args, stats) => ({
    endpoint,
    url,
    body: args.body === undefined ? undefined : encodeBody(endpoint, args.body),
    repeatable: isRepeatable(endpoint, args),
    last: undefined,
    stats,
  });
  // No URL has a blank, so a share cannot pass for a part of it.
  const keyOf: RequestBuilder["keyOf"] = (endpoint, url, share) => {
    const whole = `${owner.slice(0, digestLength)} ${find(endpoint).name} ${url.href}`;
    return share === undefined ? whole : `${whole} ${share}`;
  };
  const locations = new LRUCache<string, Location>({ max: mostLocations });
  return {
    nounOf: (endpoint) => find(endpoint).noun,
    urlOf,
    keyOf,
    locate(endpoint, args) {
      const name = `${find(endpoint).name} ${JSON.stringify(args)}`;
      const known = locations.get(name);
      if (known) return known;
      const url = urlOf(endpoint, args);
      const location = { url, key: keyOf(endpoint, url) };
      locations.set(name, location);
      return location;
    },
    prepareFor,
    prepare: (endpoint, args, stats) => prepareFor(urlOf(endpoint, args), endpoint, args, stats),
  };
}
