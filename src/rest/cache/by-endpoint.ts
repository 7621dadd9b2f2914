import type { AnyEndpoint } from "../endpoint.ts";

/** Items of each endpoint in the order in which they came, so that a question about one endpoint looks at no other. */
export interface ByEndpoint<Item> {
  /** @param item is not there already. */
  add(endpoint: AnyEndpoint, item: Item): void;
  remove(endpoint: AnyEndpoint, item: Item): void;
  /** The one of an endpoint that came last. */
  newest(endpoint: AnyEndpoint): Item | undefined;
}

/** Makes an empty index. Only to remove the newest item of an endpoint costs a walk through the others, at the next question. */
export function createByEndpoint<Item>(): ByEndpoint<Item> {
  const all = new Map<AnyEndpoint, { readonly items: Set<Item>; newest: Item | undefined }>();
  return {
    add(endpoint, item) {
      const found = all.get(endpoint) ?? { items: new Set<Item>(), newest: undefined };
      all.set(endpoint, found);
      found.items.add(item);
      found.newest = item;
    },
    remove(endpoint, item) {
      const found = all.get(endpoint);
      if (!found?.items.delete(item)) return;
      if (found.newest === item) found.newest = undefined;
      if (found.items.size === 0) all.delete(endpoint);
    },
    newest(endpoint) {
      const found = all.get(endpoint);
      if (found && found.newest === undefined) for (const item of found.items) found.newest = item;
      return found?.newest;
    },
  };
}
