import type { FieldPolicy } from "@apollo/client";

/** A connection in the cache. */
interface Pages {
  readonly nodes?: readonly unknown[];
  readonly edges?: readonly unknown[];
  readonly pageInfo?: { readonly endCursor?: string | null };
}

const paging = new Set(["first", "after", "last", "before"]);

/**
 * Joins the pages of a connection, whether its `nodes` or its `edges` are selected: `relayStylePagination` knows `edges` alone.
 * Lists that differ in other arguments, such as a filter, are apart. `pageInfo { endCursor }` has to be selected: a page
 * that does not follow the last one, such as one that was asked for twice, is left out.
 */
export const pages: FieldPolicy<Pages> = {
  keyArgs: (args) => Object.keys(args ?? {}).filter((name) => !paging.has(name)),
  merge(existing, incoming, { args }) {
    if (!existing || !args?.after) return incoming;
    if (args.after !== existing.pageInfo?.endCursor) return existing;
    return {
      ...incoming,
      ...(incoming.nodes && { nodes: [...(existing.nodes ?? []), ...incoming.nodes] }),
      ...(incoming.edges && { edges: [...(existing.edges ?? []), ...incoming.edges] }),
    };
  },
};
