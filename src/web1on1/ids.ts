import { badInput } from "../errors.ts";
import { type IdKind, parseGlobalId, sourceIdOf, toGlobalId, validated } from "../resolving/ids.ts";
import type { IdPattern } from "../rest/id-pattern.ts";
import { idIn } from "../rest/row-values.ts";

/** Ids of all objects: 24 hexadecimal digits, also where a table says number (web1on1-v2.txt:681). */
export const objectId: IdPattern = {
  description: "24 hexadecimal digits",
  pattern: /^[0-9a-f]{24}$/i,
  longest: 24,
  reserved: ["me"],
};

/** The id in a value, spelt so that equal ones are the same text; undefined where there is none. */
export const comparableIdIn = (value: unknown): string | undefined => idIn(value)?.toLowerCase();

/** The pattern of each name in a path template. */
export const pathParameters = {
  user_id: objectId,
  organization_id: objectId,
  category_id: objectId,
  group_id: objectId,
  member_id: objectId,
  bot_id: objectId,
  botInstance_id: objectId,
  service_id: objectId,
  form_id: objectId,
  field_id: objectId,
} as const satisfies Record<string, IdPattern>;

/** Ids of a type of Web1on1. */
export const kind = (type: string): IdKind => ({ system: "web1on1", type, pattern: objectId });

/** A type whose objects are read through a parent. */
export interface ChildKind extends IdKind {
  /** That of the parent. */
  readonly parent: IdKind;
}

/**
 * Ids of a type whose objects are read through a parent: the global id holds both ids, since neither leads to the
 * object alone.
 */
export const childKind = (type: string, parent: IdKind): ChildKind => ({
  system: "web1on1",
  type,
  parent,
  pattern: {
    description: "the global id, which holds the id of its parent and its own",
    pattern: /^[0-9a-f]{24}\.[0-9a-f]{24}$/i,
    longest: 49,
  },
});

/** The two ids of a child. */
export interface ChildIds {
  readonly parentId: string;
  readonly ownId: string;
}

/** The id of a child as its global id holds it. */
export const childId = ({ parentId, ownId }: ChildIds): string => `${parentId}.${ownId}`;

/** The global id of a child. */
export const childGlobalId = (kind: ChildKind, ids: ChildIds): string => toGlobalId(kind, childId(ids));

/** Takes the id of a child apart. @param id that `sourceIdOf` has checked. */
export function childIds(id: string): ChildIds {
  const [parentId = "", ownId = ""] = id.split(".");
  return { parentId, ownId };
}

/**
 * The two ids of a child whose parent is named beside it, so that its own id is enough.
 * @param parent the id of the parent, in either form.
 * @throws BAD_USER_INPUT for what can be no id of the kind, and for the global id of a child of another parent.
 */
export function childNamed(kind: ChildKind, parent: string, id: string): ChildIds {
  const parentId = sourceIdOf(kind.parent, parent);
  if (parseGlobalId(id) === undefined) {
    return { parentId, ownId: validated(objectId, id, `${kind.type} id`).toLowerCase() };
  }
  const ids = childIds(sourceIdOf(kind, id));
  if (ids.parentId !== parentId) throw badInput(`${JSON.stringify(id)} belongs to another parent.`);
  return ids;
}
