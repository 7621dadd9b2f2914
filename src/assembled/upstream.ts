import { slidingWindow, tokenBucket } from "../rest/limits.ts";
import { fixedCredential, type UpstreamDefinition } from "../rest/upstream.ts";
import { assembledApi } from "./api.ts";
import { pathParameters } from "./ids.ts";

/** Assembled: key as user name of HTTP Basic, 300 requests a minute with bursts of 20 (assembled-v0.txt:10-40). */
export function assembledUpstream(options: {
  baseUrl: string;
  apiKey: string;
  apiVersion: string;
}): UpstreamDefinition {
  return {
    name: "assembled",
    title: "Assembled",
    limitText: "300 requests a minute, 5 a second with bursts of 20",
    baseUrl: options.baseUrl,
    urlSetting: "ASSEMBLED_URL",
    pathParameters,
    api: assembledApi,
    callsInferred: true,
    limits: [tokenBucket({ capacity: 20, perSecond: 5 }), slidingWindow({ calls: 300, windowMs: 60_000 })],
    headers: { "api-version": options.apiVersion },
    credential: fixedCredential({
      authorization: `Basic ${Buffer.from(`${options.apiKey}:`).toString("base64")}`,
    }),
  };
}
