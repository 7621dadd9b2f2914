import { badInput } from "../../errors.ts";
import type { ConversationInput } from "../../generated/resolvers.ts";
import { optionalSourceIdOf } from "../../resolving/ids.ts";
import { nonBlank, omitUndefined, optionalText } from "../../resolving/input.ts";
import { toUnixSeconds } from "../../resolving/time.ts";
import { allowedChannel, conversationChannels } from "../channels.ts";
import { queueKind } from "../group/loaders.ts";
import type { ConversationBody } from "./endpoints.ts";

/**
 * Conversations in the words of the upstream.
 * @throws BAD_USER_INPUT for none, for one that is named twice, a channel that conversations do not have, and a blank text.
 */
export function newConversations(inputs: readonly ConversationInput[]): ConversationBody[] {
  if (inputs.length === 0) throw badInput("conversations holds none.");
  const bodies = inputs.map((input, at) => newConversation(input, `conversations[${at}]`));
  const importedIds = new Set(bodies.map(({ import_id }) => import_id));
  // Of two in different calls the one that comes last would hold, whichever that is once a call is sent again.
  if (importedIds.size < bodies.length) throw badInput("conversations names an importedId twice.");
  return bodies;
}

const newConversation = (input: ConversationInput, place: string): ConversationBody => ({
  created_at: toUnixSeconds(input.createdAt),
  import_id: nonBlank(input.importedId, `${place}.importedId`),
  channel: allowedChannel(input.channel, conversationChannels, `${place}.channel`),
  status: input.status,
  ...omitUndefined({
    queue: optionalSourceIdOf(queueKind, input.queueId),
    first_responded_at: input.firstRespondedAt ? toUnixSeconds(input.firstRespondedAt) : undefined,
    solved_at: input.solvedAt ? toUnixSeconds(input.solvedAt) : undefined,
    assignee_import_id: optionalText(input.assigneeImportedId, `${place}.assigneeImportedId`),
    tags: input.tags?.map((tag) => nonBlank(tag, `${place}.tags`)),
  }),
});
