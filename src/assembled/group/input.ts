import { badInput } from "../../errors.ts";
import type { NewQueueInput, UpdateQueueInput } from "../../generated/resolvers.ts";
import { optionalSourceIdOf } from "../../resolving/ids.ts";
import { clearableSourceIdOf, filledIfGiven, nonBlank } from "../../resolving/input.ts";
import type { GroupBody } from "./endpoints.ts";
import { type GroupKind, groupNames } from "./names.ts";

/** A new group. @throws BAD_USER_INPUT for a blank name, and for a parent's id of another kind. */
export const newGroup = (kind: GroupKind, { name, parentId }: NewQueueInput): GroupBody => ({
  name: nonBlank(name, "name"),
  parent_id: optionalSourceIdOf(kind, parentId) ?? null,
});

/** The fields of a group that are to be changed; undefined for those that stay. */
export type GroupChanges = { readonly [Field in keyof GroupBody]: GroupBody[Field] | undefined };

/**
 * Changes of the group with an id.
 * @throws BAD_USER_INPUT for a blank name, a parent's id of another kind, and the group's own id as that of its parent.
 */
export function groupChanges(
  kind: GroupKind,
  id: string,
  { name, parentId }: UpdateQueueInput,
): GroupChanges {
  const parent_id = clearableSourceIdOf(kind, parentId);
  if (parent_id === id) throw badInput(`parentId is the ${groupNames(kind).one} itself.`);
  return { name: filledIfGiven(name, "name"), parent_id };
}
