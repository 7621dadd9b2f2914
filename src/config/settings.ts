import { z } from "zod";
import { parseUrl } from "../parse-url.ts";
import { auditSettings } from "./audit-settings.ts";
import { authSettings } from "./auth-settings.ts";
import { authorizationSettings } from "./authorization-settings.ts";
import type { ConfigurableSystem } from "./configurable-system.ts";
import { documentsSettings } from "./documents-settings.ts";
import { idempotencySettings } from "./idempotency-settings.ts";
import { inWords } from "./in-words.ts";
import { limitSettings } from "./limit-settings.ts";
import { metricsSettings } from "./metrics-settings.ts";
import { commaList, portNumber, textWithoutBlanks, trueOrFalse } from "./parsers.ts";
import { productionSettings } from "./production-settings.ts";
import { parsedBy, type Setting, settingList } from "./setting.ts";
import { tracingSettings } from "./tracing-settings.ts";

/** The form of a browser's `Origin`: without a path, not even a slash. */
const isOrigin = (text: string): boolean => parseUrl(text)?.origin === text;

/** The settings of the gateway itself. */
export const gatewaySettings = (systems: readonly ConfigurableSystem[]) => {
  const names = systems.map(({ name }) => name);
  return settingList([
    { name: "PORT", about: "Port to listen on.", byDefault: "4000", parse: portNumber },
    {
      name: "HOST",
      about:
        "Address to listen on. On a loopback address only requests to localhost, 127.x, [::1] and ALLOWED_HOSTS are answered.",
      byDefault: "127.0.0.1",
      parse: textWithoutBlanks,
    },
    {
      name: "ALLOWED_ORIGINS",
      about:
        "Origins whose pages may call the gateway, separated by commas. Loopback origins unless given, but with NODE_ENV production none.",
      parse: parsedBy(
        commaList.refine(
          (origins) => origins.every(isOrigin),
          "names what is no origin, such as https://app.example.com",
        ),
      ),
    },
    ...authSettings,
    ...authorizationSettings,
    {
      name: "EXPLAIN",
      about:
        "Whether the header X-Explain tells clients of the calls behind their operations: true or false. True unless NODE_ENV is production.",
      parse: trueOrFalse,
    },
    ...productionSettings,
    {
      name: "DRAIN_DELAY_MS",
      about:
        "Milliseconds for which it goes on answering after SIGTERM, while /health/ready says 503, so that load balancers turn away.",
      byDefault: "2000",
      parse: parsedBy(
        z
          .string()
          .regex(/^\d{1,6}$/, "is not a number of milliseconds below 1000000")
          .transform(Number),
      ),
    },
    ...auditSettings,
    ...tracingSettings(names),
    ...documentsSettings,
    ...idempotencySettings,
    ...limitSettings,
    {
      name: "SANDBOX",
      about: `Systems to emulate, separated by commas: ${names.join(", ")}. All ${inWords(names.length)} when nothing of any system is set, but with NODE_ENV production none that is not named.`,
      parse: parsedBy(
        commaList.refine((named) => named.every((name) => names.includes(name)), "names an unknown system"),
      ),
    },
    ...metricsSettings,
  ]);
};

/** The settings that belong together, under the title that help gives them. */
export interface SettingSection {
  readonly title: string;
  readonly settings: readonly Setting[];
}

/** Every environment variable that the gateway reads; help and `.env.example` are printed from it. */
export const settingSections = (systems: readonly ConfigurableSystem[]): readonly SettingSection[] => [
  { title: "Gateway", settings: gatewaySettings(systems) },
  ...systems,
];
