import { comparableIdIn } from "../ids.ts";
import type { FormFieldJson } from "./endpoints.ts";

/** Enough of a field to tell it from the others of its form. */
interface Named {
  readonly name?: unknown;
}

/**
 * Of each field that a form embeds, the same one among those that are listed by themselves: by its id, or by its name in
 * the same place, or by a name that no other field has. Undefined where none is certain.
 */
export function matchedFields(
  embedded: readonly Named[],
  listed: readonly FormFieldJson[],
): readonly (FormFieldJson | undefined)[] {
  return embedded.map((field, at) => {
    const id = comparableIdIn(field);
    if (id !== undefined) return listed.find((other) => comparableIdIn(other) === id);
    const isNamesake = (other: Named | undefined) => other?.name === field?.name;
    const here = listed[at];
    if (isNamesake(here)) return here;
    const namesakes = listed.filter(isNamesake);
    return namesakes.length === 1 && embedded.filter(isNamesake).length === 1 ? namesakes[0] : undefined;
  });
}
