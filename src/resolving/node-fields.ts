import { type IdKind, toGlobalId } from "./ids.ts";

/** The two id fields of a type: `id` and `sourceId`. */
export function identity(kind: IdKind) {
  return {
    // No id is made up for a row without one: that is an error.
    id: (row: { readonly id: string }) => toGlobalId(kind, row.id),
    sourceId: (row: { readonly id: string }) => row.id,
  };
}
