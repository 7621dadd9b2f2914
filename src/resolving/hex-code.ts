import type { IdPattern } from "../rest/id-pattern.ts";
import { validated } from "./ids.ts";

/** A hex code as style sheets write it. */
const hexCode: IdPattern = {
  description: "a hex code such as #5B3CC4",
  pattern: /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i,
  longest: 7,
};

/**
 * A hex code of six digits, the only form that documents show (assembly-accounts-v1.txt:178, assembled-v0.txt:1147).
 * @param name of the field, for the message.
 * @throws BAD_USER_INPUT for any other text.
 */
export function longHexCode(color: string, name: string): string {
  const code = validated(hexCode, color, name);
  return code.length === 4 ? code.replace(/[0-9a-f]/gi, "$&$&") : code;
}
