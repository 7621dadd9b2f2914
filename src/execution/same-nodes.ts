import { type ASTNode, type DocumentNode, Kind, visit } from "graphql";

/**
 * Finds the nodes of a document in another one of the same tokens, so that what is said of one stands where it does in the
 * other. The name of the only operation may differ, or stand in one of them alone.
 */
export function sameNodes(document: DocumentNode, other: DocumentNode): ReadonlyMap<ASTNode, ASTNode> {
  const theirs = nodesOf(other);
  return new Map(
    nodesOf(document).flatMap((node, at) => {
      const same = theirs[at];
      return same ? [[node, same] as const] : [];
    }),
  );
}

function nodesOf(document: DocumentNode): readonly ASTNode[] {
  const nodes: ASTNode[] = [];
  visit(document, {
    enter(node, key, parent) {
      const isOperationName =
        key === "name" && parent && "kind" in parent && parent.kind === Kind.OPERATION_DEFINITION;
      if (!isOperationName) nodes.push(node);
    },
  });
  return nodes;
}
