import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import type { FieldCosts } from "../../estimate/field-cost.ts";
import { createObjectsCheck } from "../../estimate/objects.ts";
import type { GatewayContext } from "../gateway-context.ts";
import { createArgumentsCheck } from "../operation-limits.ts";

/** Checks the arguments of an operation and how many objects they add up to, before anything of it runs. */
export function argumentsPlugin(
  schema: GraphQLSchema,
  costs: FieldCosts,
): ApolloServerPlugin<GatewayContext> {
  const checkArguments = createArgumentsCheck(schema);
  const checkObjects = createObjectsCheck(costs);
  return {
    requestDidStart: async ({ contextValue: { options } }) => ({
      didResolveOperation: async ({ document, operation, request }) => {
        if (!operation) return;
        const { variables = {} } = request;
        checkArguments(document, operation, variables);
        // A plan adds them up by itself.
        if (options.explains !== "plan") checkObjects({ schema, document, operation, variables });
      },
    }),
  };
}
