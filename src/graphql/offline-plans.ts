import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import { anonymousClient } from "../auth/client.ts";
import { estimateOf, type Plan } from "../estimate/estimate.ts";
import { cacheDefault } from "../rest/cache-policy.ts";
import { createAccess } from "./access.ts";
import { costsOf, fullModel, systemsByEndpoint } from "./model.ts";
import { createArgumentsCheck } from "./operation-limits.ts";

/** One operation of a document, with its costs by system, or why it cannot be run. */
export type OfflinePlan = { readonly name: string | undefined } & (
  | { readonly calls: Readonly<Record<string, Plan[string]["calls"]>> }
  | { readonly problems: readonly string[] }
);

/**
 * Tells what the operations of a document would cost a client that may do all, where nothing is cached and no list was read
 * before; no gateway is needed for it.
 * @param document one without mistakes (`mistakesOf`).
 * @param variables for all of its operations.
 */
export function offlinePlans(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): readonly OfflinePlan[] {
  const names = fullModel.systems.map(({ name }) => name);
  const access = createAccess(anonymousClient(names), false);
  const parts = {
    costs: costsOf(fullModel),
    systemOf: systemsByEndpoint(fullModel),
    statistics: {},
    systems: Object.fromEntries(names.map((name) => [name, { mayAnswer: () => false, waitMs: () => 0 }])),
  };
  const checkArguments = createArgumentsCheck(schema);

  const planOf = (operation: OperationDefinitionNode): OfflinePlan => {
    const name = operation.name?.value;
    const { errors = [] } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (errors.length > 0) return { name, problems: errors.map(({ message }) => message) };
    try {
      checkArguments(document, operation, variables);
      const plan = estimateOf(
        { schema, document, operation, variables, accepts: cacheDefault, access },
        parts,
      );
      const calls = Object.entries(plan ?? {}).map(([system, cost]) => [system, cost.calls] as const);
      return { name, calls: Object.fromEntries(calls) };
    } catch (error) {
      if (error instanceof GraphQLError) return { name, problems: [error.message] };
      throw error;
    }
  };
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? planOf(definition) : [],
  );
}
