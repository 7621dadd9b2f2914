import { write } from "../../fields/write.ts";
import type {
  MutationCreateUserArgs,
  MutationRemoveUserFromOrganizationArgs,
  MutationResolvers,
  MutationUpdateUserArgs,
} from "../../generated/resolvers.ts";
import { sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { referenceIn } from "../../resolving/referenced.ts";
import { imageTypes } from "../../uploads/image-type.ts";
import { imageWrites } from "../image-writes.ts";
import { objectWrites } from "../object-writes.ts";
import { organizationKind } from "../organization/loaders.ts";
import { ownObject } from "../own-object.ts";
import { users } from "./endpoints.ts";
import { changesAccess, newUser, userChanges } from "./input.ts";
import { userKind } from "./loaders.ts";

const ownUser = ownObject(
  ({ id }) => id,
  "This is the user that the gateway itself acts as; it must stay active and keep its e-mail address, password, role and organization, or all access to Web1on1 may end.",
);

/** Ids of a user and of an organization that it is a member of, as one text. */
const membershipOf = (userId: string, organizationId: string): string => `${userId} ${organizationId}`;

const ownMembership = ownObject(({ id, organization }) => {
  const organizationId = referenceIn(organizationKind, organization);
  return organizationId === null ? null : membershipOf(id, organizationId);
}, "The gateway itself acts as this user for this organization; leaving it would end all access to Web1on1.");

const objects = { name: "user", kind: userKind, parameter: "user_id" } as const;

const writes = objectWrites({ ...objects, own: ownUser, isEnd: changesAccess });

/** Any image (web1on1-v2.txt:1418) whose first bytes tell that it is one. */
const avatars = imageWrites(objects, { mostBytes: 8 * 1024 * 1024, images: { types: imageTypes } });

/** Creates, changes and archives chat users; the one that the gateway acts as stays active. */
export const Mutation = {
  createUser: writes.create(users.create, ({ input }: MutationCreateUserArgs) => newUser(input)),
  updateUser: writes.update(users, ({ input }: MutationUpdateUserArgs) => userChanges(input)),
  deleteUser: writes.delete(users.delete),
  uploadUserAvatar: avatars.upload(users.uploadAvatar),
  deleteUserAvatar: avatars.delete(users.deleteAvatar),
  removeUserFromOrganization: write(
    ({ id, organizationId }: MutationRemoveUserFromOrganizationArgs) => ({
      endpoint: users.removeOrganization,
      user_id: sourceIdOf(userKind, id),
      organization_id: sourceIdOf(organizationKind, organizationId),
      uses: ownMembership.uses,
    }),
    async ({ endpoint, user_id, organization_id }, context) => {
      await ownMembership.protect(membershipOf(user_id, organization_id), context);
      await context.call(endpoint, { user_id, organization_id });
      return { userId: toGlobalId(userKind, user_id) };
    },
  ),
} satisfies MutationResolvers;
