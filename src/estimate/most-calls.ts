import type { AccessStrategy, PagesWanted } from "../lists/access-strategy.ts";
import type { AnyEndpoint } from "../rest/endpoint.ts";
import { type Known, statisticsOf } from "./known.ts";
import { productOf } from "./range.ts";
import type { Demand } from "./walk.ts";

/** Pages of a list: how many it has, and how many all who use it may read of it. */
interface Pages {
  readonly all: number;
  readonly wanted: number;
  /** Pages of children that are looked for in it, of whichever fields. */
  readonly forParents: number;
}

const unbounded = Number.POSITIVE_INFINITY;

/**
 * The most calls that some demands may cost each system, whatever is cached and however many calls wait for the rate limits: a
 * list is read once for all that use it. Cached rows never make it more; they may make another way the cheaper one, so
 * that the pages of a list and point reads come together.
 * @param demands of a stretch in which loaders forget nothing.
 * @returns by system; `Infinity` where nothing bounds it.
 */
export function mostCalls(demands: readonly Demand[], known: Known): ReadonlyMap<string, number> {
  const calls = new Map<string, number>();
  const lists = new Map<AnyEndpoint, Pages>();

  const add = (endpoint: AnyEndpoint, count: number): void => {
    const system = known.systemOf(endpoint);
    calls.set(system, (calls.get(system) ?? 0) + count);
  };

  const visit = (access: AccessStrategy, keys: number, batches: number): void => {
    if (keys === 0) return;
    const [endpoint] = access.endpoints;
    if (endpoint) {
      const statistics = statisticsOf(known, known.systemOf(endpoint));
      const own = access.most(keys, batches, statistics);
      for (const { endpoint, count } of own.calls) add(endpoint, count);
      if (own.pages) lists.set(own.pages.endpoint, withWanted(lists.get(own.pages.endpoint), own.pages));
    }
    for (const { access: asked, keysPerKey } of access.asks ?? []) {
      const inner = productOf(keys, keysPerKey.most);
      visit(asked, inner, inner);
    }
  };

  for (const { access, keys, batches } of demands) visit(access, keys.most, batches);
  for (const [endpoint, { all, forParents, wanted }] of lists) {
    // One alone is looked for in a list only where that is known to be as short as one read.
    add(endpoint, Math.min(all, wanted + (forParents === 1 && all === unbounded ? 0 : forParents)));
  }
  return calls;
}

const withWanted = (
  { forParents, wanted }: Pages = { all: 0, wanted: 0, forParents: 0 },
  more: PagesWanted,
): Pages => ({
  all: more.all,
  wanted: wanted + (more.isForParents ? 0 : more.wanted),
  forParents: forParents + (more.isForParents ? more.wanted : 0),
});
