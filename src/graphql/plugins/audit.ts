import type { ApolloServerPlugin } from "@apollo/server";
import { type FieldNode, type GraphQLFormattedError, type GraphQLSchema, getArgumentValues } from "graphql";
import type { AuditedIds } from "../audited-ids.ts";
import type { GatewayContext } from "../gateway-context.ts";
import { type Variables, writtenFields } from "../written-fields.ts";

/**
 * Audits the fields of mutations that never began: the operation was refused as a whole, or their arguments were. Those that
 * began are audited where they end.
 * @param idsOf finds the ids of a field of Mutation, by its name.
 */
export function auditPlugin(
  schema: GraphQLSchema,
  idsOf: (field: string) => AuditedIds | undefined,
): ApolloServerPlugin<GatewayContext> {
  const idsIn = (node: FieldNode, variables: Variables): readonly string[] => {
    const field = schema.getMutationType()?.getFields()[node.name.value];
    try {
      return (field && idsOf(field.name)?.inArguments(getArgumentValues(field, node, variables))) ?? [];
    } catch {
      // It may be its arguments that were refused.
      return [];
    }
  };
  return {
    requestDidStart: async ({ contextValue: { audit, options } }) => ({
      async willSendResponse({ document, request, response: { body } }) {
        // A plan runs nothing.
        if (!document || body.kind !== "single" || options.explains === "plan") return;
        const { errors } = body.singleResult;
        if (!errors) return;
        const { operationName, variables = {} } = request;
        for (const [key, node] of writtenFields(document, operationName, variables)) {
          const name = node.name.value;
          const outcome = codeAt(key, errors);
          if (outcome === undefined || !idsOf(name) || audit.hasBegun(key)) continue;
          audit.begin({ key, name, ids: idsIn(node, variables) })({ outcome });
        }
      },
    }),
  };
}

/** The code that a root field failed with, or its whole operation; undefined when neither did. */
function codeAt(key: string, errors: readonly GraphQLFormattedError[]): string | undefined {
  const error = errors.find(({ path }) => path?.[0] === key) ?? errors.find(({ path }) => !path);
  return error && String(error.extensions?.code);
}
