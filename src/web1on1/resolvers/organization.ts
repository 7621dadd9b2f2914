import type {
  CategoryResolvers,
  MutationResolvers,
  OrganizationPartnerResolvers,
  OrganizationResolvers,
  QueryResolvers,
} from "../../generated/resolvers.ts";
import { optionalSourceIdOf, sourceIdOf, toGlobalId } from "../../ids.ts";
import { identity } from "../../nodes.ts";
import { connectionOfAll, pageRequest } from "../../pagination.ts";
import { organizations } from "../api/organization.ts";
import type { UserJson } from "../api/user.ts";
import { organizationKind } from "../kinds.ts";
import { exactFilter, pageOf, sortParameter } from "../list-query.ts";
import { mergeNested } from "../merge-patch.ts";
import { newOrganization, organizationChanges } from "../organization-input.ts";
import { loadOrganization, organizationReference } from "../references.ts";

/** `Query.organization`, `Query.organizations`. */
export const Query: Pick<QueryResolvers, "organization" | "organizations"> = {
  organization: (_, { by }, { loaders }) => loadOrganization(loaders, organizationReference(by)),
  organizations: (_, { filter, sort, ...args }, { call, loaders }) => {
    const query = {
      name: exactFilter(filter?.name, "filter.name"),
      tags: exactFilter(filter?.tag, "filter.tag"),
      status: filter?.status ?? undefined,
      parent: optionalSourceIdOf(organizationKind, filter?.parent),
      sort: sortParameter(sort),
    };
    return pageOf(args, loaders.organizationById, (page) =>
      call.web1on1(organizations.list, { query: { ...query, ...page } }),
    );
  },
};

/** Fields of `Organization`. */
export const Organization: Pick<
  OrganizationResolvers,
  "id" | "sourceId" | "displayName" | "categories" | "parent" | "users"
> = {
  ...identity(organizationKind),
  displayName: ({ displayName, name }) => displayName || name,
  categories: ({ categories }) => categories?.map((category, index) => category && { ...category, index }),
  parent: ({ parent }, _, { loaders }) => (parent ? loaders.organizationById.load(parent) : null),
  users: async ({ id }, args, { loaders }) => {
    const request = pageRequest(args);
    if (request.first === 0) return connectionOfAll<UserJson>(request, { all: [], idOf: (user) => user.id });
    const owned = await loaders.usersOfOrganization.load(id);
    // One more than the page tells whether there are more.
    const all = await owned.take(request.offset + request.first + 1);
    for (const user of all) loaders.userById.prime(user.id, user);
    return connectionOfAll<UserJson>(request, { all, idOf: (user) => user.id });
  },
};

/** Fields of `OrganizationPartner`. */
export const OrganizationPartner: Pick<OrganizationPartnerResolvers, "organization"> = {
  organization: ({ organization }, _, { loaders }) =>
    organization ? loaders.organizationById.load(organization) : null,
};

/** Fields of `Category`. */
export const Category: Pick<CategoryResolvers, "sourceId" | "formIds"> = {
  sourceId: ({ id }) => id,
  formIds: ({ forms }) => forms,
};

/** Writes of chat organizations. */
export const Mutation: Pick<
  MutationResolvers,
  "createOrganization" | "updateOrganization" | "deleteOrganization"
> = {
  createOrganization: async (_, { input }, { call }) => {
    const organization = await call.web1on1(organizations.create, { body: newOrganization(input) });
    return { id: toGlobalId(organizationKind, organization.id), organization };
  },
  updateOrganization: async (_, { id, input }, { call, loaders }) => {
    const organization_id = sourceIdOf(organizationKind, id);
    const { body, patches } = organizationChanges(input);
    const nested = await mergeNested(patches, () =>
      call.web1on1(organizations.getToMerge, { organization_id }),
    );
    const written = await call.web1on1(organizations.update, {
      organization_id,
      body: { ...body, ...nested },
    });
    return {
      id: toGlobalId(organizationKind, organization_id),
      get organization() {
        return written ?? loaders.organizationById.load(organization_id);
      },
    };
  },
  deleteOrganization: async (_, { id }, { call, loaders }) => {
    const organization_id = sourceIdOf(organizationKind, id);
    await call.web1on1(organizations.delete, { organization_id });
    return {
      id: toGlobalId(organizationKind, organization_id),
      get organization() {
        return loaders.organizationById.load(organization_id);
      },
    };
  },
};
