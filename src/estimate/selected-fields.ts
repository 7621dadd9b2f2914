import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  getVariableValues,
  isAbstractType,
  isObjectType,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
} from "graphql";
import type { Permissions } from "./permissions.ts";

/** The schema, fragments and variables that an operation is read with. */
export interface Reading {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Coerced, with defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** An operation as a client sent it. */
export interface RequestedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As they came. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** As their types say. @default they are read from `variables` */
  readonly coerced?: Readonly<Record<string, unknown>>;
}

/** Reads an operation; undefined when its variables cannot be used, which will be said when it is executed. */
export function readingOf({
  document,
  operation,
  schema,
  variables,
  coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: 1,
  }).coerced,
}: RequestedOperation): Reading | undefined {
  if (!coerced) return undefined;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return { schema, fragments, variables: coerced };
}

/** The nodes of one field; the first has its name and arguments. */
export type SelectedField = readonly [FieldNode, ...FieldNode[]];

/** The fields that are selected on objects of a type; those under one name are one field, as they are in execution. */
export function selectedFields(
  { schema, fragments, variables }: Reading,
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
): readonly SelectedField[] {
  const fields = new Map<string, [FieldNode, ...FieldNode[]]>();
  const spread = new Set<string>();

  const isLeftOut = (node: SelectionNode): boolean =>
    node.directives !== undefined &&
    node.directives.length > 0 &&
    (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true ||
      getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false);

  const applies = (condition: NamedTypeNode | undefined): boolean => {
    const wanted = condition && typeFromAST(schema, condition);
    return !wanted || wanted === type || (isAbstractType(wanted) && schema.isSubType(wanted, type));
  };

  const collect = ({ selections }: SelectionSetNode): void => {
    for (const node of selections) {
      if (isLeftOut(node)) continue;
      if (node.kind === Kind.FIELD) {
        const name = (node.alias ?? node.name).value;
        const known = fields.get(name);
        if (known) known.push(node);
        else fields.set(name, [node]);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        if (applies(node.typeCondition)) collect(node.selectionSet);
      } else if (!spread.has(node.name.value)) {
        spread.add(node.name.value);
        const fragment = fragments.get(node.name.value);
        if (fragment && applies(fragment.typeCondition)) collect(fragment.selectionSet);
      }
    }
  };

  for (const set of selectionSets) collect(set);
  return [...fields.values()];
}

/**
 * Whether a field is selected and will be resolved, by its path below the field that is resolved: `["shiftPattern", "people"]`.
 * @param access of the client: nothing is made ready for a field that it is refused.
 */
export function isSelected(info: GraphQLResolveInfo, path: readonly string[], access: Permissions): boolean {
  const { fieldNodes, fragments, returnType, schema, variableValues } = info;
  const reading = { schema, fragments: new Map(Object.entries(fragments)), variables: variableValues };
  let type: GraphQLNamedType | undefined = getNamedType(returnType);
  let nodes = fieldNodes;
  for (const name of path) {
    if (!isObjectType(type)) return false;
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    nodes = selectedFields(reading, type, sets)
      .flat()
      .filter((node) => node.name.value === name);
    const field: GraphQLField<unknown, unknown> | undefined = type.getFields()[name];
    if (!field || !access.permits(field)) return false;
    type = getNamedType(field.type);
  }
  return nodes.length > 0;
}
