import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from "graphql";
import { operationLimits } from "../limits.ts";

/** Values of variables as a request brings them. */
export type Variables = Readonly<Record<string, unknown>>;

/**
 * The fields of Mutation that an operation asks for, by the key of the answer; none of any other operation. The document need
 * not be valid; of one with too many fields no more are given than one may have.
 */
export function writtenFields(
  document: DocumentNode,
  operationName: string | undefined,
  variables: Variables,
): ReadonlyMap<string, FieldNode> {
  const operation = getOperationAST(document, operationName);
  const fields = new Map<string, FieldNode>();
  if (operation?.operation !== OperationTypeNode.MUTATION) return fields;
  const given = { ...defaultsOf(operation), ...variables };
  const nodes = unfolded(operation.selectionSet, document, { variables: given, seen: new Set() });
  for (const node of nodes) {
    const key = node.alias?.value ?? node.name.value;
    if (!fields.has(key)) fields.set(key, node);
    if (fields.size === operationLimits.rootFields) break;
  }
  return fields;
}

/** Values of variables that a request need not bring. */
const defaultsOf = ({ variableDefinitions = [] }: OperationDefinitionNode): Variables =>
  Object.fromEntries(
    variableDefinitions.flatMap(({ defaultValue, variable }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );

interface Unfolding {
  readonly variables: Variables;
  /** Fragments that were unfolded already. */
  readonly seen: Set<SelectionSetNode>;
}

function* unfolded(
  { selections }: SelectionSetNode,
  document: DocumentNode,
  unfolding: Unfolding,
): Generator<FieldNode> {
  for (const selection of selections) {
    if (!isWanted(selection, unfolding.variables)) continue;
    if (selection.kind === Kind.FIELD) yield selection;
    const inner = selection.kind === Kind.FIELD ? undefined : fragmentOf(selection, document);
    if (!inner || unfolding.seen.has(inner)) continue;
    unfolding.seen.add(inner);
    yield* unfolded(inner, document, unfolding);
  }
}

function fragmentOf(
  selection: Exclude<SelectionNode, FieldNode>,
  { definitions }: DocumentNode,
): SelectionSetNode | undefined {
  if (selection.kind === Kind.INLINE_FRAGMENT) return selection.selectionSet;
  for (const definition of definitions) {
    if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    if (definition.name.value === selection.name.value) return definition.selectionSet;
  }
  return undefined;
}

/** Whether `@skip` and `@include` let a selection stand. */
function isWanted(node: { readonly directives?: readonly DirectiveNode[] }, variables: Variables): boolean {
  try {
    return (
      getDirectiveValues(GraphQLSkipDirective, node, variables)?.if !== true &&
      getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false
    );
  } catch {
    return true;
  }
}
