import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
} from "graphql";
import type { Compiler } from "./compiler.ts";

/** The parts of a compiler by which fields are collected. */
export type CollectingParts = Pick<Compiler, "schema" | "fragments" | "conditions">;

/** Collects the fields of an object of a type by their names in the answer, those of fragments that apply to it included. */
export function collectFields(
  parts: CollectingParts,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const spread = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) if (isSelected(parts, selection)) take(selection);
  };
  const take = (selection: SelectionNode): void => {
    if (selection.kind === Kind.FIELD) {
      const key = (selection.alias ?? selection.name).value;
      const nodes = fields.get(key);
      if (nodes) nodes.push(selection);
      else fields.set(key, [selection]);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (applies(parts, selection, type)) collect(selection.selectionSet);
    } else if (!spread.has(selection.name.value)) {
      spread.add(selection.name.value);
      const fragment = parts.fragments[selection.name.value];
      if (fragment && applies(parts, fragment, type)) collect(fragment.selectionSet);
    }
  };
  for (const set of sets) collect(set);
  return fields;
}

function isSelected({ conditions }: CollectingParts, { directives = [] }: SelectionNode): boolean {
  const says = (name: string): boolean | undefined => {
    const value = directives.find((directive) => directive.name.value === name)?.arguments?.[0]?.value;
    if (value?.kind === Kind.BOOLEAN) return value.value;
    return value?.kind === Kind.VARIABLE ? conditions[value.name.value] : undefined;
  };
  return says("skip") !== true && says("include") !== false;
}

function applies(
  { schema }: CollectingParts,
  { typeCondition }: { readonly typeCondition?: FragmentDefinitionNode["typeCondition"] | undefined },
  type: GraphQLObjectType,
): boolean {
  if (!typeCondition) return true;
  const conditional = typeFromAST(schema, typeCondition);
  return conditional === type || (isAbstractType(conditional) && schema.isSubType(conditional, type));
}
