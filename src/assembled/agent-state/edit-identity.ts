import type { AgentStateEditJson } from "./endpoints.ts";

/** Levels of objects in an edit, its own included, as they are documented. */
const documentedLevels = 3;

/**
 * Tells edits apart by all that is documented of them: they have no id, and one call makes several of one state at one
 * moment. Values nested deeper than any that is documented do not count, since a text of them may overflow the stack.
 */
export const editIdentity = (edit: AgentStateEditJson): string => textOf(edit, documentedLevels);

function textOf(value: unknown, levels: number): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  if (levels === 0) return "{}";
  return `{${Object.entries(value).map(([name, inner]) => `${JSON.stringify(name)}:${textOf(inner, levels - 1)}`)}}`;
}
