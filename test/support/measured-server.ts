import { createMetrics } from "../../src/observation/metrics/metrics.ts";
import { listenForScrapes } from "../../src/server/metrics-server.ts";
import { testClock } from "./clock.ts";
import { lookAt } from "./planted-search.ts";
import { startServer, type TestServer, type TestServerOptions } from "./server.ts";

/** One line of a scrape, taken apart. */
export interface Series {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A gateway that listens, with metrics that are scraped over a socket. */
export interface MeasuredServer extends TestServer {
  /** Origin of the metrics. */
  readonly metricsUrl: string;
  /** All series, in their order. */
  scrape(): Promise<readonly Series[]>;
  /** The lines of some metrics, without their histograms' buckets, sorted. */
  numbers(...names: readonly string[]): Promise<readonly string[]>;
}

/** Starts everything; names of operations that begin with `Known` are known. */
export async function startMeasured(options: TestServerOptions = {}): Promise<MeasuredServer> {
  const clock = options.clock ?? testClock();
  const metrics = createMetrics({ clock, isKnownName: (name) => name.startsWith("Known") });
  const server = await startServer({ ...options, observers: [metrics] });
  const droppedLines = { log: () => 3, audit: () => 5 };
  const { gateway } = server;
  metrics.watch({
    upstreams: Object.values(gateway.upstreams),
    stores: { ...gateway.stores, answers: server.server.answers },
    server: server.server,
    droppedLines,
  });
  const scraped = await listenForScrapes(metrics, { clock, host: "127.0.0.1", port: 0 });
  const lines = async (): Promise<readonly string[]> => {
    const text = await (await fetch(`${scraped.address}/metrics`)).text();
    lookAt("answer", text);
    return text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  };
  return {
    ...server,
    metricsUrl: scraped.address,
    scrape: async () => (await lines()).map(seriesOf),
    numbers: async (...names) =>
      (await lines()).filter((line) => names.includes(/^\w+/.exec(line)?.[0] ?? "")).sort(),
    async [Symbol.asyncDispose]() {
      metrics.close();
      await Promise.all([scraped.close(), server[Symbol.asyncDispose]()]);
    },
  };
}

function seriesOf(line: string): Series {
  const [, name = "", list = "", value = ""] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
  const labels = [...list.matchAll(/(\w+)="([^"\\]*)"/g)].map(([, label = "", text = ""]) => [label, text]);
  return { name, labels: Object.fromEntries(labels), value: Number(value.replace("+Inf", "Infinity")) };
}
