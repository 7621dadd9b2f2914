import { agentId } from "../../../src/sandbox/data/ids.ts";
import type { TestGateway } from "../../support/gateway.ts";

const dayStartMs = Date.parse("2026-03-04T00:00:00Z");
const hourMs = 3_600_000;

/** The day that the sandbox is anchored to, as a window. */
export const day = { start: at(0), end: at(24) };

/** An hour of that day as ISO 8601. */
export function at(hour: number): string {
  return new Date(dayStartMs + hour * hourMs).toISOString();
}

/** Hours of that day as a window. */
export const span = (from: number, to: number) => ({ start: at(from), end: at(to) });

/** An hour of that day, or a time, in Unix seconds. */
export const seconds = (time: number | string): number =>
  Date.parse(typeof time === "number" ? at(time) : time) / 1000;

/**
 * What agent 1 has on that day: they are in Tokyo, so a shift until 02:00 UTC, a break until 02:15, a shift until
 * 04:00, lunch until 04:30 and shifts until 08:30.
 */
export const dayOfAgent1 = "0-2 2-2.25 2.25-4 4-4.5 4.5-7.5 7.5-8.5";

/** Spans that the upstream has of an agent in hours, of the whole day unless told otherwise; its calls are not counted. */
export async function spans(
  { query, calls }: TestGateway,
  number: number,
  schedule?: string,
  window = day,
): Promise<string> {
  const before = calls();
  if (before.length > 0) throw new Error(`calls that nobody looked at: ${before.join(", ")}`);
  const { activities } = await query(
    `query ($window: TimeWindow!, $filter: ActivitiesFilter) {
      activities(window: $window, filter: $filter) { nodes { startTime endTime } }
    }`,
    { window, filter: { agents: [agentId(number)], schedule } },
  );
  calls();
  const hour = (time: string) => (Date.parse(time) - dayStartMs) / hourMs;
  return activities.nodes
    .map((node: { startTime: string; endTime: string }) => `${hour(node.startTime)}-${hour(node.endTime)}`)
    .join(" ");
}
