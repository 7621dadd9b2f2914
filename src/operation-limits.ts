import {
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  TypeInfo,
  type ValidationContext,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { GatewayError } from "./errors.ts";
import { largestPageSize, pageRequest } from "./pagination.ts";
import { type TimeWindow, windowSeconds } from "./time.ts";

/** How large an operation may be. */
export const operationLimits = {
  tokens: 2_000,
  /** Levels of selection sets; introspection is not counted, graphql-js limits it itself. */
  depth: 12,
  aliases: 30,
  rootFields: 20,
  bodyBytes: 1_048_576,
} as const;

interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
}

/** A validation rule: refuses operations that nest, alias or ask for too much, each fragment measured once. */
export function operationSizeRule(context: ValidationContext): ASTVisitor {
  const measured = new Map<string, Size>();

  const fragment = (name: string): Size => {
    const known = measured.get(name);
    if (known) return known;
    // Circular fragments are another rule's; here they must only end.
    measured.set(name, { depth: 0, aliases: 0, fields: 0 });
    const definition = context.getFragment(name);
    const size = definition ? measure(definition.selectionSet) : { depth: 0, aliases: 0, fields: 0 };
    measured.set(name, size);
    return size;
  };

  const measure = ({ selections }: SelectionSetNode): Size => {
    let depth = 0;
    let aliases = 0;
    let fields = 0;
    for (const selection of selections) {
      const isField = selection.kind === Kind.FIELD;
      if (isField && selection.name.value.startsWith("__")) continue;
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? fragment(selection.name.value)
          : selection.selectionSet
            ? measure(selection.selectionSet)
            : { depth: 0, aliases: 0, fields: 0 };
      depth = Math.max(depth, inner.depth + (isField ? 1 : 0));
      aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
      fields += isField ? 1 : inner.fields;
    }
    return { depth, aliases, fields };
  };

  const refuse = (what: string, got: number, most: number, node: OperationDefinitionNode) =>
    context.reportError(
      new GraphQLError(`The operation has ${got} ${what}; it may have ${most}. Split it up.`, {
        nodes: node,
      }),
    );

  return {
    OperationDefinition(node) {
      const { depth, aliases, fields } = measure(node.selectionSet);
      if (depth > operationLimits.depth) refuse("levels", depth, operationLimits.depth, node);
      if (aliases > operationLimits.aliases) refuse("aliases", aliases, operationLimits.aliases, node);
      if (fields > operationLimits.rootFields)
        refuse("root fields", fields, operationLimits.rootFields, node);
      return false;
    },
  };
}

/**
 * Checks page sizes and windows of a whole operation before any of it runs, variables and defaults included, so that a
 * mistake deep inside costs no call.
 * @throws GraphQLError with `BAD_USER_INPUT` for the first that cannot be used.
 */
export function checkArguments(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  // What is wrong with variables themselves is reported when the operation is executed.
  if (!coerced) return;
  const typeInfo = new TypeInfo(schema);
  const checkField = (node: FieldNode): void => {
    const field = typeInfo.getFieldDef();
    const pageSize = field?.args.find(({ name }) => name === "first");
    if (!field || (!pageSize && !field.args.some(({ name }) => name === "window"))) return;
    const { first, after, window } = getArgumentValues(field, node, coerced);
    try {
      if (pageSize) {
        const most = Math.max(largestPageSize, Number(pageSize.defaultValue));
        pageRequest({ first: first as number | null, after: after as string | null }, most);
      }
      if (window) windowSeconds(window as TimeWindow);
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      throw new GraphQLError(error.message, {
        nodes: node,
        extensions: { code: error.code, http: { status: 400 } },
      });
    }
  };
  const roots: readonly (OperationDefinitionNode | FragmentDefinitionNode)[] = [
    operation,
    ...document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION),
  ];
  for (const root of roots) visit(root, visitWithTypeInfo(typeInfo, { Field: checkField }));
}
