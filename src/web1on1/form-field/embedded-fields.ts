import { undocumentedValue } from "../../errors.ts";
import { withUnreadId } from "../../resolving/unread-ids.ts";
import { idIn, isObject } from "../../rest/row-values.ts";
import type { FormJson } from "../form/endpoints.ts";
import type { FieldOfForm, FormFieldJson } from "./endpoints.ts";
import { matchedFields } from "./matched-fields.ts";

/**
 * The fields that a form embeds, each with the form; null where there are none.
 * @throws UPSTREAM_INVALID_RESPONSE when there is no list; what is no field spoils its own place.
 */
export function embeddedFields({ id: formId, fields }: FormJson): readonly FieldOfForm[] | null {
  if (fields === null || fields === undefined) return null;
  if (!Array.isArray(fields)) throw undocumentedValue("web1on1");
  return fields.map((field) => {
    if (!isObject(field)) return field;
    const row = { ...field, formId };
    return idIn(row) === undefined ? withUnreadId(row) : row;
  });
}

/** Parts of a field that a form may leave out, by the fields of the schema that show them. */
const partsLeftOut = { id: "id", sourceId: "id", createdAt: "createdAt", updatedAt: "updatedAt" } as const;

const isLeftOut = (field: FormFieldJson, part: "id" | "createdAt" | "updatedAt"): boolean =>
  part === "id" ? idIn(field) === undefined : field[part] === undefined;

/** Tells whether a field of the schema is selected, by its name. */
type IsAsked = (name: string) => boolean;

/** Whether something is selected of embedded fields that the form left out. */
export const areLacking = (fields: readonly FieldOfForm[], isAsked: IsAsked): boolean =>
  Object.entries(partsLeftOut).some(
    ([name, part]) => fields.some((field) => isObject(field) && isLeftOut(field, part)) && isAsked(name),
  );

/**
 * Embedded fields with what the form left out. One that is not among those that were listed by themselves has no id: if
 * that is selected, it is a row without an id as any other.
 */
export function completedFields(
  embedded: readonly FieldOfForm[],
  listed: readonly FormFieldJson[],
  isAsked: IsAsked,
): readonly FieldOfForm[] {
  const matched = matchedFields(embedded, listed);
  const needsIds = isAsked("id");
  return embedded.map((field, at) => {
    if (!isObject(field)) return field;
    const same = matched[at];
    const id = idIn(field) ?? idIn(same);
    const times = { createdAt: same?.createdAt ?? null, updatedAt: same?.updatedAt ?? null };
    if (id !== undefined) return { ...times, ...field, id };
    const unidentified = { ...times, ...field };
    return needsIds ? unidentified : withUnreadId(unidentified);
  });
}
