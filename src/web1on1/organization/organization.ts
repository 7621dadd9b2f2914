import { GatewayError, undocumentedValue } from "../../errors.ts";
import type {
  CategoryResolvers,
  MutationResolvers,
  OrganizationPartnerResolvers,
  OrganizationResolvers,
  QueryResolvers,
} from "../../generated/resolvers.ts";
import type { Slice } from "../../loaders/keyed-read.ts";
import { isPlain } from "../../loaders/list.ts";
import { optionalSourceIdOf, sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { identity } from "../../resolving/node-fields.ts";
import { connectionOfAll, pageRequest } from "../../resolving/pagination.ts";
import { referenceIn } from "../../resolving/referenced.ts";
import type { CallOnce } from "../../rest/call.ts";
import { isObject } from "../../rest/row-values.ts";
import { organizationKind } from "../kinds.ts";
import { exactFilter, pageOf, sortParameter } from "../list-query.ts";
import { mergeNested } from "../merge-patch.ts";
import { type UserJson, users } from "../user/endpoints.ts";
import { mergeCategories } from "./category-slots.ts";
import { type OrganizationJson, organizations } from "./endpoints.ts";
import { idsOfNamed, newOrganization, organizationChanges } from "./input.ts";
import { loadOrganization, organizationOf, organizationReference } from "./look-up.ts";

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
    const select = (slice: Slice) => call.web1on1(organizations.list, { query: { ...query, ...slice } });
    return pageOf(args, loaders.allOrganizations, isPlain(query) ? undefined : select);
  },
};

/** Fields of `Organization`. */
export const Organization: Pick<
  OrganizationResolvers,
  "id" | "sourceId" | "displayName" | "categories" | "parent" | "users"
> = {
  ...identity(organizationKind),
  displayName: ({ displayName, name }) => displayName || name,
  categories: ({ categories }) => indexed(categories),
  parent: ({ parent }, _, { loaders }) => organizationOf(loaders, parent),
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

/** @throws UPSTREAM_INVALID_RESPONSE when there is no list; what is no category spoils its own slot. */
function indexed(categories: OrganizationJson["categories"]) {
  if (categories === null || categories === undefined) return null;
  if (!Array.isArray(categories)) throw undocumentedValue("web1on1");
  return categories.map((category, index) => (isObject(category) ? { ...category, index } : category));
}

/** Fields of `OrganizationPartner`. */
export const OrganizationPartner: Pick<OrganizationPartnerResolvers, "organization"> = {
  organization: ({ organization }, _, { loaders }) => organizationOf(loaders, organization),
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
  createOrganization: async (_, { input }, { call, loaders }) => {
    const { body, named } = newOrganization(input);
    const ids = await idsOfNamed(loaders, named);
    const organization = await call.web1on1(organizations.create, { body: { ...body, ...ids } });
    return { id: toGlobalId(organizationKind, organization.id), organization };
  },
  updateOrganization: async (_, { id, input }, { call, freshCall, exclusively, loaders }) => {
    const organization_id = sourceIdOf(organizationKind, id);
    const { body, categories, named, patches } = organizationChanges(input);
    if (body.status === "archived" || body.status === "pendingArchive") {
      await keepOwnOrganization(organization_id, freshCall.web1on1);
    }
    const ids = await idsOfNamed(loaders, named);
    const written = await exclusively(organizationKind, organization_id, async () => {
      const read = once(() => freshCall.web1on1(organizations.getToMerge, { organization_id }));
      const nested = await mergeNested(patches, read);
      const slots = categories && { categories: mergeCategories((await read()).categories, categories) };
      return call.web1on1(organizations.update, {
        organization_id,
        body: { ...body, ...ids, ...nested, ...slots },
      });
    });
    return {
      id: toGlobalId(organizationKind, organization_id),
      get organization() {
        return written ?? loaders.organizationById.load(organization_id);
      },
    };
  },
  deleteOrganization: async (_, { id }, { call, freshCall, loaders }) => {
    const organization_id = sourceIdOf(organizationKind, id);
    await keepOwnOrganization(organization_id, freshCall.web1on1);
    await call.web1on1(organizations.delete, { organization_id });
    return {
      id: toGlobalId(organizationKind, organization_id),
      get organization() {
        return loaders.organizationById.load(organization_id);
      },
    };
  },
};

/**
 * @throws FORBIDDEN when an organization is the one that the gateway's own user belongs to, and
 * UPSTREAM_INVALID_RESPONSE when that cannot be told.
 */
async function keepOwnOrganization(organizationId: string, call: CallOnce): Promise<void> {
  const own = await call(users.me);
  const ownId = referenceIn(organizationKind, own.organization);
  if (ownId?.toLowerCase() === organizationId.toLowerCase()) {
    throw new GatewayError(
      "FORBIDDEN",
      "The gateway itself acts for this organization; archiving it would end all access to Web1on1.",
      { system: "web1on1" },
    );
  }
}

/** A read that several may want and that is made once. */
function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= read();
    return made;
  };
}
