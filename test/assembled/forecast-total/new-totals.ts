import { groupId } from "../../../src/sandbox/data/ids.ts";
import type { TestGateway } from "../../support/gateway.ts";

/** Call that lists totals. */
export const list = "assembled GET /v0/forecasts/totals";
/** Call that creates them. */
export const write = "assembled POST /v0/forecasts/totals";
/** Creates totals. */
export const document = `mutation ($input: CreateForecastTotalsInput!) {
  createForecastTotals(input: $input) {
    forecastTotalIds
    forecastTotals { id value valueType channel startTime endTime }
  }
}`;
/** Queue of the new totals. */
export const orders = groupId("queue/Orders");
/** So many hours from an hour of a day without totals. */
export const window = (from: number, hours = 24) => ({
  start: new Date(Date.UTC(2026, 3, 1, from)).toISOString(),
  end: new Date(Date.UTC(2026, 3, 1, from + hours)).toISOString(),
});
/** A total of a day, but for `more`. */
export const total = (from: number, more: object = {}) => ({
  window: window(from),
  channel: "PHONE",
  queueId: orders,
  value: 100 + from,
  ...more,
});

/** Variables that create totals. */
export const input = (onConflict: string, ...forecastTotals: readonly object[]) => ({
  input: { forecastTotals, onConflict },
});

/** Values of all totals of the first days. */
export async function valuesOf(made: TestGateway): Promise<number[]> {
  const { forecastTotals } = await made.query(
    `query ($window: TimeWindow!) { forecastTotals(window: $window) { nodes { value } } }`,
    { window: window(0, 72) },
  );
  return forecastTotals.nodes.map(({ value }: { value: number }) => value);
}
