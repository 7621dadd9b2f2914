import { baseUrl, credential } from "../config/parsers.ts";
import { settingList, type ValuesOf } from "../config/setting.ts";
import type { SystemFacts } from "../resolving/system.ts";
import { slidingWindow } from "../rest/limits/windows.ts";
import { fixedCredential } from "../rest/upstream.ts";
import { pathParameters } from "./ids.ts";

/** Where Assembly is, and its API key. */
type Address = { readonly baseUrl: string; readonly apiKey: string };

const settings = settingList([
  { name: "ASSEMBLY_URL", about: "Base URL.", byDefault: "https://api.wavelength.cx", parse: baseUrl },
  { name: "ASSEMBLY_API_KEY", about: "API key.", secret: true, parse: credential },
]);

/**
 * Assembly: raw key in `Authorization`, 30 requests a second (assembly-accounts-contacts-v2.txt:3-7, 189), and 60 replies
 * a minute (assembly-interactions.txt:64).
 */
export const facts = {
  name: "assembly",
  title: "Assembly",
  settings,
  configure: ({ ASSEMBLY_URL, ASSEMBLY_API_KEY }: ValuesOf<typeof settings>) =>
    ASSEMBLY_API_KEY
      ? { address: { baseUrl: ASSEMBLY_URL, apiKey: ASSEMBLY_API_KEY } }
      : { missing: "ASSEMBLY_API_KEY", hasCredentials: false },
  upstream: ({ baseUrl, apiKey }) => ({
    limitText: "30 requests a second",
    baseUrl,
    urlSetting: "ASSEMBLY_URL",
    pathParameters,
    callsInferred: true,
    limits: [slidingWindow({ calls: 30, windowMs: 1_000 })],
    endpointLimits: {
      replies: {
        limits: [slidingWindow({ calls: 60, windowMs: 60_000 })],
        limitText: "60 replies a minute",
      },
    },
    credential: fixedCredential({ authorization: apiKey }),
  }),
  emulator: async () => (await import("../sandbox/assembly/emulator.ts")).assemblyEmulator,
} satisfies SystemFacts<Address>;
