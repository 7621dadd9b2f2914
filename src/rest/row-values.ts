/**
 * Reads single values of rows, in any field of which any JSON may stand. None of them was given by a client, so none is
 * checked as if it were, and none stands in a message.
 */

/** A value as the text that keys are compared by: whole numbers by their digits; undefined for an empty text and anything else. */
export function textIn(value: unknown): string | undefined {
  if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : undefined;
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A value as the one key of its row; none where it is no text. */
export function keysIn(value: unknown): string[] {
  const text = textIn(value);
  return text === undefined ? [] : [text];
}

/** The id in a reference, be it the id itself or the object in its place; undefined where there is none. */
export function idIn(value: unknown): string | undefined {
  if (!isObject(value)) return textIn(value);
  return textIn(value.id) ?? textIn(value._id);
}

/** The ids in a list of references; none where it is no list. */
export const idsIn = (values: unknown): string[] =>
  Array.isArray(values) ? values.flatMap((value) => idIn(value) ?? []) : [];

/** Whether a value is an object of JSON, and no list. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
