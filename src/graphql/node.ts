import type { GraphQLResolveInfo } from "graphql";
import { badInput } from "../errors.ts";
import { type FieldCost, useOf } from "../estimate/field-cost.ts";
import { atMost, exactly } from "../estimate/range.ts";
import { field } from "../fields/field.ts";
import type { QueryNodeArgs, QueryNodesArgs, Resolvers } from "../generated/resolvers.ts";
import { parseGlobalId, sourceIdOf } from "../resolving/ids.ts";
import type { NodeType } from "../resolving/noun.ts";
import type { OperationContext } from "./context.ts";

/** An object that is asked for by its global id. */
interface AskedNode {
  readonly type: NodeType;
  readonly sourceId: string;
}

/**
 * `Query.node` and `Query.nodes` over the node types of all systems.
 * @param prefix stands in front of the names of types in the schema; ids have none.
 */
export function nodeResolvers(types: readonly NodeType[], prefix = ""): Pick<Resolvers, "Node" | "Query"> {
  const byName = new Map(types.map((type) => [type.kind.type, type]));

  /** @throws BAD_USER_INPUT for what is not the global id of a node. */
  const askedNode = (id: string): AskedNode => {
    const parsed = parseGlobalId(id);
    const type = parsed && byName.get(parsed.type);
    if (!type) throw badInput(`${JSON.stringify(id.slice(0, 80))} is not the global id of any type.`);
    return { type, sourceId: sourceIdOf(type.kind, id) };
  };

  const load = async (id: string, { access, of }: OperationContext, info: GraphQLResolveInfo) => {
    const { type, sourceId } = askedNode(id);
    const name = prefix + type.kind.type;
    const objectType = info.schema.getType(name);
    if (!objectType) throw new Error(`There is no type ${name}.`);
    access.demand(objectType);
    await type.prepare?.(of, sourceId, info);
    const row = await of(type.loader).load(sourceId);
    // Rows are shared and say nothing of their type, so the copy does.
    return row && Object.assign({}, row, { __typename: name });
  };

  return {
    Node: { __resolveType: (row) => (row as { readonly __typename?: string }).__typename as never },
    Query: {
      node: field(
        ({ id }: QueryNodeArgs) => costOf([askedNode(id)]),
        (_: unknown, { id }: QueryNodeArgs, context: OperationContext, info: GraphQLResolveInfo) =>
          load(id, context, info) as never,
      ),
      nodes: field(
        ({ ids }: QueryNodesArgs) =>
          costOf(
            ids.flatMap((id) => {
              try {
                return [askedNode(id)];
              } catch {
                // A malformed id fails its own place only, and costs nothing.
                return [];
              }
            }),
          ),
        (_: unknown, { ids }: QueryNodesArgs, context: OperationContext, info: GraphQLResolveInfo) => {
          return ids.map((id) => load(id, context, info)) as never;
        },
      ),
    },
  };
}

/** Objects of several types, each key of a loader once. */
function costOf(nodes: readonly AskedNode[]): FieldCost {
  const types = [...new Set(nodes.map(({ type }) => type))];
  const ofType = (wanted: NodeType) => nodes.filter(({ type }) => type === wanted);
  return {
    uses: types.map((type) => ({
      ...useOf(type.loader, exactly(new Set(ofType(type).map(({ sourceId }) => sourceId)).size)),
      type: type.kind.type,
    })),
    cardinality: Object.fromEntries(types.map((type) => [type.kind.type, atMost(ofType(type).length)])),
  };
}
