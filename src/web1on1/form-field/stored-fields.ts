import { GatewayError } from "../../errors.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { isJsonObject, type JsonObject } from "../../rest/message/exact-json.ts";
import { idIn } from "../../rest/row-values.ts";
import { forms } from "../form/endpoints.ts";
import { formKind } from "../form/loaders.ts";
import { type ChildIds, comparableIdIn } from "../ids.ts";
import { notMerged } from "../merging/merge-patch.ts";
import { formFields } from "./endpoints.ts";
import { matchedFields } from "./matched-fields.ts";

/** Fields of a form as they are stored, numbers to the digit. */
type StoredFields = readonly JsonObject[];

type Calls = Pick<OperationContext, "call" | "exclusively" | "freshCall">;

/**
 * Changes one field of a form by writing all of them: the others go back as they were read, while other changes of the form
 * wait.
 * @param change makes the fields to write; the field to change stands at a place among them.
 * @returns what the form answered, with that place.
 * @throws NOT_FOUND when the form has no such field.
 */
export const rewriteFields = (
  ids: ChildIds,
  change: (stored: StoredFields, place: number) => StoredFields,
  { call, exclusively, freshCall }: Calls,
) =>
  exclusively(formKind, ids.parentId, async () => {
    const form_id = ids.parentId;
    const stored = storedFields((await freshCall(forms.getToMerge, { form_id })).fields);
    const place = await placeOf(ids, stored, { freshCall });
    const form = await call(forms.update, { form_id, body: { fields: change(stored, place) } });
    return { form, place };
  });

/** @throws UPSTREAM_INVALID_RESPONSE when what is stored is no list of fields, which the write would throw away. */
function storedFields(stored: unknown): StoredFields {
  if (stored === undefined || stored === null) return [];
  if (!Array.isArray(stored) || !stored.every(isJsonObject)) throw notMerged("fields", "list");
  return stored;
}

/** The place of a field; where the form does not tell the ids of its fields, those that are listed by themselves tell it. */
async function placeOf(
  { parentId, ownId }: ChildIds,
  stored: StoredFields,
  { freshCall }: Pick<Calls, "freshCall">,
): Promise<number> {
  const isWanted = (field: object | undefined) => comparableIdIn(field) === ownId;
  const place = stored.findIndex(isWanted);
  if (place >= 0) return place;
  const noSuchField = new GatewayError("NOT_FOUND", "The form has no such field.", { system: "web1on1" });
  if (stored.every((field) => idIn(field) !== undefined)) throw noSuchField;
  const listed = await freshCall(formFields.list, { form_id: parentId });
  if (!listed.some(isWanted)) throw noSuchField;
  const matched = matchedFields(stored, listed).findIndex(isWanted);
  if (matched < 0) throw notTold();
  return matched;
}

const notTold = (): GatewayError =>
  new GatewayError(
    "UPSTREAM_INVALID_RESPONSE",
    "Web1on1 does not tell which of the form's fields this is, so nothing was written.",
    { system: "web1on1" },
  );
