import type { CreateBotInput, UpdateBotInput } from "../../generated/resolvers.ts";
import { optionalSourceIdOf } from "../../resolving/ids.ts";
import { filledIfGiven, nonBlank, notNull, omitUndefined } from "../../resolving/input.ts";
import { patchesOf } from "../merging/merged-update.ts";
import { organizationKind } from "../organization/loaders.ts";

const plainFields = (input: CreateBotInput | UpdateBotInput) => ({
  organization: optionalSourceIdOf(organizationKind, notNull(input.organizationId, "organizationId")),
  description: input.description,
  status: notNull(input.status, "status"),
  roles: notNull(input.roles, "roles"),
  audience: notNull(input.audience, "audience"),
  tags: notNull(input.tags, "tags"),
  avatar: input.avatar,
  commands: notNull(input.commands, "commands"),
});

/**
 * The body of a bot to create.
 * @throws BAD_USER_INPUT for null or a blank where there must be a value, and for an id that cannot be one.
 */
export const newBot = (input: CreateBotInput) => ({
  name: nonBlank(input.name, "name"),
  ...omitUndefined({ ...plainFields(input), meta: input.meta ?? undefined }),
});

/**
 * Changes to a bot: the body, less what is merged into what is stored.
 * @throws BAD_USER_INPUT for null or a blank where nothing can be cleared, and for an id that cannot be one.
 */
export const botChanges = (input: UpdateBotInput) => ({
  body: omitUndefined({
    ...plainFields(input),
    name: filledIfGiven(input.name, "name"),
    secret: filledIfGiven(input.secret, "secret"),
  }),
  merges: patchesOf({ meta: notNull(input.meta, "meta") }),
});
