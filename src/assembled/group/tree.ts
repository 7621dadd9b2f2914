import { badInput, undocumentedValue } from "../../errors.ts";
import { orNotFound } from "../../resolving/input.ts";
import { referenceIn } from "../../resolving/referenced.ts";
import { idIn, textIn } from "../../rest/row-values.ts";
import type { GroupBody, GroupJson } from "./endpoints.ts";
import type { GroupChanges } from "./input.ts";
import { type GroupKind, groupNames } from "./names.ts";

/** The update that changes make where they say all of it, so that the other groups need not be read. */
export const wholeGroup = ({ name, parent_id }: GroupChanges): GroupBody | undefined =>
  name !== undefined && parent_id === null ? { name, parent_id } : undefined;

/**
 * The update that makes changes to one of all groups.
 * @throws NOT_FOUND when there is no such group or parent, BAD_USER_INPUT when the parent is below the group.
 */
export async function changedGroup(
  kind: GroupKind,
  groups: readonly GroupJson[],
  id: string,
  changes: GroupChanges,
): Promise<GroupBody> {
  const noun = groupNames(kind).one;
  const byId = new Map(groups.map((group) => [group.id, group]));
  const before = await orNotFound(byId.get(id) ?? null, noun);
  if (changes.parent_id) {
    await orNotFound(byId.get(changes.parent_id) ?? null, `${noun} to be the parent`);
    if (isBelow(byId, changes.parent_id, id)) throw badInput(`parentId is a ${noun} below this one.`);
  }
  const name = changes.name ?? textIn(before.name);
  if (name === undefined) throw undocumentedValue(kind.system);
  const { parent_id = referenceIn(kind, before.parent_id) } = changes;
  return { name, parent_id };
}

/** Whether a group is somewhere below another; the tree may hold circles already. */
function isBelow(byId: ReadonlyMap<string, GroupJson>, id: string, above: string): boolean {
  const passed = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !passed.has(at); ) {
    passed.add(at);
    at = idIn(byId.get(at)?.parent_id);
    if (at === above) return true;
  }
  return false;
}
