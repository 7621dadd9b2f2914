import { type FieldNode, Kind } from "graphql";

/** Whether an operation gives a value for an argument of a field itself, rather than leaves it to its default; null is none. */
export function isGiven(
  { arguments: given = [] }: FieldNode,
  argument: string,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  const value = given.find(({ name }) => name.value === argument)?.value;
  if (value?.kind !== Kind.VARIABLE) return value !== undefined && value.kind !== Kind.NULL;
  return (variables[value.name.value] ?? null) !== null;
}
