import { type MetricDefinition, metricDefinitions } from "../src/observation/metrics/definitions.ts";

const introduction = `# Metrics

Written by \`npx tsx scripts/metrics.ts\` from \`src/observation/metrics/definitions.ts\`. How they are opened, and what to do when an
alert fires, stands in [production.md](production.md#metrics-and-alerts).

- Clients are told apart by name up to the first fifty; the others are \`other\`. So are operations whose names are not those of
  operations that the gateway ships.
- A \`route\` is the template of an endpoint, \`GET /v0/people/{id}\`. Beyond 1 000 different calls, by system, route, status and cause,
  it is \`other\`, and the status is a class.
- Buckets of histograms are 1, 2.5, 5, 10, 25, 50, 100, 250 and 500 ms, 1, 2.5, 5 and 10 s. Times are whole milliseconds, so what
  took less than one counts as 0.

| Metric | Type | Labels | Meaning |
|---|---|---|---|
`;

/** The text of `docs/metrics.md`. */
export function metricsText(): string {
  const rows = Object.entries(metricDefinitions).map(
    ([name, { type, labels, help }]: [string, MetricDefinition]) => {
      const labelList = labels.map((label) => `\`${label}\``).join(", ");
      return `| \`${name}\` | ${type} | ${labelList} | ${help} |\n`;
    },
  );
  return introduction + rows.join("");
}
