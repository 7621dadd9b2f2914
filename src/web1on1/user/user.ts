import { GatewayError, undocumentedValue } from "../../errors.ts";
import type {
  MutationResolvers,
  OrganizationMembershipResolvers,
  QueryResolvers,
  UserResolvers,
} from "../../generated/resolvers.ts";
import type { Slice } from "../../loaders/keyed-read.ts";
import { isPlain } from "../../loaders/list.ts";
import { optionalSourceIdOf, sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { omitUndefined } from "../../resolving/input.ts";
import { identity } from "../../resolving/node-fields.ts";
import type { CallOnce } from "../../rest/call.ts";
import { textIn } from "../../rest/row-values.ts";
import { organizationKind, userKind } from "../kinds.ts";
import { exactFilter, pageOf, sortParameter } from "../list-query.ts";
import { mergeNested } from "../merge-patch.ts";
import { organizationIdOf, organizationOf } from "../organization/look-up.ts";
import { users } from "./endpoints.ts";
import { newUser, userChanges } from "./input.ts";

/** `Query.viewer`, `Query.viewerOrganizations`, `Query.user`, `Query.users`. */
export const Query: Pick<QueryResolvers, "viewer" | "viewerOrganizations" | "user" | "users"> = {
  viewer: (_, _args, { call }) => call.web1on1(users.me),
  viewerOrganizations: (_, _args, { call }) => call.web1on1(users.myOrganizations),
  user: (_, { by }, { loaders }) =>
    by.id === undefined
      ? loaders.userByEmail.load(by.email)
      : loaders.userById.load(sourceIdOf(userKind, by.id)),
  users: (_, { filter, sort, ...args }, { call, loaders }) => {
    const query = {
      organization: optionalSourceIdOf(organizationKind, filter?.organization),
      email: exactFilter(filter?.email, "filter.email"),
      role: filter?.role ?? undefined,
      status: filter?.status ?? undefined,
      sort: sortParameter(sort),
    };
    const select = (slice: Slice) => call.web1on1(users.list, { query: { ...query, ...slice } });
    return pageOf(args, loaders.allUsers, isPlain(query) ? undefined : select);
  },
};

/** Fields of `User`. */
export const User: Pick<UserResolvers, "id" | "sourceId" | "displayName" | "organization"> = {
  ...identity(userKind),
  // The upstream documents how it makes the name, so a row without one is no reason to answer none.
  displayName: ({ displayName, givenName, additionalName, familyName }) =>
    displayName || nameOf([givenName, additionalName, familyName]),
  organization: ({ organization }, _, { loaders }) => organizationOf(loaders, organization),
};

/** @throws UPSTREAM_INVALID_RESPONSE when a part is no text. */
function nameOf(parts: readonly unknown[]): string | null {
  const texts = parts.filter(Boolean).map((part) => {
    const text = textIn(part);
    if (text === undefined) throw undocumentedValue("web1on1");
    return text;
  });
  return texts.join(" ") || null;
}

/** Fields of `OrganizationMembership`. */
export const OrganizationMembership: Pick<OrganizationMembershipResolvers, "organization"> = {
  organization: ({ organization }, _, { loaders }) => organizationOf(loaders, organization),
};

/** Writes of chat users. */
export const Mutation: Pick<MutationResolvers, "createUser" | "updateUser" | "deleteUser"> = {
  createUser: async (_, { input }, { call, loaders }) => {
    const { body, organization } = newUser(input);
    const owner = organization && (await organizationIdOf(loaders, organization));
    const user = await call.web1on1(users.create, {
      body: { ...body, ...omitUndefined({ organization: owner }) },
    });
    return { id: toGlobalId(userKind, user.id), user };
  },
  updateUser: async (_, { id, input }, { call, freshCall, exclusively, loaders }) => {
    const user_id = sourceIdOf(userKind, id);
    const { body, organization, patches } = userChanges(input);
    if (body.status && body.status !== "active") await keepOwnUser(user_id, freshCall.web1on1);
    const owner = organization && (await organizationIdOf(loaders, organization));
    const written = await exclusively(userKind, user_id, async () => {
      const nested = await mergeNested(patches, () => freshCall.web1on1(users.getToMerge, { user_id }));
      return call.web1on1(users.update, {
        user_id,
        body: { ...body, ...omitUndefined({ organization: owner }), ...nested },
      });
    });
    return {
      id: toGlobalId(userKind, user_id),
      get user() {
        return written ?? loaders.userById.load(user_id);
      },
    };
  },
  deleteUser: async (_, { id }, { call, freshCall, loaders }) => {
    const user_id = sourceIdOf(userKind, id);
    await keepOwnUser(user_id, freshCall.web1on1);
    await call.web1on1(users.delete, { user_id });
    return {
      id: toGlobalId(userKind, user_id),
      get user() {
        return loaders.userById.load(user_id);
      },
    };
  },
};

/** @throws FORBIDDEN when a user is the one that the gateway itself acts as: it must stay active. */
async function keepOwnUser(userId: string, call: CallOnce): Promise<void> {
  const own = await call(users.me);
  if (own.id.toLowerCase() === userId.toLowerCase()) {
    throw new GatewayError(
      "FORBIDDEN",
      "This is the user that the gateway itself acts as; it must stay active, or all access to Web1on1 ends.",
      { system: "web1on1" },
    );
  }
}
