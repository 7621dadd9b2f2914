import { apiVersion, baseUrl, credential } from "../config/parsers.ts";
import { settingList, type ValuesOf } from "../config/setting.ts";
import type { SystemFacts } from "../resolving/system.ts";
import { slidingWindow, tokenBucket } from "../rest/limits.ts";
import { fixedCredential } from "../rest/upstream.ts";
import { pathParameters } from "./ids.ts";

/** Where Assembled is, its API key, and the version of its API that is asked for. */
type Address = { readonly baseUrl: string; readonly apiKey: string; readonly apiVersion: string };

const settings = settingList([
  {
    name: "ASSEMBLED_URL",
    about: "Base URL, without /v0.",
    byDefault: "https://api.assembledhq.com",
    parse: baseUrl,
  },
  { name: "ASSEMBLED_API_KEY", about: "API key.", parse: credential },
  {
    name: "ASSEMBLED_API_VERSION",
    about: "Version of the API.",
    byDefault: "2024-05-22",
    parse: apiVersion,
  },
]);

/** Assembled: key as user name of HTTP Basic, 300 requests a minute with bursts of 20 (assembled-v0.txt:10-40). */
export const facts = {
  name: "assembled",
  title: "Assembled",
  settings,
  configure: ({ ASSEMBLED_URL, ASSEMBLED_API_KEY, ASSEMBLED_API_VERSION }: ValuesOf<typeof settings>) =>
    ASSEMBLED_API_KEY
      ? { address: { baseUrl: ASSEMBLED_URL, apiKey: ASSEMBLED_API_KEY, apiVersion: ASSEMBLED_API_VERSION } }
      : { missing: "ASSEMBLED_API_KEY", hasCredentials: false },
  upstream: ({ baseUrl, apiKey, apiVersion }) => ({
    limitText: "300 requests a minute, 5 a second with bursts of 20",
    baseUrl,
    urlSetting: "ASSEMBLED_URL",
    pathParameters,
    callsInferred: true,
    limits: [tokenBucket({ capacity: 20, perSecond: 5 }), slidingWindow({ calls: 300, windowMs: 60_000 })],
    headers: { "api-version": apiVersion },
    apiVersion,
    credential: fixedCredential({
      authorization: `Basic ${Buffer.from(`${apiKey}:`).toString("base64")}`,
    }),
  }),
  emulator: async () => (await import("../sandbox/assembled/emulator.ts")).assembledEmulator,
} satisfies SystemFacts<Address>;
