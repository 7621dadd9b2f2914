import { write } from "../../fields/write.ts";
import type {
  MutationDeleteUserAvatarArgs,
  MutationResolvers,
  MutationUploadUserAvatarArgs,
} from "../../generated/resolvers.ts";
import { sourceIdOf, toGlobalId } from "../../resolving/ids.ts";
import { filesOf } from "../../uploads/upload.ts";
import { avatarLimits } from "../image-limits.ts";
import { users } from "./endpoints.ts";
import { userKind } from "./loaders.ts";

/** Writes of the images of chat users. */
export const avatarMutation = {
  uploadUserAvatar: write(
    ({ id, input }: MutationUploadUserAvatarArgs) => ({
      endpoint: users.uploadAvatar,
      user_id: sourceIdOf(userKind, id),
      upload: input.file,
    }),
    async ({ endpoint, user_id, upload }, { call }) => {
      const user = await call(endpoint, { user_id, body: { file: filesOf([upload], avatarLimits) } });
      return { userId: toGlobalId(userKind, user_id), user };
    },
  ),
  deleteUserAvatar: write(
    ({ id }: MutationDeleteUserAvatarArgs) => ({
      endpoint: users.deleteAvatar,
      user_id: sourceIdOf(userKind, id),
    }),
    async ({ endpoint, user_id }, { call }) => {
      await call(endpoint, { user_id });
      return { userId: toGlobalId(userKind, user_id) };
    },
  ),
} satisfies MutationResolvers;
