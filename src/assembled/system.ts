import { apiVersion, baseUrl, credential, nameList } from "../config/parsers.ts";
import { settingList, type ValuesOf } from "../config/setting.ts";
import type { SystemFacts } from "../resolving/system.ts";
import type { SystemSetting } from "../resolving/system-setting.ts";
import { slidingWindow, tokenBucket } from "../rest/limits/windows.ts";
import { fixedCredential } from "../rest/upstream.ts";
import { pathParameters } from "./ids.ts";

/** Where Assembled is, its API key, the version of its API that is asked for, and the usual priority of platforms. */
type Address = {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly apiVersion: string;
  readonly statePriority: string;
};

const settings = settingList([
  {
    name: "ASSEMBLED_URL",
    about: "Base URL, without /v0.",
    byDefault: "https://api.assembledhq.com",
    parse: baseUrl,
  },
  { name: "ASSEMBLED_API_KEY", about: "API key.", secret: true, parse: credential },
  {
    name: "ASSEMBLED_API_VERSION",
    about: "Version of the API.",
    byDefault: "2024-05-22",
    parse: apiVersion,
  },
  {
    name: "ASSEMBLED_STATE_PRIORITY",
    about:
      "Platforms with commas between them, highest priority first: where states of an agent overlap, that of the first one counts.",
    // Calls, then chats, then tickets: an agent on the phone does nothing else.
    byDefault: "zendesk_talk,twilio,ujet,zendesk_chat,intercom,kustomer,salesforce,zendesk,api",
    parse: nameList,
  },
]);

/** Platforms with commas between them, highest priority first, for operations that name none. */
export const statePriority: SystemSetting<string> = {
  system: "assembled",
  read: ({ statePriority }: Address) => statePriority,
};

/** Assembled: key as user name of HTTP Basic, 300 requests a minute with bursts of 20 (assembled-v0.txt:10-40). */
export const facts = {
  name: "assembled",
  title: "Assembled",
  settings,
  configure: (values: ValuesOf<typeof settings>) =>
    values.ASSEMBLED_API_KEY
      ? {
          address: {
            baseUrl: values.ASSEMBLED_URL,
            apiKey: values.ASSEMBLED_API_KEY,
            apiVersion: values.ASSEMBLED_API_VERSION,
            statePriority: values.ASSEMBLED_STATE_PRIORITY,
          },
        }
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
