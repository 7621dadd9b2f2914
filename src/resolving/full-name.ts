import { undocumentedValue } from "../errors.ts";
import { textIn } from "../rest/row-values.ts";

/**
 * The parts of a name as one, with a blank between them; null where there are none.
 * @param system that gave them.
 * @param parts as the system gave them, whatever they are; empty ones are left out.
 * @throws UPSTREAM_INVALID_RESPONSE when one is no text.
 */
export function fullName(system: string, parts: readonly unknown[]): string | null {
  const texts = parts.filter(Boolean).map((part) => {
    const text = textIn(part);
    if (text === undefined) throw undocumentedValue(system);
    return text;
  });
  return texts.join(" ") || null;
}
