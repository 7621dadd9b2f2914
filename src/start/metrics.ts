import { loadOperations, namesIn } from "../client/operations.ts";
import type { Config } from "../config/config.ts";
import type { Metrics } from "../observation/metrics/metrics.ts";
import type { Clock } from "../rest/clock.ts";
import { listenForScrapes } from "../server/metrics-server.ts";
import type { OnStop } from "./on-stop.ts";

/** Metrics that are given out. */
export interface StartedMetrics {
  readonly metrics: Metrics;
  /** Where they are given out. */
  readonly url: string;
}

/**
 * Measures, and listens for scrapes, if it is configured; only then is the library loaded, which brings an API of traces with
 * it. Names of operations that are shipped are told apart. It is started first, so that the last scrape sees the end of all that is opened later.
 */
export async function startMetrics(
  on: Config["metrics"],
  clock: Clock,
  onStop: OnStop,
): Promise<StartedMetrics | undefined> {
  if (!on) return undefined;
  const { createMetrics } = await import("../observation/metrics/metrics.ts");
  const names = namesIn(loadOperations());
  const metrics = createMetrics({ clock, isKnownName: (name) => names.has(name) });
  onStop(async () => metrics.close());
  const server = await listenForScrapes(metrics, { ...on, clock });
  onStop(server.close);
  return { metrics, url: `${server.address}/metrics` };
}
