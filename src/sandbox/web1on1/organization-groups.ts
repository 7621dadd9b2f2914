import { orgGroupMembers, orgGroups } from "../../web1on1/organization-group/endpoints.ts";
import type { StoredOrganizationGroup } from "../data/web1on1/stored.ts";
import { serve, type VerbHandlers } from "../emulator.ts";
import { Refusal } from "../refusal.ts";
import type { Store } from "../store.ts";
import { objectFinder, ownedObjects } from "./owned-objects.ts";
import type { SharedParts } from "./shared-parts.ts";
import { listOf, text, type Writable } from "./write-body.ts";

/** The fields that a group can be written with: web1on1-v2.txt:6887-6894. */
const writable: Writable = {
  checks: { name: text, organization: text, members: listOf(text) },
  required: ["name"],
  kept: ["organization", "members"],
};

interface Parts extends SharedParts {
  readonly organizationGroups: Store<StoredOrganizationGroup>;
}

/** Serves `/orggroups` and the members below each. */
export const serveOrganizationGroups = (parts: Parts) => ({
  orgGroups: serve(orgGroups, groupHandlers(parts)),
  orgGroupMembers: serve(orgGroupMembers, memberHandlers(parts)),
});

function groupHandlers(parts: Parts): VerbHandlers<typeof orgGroups> {
  const { organizationGroups: groups, access } = parts;
  const owned = ownedObjects(
    {
      rows: groups,
      title: "group",
      path: "/orggroups",
      writable,
      check: ({ members = [] }, caller) => {
        for (const member of members) access.checkNamed(caller, member);
      },
    },
    parts,
  );
  return {
    list: owned.list,
    create: (request) => owned.create(request, (fields, set) => ({ members: [], ...fields, ...set })),
    get: (request) => owned.get(request, request.params.group_id),
    update: (request) => owned.update(request, request.params.group_id),
    delete: (request) => owned.delete(request, request.params.group_id, ({ id }) => void groups.remove(id)),
  };
}

function memberHandlers(parts: Parts): VerbHandlers<typeof orgGroupMembers> {
  const { organizationGroups: groups, access } = parts;
  const found = objectFinder(groups, "group", parts);
  const store = (id: string, members: readonly string[], nowMs: number) =>
    groups.update(id, { members, updatedAt: new Date(nowMs).toISOString() });

  return {
    list: (request) => ({ status: 200, body: found(request, request.params.group_id, "bot").row.members }),
    add: (request) => {
      const { caller, row } = found(request, request.params.group_id, "admin");
      listOf(text)(request.body, "the body");
      const added = request.body as readonly string[];
      for (const member of added) access.checkNamed(caller, member);
      store(row.id, [...new Set([...row.members, ...added])], request.nowMs);
      return { status: 201, headers: { location: `/orggroups/${row.id}` }, body: added };
    },
    remove: (request) => {
      const { id, members } = found(request, request.params.group_id, "admin").row;
      const removed = request.params.member_id.toLowerCase();
      if (!members.includes(removed)) throw new Refusal(404, "no member of the group");
      const left = members.filter((member) => member !== removed);
      store(id, left, request.nowMs);
      return { status: 204 };
    },
  };
}
