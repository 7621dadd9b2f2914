/**
 * How old the data of an answer may be: `kept` takes what the gateway has cached, also while it is read again in the
 * background; `fresh` takes it while it is fresh; `new` has everything read anew; `maxAgeSeconds` is a limit of your own.
 */
export type Freshness = "kept" | "fresh" | "new" | { readonly maxAgeSeconds: number };

const directives = { kept: undefined, fresh: "max-stale=0", new: "no-cache" } as const;

/** The `Cache-Control` header that asks the gateway for it; undefined for what it does by itself. */
export const cacheControlOf = (freshness: Freshness): string | undefined =>
  typeof freshness === "string" ? directives[freshness] : `max-age=${freshness.maxAgeSeconds}`;
