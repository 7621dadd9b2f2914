import type { Clock } from "../rest/clock.ts";
import { slidingWindow } from "../rest/limits.ts";
import { fixedCredential, type UpstreamDefinition } from "../rest/upstream.ts";
import { web1on1Api } from "./api.ts";
import { pathParameters } from "./ids.ts";
import { createSession, type LogInFacts } from "./session/session.ts";

/** What the gateway shows to Web1on1: a bot token, which does not expire, or a log-in. */
export type Web1on1Credentials = { readonly token: string } | LogInFacts;

/** Web1on1: Bearer token, 20 requests a second (web1on1-v2.txt:8-128; the limit stands on the vendor's public pages). */
export function web1on1Upstream(options: {
  baseUrl: string;
  credentials: Web1on1Credentials;
  clock: Clock;
}): UpstreamDefinition {
  const { baseUrl, clock, credentials } = options;
  return {
    name: "web1on1",
    title: "Web1on1",
    limitText: "20 requests a second",
    baseUrl,
    urlSetting: "WEB1ON1_URL",
    pathParameters,
    api: web1on1Api,
    callsInferred: true,
    limits: [slidingWindow({ calls: 20, windowMs: 1_000 })],
    credential:
      "token" in credentials
        ? fixedCredential({ authorization: `Bearer ${credentials.token}` })
        : createSession(credentials, clock),
  };
}
