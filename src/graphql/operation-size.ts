import {
  type ASTVisitor,
  type DefinitionNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from "graphql";
import { operationLimits } from "../limits.ts";

interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
  readonly selections: number;
}

const nothing: Size = { depth: 0, aliases: 0, fields: 0, selections: 0 };

type FragmentOf = (name: string) => FragmentDefinitionNode | null | undefined;

/**
 * A validation rule: refuses documents that nest, alias or ask for too much. It comes before all others, which see nothing
 * of what it refuses: the time that some of them take grows with the square of a document.
 */
export function operationSizeRule(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      const refusals = refusalsOf(document.definitions, (name) => context.getFragment(name));
      for (const refusal of refusals) context.reportError(refusal);
      return refusals.length > 0 ? { ...document, definitions: [] } : undefined;
    },
  };
}

function refusalsOf(definitions: readonly DefinitionNode[], fragmentOf: FragmentOf): GraphQLError[] {
  const { measure, reached, circular } = measuring(fragmentOf);
  const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const refusals = operations.flatMap((node) => tooLarge(node, measure(node.selectionSet)));
  // Those that no operation spreads are looked at by other rules all the same.
  const fragments = definitions
    .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
    .filter((fragment) => !reached.has(fragment));
  const sets = [...operations, ...fragments].map(({ selectionSet }) => selectionSet);
  const selections = sets.reduce((sum, set) => sum + measure(set).selections, 0);
  // Unfolded, they would never end.
  if (circular.size > 0) return [...circular].map(withinItself);
  if (selections > operationLimits.selections) {
    return [...refusals, refusal("selections, fragments unfolded", selections, operationLimits.selections)];
  }
  const pairs = sets.reduce((sum, set) => sum + equalPairs([set], fragmentOf), 0);
  return pairs > operationLimits.equalPairs
    ? [...refusals, refusal("pairs of fields under one name", pairs, operationLimits.equalPairs)]
    : refusals;
}

function tooLarge(node: OperationDefinitionNode, { depth, aliases, fields }: Size): GraphQLError[] {
  return [
    ...(depth > operationLimits.depth ? [refusal("levels", depth, operationLimits.depth, node)] : []),
    ...(aliases > operationLimits.aliases
      ? [refusal("aliases", aliases, operationLimits.aliases, node)]
      : []),
    ...(fields > operationLimits.rootFields
      ? [refusal("root fields", fields, operationLimits.rootFields, node)]
      : []),
  ];
}

const refusal = (what: string, got: number, most: number, node?: OperationDefinitionNode): GraphQLError =>
  new GraphQLError(`The operation has ${got} ${what}; it may have ${most}. Split it up.`, {
    nodes: node ?? null,
  });

const withinItself = (node: FragmentDefinitionNode): GraphQLError =>
  new GraphQLError(`Cannot spread fragment "${node.name.value}" within itself.`, { nodes: node });

/** Measures selections, each fragment once; notes which fragments were met, and which within themselves. */
function measuring(fragmentOf: FragmentOf) {
  const measured = new Map<string, Size | "under way">();
  const reached = new Set<DefinitionNode>();
  const circular = new Set<FragmentDefinitionNode>();

  const fragment = (name: string): Size => {
    const known = measured.get(name);
    const definition = fragmentOf(name);
    if (!definition) return nothing;
    if (known === "under way") circular.add(definition);
    if (known) return known === "under way" ? nothing : known;
    reached.add(definition);
    measured.set(name, "under way");
    const size = measure(definition.selectionSet);
    measured.set(name, size);
    return size;
  };

  const measure = ({ selections }: SelectionSetNode): Size => {
    const sum = { depth: 0, aliases: 0, fields: 0, selections: 0 };
    for (const selection of selections) {
      const isField = selection.kind === Kind.FIELD;
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? fragment(selection.name.value)
          : selection.selectionSet
            ? measure(selection.selectionSet)
            : nothing;
      // graphql-js limits the levels of introspection itself.
      const levels = isField && selection.name.value.startsWith("__") ? 0 : inner.depth;
      sum.depth = Math.max(sum.depth, levels + (isField ? 1 : 0));
      sum.aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
      sum.fields += isField ? 1 : inner.fields;
      sum.selections += inner.selections + 1;
    }
    return sum;
  };

  return { measure, reached, circular };
}

/** Pairs of fields that stand under one name in one place: each has to be compared to see that both may. */
function equalPairs(sets: readonly SelectionSetNode[], fragmentOf: FragmentOf): number {
  const named = new Map<string, FieldNode[]>();
  const spread = new Set<string>();

  const collect = ({ selections }: SelectionSetNode): void => {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) {
        const name = (node.alias ?? node.name).value;
        const known = named.get(name);
        if (known) known.push(node);
        else named.set(name, [node]);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        collect(node.selectionSet);
      } else if (!spread.has(node.name.value)) {
        spread.add(node.name.value);
        const fragment = fragmentOf(node.name.value);
        if (fragment) collect(fragment.selectionSet);
      }
    }
  };

  for (const set of sets) collect(set);
  let pairs = 0;
  for (const nodes of named.values()) {
    const inner = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    pairs += (nodes.length * (nodes.length - 1)) / 2;
    if (inner.length > 0) pairs += equalPairs(inner, fragmentOf);
  }
  return pairs;
}
