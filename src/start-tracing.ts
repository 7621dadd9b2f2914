import type { TracingConfig } from "./config/config.ts";
import type { Log } from "./log.ts";
import type { Tracing } from "./observation/tracing.ts";
import type { Clock } from "./rest/clock.ts";

/**
 * Loads the SDK of traces where a collector is named, and only there.
 * @param settings undefined where none is.
 * @param onStop is given the function that sends the last spans and ends it.
 */
export async function startTracing(
  settings: TracingConfig | undefined,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  onStop: (close: () => Promise<void>) => void,
): Promise<Tracing | undefined> {
  if (!settings) return undefined;
  const { createTracing } = await import("./observation/otlp-tracing.ts");
  const tracing = createTracing(settings, { clock, onExport: (fails) => log.tracesTaken(!fails) });
  onStop(tracing.close);
  return tracing;
}
