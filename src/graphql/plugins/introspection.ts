import type { ApolloServerPlugin } from "@apollo/server";
import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from "graphql";
import type { Client } from "../../auth/client.ts";
import { introspectScope } from "../../auth/scopes.ts";
import { GatewayError } from "../../errors.ts";
import type { GatewayContext } from "../gateway-context.ts";

/** The fields of `Query` that tell of the schema, to routers included; `__typename` tells a client no more than its own document does. */
const introspectionFields: ReadonlySet<string> = new Set(["__schema", "__type", "_service"]);

/** graphql-js ends a message with it, and names what the schema has; a message that was cut may have lost its end. */
const suggestion = / ?Did you mean .*$/s;

/**
 * Keeps the schema from clients that may not read it: an operation that asks for `__schema`,
 * `__type` or `_service` is refused with `FORBIDDEN` before any of it runs, and no message suggests names.
 *
 * The operation is refused as a whole since `__schema` cannot be null: an error in its place would take the answers of the
 * fields beside it away, once their calls were made.
 */
export const introspectionPlugin = (
  mayReadSchema: (client: Client) => boolean,
): ApolloServerPlugin<GatewayContext> => ({
  async requestDidStart({ contextValue: { client } }) {
    if (mayReadSchema(client)) return;
    return {
      async didResolveOperation({ document, operation }) {
        const [asked] = operation ? askedOfSchema(document, operation) : [];
        if (asked) throw refusal(asked);
      },
      async willSendResponse({ response: { body } }) {
        if (body.kind !== "single" || !body.singleResult.errors) return;
        body.singleResult.errors = body.singleResult.errors.map((error) => ({
          ...error,
          message: error.message.replace(suggestion, ""),
        }));
      },
    };
  },
});

function refusal(node: FieldNode): GraphQLError {
  const message = `${node.name.value} needs the scope ${introspectScope}; nothing of the operation was run.`;
  return new GraphQLError(message, {
    nodes: node,
    path: [(node.alias ?? node.name).value],
    originalError: new GatewayError("FORBIDDEN", message),
    extensions: { http: { status: 403 } },
  });
}

/** The fields of introspection that an operation asks for; they stand on its first level alone, in fragments or not. */
function askedOfSchema(document: DocumentNode, operation: OperationDefinitionNode): FieldNode[] {
  const seen = new Set<string>();
  const fieldsOf = (node: SelectionNode): FieldNode[] => {
    if (node.kind === Kind.FIELD) return introspectionFields.has(node.name.value) ? [node] : [];
    if (node.kind === Kind.INLINE_FRAGMENT) return node.selectionSet.selections.flatMap(fieldsOf);
    if (seen.has(node.name.value)) return [];
    seen.add(node.name.value);
    return selectionsOf(document, node.name.value).flatMap(fieldsOf);
  };
  return operation.selectionSet.selections.flatMap(fieldsOf);
}

const selectionsOf = ({ definitions }: DocumentNode, fragment: string): readonly SelectionNode[] =>
  definitions.flatMap((node) =>
    node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === fragment
      ? node.selectionSet.selections
      : [],
  );
