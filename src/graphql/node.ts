import type { GraphQLResolveInfo } from "graphql";
import { badInput } from "../errors.ts";
import type { Resolvers } from "../generated/resolvers.ts";
import type { Awaitable } from "../loaders/shapes.ts";
import { type IdKind, parseGlobalId, sourceIdOf, toGlobalId } from "../resolving/ids.ts";
import type { OperationContext } from "./context.ts";

/** A type that can be fetched by its global id. */
export interface NodeType<Loaders> {
  readonly kind: IdKind;
  /** @param info of the field that gives it, for what is selected of it. */
  load(loaders: Loaders, sourceId: string, info: GraphQLResolveInfo): Awaitable<object | null>;
}

/** The two id fields of a type: `id` and `sourceId`. */
export function identity(kind: IdKind) {
  return {
    // No id is made up for a row without one: that is an error.
    id: (row: { readonly id: string }) => toGlobalId(kind, row.id),
    sourceId: (row: { readonly id: string }) => row.id,
  };
}

const mostNodes = 100;

/** `Query.node` and `Query.nodes` over the node types of all systems. */
export function nodeResolvers(
  types: readonly NodeType<OperationContext["loaders"]>[],
): Pick<Resolvers, "Node" | "Query"> {
  const byName = new Map(types.map((type) => [type.kind.type, type]));

  const load = async (id: string, loaders: OperationContext["loaders"], info: GraphQLResolveInfo) => {
    const parsed = parseGlobalId(id);
    const type = parsed && byName.get(parsed.type);
    if (!type) throw badInput(`${JSON.stringify(id.slice(0, 80))} is not the global id of any type.`);
    const row = await type.load(loaders, sourceIdOf(type.kind, id), info);
    // Rows are shared and say nothing of their type, so the copy does.
    return row && { ...row, __typename: type.kind.type };
  };

  return {
    Node: { __resolveType: (row) => (row as { readonly __typename?: string }).__typename as never },
    Query: {
      node: (_, { id }, { loaders }, info) => load(id, loaders, info) as never,
      nodes: (_, { ids }, { loaders }, info) => {
        if (ids.length > mostNodes) throw badInput(`ids holds ${ids.length}; it may hold ${mostNodes}.`);
        return ids.map((id) => load(id, loaders, info)) as never;
      },
    },
  };
}
