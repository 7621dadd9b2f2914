import type { KeptRead } from "../../rest/row-facts.ts";
import type { Span } from "../spans.ts";

/**
 * Whether a read of activities is of other agents than those whose activities are written. What it replaces or clips may
 * reach far beyond the span that is written, so the windows of reads tell nothing.
 */
export function isOfOthers({ share, url }: KeptRead, agents: readonly unknown[]): boolean {
  const asked = share === undefined ? url.searchParams.getAll("agents") : [share];
  return asked.length > 0 && !asked.some((agent) => agents.includes(agent));
}

/** Whether the window of a read has nothing of a span, touching it aside. */
export function isApart({ url }: KeptRead, { start_time, end_time }: Span): boolean {
  const start = Number(url.searchParams.get("start_time") ?? Number.NaN);
  const end = Number(url.searchParams.get("end_time") ?? Number.NaN);
  return start > end_time || end < start_time;
}
