import type { TracingConfig } from "../config/tracing-settings.ts";
import type { Log } from "../log.ts";
import type { Tracing } from "../observation/tracing.ts";
import type { Clock } from "../rest/clock.ts";
import type { OnStop } from "./on-stop.ts";

/** Loads the SDK of traces where a collector is named, and only there. It sends its last spans when it is closed. */
export async function startTracing(
  config: TracingConfig | undefined,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  onStop: OnStop,
): Promise<Tracing | undefined> {
  if (!config) return undefined;
  const { createTracing } = await import("../observation/otlp-tracing.ts");
  const tracing = createTracing(config, { clock, onExport: (fails) => log.tracesTaken(!fails) });
  onStop(tracing.close);
  return tracing;
}
