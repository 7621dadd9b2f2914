import { portNumber, textWithoutBlanks } from "./parsers.ts";
import { settingList } from "./setting.ts";

/** The settings of the metrics, which have a port of their own. */
export const metricsSettings = settingList([
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
]);
