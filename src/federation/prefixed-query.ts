import {
  type GraphQLSchema,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  parse,
  print,
  visit,
} from "graphql";
import { rootFieldName } from "./prefix.ts";
import type { Prefixes } from "./subgraph.ts";

/** Writes a query of the gateway's own in the names that its clients know. @param schema as `withPrefixes` gives it. */
export function prefixedQuery(schema: GraphQLSchema, prefixes: Prefixes): (query: string) => string {
  const named = <Node extends NamedTypeNode>(node: Node, value: string): Node => ({
    ...node,
    name: { ...node.name, value },
  });
  const withRootFields = (node: OperationDefinitionNode): OperationDefinitionNode => ({
    ...node,
    selectionSet: {
      ...node.selectionSet,
      selections: node.selectionSet.selections.map((selection) =>
        selection.kind === Kind.FIELD
          ? {
              ...selection,
              name: { ...selection.name, value: rootFieldName(selection.name.value, prefixes) },
            }
          : selection,
      ),
    },
  });
  return (query) =>
    print(
      visit(parse(query), {
        NamedType: (node) => named(node, schema.getType(node.name.value)?.name ?? node.name.value),
        OperationDefinition: withRootFields,
      }),
    );
}
