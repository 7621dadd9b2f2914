import {
  type OrganizationGroupJson,
  orgGroupMembers,
  orgGroups,
} from "../../web1on1/organization-group/endpoints.ts";
import type { StoredOrganization, StoredUser } from "../data/web1on1/stored.ts";
import { type HandlerRequest, serve, type VerbHandlers } from "../emulator.ts";
import { Refusal } from "../refusal.ts";
import type { Store } from "../store.ts";
import type { Access } from "./access.ts";
import { listReply, selected, type WireRow } from "./list-query.ts";
import type { Session } from "./session.ts";
import { createFields, listOf, text, updateFields, type Writable } from "./write-body.ts";

/** The fields that a group can be written with: web1on1-v2.txt:6887-6894. */
const writable: Writable = {
  checks: { name: text, organization: text, members: listOf(text) },
  required: ["name"],
  kept: ["organization", "members"],
};

interface Parts {
  readonly organizations: Store<StoredOrganization>;
  readonly organizationGroups: Store<OrganizationGroupJson>;
  readonly access: Access;
  readonly callerOf: Session["callerOf"];
  readonly basePath: string;
}

/** Serves `/orggroups` and the members below each. */
export const serveOrganizationGroups = (parts: Parts) => ({
  orgGroups: serve(orgGroups, groupHandlers(parts)),
  orgGroupMembers: serve(orgGroupMembers, memberHandlers(parts)),
});

/** Ways to a group and checks of its organizations that all handlers share. */
function groupRules({ organizations, organizationGroups: groups, access, callerOf }: Parts) {
  const reach = (caller: StoredUser, organizationId: string): void => {
    if (!organizations.get(organizationId)) throw new Refusal(400, "unknown organization");
    if (!access.reaches(caller, organizationId)) throw new Refusal(403, "outside your organization");
  };
  return {
    reach,
    /** The group that is asked for, when the caller may. */
    found: (
      request: Pick<HandlerRequest<"{group_id}">, "params" | "headers" | "nowMs">,
      scope: "bot" | "admin",
    ) => {
      const caller = callerOf(request);
      access.require(caller, scope);
      const group = groups.get(request.params.group_id.toLowerCase());
      if (!group) throw new Refusal(404, "group not found");
      if (!access.reaches(caller, group.organization ?? "")) {
        throw new Refusal(403, "the group is outside your organization");
      }
      return { caller, group };
    },
  };
}

function groupHandlers(parts: Parts): VerbHandlers<typeof orgGroups> {
  const { organizationGroups: groups, access, callerOf, basePath } = parts;
  const { found, reach } = groupRules(parts);

  const checkOrganizations = (
    caller: StoredUser,
    { organization, members = [] }: Partial<OrganizationGroupJson>,
  ): void => {
    if (organization) reach(caller, organization);
    for (const member of members ?? []) reach(caller, member);
  };

  return {
    list: (request) => {
      const caller = callerOf(request);
      access.require(caller, "bot");
      const rows = groups.all().filter(({ organization }) => access.reaches(caller, organization ?? ""));
      return listReply(rows.map(wireGroup), request.query, {
        path: `${basePath}/orggroups`,
        hiddenStatuses: [],
      });
    },
    create: (request) => {
      const caller = callerOf(request);
      access.require(caller, "admin");
      const fields: Partial<OrganizationGroupJson> = createFields(request.body, writable);
      checkOrganizations(caller, fields);
      const now = new Date(request.nowMs).toISOString();
      const group = groups.insert((id) => ({
        organization: caller.organization,
        members: [],
        ...fields,
        id,
        createdAt: now,
        updatedAt: now,
      }));
      return { status: 201, headers: { location: `/orggroups/${group.id}` }, body: wireGroup(group) };
    },
    get: (request) => ({
      status: 200,
      body: selected(wireGroup(found(request, "bot").group), request.query),
    }),
    update: (request) => {
      const { caller, group } = found(request, "admin");
      const fields: Partial<OrganizationGroupJson> = updateFields(request.body, writable);
      checkOrganizations(caller, fields);
      const updatedAt = new Date(request.nowMs).toISOString();
      return { status: 200, body: wireGroup(groups.update(group.id, { ...fields, updatedAt }) ?? group) };
    },
    delete: (request) => {
      groups.remove(found(request, "admin").group.id);
      return { status: 204 };
    },
  };
}

function memberHandlers(parts: Parts): VerbHandlers<typeof orgGroupMembers> {
  const { found, reach } = groupRules(parts);
  const store = (id: string, members: readonly string[], nowMs: number) =>
    parts.organizationGroups.update(id, { members, updatedAt: new Date(nowMs).toISOString() });

  return {
    list: (request) => ({ status: 200, body: found(request, "bot").group.members ?? [] }),
    add: (request) => {
      const { caller, group } = found(request, "admin");
      listOf(text)(request.body, "the body");
      const added = request.body as readonly string[];
      for (const member of added) reach(caller, member);
      store(group.id, [...new Set([...(group.members ?? []), ...added])], request.nowMs);
      return { status: 201, headers: { location: `/orggroups/${group.id}` }, body: added };
    },
    remove: (request) => {
      const { group } = found(request, "admin");
      const removed = request.params.member_id.toLowerCase();
      const members = group.members ?? [];
      if (!members.includes(removed)) throw new Refusal(404, "no member of the group");
      store(
        group.id,
        members.filter((member) => member !== removed),
        request.nowMs,
      );
      return { status: 204 };
    },
  };
}

const wireGroup = (group: OrganizationGroupJson): WireRow => ({ ...group });
