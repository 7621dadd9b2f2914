import { loadOperations, namesIn } from "./client/operations.ts";
import type { Config } from "./config/config.ts";
import { createMetrics, type Metrics } from "./observation/metrics/metrics.ts";
import type { Clock } from "./rest/clock.ts";
import { listenForScrapes } from "./server/metrics-server.ts";

/** Metrics that are given out. */
export interface StartedMetrics {
  readonly metrics: Metrics;
  /** Where they are given out. */
  readonly url: string;
}

/**
 * Starts what is measured, and what gives it out, if it is configured. Names of operations that are shipped are told apart.
 * @param onStop is given what ends both; called first, so that the last scrape sees the end of all that is opened later.
 */
export async function startMetrics(
  { metrics: on }: Pick<Config, "metrics">,
  clock: Clock,
  onStop: (close: () => Promise<void>) => void,
): Promise<StartedMetrics | undefined> {
  if (!on) return undefined;
  const names = namesIn(loadOperations());
  const metrics = createMetrics({ clock, isKnownName: (name) => names.has(name) });
  onStop(async () => metrics.close());
  const server = await listenForScrapes(metrics, { ...on, clock });
  onStop(server.close);
  return { metrics, url: `${server.address}/metrics` };
}
