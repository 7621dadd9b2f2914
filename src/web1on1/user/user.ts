import { callsOf, useOf } from "../../estimate/field-cost.ts";
import { anyNumber, atMost } from "../../estimate/range.ts";
import { field } from "../../fields/field.ts";
import { neverNull } from "../../fields/never-null.ts";
import { deletedPayload, payload } from "../../fields/payload.ts";
import type {
  OrganizationMembershipResolvers,
  QueryResolvers,
  QueryUserArgs,
  QueryUsersArgs,
  UserResolvers,
} from "../../generated/resolvers.ts";
import type { OperationContext } from "../../graphql/context.ts";
import { fullName } from "../../resolving/full-name.ts";
import { optionalSourceIdOf, sourceIdOf } from "../../resolving/ids.ts";
import { identity } from "../../resolving/node-fields.ts";
import type { Noun } from "../../resolving/noun.ts";
import { exactFilter, listField, sortParameter } from "../lists/list-query.ts";
import { organizationKind } from "../organization/loaders.ts";
import { organizationRef } from "../organization/look-up.ts";
import { userByEmail } from "./by-email.ts";
import { type MembershipJson, type UserJson, users } from "./endpoints.ts";
import { allUsers, userById, userKind, usersByEmail } from "./loaders.ts";
import { usersOfOrganization } from "./users-of-organization.ts";
import { Mutation } from "./writes.ts";

const Query = {
  viewer: neverNull(
    field({ uses: [callsOf(users.me)] }, (_: unknown, _args: unknown, { call }: OperationContext) =>
      call(users.me),
    ),
  ),
  viewerOrganizations: neverNull(
    field(
      { uses: [callsOf(users.myOrganizations)], cardinality: anyNumber },
      (_: unknown, _args: unknown, { call }: OperationContext) => call(users.myOrganizations),
    ),
  ),
  user: field(
    ({ by }: QueryUserArgs) => {
      if (by.id !== undefined) sourceIdOf(userKind, by.id);
      return { uses: [useOf(by.id === undefined ? userByEmail : userById)] };
    },
    (_: unknown, { by }: QueryUserArgs, { of }: OperationContext) =>
      by.id === undefined ? of(userByEmail).load(by.email) : of(userById).load(sourceIdOf(userKind, by.id)),
  ),
  users: listField(
    allUsers,
    ({ filter, sort }: QueryUsersArgs) => ({
      organization: optionalSourceIdOf(organizationKind, filter?.organization),
      email: exactFilter(filter?.email, "filter.email"),
      role: filter?.role ?? undefined,
      status: filter?.status ?? undefined,
      sort: sortParameter(sort),
    }),
    {
      // It matches members, too, and a row shows the owner only.
      wider: ["organization"],
      textsOf: ({ displayName, givenName, additionalName, familyName, email }) => [
        displayName,
        givenName,
        additionalName,
        familyName,
        email,
      ],
    },
  ),
} satisfies QueryResolvers;

const User = {
  ...identity(userKind),
  // The upstream documents how it makes the name, so a row without one is no reason to answer none.
  displayName: ({ displayName, givenName, additionalName, familyName }) =>
    displayName || fullName("web1on1", [givenName, additionalName, familyName]),
  organization: organizationRef(({ organization }: UserJson) => organization),
} satisfies UserResolvers;

/** Chat users, and what the gateway's own user may see. */
export const user: Noun = {
  endpoints: { users },
  loaders: { allUsers, userById, usersByEmail, userByEmail, usersOfOrganization },
  nodes: [
    {
      kind: userKind,
      loader: userById,
      lookUpKeys: { keys: { email: "EmailAddress" }, lookUp: Query.user },
    },
  ],
  resolvers: {
    Query,
    Mutation,
    User,
    OrganizationMembership: {
      organization: organizationRef(({ organization }: MembershipJson) => organization),
    } satisfies OrganizationMembershipResolvers,
    // The update answers the user, as a rule.
    UpdateUserPayload: payload("user", userKind, userById, atMost(1)),
    RemoveUserFromOrganizationPayload: payload("user", userKind, userById),
    UploadUserAvatarPayload: payload("user", userKind, userById, atMost(1)),
    DeleteUserAvatarPayload: payload("user", userKind, userById),
    DeleteUserPayload: deletedPayload("user", userKind, userById),
  },
};
