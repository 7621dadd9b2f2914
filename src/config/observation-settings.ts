import { z } from "zod";
import { anyText, portNumber, textWithoutBlanks } from "./parsers.ts";
import { parsedBy, settingList } from "./setting.ts";
import { tracingSettings } from "./tracing-settings.ts";

const logLevels = ["debug", "info", "warn", "error"] as const;

/** How much a line of the log matters, least first. */
export type LogLevel = (typeof logLevels)[number];

/** The settings that say where audit, metrics and traces go. @param systems names of those that the gateway joins. */
export const observationSettings = (systems: readonly string[]) =>
  settingList([
    {
      name: "LOG_LEVEL",
      about:
        "Least level of lines of the log: debug, which has every call to a system, info, warn or error. The audit is written at each of them.",
      byDefault: "info",
      parse: parsedBy(z.enum(logLevels, { error: "is none of debug, info, warn and error" })),
    },
    {
      name: "AUDIT_FILE",
      about:
        "File that a line is appended to for each field of a mutation; opened again on SIGHUP. Without it they stand in the log, which drops lines when its reader is slow.",
      parse: anyText,
    },
    {
      name: "METRICS_PORT",
      about: "Port on which Prometheus may GET /metrics. Without it nothing is measured.",
      parse: portNumber,
    },
    {
      name: "METRICS_HOST",
      about: "Address to listen on for metrics, which name clients and systems, and ask for no credentials.",
      byDefault: "127.0.0.1",
      parse: textWithoutBlanks,
    },
    ...tracingSettings(systems),
  ]);
