import { write } from "../../fields/write.ts";
import type {
  MutationCreateUserArgs,
  MutationDeleteUserArgs,
  MutationRemoveUserFromOrganizationArgs,
  MutationResolvers,
  MutationUpdateUserArgs,
} from "../../generated/resolvers.ts";
import { sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { referenceIn } from "../../resolving/referenced.ts";
import { updateMerged, usesOfMerges } from "../merging/merged-update.ts";
import { organizationKind } from "../organization/loaders.ts";
import { idsOfNamed, usesOfNamed } from "../organization/named.ts";
import { ownObject } from "../own-object.ts";
import { users } from "./endpoints.ts";
import { newUser, userChanges } from "./input.ts";
import { userKind } from "./loaders.ts";

const ownUser = ownObject(
  ({ id }) => id,
  "This is the user that the gateway itself acts as; it must stay active, or all access to Web1on1 ends.",
);

/** Ids of a user and of an organization that it is a member of, as one text. */
const membershipOf = (userId: string, organizationId: string): string => `${userId} ${organizationId}`;

const ownMembership = ownObject(({ id, organization }) => {
  const organizationId = referenceIn(organizationKind, organization);
  return organizationId === null ? null : membershipOf(id, organizationId);
}, "The gateway itself acts as this user for this organization; leaving it would end all access to Web1on1.");

/** Writes of chat users. */
export const Mutation = {
  createUser: write(
    ({ input }: MutationCreateUserArgs) => {
      const { body, named } = newUser(input);
      return { endpoint: users.create, body, named, uses: usesOfNamed(named) };
    },
    async ({ endpoint, body, named }, context) => {
      const ids = await idsOfNamed(named, context);
      const user = await context.call(endpoint, { body: { ...body, ...ids } });
      return { userId: toGlobalId(userKind, user.id), user };
    },
  ),
  updateUser: write(
    ({ id, input }: MutationUpdateUserArgs) => {
      const user_id = sourceIdOf(userKind, id);
      const { body, named, merges } = userChanges(input);
      const ends = Boolean(body.status && body.status !== "active");
      const uses = [
        ...(ends ? ownUser.uses : []),
        ...usesOfNamed(named),
        ...usesOfMerges(merges, users.getToMerge),
      ];
      return { endpoint: users.update, user_id, body, named, merges, ends, uses };
    },
    async ({ endpoint, user_id, body, named, merges, ends }, context) => {
      const { call, freshCall } = context;
      if (ends) await ownUser.protect(user_id, context);
      const ids = await idsOfNamed(named, context);
      const user = await updateMerged(
        {
          kind: userKind,
          sourceId: user_id,
          merges,
          read: () => freshCall(users.getToMerge, { user_id }),
          update: (merged) => call(endpoint, { user_id, body: { ...body, ...ids, ...merged } }),
        },
        context,
      );
      return { userId: toGlobalId(userKind, user_id), user };
    },
  ),
  deleteUser: write(
    ({ id }: MutationDeleteUserArgs) => ({
      endpoint: users.delete,
      user_id: sourceIdOf(userKind, id),
      uses: ownUser.uses,
    }),
    async ({ endpoint, user_id }, context) => {
      await ownUser.protect(user_id, context);
      await context.call(endpoint, { user_id });
      return { deletedUserId: toGlobalId(userKind, user_id) };
    },
  ),
  removeUserFromOrganization: write(
    ({ id, input }: MutationRemoveUserFromOrganizationArgs) => ({
      endpoint: users.removeOrganization,
      user_id: sourceIdOf(userKind, id),
      organization_id: sourceIdOf(organizationKind, input.organizationId),
      uses: ownMembership.uses,
    }),
    async ({ endpoint, user_id, organization_id }, context) => {
      await ownMembership.protect(membershipOf(user_id, organization_id), context);
      await context.call(endpoint, { user_id, organization_id });
      return { userId: toGlobalId(userKind, user_id) };
    },
  ),
} satisfies MutationResolvers;
