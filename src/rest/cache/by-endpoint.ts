/** Things of each row in the order in which they came, so that a question about one row looks at no other. */
export interface ByEndpoint<Item> {
  /** @param item is not there already. */
  add(row: string, item: Item): void;
  remove(row: string, item: Item): void;
  /** The one of a row that came last. */
  newest(row: string): Item | undefined;
}

/** Makes an empty index. Only to remove the newest item of a row costs a walk through the others, at the next question. */
export function createByEndpoint<Item>(): ByEndpoint<Item> {
  const byRow = new Map<string, { readonly items: Set<Item>; newest: Item | undefined }>();
  return {
    add(row, item) {
      const ofRow = byRow.get(row) ?? { items: new Set<Item>(), newest: undefined };
      byRow.set(row, ofRow);
      ofRow.items.add(item);
      ofRow.newest = item;
    },
    remove(row, item) {
      const ofRow = byRow.get(row);
      if (!ofRow?.items.delete(item)) return;
      if (ofRow.newest === item) ofRow.newest = undefined;
      if (ofRow.items.size === 0) byRow.delete(row);
    },
    newest(row) {
      const ofRow = byRow.get(row);
      if (ofRow && ofRow.newest === undefined) for (const item of ofRow.items) ofRow.newest = item;
      return ofRow?.newest;
    },
  };
}
