import type { CreateLabelInput, UpdateLabelInput } from "../../generated/resolvers.ts";
import { longHexCode } from "../../resolving/hex-code.ts";
import { filledIfGiven, nonBlank, notNull, omitNulls, omitUndefined } from "../../resolving/input.ts";
import type { LabelBody, NewLabelBody } from "./endpoints.ts";

/**
 * The body that creates a label.
 * @throws BAD_USER_INPUT for a color that is no hex code.
 */
export function newLabel(input: CreateLabelInput): NewLabelBody {
  const { type, name, color, description } = omitNulls(input);
  return {
    type,
    name: nonBlank(name, "name"),
    color: longHexCode(color, "color"),
    ...omitUndefined({ description }),
  };
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
    color: color === undefined ? undefined : longHexCode(color, "color"),
    description: input.description,
  });
}
