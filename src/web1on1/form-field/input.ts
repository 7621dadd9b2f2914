import { badInput } from "../../errors.ts";
import type {
  CreateFormFieldInput,
  ReplaceFormFieldInput,
  UpdateFormFieldInput,
} from "../../generated/resolvers.ts";
import { filledIfGiven, nonBlank, notNull, omitNulls, omitUndefined } from "../../resolving/input.ts";
import { childNamed } from "../ids.ts";
import type { FormFieldBody } from "./endpoints.ts";
import { formFieldKind } from "./kind.ts";

/**
 * The body of a field to create.
 * @param name of the field's name, for the error.
 * @throws BAD_USER_INPUT for a blank name.
 */
export const newField = (input: CreateFormFieldInput, name = "name") =>
  omitUndefined({ ...omitNulls(input), name: nonBlank(input.name, name) });

/**
 * All fields that a form is to have. Those that stay keep their ids.
 * @throws BAD_USER_INPUT for a blank name, for an id that cannot be one, and for one that stands twice.
 */
export function replacingFields(formId: string, inputs: readonly ReplaceFormFieldInput[]) {
  const fields = inputs.map(({ id, ...input }, at) => ({
    ...(id !== null && id !== undefined && { id: childNamed(formFieldKind, formId, id).ownId }),
    ...newField(input, `fields[${at}].name`),
  }));
  const ids = fields.flatMap(({ id }) => id ?? []);
  if (new Set(ids).size < ids.length) throw badInput("fields names a field twice.");
  return fields;
}

/**
 * Changes to a field; null clears.
 * @throws BAD_USER_INPUT for null where nothing can be cleared, and for a blank name.
 */
export const fieldChanges = (input: UpdateFormFieldInput): FormFieldBody =>
  omitUndefined({
    name: filledIfGiven(input.name, "name"),
    label: input.label,
    type: notNull(input.type, "type"),
    entity: input.entity,
    pattern: input.pattern,
    options: notNull(input.options, "options"),
    required: notNull(input.required, "required"),
  });
