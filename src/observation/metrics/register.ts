import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import { type LabelsOf, type MetricDefinition, metricDefinitions, type NameOf } from "./definitions.ts";

/** A number with its labels. */
export type Sample<Name extends NameOf<"counter" | "gauge">> = readonly [
  labels: LabelsOf<Name>,
  value: number,
];

/** 1 ms to 10 s, in which an operation ends. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Makes a counter or gauge whose numbers are read when it is scraped, so that what it counts costs nothing more. */
export function readAtScrape<Name extends NameOf<"counter" | "gauge">>(
  registry: Registry,
  name: Name,
  read: () => Iterable<Sample<Name>>,
): void {
  const { type, help, labels }: MetricDefinition = metricDefinitions[name];
  const Metric = type === "counter" ? Counter<string> : Gauge<string>;
  const metric = new Metric({
    name,
    help,
    labelNames: [...labels],
    registers: [registry],
    collect() {
      metric.reset();
      // A budget without limits has infinitely many calls left, which says nothing.
      for (const [values, value] of read()) if (Number.isFinite(value)) metric.inc({ ...values }, value);
    },
  });
}

/** Makes a histogram of seconds. */
export function histogram<Name extends NameOf<"histogram">>(
  registry: Registry,
  name: Name,
): (labels: LabelsOf<Name>) => (seconds: number) => void {
  const { help, labels } = metricDefinitions[name];
  const made = new Histogram({ name, help, labelNames: [...labels], registers: [registry], buckets });
  return (values) => {
    const child = made.labels(values);
    return (seconds) => child.observe(seconds);
  };
}
