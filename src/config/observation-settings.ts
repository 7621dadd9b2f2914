import { anyText, portNumber, textWithoutBlanks } from "./parsers.ts";
import { settingList } from "./setting.ts";
import { tracingSettings } from "./tracing-settings.ts";

/** The settings that say where audit, metrics and traces go. @param systems names of those that the gateway joins. */
export const observationSettings = (systems: readonly string[]) =>
  settingList([
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
