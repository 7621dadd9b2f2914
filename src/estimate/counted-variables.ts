import { type DocumentNode, Kind, visit } from "graphql";

/** Arguments that say where in a list a page lies, not how many objects it may hold. */
const cursors: readonly string[] = ["after", "before"];

/** Longer keys are not worth remembering. */
const longestKey = 500;

/** The names of the variables of a document on which the number of its objects may depend: all that are no mere cursors. */
export function countedVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Argument: ({ name, value }) =>
      cursors.includes(name.value) && value.kind === Kind.VARIABLE ? false : undefined,
    Variable: ({ name }) => void names.add(name.value),
  });
  return [...names];
}

/** A text that is the same for equal values of some variables; undefined where one of them is too much to be told apart. */
export function keyOfVariables(
  names: readonly string[],
  variables: Readonly<Record<string, unknown>>,
): string | undefined {
  let key = "";
  for (const name of names) {
    const value = variables[name];
    if (typeof value === "object" && value !== null) return undefined;
    if (typeof value === "string" && value.length > longestKey) return undefined;
    key += typeof value === "string" ? `${JSON.stringify(value)},` : `${value},`;
    if (key.length > longestKey) return undefined;
  }
  return key;
}
