import type { Explanation } from "./explanation.ts";
import type { Plan } from "./plan.ts";

/** The cost of an operation that was run. */
export interface Cost {
  readonly explanation: Explanation;
  /** From sending it to its answer, in milliseconds. */
  readonly tookMs: number;
}

/** What is known of the costs of one query. */
export interface Known {
  /** Of its last run. */
  readonly cost?: Cost;
  /** Its plan, or why there is none; absent once it has been run since. */
  readonly plan?: { readonly expected: Plan } | { readonly refused: string };
}

/** The costs of the queries of this page, by their text, so that a line never stands under another query. */
export interface Costs {
  of(query: string): Known;
  ran(query: string, cost: Cost | undefined): void;
  planned(query: string, plan: NonNullable<Known["plan"]>): void;
  /** Drops a plan, and leaves the cost of the last run. */
  closed(query: string): void;
  /** @returns the function that ends it. */
  subscribe(listener: () => void): () => void;
}

const nothing: Known = {};

/** Each edit of an operation is another query, and an explanation may hold hundreds of calls. */
const mostQueries = 50;

/** Makes an empty store of costs; it keeps those of the last 50 queries that were run or planned. */
export function createCosts(): Costs {
  const known = new Map<string, Known>();
  const listeners = new Set<() => void>();
  const of: Costs["of"] = (query) => known.get(query) ?? nothing;
  const set = (query: string, now: Known): void => {
    known.delete(query);
    known.set(query, now);
    const [oldest] = known.keys();
    if (known.size > mostQueries && oldest !== undefined) known.delete(oldest);
    for (const listener of listeners) listener();
  };
  const keep = (query: string): Known => {
    const { cost } = of(query);
    return cost ? { cost } : nothing;
  };
  return {
    of,
    ran: (query, cost) => set(query, cost ? { cost } : nothing),
    planned: (query, plan) => set(query, { ...keep(query), plan }),
    closed: (query) => set(query, keep(query)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
