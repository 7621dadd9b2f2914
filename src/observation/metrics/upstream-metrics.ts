import type { Registry } from "prom-client";
import type { Upstream } from "../../rest/upstream-client.ts";
import type { NameOf } from "./definitions.ts";
import { readAtScrape } from "./register.ts";

type OfSystem = Extract<NameOf<"counter" | "gauge">, `tributary_upstream_${string}`>;

/** The parts of the engine of a system that a scrape looks at. */
export type WatchedUpstream = Pick<
  Upstream,
  "name" | "state" | "isBreakerOpen" | "callsLeft" | "budgetWaits"
>;

/** The number that each metric tells of a system. */
const numbers = {
  tributary_upstream_failing: ({ state }) => Number(state === "failing"),
  tributary_upstream_breaker_open: ({ isBreakerOpen }) => Number(isBreakerOpen),
  tributary_upstream_budget_left_calls: ({ callsLeft }) => callsLeft,
  tributary_upstream_calls_waiting: ({ budgetWaits }) => budgetWaits.calls,
  tributary_upstream_budget_wait_seconds_total: ({ budgetWaits }) => budgetWaits.totalMs / 1_000,
} as const satisfies Partial<Record<OfSystem, (upstream: WatchedUpstream) => number>>;

/** Registers the metrics of breakers and budgets. */
export function upstreamMetrics(registry: Registry, upstreams: readonly WatchedUpstream[]): void {
  for (const name of Object.keys(numbers) as (keyof typeof numbers)[]) {
    readAtScrape(registry, name, () =>
      upstreams.map((upstream) => [{ system: upstream.name }, numbers[name](upstream)] as const),
    );
  }
}
