import { type IdKind, toGlobalId } from "./ids.ts";

/** The two id fields of a type: `id` and `sourceId`. Each global id is made once for as long as its row is kept. */
export function identity(kind: IdKind) {
  const globalIds = new WeakMap<object, string>();
  return {
    // No id is made up for a row without one: that is an error.
    id(row: { readonly id: string }): string {
      const known = globalIds.get(row);
      if (known !== undefined) return known;
      const made = toGlobalId(kind, row.id);
      globalIds.set(row, made);
      return made;
    },
    sourceId: (row: { readonly id: string }) => row.id,
  };
}
