import { useOf } from "../../estimate/field-cost.ts";
import { anyNumber, atMost } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import { byId } from "../../fields/look-up.ts";
import { neverNull } from "../../fields/never-null.ts";
import { payload } from "../../fields/payload.ts";
import type {
  OrganizationGroupResolvers,
  OrganizationResolvers,
  QueryOrganizationGroupsArgs,
  QueryResolvers,
} from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { optionalSourceIdOf } from "../../resolving/ids.ts";
import { identity } from "../../resolving/node-fields.ts";
import type { Noun } from "../../resolving/noun.ts";
import { listField, sortParameter } from "../lists/list-query.ts";
import type { OrganizationJson } from "../organization/endpoints.ts";
import { organizationKind } from "../organization/loaders.ts";
import { organizationRef } from "../organization/look-up.ts";
import { type OrganizationGroupJson, orgGroupMembers, orgGroups } from "./endpoints.ts";
import {
  allOrganizationGroups,
  membersOfOrganizationGroup,
  organizationGroupById,
  organizationGroupKind,
  organizationGroupsOfMember,
} from "./loaders.ts";
import { members } from "./members.ts";
import { Mutation } from "./writes.ts";

const Query = {
  organizationGroup: byId(organizationGroupKind, organizationGroupById),
  organizationGroups: listField(allOrganizationGroups, ({ filter, sort }: QueryOrganizationGroupsArgs) => ({
    organization: optionalSourceIdOf(organizationKind, filter?.organization),
    members: optionalSourceIdOf(organizationKind, filter?.member),
    sort: sortParameter(sort),
  })),
} satisfies QueryResolvers;

const Organization = {
  groups: neverNull(
    field(
      // One read for each group that the list shows without its members.
      {
        uses: [useOf(organizationGroupsOfMember), useOf(membersOfOrganizationGroup, anyNumber)],
        cardinality: anyNumber,
      },
      ({ id }: OrganizationJson, _args: unknown, { of }: OperationContext) =>
        of(organizationGroupsOfMember).load(id),
    ),
  ),
} satisfies OrganizationResolvers;

const OrganizationGroup = {
  ...identity(organizationGroupKind),
  organization: organizationRef(({ organization }: OrganizationGroupJson) => organization),
  members,
} satisfies OrganizationGroupResolvers;

/** Groups of organizations, which work like tags. */
export const organizationGroup: Noun = {
  endpoints: { orgGroups, orgGroupMembers },
  loaders: {
    allOrganizationGroups,
    organizationGroupById,
    organizationGroupsOfMember,
    membersOfOrganizationGroup,
  },
  nodes: [{ kind: organizationGroupKind, loader: organizationGroupById }],
  resolvers: {
    Query,
    Mutation,
    Organization,
    OrganizationGroup,
    // The update answers the group, as a rule; writes of members answer ids alone.
    UpdateOrganizationGroupPayload: payload(
      "organizationGroup",
      organizationGroupKind,
      organizationGroupById,
      atMost(1),
    ),
    AddOrganizationGroupMembersPayload: payload(
      "organizationGroup",
      organizationGroupKind,
      organizationGroupById,
    ),
    RemoveOrganizationGroupMemberPayload: payload(
      "organizationGroup",
      organizationGroupKind,
      organizationGroupById,
    ),
  },
};
