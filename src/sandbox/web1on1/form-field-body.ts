import { isDeepStrictEqual } from "node:util";
import type { StoredFormField } from "../data/web1on1/stored.ts";
import { createFields, flag, isObject, listOf, objectOf, oneOf, text, type Writable } from "./write-body.ts";

/** The types of fields: web1on1-v2.txt:9690. */
const types = [
  ...["button", "checkbox", "color", "date", "datetime-local", "email", "file", "hidden", "image", "month"],
  ...["number", "password", "radio", "range", "reset", "search", "select", "submit", "tel", "text"],
  ...["textarea", "time", "url", "week"],
];

/** The parts that a field can be written with: web1on1-v2.txt:10600-10690. */
export const writableField: Writable = {
  checks: {
    name: text,
    label: text,
    type: oneOf(...types),
    entity: text,
    pattern: text,
    options: listOf(objectOf({ key: text, value: text })),
    required: flag,
  },
  required: ["name"],
  kept: ["type", "options", "required"],
};

const defaults = { type: "text", required: false };

/** The facts that new fields are made with. */
export interface FieldMaker {
  readonly makeId: () => string;
  /** ISO 8601. */
  readonly now: string;
}

/** A field of a body that creates; refuses one without a name. */
export function newField(body: unknown, { makeId, now }: FieldMaker): StoredFormField {
  const { name, ...parts } = createFields(body, writableField);
  return { id: makeId(), name: String(name), ...defaults, ...parts, createdAt: now, updatedAt: now };
}

/**
 * All fields of a form, as a body replaces them. One that names the id of a stored field stays that field; where ids are
 * not shown, one of the same name does.
 */
export function replacedFields(
  bodies: readonly unknown[],
  stored: readonly StoredFormField[],
  maker: FieldMaker,
  embedsIds: boolean,
): readonly StoredFormField[] {
  const left = [...stored];
  return bodies.map((body) => {
    const made = newField(body, maker);
    const isSame = ({ id, name }: StoredFormField): boolean =>
      embedsIds ? isObject(body) && id === body.id : name === made.name;
    const place = left.findIndex(isSame);
    const [before] = place < 0 ? [] : left.splice(place, 1);
    if (before === undefined) return made;
    const { id, createdAt, updatedAt } = before;
    const kept = { ...made, id, createdAt };
    return isDeepStrictEqual({ ...kept, updatedAt }, before) ? before : kept;
  });
}
