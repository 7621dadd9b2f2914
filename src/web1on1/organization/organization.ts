import { atMost } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import { deletedPayload, payload } from "../../fields/payload.ts";
import type {
  OrganizationPartnerResolvers,
  OrganizationResolvers,
  QueryOrganizationArgs,
  QueryOrganizationsArgs,
  QueryResolvers,
} from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { optionalSourceIdOf } from "../../resolving/ids.ts";
import { identity } from "../../resolving/node-fields.ts";
import type { Noun } from "../../resolving/noun.ts";
import { exactFilter, listField, sortParameter } from "../lists/list-query.ts";
import { ownedPage } from "../lists/owned-list.ts";
import { usersField } from "../user/users-field.ts";
import { type OrganizationJson, organizations, type PartnerJson } from "./endpoints.ts";
import {
  allOrganizations,
  childrenOfOrganization,
  organizationById,
  organizationKind,
  organizationsByHost,
} from "./loaders.ts";
import { loadOrganization, organizationRef, organizationReference, useOfReference } from "./look-up.ts";
import { profileFieldsIn } from "./profile-fields.ts";
import { Mutation } from "./writes.ts";

const Query = {
  organization: field(
    ({ by }: QueryOrganizationArgs) => ({ uses: [useOfReference(organizationReference(by))] }),
    (_: unknown, { by }: QueryOrganizationArgs, context: OperationContext) =>
      loadOrganization(organizationReference(by), context),
  ),
  organizations: listField(
    allOrganizations,
    ({ filter, sort }: QueryOrganizationsArgs) => ({
      name: exactFilter(filter?.name, "filter.name"),
      tags: exactFilter(filter?.tag, "filter.tag"),
      status: filter?.status ?? undefined,
      parent: optionalSourceIdOf(organizationKind, filter?.parent),
      sort: sortParameter(sort),
    }),
    { textsOf: ({ name, displayName, email, url, domain }) => [name, displayName, email, url, domain] },
  ),
} satisfies QueryResolvers;

const Organization = {
  ...identity(organizationKind),
  displayName: ({ displayName, name }) => displayName || name,
  profileFields: profileFieldsIn,
  parent: organizationRef(({ parent }: OrganizationJson) => parent),
  children: ownedPage(childrenOfOrganization),
  users: usersField,
} satisfies OrganizationResolvers;

/** Chat organizations, with their partners. */
export const organization: Noun = {
  endpoints: { organizations },
  loaders: { allOrganizations, organizationById, organizationsByHost, childrenOfOrganization },
  nodes: [{ kind: organizationKind, loader: organizationById }],
  resolvers: {
    Query,
    Mutation,
    Organization,
    OrganizationPartner: {
      organization: organizationRef(({ organization }: PartnerJson) => organization),
    } satisfies OrganizationPartnerResolvers,
    // The update answers the organization, as a rule.
    UpdateOrganizationPayload: payload("organization", organizationKind, organizationById, atMost(1)),
    UploadOrganizationLogoPayload: payload("organization", organizationKind, organizationById, atMost(1)),
    DeleteOrganizationLogoPayload: payload("organization", organizationKind, organizationById),
    DeleteOrganizationPayload: deletedPayload("organization", organizationKind, organizationById),
  },
};
