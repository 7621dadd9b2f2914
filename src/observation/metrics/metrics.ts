import { Registry } from "prom-client";
import type { Clock } from "../../rest/clock.ts";
import type { StoreNumbers } from "../../rest/store-numbers.ts";
import type { Observer } from "../events.ts";
import { callMetrics } from "./call-metrics.ts";
import { operationMetrics } from "./operation-metrics.ts";
import { processMetrics } from "./process-metrics.ts";
import { readAtScrape } from "./register.ts";
import { requestMetrics } from "./request-metrics.ts";
import { storeMetrics } from "./store-metrics.ts";
import { upstreamMetrics, type WatchedUpstream } from "./upstream-metrics.ts";

/** The parts of a gateway that a scrape looks at. */
export interface MetricSources {
  readonly upstreams: readonly (WatchedUpstream & { readonly kept: StoreNumbers })[];
  /** The stores of the gateway's own, by name. */
  readonly stores: Readonly<Record<string, { readonly numbers: StoreNumbers }>>;
  readonly server: { readonly operationsInFlight: number; readonly isReady: boolean };
  /** Lines since the start that could not be written, by output. */
  readonly droppedLines: Readonly<Record<string, () => number>>;
}

/** The metrics of one gateway. They hold no id, no URL and no value of a variable. */
export interface Metrics extends Required<Observer> {
  /** Adds what is read at each scrape; to be called once. */
  watch(sources: MetricSources): void;
  /** All of them as Prometheus reads them. */
  text(): Promise<string>;
  /** The content type of that text. */
  readonly contentType: string;
  /** Ends the watch over the process. */
  close(): void;
}

/**
 * Makes the metrics of one gateway, in a registry of their own.
 * @param isKnownName whether a name of an operation may be a label; all others are `other`.
 */
export function createMetrics({
  clock,
  isKnownName,
}: {
  readonly clock: Clock;
  readonly isKnownName: (name: string) => boolean;
}): Metrics {
  const registry = new Registry();
  return {
    operation: operationMetrics(registry, isKnownName),
    ...requestMetrics(registry),
    call: callMetrics(registry),
    close: processMetrics(registry, clock.dateMs()),
    watch({ droppedLines, server, stores, upstreams }) {
      upstreamMetrics(registry, upstreams);
      storeMetrics(registry, {
        ...Object.fromEntries(upstreams.map((upstream) => [upstream.name, () => upstream.kept])),
        ...Object.fromEntries(Object.entries(stores).map(([name, store]) => [name, () => store.numbers])),
      });
      readAtScrape(registry, "tributary_operations_in_flight", () => [[{}, server.operationsInFlight]]);
      readAtScrape(registry, "tributary_ready", () => [[{}, Number(server.isReady)]]);
      readAtScrape(registry, "tributary_dropped_lines_total", () =>
        Object.entries(droppedLines).map(([output, lines]) => [{ output }, lines()] as const),
      );
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
