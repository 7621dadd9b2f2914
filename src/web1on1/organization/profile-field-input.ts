import { badInput } from "../../errors.ts";
import type { ProfileFieldInput } from "../../generated/resolvers.ts";
import { notNull, omitUndefined } from "../../resolving/input.ts";
import { isJsonObject, type JsonObject } from "../../rest/message/exact-json.ts";
import { mergePatch, mergeStored } from "../merging/merge-patch.ts";

/** A change to one profile field: a merge patch for what is stored of it, or null to remove it. */
interface Change {
  readonly name: string;
  /** The field, or a group and a field in it. */
  readonly path: readonly [string] | readonly [group: string, part: string];
  readonly patch: JsonObject | null;
}

/** Changes to profile fields, each of another one. */
export type ProfileFieldChanges = readonly Change[];

/** Documented fields that hold no others (web1on1-v2.txt:1738-1751); the address does. */
const plainFields: ReadonlySet<string> = new Set([
  ...["name", "initials", "givenName", "familyName", "additionalName", "honorificPrefix", "honorificSuffix"],
  ...["gender", "telephone", "email", "worksFor"],
]);

/**
 * Changes in the words of the upstream; undefined where there are none.
 * @throws BAD_USER_INPUT for null, for a name that can be none, and for one that stands twice.
 */
export function profileFieldChanges(
  fields: readonly ProfileFieldInput[] | null | undefined,
  removed?: readonly string[] | null,
): ProfileFieldChanges | undefined {
  const written = notNull(fields, "profileFields")?.map(({ name, ...rest }) => ({
    name,
    path: pathOf(name),
    patch: omitUndefined({ ...rest, label: notNull(rest.label, `label of ${JSON.stringify(name)}`) }),
  }));
  const cleared = notNull(removed, "removeProfileFields")?.map((name) => ({
    name,
    path: pathOf(name),
    patch: null,
  }));
  if (!written && !cleared) return undefined;
  const changes = [...(written ?? []), ...(cleared ?? [])];
  const seen = new Set<string>();
  for (const { name, path } of changes) {
    if (seen.has(name) || (path.length === 2 && seen.has(path[0]))) {
      throw badInput(`Profile field ${JSON.stringify(name)} is named twice.`);
    }
    seen.add(name);
  }
  return changes;
}

function pathOf(name: string): Change["path"] {
  const [group = "", part, ...others] = name.split(".");
  const isName = /^[\w-]{1,64}(?:\.[\w-]{1,64})?$/.test(name) && others.length === 0;
  if (!isName || name === "address" || (part !== undefined && plainFields.has(group))) {
    throw badInput(
      `${JSON.stringify(name.slice(0, 120))} names no profile field, such as givenName or address.postalCode.`,
    );
  }
  return part === undefined ? [group] : [group, part];
}

/**
 * The fields of an organization that is new.
 * @throws BAD_USER_INPUT for a field without a label.
 */
export const newProfileFields = (changes: ProfileFieldChanges): JsonObject =>
  labelled(mergePatch({}, patchOf(changes)), changes);

/**
 * Fields as they are stored, with changes.
 * @throws BAD_USER_INPUT for a field that is new and has no label, and UPSTREAM_INVALID_RESPONSE when what is stored is no
 * object.
 */
export function mergeProfileFields(stored: unknown, changes: ProfileFieldChanges): JsonObject {
  // To remove what is not there must not make the group in which it is not.
  const effective = changes.filter(
    ({ patch, path }) => patch !== null || valueAt(stored, path) !== undefined,
  );
  return labelled(mergeStored("profileFields", stored, patchOf(effective)), effective);
}

function patchOf(changes: ProfileFieldChanges): JsonObject {
  const patch = new Map<string, unknown>();
  const groups = new Map<string, Map<string, unknown>>();
  for (const { path, patch: change } of changes) {
    const [name, part] = path;
    if (part === undefined) patch.set(name, change);
    else groups.set(name, (groups.get(name) ?? new Map()).set(part, change));
  }
  for (const [name, parts] of groups) patch.set(name, Object.fromEntries(parts));
  return Object.fromEntries(patch);
}

function labelled(merged: JsonObject, changes: ProfileFieldChanges): JsonObject {
  for (const { name, path, patch } of changes) {
    if (patch && valueAt(merged, [...path, "label"]) === undefined) {
      throw badInput(`Profile field ${JSON.stringify(name)} is new and needs a label.`);
    }
  }
  return merged;
}

const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, name) => (isJsonObject(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined),
    value,
  );
