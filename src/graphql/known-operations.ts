import { type ASTVisitor, GraphQLError, type ValidationContext } from "graphql";

/** A validation rule: refuses kinds of operations that the schema does not have, which graphql-js leaves to execution. */
export function knownOperationsRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (context.getSchema().getRootType(node.operation)) return undefined;
      const message = `There are no ${node.operation}s here; send a query or a mutation.`;
      context.reportError(new GraphQLError(message, { nodes: node }));
      return false;
    },
  };
}
