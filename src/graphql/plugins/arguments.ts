import type { ApolloServerPlugin } from "@apollo/server";
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import type { FieldCosts } from "../../estimate/field-cost.ts";
import { createObjectsCheck } from "../../estimate/objects.ts";
import type { Variables } from "../../execution/execution.ts";
import type { GatewayContext } from "../gateway-context.ts";
import { createArgumentsCheck } from "../operation-limits.ts";

/**
 * Checks the arguments of an operation and how many objects they add up to, before anything of it runs.
 * @throws GraphQLError with `BAD_USER_INPUT` where they are too many, or cannot be used.
 */
export type OperationCheck = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  options?: {
    /** Whether a plan adds up the objects by itself. @default it is no plan */
    readonly isPlan?: boolean;
    /** Variables as their types say. @default they are read */
    readonly coerced?: Variables;
  },
) => void;

/** Makes the check of operations of a schema. */
export function createOperationCheck(schema: GraphQLSchema, costs: FieldCosts): OperationCheck {
  const checkArguments = createArgumentsCheck(schema);
  const checkObjects = createObjectsCheck(costs);
  return (document, operation, variables, { coerced, isPlan = false } = {}) => {
    checkArguments(document, operation, variables, coerced);
    if (!isPlan) checkObjects({ schema, document, operation, variables, ...(coerced && { coerced }) });
  };
}

/** Has Apollo Server check operations. */
export const argumentsPlugin = (check: OperationCheck): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async ({ contextValue: { options } }) => ({
    didResolveOperation: async ({ document, operation, request }) => {
      const isPlan = options.explains === "plan";
      if (operation) check(document, operation, request.variables ?? {}, { isPlan });
    },
  }),
});
