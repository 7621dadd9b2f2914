import type { CreateLabelInput, UpdateLabelInput } from "../../generated/resolvers.ts";
import { validated } from "../../resolving/ids.ts";
import { filledIfGiven, nonBlank, notNull, omitNulls, omitUndefined } from "../../resolving/input.ts";
import type { IdPattern } from "../../rest/id-pattern.ts";
import type { LabelBody, NewLabelBody } from "./endpoints.ts";

/** A hex code as style sheets write it. */
const hexCode: IdPattern = {
  description: "a hex code such as #5B3CC4",
  pattern: /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i,
  longest: 7,
};

/** The only form that the documents show is the long one (assembly-accounts-v1.txt:178). */
function longHexCode(color: string): string {
  const code = validated(hexCode, color, "color");
  return code.length === 4 ? code.replace(/[0-9a-f]/gi, "$&$&") : code;
}

/**
 * The body that creates a label.
 * @throws BAD_USER_INPUT for a color that is no hex code.
 */
export function newLabel(input: CreateLabelInput): NewLabelBody {
  const { type, name, color, description } = omitNulls(input);
  return { type, name: nonBlank(name, "name"), color: longHexCode(color), ...omitUndefined({ description }) };
}

/**
 * The body that changes a label.
 * @throws BAD_USER_INPUT for a color that is no hex code, and for null where nothing can be cleared.
 */
export function labelChanges(input: UpdateLabelInput): LabelBody {
  const color = notNull(input.color, "color");
  return omitUndefined({
    type: notNull(input.type, "type"),
    name: filledIfGiven(input.name, "name"),
    color: color === undefined ? undefined : longHexCode(color),
    description: input.description,
  });
}
