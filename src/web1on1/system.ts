import {
  anyText,
  baseUrl,
  credential,
  getOrPost,
  namesAmong,
  textWithoutBlanks,
  trueOrFalse,
} from "../config/parsers.ts";
import { settingList, type ValuesOf } from "../config/setting.ts";
import type { SystemFacts } from "../resolving/system.ts";
import type { SystemSetting } from "../resolving/system-setting.ts";
import { slidingWindow } from "../rest/limits/windows.ts";
import { fixedCredential } from "../rest/upstream.ts";
import { pathParameters } from "./ids.ts";
import { listFeatureNames } from "./lists/list-features.ts";
import { createSession, type LogInFacts } from "./session/session.ts";

/**
 * Where Web1on1 is, with the credentials that the gateway shows to it: a bot token, which does not expire, or a log-in;
 * and whether routes that no document shows are called.
 */
type Address = {
  readonly baseUrl: string;
  readonly credentials: { readonly token: string } | LogInFacts;
  /** Whether `meta` of bots, bot instances and services is answered. */
  readonly showsMeta: boolean;
  readonly callsInferred: boolean;
  /** Names with commas between them. @default all */
  readonly listFeatures?: string;
};

const settings = settingList([
  { name: "WEB1ON1_URL", about: "Base URL.", byDefault: "https://api.web1on1.chat/v2", parse: baseUrl },
  {
    name: "WEB1ON1_TOKEN",
    about: "Token of a bot user; preferred over a log-in.",
    secret: true,
    parse: credential,
  },
  {
    name: "WEB1ON1_EMAIL",
    about: "E-mail address to log in with, together with WEB1ON1_PASSWORD.",
    parse: textWithoutBlanks,
  },
  { name: "WEB1ON1_PASSWORD", about: "Password to log in with.", secret: true, parse: anyText },
  {
    name: "WEB1ON1_SHOW_BOT_AND_SERVICE_META",
    about:
      "true lets clients read meta of bots, their users and instances, and services, which often holds credentials; otherwise it is dropped as it arrives.",
    byDefault: "false",
    parse: trueOrFalse,
  },
  {
    name: "WEB1ON1_INFERRED_ROUTES",
    about:
      "true calls routes that no document shows to change or delete one field of a form; otherwise all its fields are written.",
    byDefault: "false",
    parse: trueOrFalse,
  },
  {
    name: "WEB1ON1_LIST_FEATURES",
    about: `Parameters that lists take, of ${listFeatureNames.join(", ")}: single values to filter by, several at once, an order. What is left out the gateway does by itself, from whole lists.`,
    byDefault: listFeatureNames.join(","),
    parse: namesAmong(listFeatureNames),
  },
  {
    name: "WEB1ON1_REFRESH",
    about: "GET or POST: how a log-in is renewed. GET is documented; POST keeps tokens out of URLs.",
    byDefault: "GET",
    parse: getOrPost,
  },
]);

/** Whether routes that no document shows are called. */
export const callsInferred: SystemSetting<boolean> = {
  system: "web1on1",
  read: ({ callsInferred }: Address) => callsInferred,
};

/** Web1on1: Bearer token, 20 requests a second (web1on1-v2.txt:8-128; the limit stands on the vendor's public pages). */
export const facts = {
  name: "web1on1",
  title: "Web1on1",
  settings,
  configure(values: ValuesOf<typeof settings>) {
    const { WEB1ON1_URL, WEB1ON1_TOKEN, WEB1ON1_EMAIL, WEB1ON1_PASSWORD, WEB1ON1_REFRESH } = values;
    const reached = {
      baseUrl: WEB1ON1_URL,
      showsMeta: values.WEB1ON1_SHOW_BOT_AND_SERVICE_META,
      callsInferred: values.WEB1ON1_INFERRED_ROUTES,
      listFeatures: values.WEB1ON1_LIST_FEATURES,
    };
    if (WEB1ON1_TOKEN) return { address: { ...reached, credentials: { token: WEB1ON1_TOKEN } } };
    if (WEB1ON1_EMAIL && WEB1ON1_PASSWORD) {
      const credentials = {
        email: WEB1ON1_EMAIL,
        password: WEB1ON1_PASSWORD,
        refreshBy: WEB1ON1_REFRESH,
      };
      return { address: { ...reached, credentials } };
    }
    if (WEB1ON1_EMAIL) return { missing: "WEB1ON1_PASSWORD", hasCredentials: true };
    if (WEB1ON1_PASSWORD) return { missing: "WEB1ON1_EMAIL", hasCredentials: true };
    return {
      missing: "WEB1ON1_TOKEN (or WEB1ON1_EMAIL and WEB1ON1_PASSWORD)",
      hasCredentials: false,
    };
  },
  upstream: ({ baseUrl, credentials, showsMeta, callsInferred }, clock) => ({
    limitText: "20 requests a second",
    baseUrl,
    urlSetting: "WEB1ON1_URL",
    pathParameters,
    callsInferred,
    // A bot is a user as well, with the same id and, as it may be, the same `meta`.
    sensitive: ["[role=bot].meta"],
    showsSensitive: showsMeta,
    limits: [slidingWindow({ calls: 20, windowMs: 1_000 })],
    credential:
      "token" in credentials
        ? fixedCredential({ authorization: `Bearer ${credentials.token}` })
        : createSession(credentials, clock),
  }),
  emulator: async () => (await import("../sandbox/web1on1/emulator.ts")).web1on1Emulator,
} satisfies SystemFacts<Address>;
