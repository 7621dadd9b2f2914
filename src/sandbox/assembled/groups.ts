import type { GroupEndpoints, GroupJson, GroupName } from "../../assembled/group/endpoints.ts";
import type { Reply, VerbHandlers } from "../emulator.ts";
import { uuidMaker } from "../random.ts";
import { Refusal } from "../refusal.ts";
import { type Fields, knownIds, listOf, objectOf, textOf, textsOf } from "./fields.ts";
import { type AssembledState, type Collection, keyedById } from "./state.ts";

/** Answers a collection that comes whole: it knows no page and ignores `limit` and `offset`. */
export const wholeCollection = (
  name: string,
  rows: Collection<{ readonly id: string }>,
): { list: () => Reply } => ({
  list: () => ({ status: 200, body: { [name]: keyedById(rows.values()) } }),
});

/**
 * Answers the routes of queues, sites, teams or skills (assembled-v0.txt:1436-1750). The fate of those who belong to a
 * group that is deleted, and of the groups below it, is not stated: here they go on pointing at it.
 */
export function createGroupHandlers(name: GroupName, state: AssembledState): VerbHandlers<GroupEndpoints> {
  const groups = state[name];
  const makeId = uuidMaker(`assembled/${name}`);
  return {
    ...wholeCollection(name, groups),

    create: ({ body, nowMs }) => {
      const created_at = Math.floor(nowMs / 1000);
      // All are read before the first is made: a bad one must not leave half of the list behind.
      const created = listOf(objectOf(body, "the body")[name], name)
        .map((item) => groupFields(objectOf(item, name)))
        .map((fields): GroupJson => ({ ...fields, id: makeId(), created_at, updated_at: created_at }));
      if (created.length === 0) throw new Refusal(400, `${name} must not be empty`);
      for (const group of created) groups.set(group.id, group);
      return { status: 200, body: { [name]: keyedById(created) } };
    },

    update: ({ params, body, nowMs }) => {
      const before = groups.get(params.id);
      if (before === undefined) throw new Refusal(404, "not found");
      const fields = groupFields(objectOf(body, "the body"));
      for (let at = fields.parent_id; at; at = groups.get(at)?.parent_id ?? null) {
        if (at === params.id) throw new Refusal(400, "parent_id must not be below the group");
      }
      const group = { ...before, ...fields, updated_at: Math.floor(nowMs / 1000) };
      groups.set(group.id, group);
      return { status: 200, body: group };
    },

    delete: ({ body }) => {
      const key = `${name.slice(0, -1)}_ids`;
      const ids = knownIds(textsOf(objectOf(body, "the body")[key], key), groups, key);
      if (ids.length === 0) throw new Refusal(400, `${key} must not be empty`);
      for (const id of ids) groups.delete(id);
      return { status: 200 };
    },
  };

  function groupFields(fields: Fields): Pick<GroupJson, "name" | "parent_id"> {
    const text = textOf(fields.name, "name");
    if (text.trim() === "") throw new Refusal(400, "name is required");
    const { parent_id = null } = fields;
    if (parent_id === null) return { name: text, parent_id };
    const [parent = null] = knownIds([textOf(parent_id, "parent_id")], groups, "parent_id");
    return { name: text, parent_id: parent };
  }
}
