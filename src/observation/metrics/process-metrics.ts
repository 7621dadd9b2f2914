import { constants, monitorEventLoopDelay, PerformanceObserver } from "node:perf_hooks";
import { getHeapStatistics } from "node:v8";
import type { Registry } from "prom-client";
import { readAtScrape } from "./register.ts";

/** How often the delay of the event loop is taken; at half of it a process that is idle uses twice as much. Node counts this time as delay, too. */
const resolutionMs = 20;

const quantiles = ["0.5", "0.99", "1"];

const gcKinds: Readonly<Record<number, string>> = {
  [constants.NODE_PERFORMANCE_GC_MAJOR]: "major",
  [constants.NODE_PERFORMANCE_GC_MINOR]: "minor",
  [constants.NODE_PERFORMANCE_GC_INCREMENTAL]: "incremental",
  [constants.NODE_PERFORMANCE_GC_WEAKCB]: "weak_callbacks",
};

/** The entry of a collection; the types of Node leave its detail out. */
interface CollectionEntry {
  readonly duration: number;
  readonly detail: { readonly kind: number };
}

/**
 * Registers the metrics of the process. Those that come with prom-client cannot be ended, count one of several collections that
 * are told together, and take their own resolution for delay.
 * @returns what ends the watch.
 */
export function processMetrics(registry: Registry, startedOnMs: number): () => void {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  readAtScrape(registry, "tributary_event_loop_delay_seconds", () => {
    const samples = quantiles.map((quantile) => {
      const delayMs = delay.percentile(Number(quantile) * 100) / 1e6 - resolutionMs;
      return [{ quantile }, Math.max(0, delayMs) / 1_000] as const;
    });
    delay.reset();
    return samples;
  });

  const gcMs = new Map<string, number>();
  const collections = new PerformanceObserver((list) => {
    for (const { detail, duration } of list.getEntries() as unknown as CollectionEntry[]) {
      const kind = gcKinds[detail.kind] ?? "other";
      gcMs.set(kind, (gcMs.get(kind) ?? 0) + duration);
    }
  });
  collections.observe({ entryTypes: ["gc"] });
  readAtScrape(registry, "tributary_gc_seconds_total", () =>
    [...gcMs].map(([kind, ms]) => [{ kind }, ms / 1_000] as const),
  );

  readAtScrape(registry, "nodejs_heap_size_used_bytes", () => [[{}, process.memoryUsage().heapUsed]]);
  readAtScrape(registry, "nodejs_heap_size_limit_bytes", () => [[{}, getHeapStatistics().heap_size_limit]]);
  readAtScrape(registry, "nodejs_external_memory_bytes", () => [[{}, process.memoryUsage().external]]);
  readAtScrape(registry, "process_resident_memory_bytes", () => [[{}, process.memoryUsage.rss()]]);
  readAtScrape(registry, "process_cpu_seconds_total", () => {
    const { system, user } = process.cpuUsage();
    return [[{}, (system + user) / 1e6]];
  });
  readAtScrape(registry, "process_start_time_seconds", () => [[{}, startedOnMs / 1_000]]);
  return () => {
    delay.disable();
    collections.disconnect();
  };
}
