import type { CreateBotInstanceInput, UpdateBotInstanceInput } from "../../generated/resolvers.ts";
import { optionalSourceIdOf, sourceIdOf } from "../../resolving/ids.ts";
import { filledIfGiven, nonBlank, notNull, omitUndefined } from "../../resolving/input.ts";
import { botKind } from "../bot/loaders.ts";
import { patchesOf } from "../merging/merged-update.ts";
import { organizationKind } from "../organization/loaders.ts";

const plainFields = (input: CreateBotInstanceInput | UpdateBotInstanceInput) => ({
  organization: optionalSourceIdOf(organizationKind, notNull(input.organizationId, "organizationId")),
  description: input.description,
  avatar: input.avatar,
  enabled: notNull(input.enabled, "enabled"),
});

/**
 * The body of an instance to create.
 * @throws BAD_USER_INPUT for null or a blank where there must be a value, and for an id that cannot be one.
 */
export const newBotInstance = (input: CreateBotInstanceInput) => ({
  bot: sourceIdOf(botKind, input.botId),
  name: nonBlank(input.name, "name"),
  ...omitUndefined({ ...plainFields(input), meta: input.meta ?? undefined }),
});

/**
 * Changes to an instance: the body, less what is merged into what is stored.
 * @throws BAD_USER_INPUT for null or a blank where nothing can be cleared, and for an id that cannot be one.
 */
export const botInstanceChanges = (input: UpdateBotInstanceInput) => ({
  body: omitUndefined({
    ...plainFields(input),
    bot: optionalSourceIdOf(botKind, notNull(input.botId, "botId")),
    name: filledIfGiven(input.name, "name"),
  }),
  merges: patchesOf({ meta: notNull(input.meta, "meta") }),
});
