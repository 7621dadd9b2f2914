import { slidingWindow } from "../rest/limits.ts";
import { fixedCredential, type UpstreamDefinition } from "../rest/upstream.ts";
import { assemblyApi } from "./api.ts";
import { pathParameters } from "./ids.ts";

/**
 * Assembly: raw key in `Authorization`, 30 requests a second (assembly-accounts-contacts-v2.txt:3-7, 189), and 60 replies
 * a minute (assembly-interactions.txt:64).
 */
export function assemblyUpstream({
  baseUrl,
  apiKey,
}: {
  baseUrl: string;
  apiKey: string;
}): UpstreamDefinition {
  return {
    name: "assembly",
    title: "Assembly",
    limitText: "30 requests a second",
    baseUrl,
    urlSetting: "ASSEMBLY_URL",
    pathParameters,
    api: assemblyApi,
    callsInferred: true,
    limits: [slidingWindow({ calls: 30, windowMs: 1_000 })],
    lanes: {
      replies: {
        limits: [slidingWindow({ calls: 60, windowMs: 60_000 })],
        limitText: "60 replies a minute",
      },
    },
    credential: fixedCredential({ authorization: apiKey }),
  };
}
