import {
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** The parts of an operation that decide who executes it. */
export interface OperationParts {
  readonly operation: OperationDefinitionNode;
  /** Every selection of it, those of fragments once. */
  readonly selections: readonly SelectionNode[];
}

/** Decides whether something of an operation is left to graphql-js. */
type Applies = (parts: OperationParts) => boolean;

/** Every kind of operation that is not compiled, and so executed by graphql-js, by name. */
export const leftToGraphqlJs = {
  subscription: ({ operation }) => operation.operation === OperationTypeNode.SUBSCRIPTION,
  /** Of the schema, or of its SDL as routers get it: each client is asked for its right to know, which only Apollo's plugins do. */
  introspection: ({ selections }) =>
    selections.some(
      (node) => node.kind === Kind.FIELD && ["__schema", "__type", "_service"].includes(node.name.value),
    ),
  /** Such as `@defer` and `@stream`, which no schema here has. */
  "another directive than skip and include": ({ selections }) =>
    selections.some(({ directives = [] }) => directives.some(({ name }) => !isCondition(name.value))),
} as const satisfies Readonly<Record<string, Applies>>;

/** The name of the reason why an operation is not compiled; undefined for one that is. */
export const reasonToLeave = (parts: OperationParts): string | undefined =>
  Object.entries(leftToGraphqlJs).find(([, applies]) => applies(parts))?.[0];

/**
 * Whether conditions are left to graphql-js: one that is null fails, in a place that graphql-js chooses. It can be null only
 * where its variable has a default and is given as null.
 */
export const areConditionsLeft = (values: readonly unknown[]): boolean =>
  values.some((value) => typeof value !== "boolean");

const isCondition = (directive: string): boolean => directive === "skip" || directive === "include";

/** Names of the variables that decide what is selected, each once. */
export function conditionVariables(selections: readonly SelectionNode[]): readonly string[] {
  const conditions = selections.flatMap(({ directives = [] }) =>
    directives.filter(({ name }) => isCondition(name.value)),
  );
  const values = conditions.flatMap((directive) => directive.arguments?.[0]?.value ?? []);
  const names = values.flatMap((value) => (value.kind === Kind.VARIABLE ? value.name.value : []));
  return [...new Set(names)];
}

/** Every selection of an operation, those of each fragment that it reaches once. */
export function selectionsOf(
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): readonly SelectionNode[] {
  const found: SelectionNode[] = [];
  const reached = new Set<string>();
  const visit = ({ selections }: SelectionSetNode): void => {
    for (const node of selections) {
      found.push(node);
      const inner = node.kind === Kind.FRAGMENT_SPREAD ? spread(node.name.value) : node.selectionSet;
      if (inner) visit(inner);
    }
  };
  const spread = (name: string): SelectionSetNode | undefined => {
    if (reached.has(name)) return undefined;
    reached.add(name);
    return fragments[name]?.selectionSet;
  };
  visit(operation.selectionSet);
  return found;
}
