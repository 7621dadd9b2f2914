import type { Registry } from "prom-client";
import type { StoreNumbers } from "../../rest/store-numbers.ts";
import { readAtScrape } from "./register.ts";

/** Registers the metrics of stores. @param numbersOf each store, by its name. */
export function storeMetrics(
  registry: Registry,
  numbersOf: Readonly<Record<string, () => StoreNumbers>>,
): void {
  const stores = Object.entries(numbersOf);
  readAtScrape(registry, "tributary_cache_bytes", () =>
    stores.map(([store, numbers]) => [{ store }, numbers().bytes] as const),
  );
  readAtScrape(registry, "tributary_cache_entries", () =>
    stores.map(([store, numbers]) => [{ store }, numbers().entries] as const),
  );
  readAtScrape(registry, "tributary_cache_requests_total", function* () {
    for (const [store, numbers] of stores) {
      const { hits, misses, shared } = numbers();
      yield [{ store, result: "hit" }, hits];
      yield [{ store, result: "miss" }, misses];
      if (shared !== undefined) yield [{ store, result: "shared" }, shared];
    }
  });
}
