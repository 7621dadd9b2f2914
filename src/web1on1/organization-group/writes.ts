import { write } from "../../fields/write.ts";
import type {
  MutationAddOrganizationGroupMembersArgs,
  MutationCreateOrganizationGroupArgs,
  MutationRemoveOrganizationGroupMemberArgs,
  MutationResolvers,
  MutationUpdateOrganizationGroupArgs,
} from "../../generated/resolvers.ts";
import { sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { objectWrites } from "../object-writes.ts";
import { organizationKind } from "../organization/loaders.ts";
import { orgGroupMembers, orgGroups } from "./endpoints.ts";
import { groupChanges, newGroup, newMembers } from "./input.ts";
import { organizationGroupKind } from "./loaders.ts";

const globalId = (groupId: string): string => toGlobalId(organizationGroupKind, groupId);

const writes = objectWrites({
  name: "organizationGroup",
  kind: organizationGroupKind,
  parameter: "group_id",
});

/** Creates, changes and deletes groups, and changes their members. */
export const Mutation = {
  createOrganizationGroup: writes.create(
    orgGroups.create,
    ({ input }: MutationCreateOrganizationGroupArgs) => ({
      body: newGroup(input),
    }),
  ),
  updateOrganizationGroup: write(
    ({ id, input }: MutationUpdateOrganizationGroupArgs) => ({
      endpoint: orgGroups.update,
      group_id: sourceIdOf(organizationGroupKind, id),
      body: groupChanges(input),
    }),
    async ({ endpoint, group_id, body }, { call }) => {
      const organizationGroup = await call(endpoint, { group_id, body });
      return { organizationGroupId: globalId(group_id), organizationGroup };
    },
  ),
  deleteOrganizationGroup: writes.delete(orgGroups.delete),
  addOrganizationGroupMembers: write(
    ({ id, memberIds }: MutationAddOrganizationGroupMembersArgs) => ({
      endpoint: orgGroupMembers.add,
      group_id: sourceIdOf(organizationGroupKind, id),
      body: newMembers(memberIds),
    }),
    async ({ endpoint, group_id, body }, { call }) => {
      await call(endpoint, { group_id, body });
      return { organizationGroupId: globalId(group_id) };
    },
  ),
  removeOrganizationGroupMember: write(
    ({ id, memberId }: MutationRemoveOrganizationGroupMemberArgs) => ({
      endpoint: orgGroupMembers.remove,
      group_id: sourceIdOf(organizationGroupKind, id),
      member_id: sourceIdOf(organizationKind, memberId),
    }),
    async ({ endpoint, group_id, member_id }, { call }) => {
      await call(endpoint, { group_id, member_id });
      return { organizationGroupId: globalId(group_id) };
    },
  ),
} satisfies MutationResolvers;
