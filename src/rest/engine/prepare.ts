import { createHmac, randomBytes } from "node:crypto";
import type { Tally } from "../call-stats.ts";
import type { AnyEndpoint, LooseEndpoint } from "../endpoint.ts";
import { encodeBody } from "../message/encode-body.ts";
import { describe, fillUrl, type LooseArguments } from "../message/url.ts";
import { isRepeatable } from "../sending/retry.ts";
import type { UpstreamDefinition } from "../upstream.ts";
import type { Attempt } from "./prepared-request.ts";

/** Makes requests of the rows of one system. */
export interface Rows {
  /** Of a row in the system's table. */
  nounOf(endpoint: AnyEndpoint): string | undefined;
  /** @throws UPSTREAM_INVALID_RESPONSE when an argument does not match the pattern of its name. */
  attemptOf(endpoint: LooseEndpoint, args: LooseArguments, tally: Tally): Attempt;
  /** Prefix of the keys of all reads of one endpoint, and of no others: credential and endpoint. */
  rowKeyOf(endpoint: AnyEndpoint): string;
  /**
   * Key of a read, which no other read has: credential, endpoint and URL.
   * @param share which share of its answer is meant. @default all of it
   */
  keyOf(endpoint: AnyEndpoint, url: URL, share?: string): string;
  urlOf(endpoint: AnyEndpoint, args: LooseArguments): URL;
}

/** The credential stands in keys as its digest under a key that no other process knows. */
const credentialKey = randomBytes(32);
const digestLength = 22;

/** Makes the rows of one system and credential. */
export function createRows({ api, baseUrl, credential, pathParameters }: UpstreamDefinition): Rows {
  const owner = createHmac("sha256", credentialKey).update(credential.identity).digest("base64url");
  const names = new Map<AnyEndpoint, { readonly name: string; readonly noun?: string }>();
  for (const [noun, verbs] of Object.entries(api)) {
    for (const [verb, endpoint] of Object.entries(verbs))
      names.set(endpoint, { name: `${noun}.${verb}`, noun });
  }
  /** Rows of one URL differ in what they read from it; those of no table are numbered to tell them apart. */
  const find = (endpoint: AnyEndpoint) => {
    const found = names.get(endpoint) ?? { name: `${describe(endpoint)} ${names.size}` };
    names.set(endpoint, found);
    return found;
  };
  const urlOf = (endpoint: AnyEndpoint, args: LooseArguments) =>
    fillUrl(baseUrl, endpoint, args, pathParameters);
  const rowKeyOf = (endpoint: AnyEndpoint) => `${owner.slice(0, digestLength)} ${find(endpoint).name}`;
  return {
    nounOf: (endpoint) => find(endpoint).noun,
    rowKeyOf,
    urlOf,
    // No URL has a blank, so a share cannot pass for a part of it.
    keyOf(endpoint, url, share) {
      const whole = `${rowKeyOf(endpoint)} ${url.href}`;
      return share === undefined ? whole : `${whole} ${share}`;
    },
    attemptOf: (endpoint, args, tally) => ({
      endpoint,
      url: urlOf(endpoint, args),
      body: args.body === undefined ? undefined : encodeBody(endpoint, args.body),
      repeatable: isRepeatable(endpoint, args),
      last: undefined,
      tally,
    }),
  };
}
