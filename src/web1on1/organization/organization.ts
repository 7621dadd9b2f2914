import { undocumentedValue } from "../../errors.ts";
import { useOf } from "../../estimate/field-cost.ts";
import { atMost } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import { page } from "../../fields/page.ts";
import { deletedPayload, payload } from "../../fields/payload.ts";
import { write } from "../../fields/write.ts";
import type {
  CategoryResolvers,
  MutationCreateOrganizationArgs,
  MutationDeleteOrganizationArgs,
  MutationResolvers,
  MutationUpdateOrganizationArgs,
  OrganizationPartnerResolvers,
  OrganizationResolvers,
  OrganizationUsersArgs,
  QueryOrganizationArgs,
  QueryOrganizationsArgs,
  QueryResolvers,
} from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { optionalSourceIdOf, sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { identity } from "../../resolving/node-fields.ts";
import type { Noun } from "../../resolving/noun.ts";
import { connectionOfAll, pageRequest } from "../../resolving/pagination.ts";
import { referenceIn } from "../../resolving/referenced.ts";
import { isObject } from "../../rest/row-values.ts";
import { exactFilter, listField, sortParameter } from "../list-query.ts";
import { updateMerged, usesOfMerges } from "../merged-update.ts";
import { ownObject } from "../own-object.ts";
import type { UserJson } from "../user/endpoints.ts";
import { userById } from "../user/loaders.ts";
import { usersOfOrganization } from "../user/users-of-organization.ts";
import { type OrganizationJson, organizations, type PartnerJson } from "./endpoints.ts";
import { newOrganization, organizationChanges } from "./input.ts";
import {
  allOrganizations,
  organizationById,
  organizationKind,
  organizationPages,
  organizationsByHost,
} from "./loaders.ts";
import { loadOrganization, organizationRef, organizationReference, useOfReference } from "./look-up.ts";
import { idsOfNamed, usesOfNamed } from "./named.ts";

const Query: Pick<QueryResolvers, "organization" | "organizations"> = {
  organization: field(
    ({ by }: QueryOrganizationArgs) => ({ uses: [useOfReference(organizationReference(by))] }),
    (_: unknown, { by }: QueryOrganizationArgs, context: OperationContext) =>
      loadOrganization(organizationReference(by), context),
  ),
  organizations: listField(
    allOrganizations,
    organizationPages,
    ({ filter, sort }: QueryOrganizationsArgs) => ({
      name: exactFilter(filter?.name, "filter.name"),
      tags: exactFilter(filter?.tag, "filter.tag"),
      status: filter?.status ?? undefined,
      parent: optionalSourceIdOf(organizationKind, filter?.parent),
      sort: sortParameter(sort),
    }),
  ),
};

const ownOrganization = ownObject(
  ({ organization }) => referenceIn(organizationKind, organization),
  "The gateway itself acts for this organization; archiving it would end all access to Web1on1.",
);

const Mutation: Pick<MutationResolvers, "createOrganization" | "updateOrganization" | "deleteOrganization"> =
  {
    createOrganization: write(
      ({ input }: MutationCreateOrganizationArgs) => {
        const { body, named } = newOrganization(input);
        return { endpoint: organizations.create, body, named, uses: usesOfNamed(named) };
      },
      async ({ endpoint, body, named }, context) => {
        const ids = await idsOfNamed(named, context);
        const organization = await context.call(endpoint, { body: { ...body, ...ids } });
        return { organizationId: toGlobalId(organizationKind, organization.id), organization };
      },
    ),
    updateOrganization: write(
      ({ id, input }: MutationUpdateOrganizationArgs) => {
        const organization_id = sourceIdOf(organizationKind, id);
        const { body, named, merges } = organizationChanges(input);
        const ends = body.status === "archived" || body.status === "pendingArchive";
        const uses = [
          ...(ends ? ownOrganization.uses : []),
          ...usesOfNamed(named),
          ...usesOfMerges(merges, organizations.getToMerge),
        ];
        return { endpoint: organizations.update, organization_id, body, named, merges, ends, uses };
      },
      async ({ endpoint, organization_id, body, named, merges, ends }, context) => {
        const { call, freshCall } = context;
        if (ends) await ownOrganization.protect(organization_id, context);
        const ids = await idsOfNamed(named, context);
        const organization = await updateMerged(
          {
            kind: organizationKind,
            sourceId: organization_id,
            merges,
            read: () => freshCall(organizations.getToMerge, { organization_id }),
            update: (merged) => call(endpoint, { organization_id, body: { ...body, ...ids, ...merged } }),
          },
          context,
        );
        return { organizationId: toGlobalId(organizationKind, organization_id), organization };
      },
    ),
    deleteOrganization: write(
      ({ id }: MutationDeleteOrganizationArgs) => ({
        endpoint: organizations.delete,
        organization_id: sourceIdOf(organizationKind, id),
        uses: ownOrganization.uses,
      }),
      async ({ endpoint, organization_id }, context) => {
        await ownOrganization.protect(organization_id, context);
        await context.call(endpoint, { organization_id });
        return { deletedOrganizationId: toGlobalId(organizationKind, organization_id) };
      },
    ),
  };

const Organization: Pick<
  OrganizationResolvers,
  "id" | "sourceId" | "displayName" | "categories" | "parent" | "users"
> = {
  ...identity(organizationKind),
  displayName: ({ displayName, name }) => displayName || name,
  categories: ({ categories }) => indexed(categories),
  parent: organizationRef(({ parent }: OrganizationJson) => parent),
  users: page(
    useOf(usersOfOrganization),
    async ({ id }: OrganizationJson, args: OrganizationUsersArgs, { of }: OperationContext) => {
      const request = pageRequest(args);
      if (request.first === 0)
        return connectionOfAll<UserJson>(request, { all: [], idOf: (user) => user.id });
      const owned = await of(usersOfOrganization).load(id);
      // One more than the page tells whether there are more.
      const all = await owned.take(request.offset + request.first + 1);
      for (const user of all) of(userById).prime(user.id, user);
      return connectionOfAll<UserJson>(request, { all, idOf: (user) => user.id });
    },
  ),
};

/** @throws UPSTREAM_INVALID_RESPONSE when there is no list; what is no category spoils its own slot. */
function indexed(categories: OrganizationJson["categories"]) {
  if (categories === null || categories === undefined) return null;
  if (!Array.isArray(categories)) throw undocumentedValue("web1on1");
  return categories.map((category, index) => (isObject(category) ? { ...category, index } : category));
}

const Category: Pick<CategoryResolvers, "sourceId" | "formIds"> = {
  sourceId: ({ id }) => id,
  formIds: ({ forms }) => forms,
};

/** Chat organizations, with their categories and partners. */
export const organization: Noun = {
  endpoints: { organizations },
  loaders: { allOrganizations, organizationById, organizationsByHost },
  nodes: [{ kind: organizationKind, loader: organizationById }],
  resolvers: {
    Query,
    Mutation,
    Organization,
    OrganizationPartner: {
      organization: organizationRef(({ organization }: PartnerJson) => organization),
    } satisfies Pick<OrganizationPartnerResolvers, "organization">,
    Category,
    // The update answers the organization, as a rule.
    UpdateOrganizationPayload: payload("organization", organizationKind, organizationById, atMost(1)),
    DeleteOrganizationPayload: deletedPayload("organization", organizationKind, organizationById),
  },
};
