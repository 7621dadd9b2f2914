import { z } from "zod";
import { parseUrl } from "../parse-url.ts";
import { commaList, entriesOf, textWithoutBlanks } from "./parsers.ts";
import { parsedBy, settingList, type ValuesOf } from "./setting.ts";

/** Where traces of operations go. */
export interface TracingConfig {
  /** Base URL of the collector, without a final slash. */
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly serviceName: string;
  /** Systems that are sent `traceparent`. */
  readonly tracedSystems: readonly string[];
}

const samplers = [
  "always_on",
  "always_off",
  "traceidratio",
  "parentbased_always_on",
  "parentbased_always_off",
  "parentbased_traceidratio",
] as const;

/** `name=value` pairs with commas between them, percent-encoded, as OpenTelemetry has them. */
function headersOf(text: string): Record<string, string> | undefined {
  try {
    const pairs = entriesOf(text).map((pair) => /^([\w!#$&.^`|~+-]+)\s*=\s*(.+)$/.exec(pair));
    if (pairs.some((pair) => pair === null)) return undefined;
    const headers = pairs.map((pair) => [pair?.[1] ?? "", decodeURIComponent(pair?.[2] ?? "")]);
    // A header cannot carry anything else.
    if (headers.some(([, value]) => !/^[\x20-\x7e]+$/.test(value ?? ""))) return undefined;
    return Object.fromEntries(headers);
  } catch {
    return undefined;
  }
}

/** The settings of traces. @param systems names of those that the gateway joins. */
export const tracingSettings = (systems: readonly string[]) =>
  settingList([
    {
      name: "OTEL_EXPORTER_OTLP_ENDPOINT",
      about:
        "Base URL of a collector that takes traces as OTLP over HTTP, such as http://127.0.0.1:4318. Without it there are none.",
      parse: parsedBy(
        z
          .string()
          .refine((url) => /^https?:\/\/\S+$/.test(url) && parseUrl(url) !== undefined, "is not a URL")
          .refine(
            (url) => !/[?#]/.test(url) && !parseUrl(url)?.username,
            "must not hold a query or credentials",
          )
          .transform((url) => url.replace(/\/+$/, "")),
      ),
    },
    {
      name: "OTEL_EXPORTER_OTLP_HEADERS",
      about: "Headers for the collector, such as a key: name=value with commas between them.",
      secret: true,
      parse: parsedBy(
        z
          .string()
          .transform(headersOf)
          .refine((headers) => headers !== undefined, "is no list of name=value"),
      ),
    },
    {
      name: "OTEL_SERVICE_NAME",
      about: "Name of the gateway in its traces.",
      byDefault: "tributary",
      parse: textWithoutBlanks,
    },
    {
      name: "OTEL_TRACES_SAMPLER",
      about: `Which operations are traced: ${samplers.join(", ")}. As the caller's traceparent says, else all, unless given.`,
      parse: parsedBy(z.enum(samplers, "is none of the samplers")),
    },
    {
      name: "OTEL_TRACES_SAMPLER_ARG",
      about: "Share of the operations that a sampler by traceidratio takes, from 0 to 1.",
      parse: parsedBy(z.string().regex(/^(0(\.\d+)?|1(\.0+)?)$/, "is not a number from 0 to 1")),
    },
    {
      name: "TRACE_UPSTREAM",
      about:
        "Systems that are sent the header traceparent of the trace, separated by commas. None unless given.",
      parse: parsedBy(
        commaList.refine((named) => named.every((name) => systems.includes(name)), "names an unknown system"),
      ),
    },
  ]);

/** @returns undefined where no collector is named. */
export function tracingConfig(
  values: ValuesOf<ReturnType<typeof tracingSettings>>,
): TracingConfig | undefined {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers = {} } = values;
  if (endpoint === undefined) return undefined;
  const { OTEL_SERVICE_NAME: serviceName, TRACE_UPSTREAM: tracedSystems = [] } = values;
  return { endpoint, headers, serviceName, tracedSystems };
}
