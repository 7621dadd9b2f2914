import type { ConversationBody, conversations as endpoints } from "../../assembled/conversation/endpoints.ts";
import type { VerbHandlers } from "../emulator.ts";
import {
  bulkOf,
  filledOf,
  knownIds,
  objectOf,
  oneOf,
  optional,
  secondsOf,
  textOf,
  textsOf,
} from "./fields.ts";
import type { AssembledState } from "./state.ts";

const channels = ["phone", "email", "chat", "social", "back_office"];
const statuses = ["open", "pending", "solved", "abandoned"];

/** Answers the route of conversations (assembled-v0.txt:1385-1415): a batch is taken whole or not at all. */
export function createConversationHandlers(state: AssembledState): VerbHandlers<typeof endpoints> {
  const conversationOf = (item: unknown): ConversationBody => {
    const fields = objectOf(item, "conversations");
    const queueOf = (value: unknown) => knownIds([textOf(value, "queue")], state.queues, "queue").join();
    return {
      created_at: secondsOf(fields.created_at, "created_at"),
      import_id: filledOf(fields.import_id, "import_id"),
      channel: oneOf(fields.channel, channels, "channel"),
      status: oneOf(fields.status, statuses, "status"),
      ...optional(fields, "queue", queueOf),
      ...optional(fields, "first_responded_at", secondsOf),
      ...optional(fields, "solved_at", secondsOf),
      ...optional(fields, "assignee_import_id", textOf),
      ...optional(fields, "tags", textsOf),
    };
  };
  return {
    bulk: ({ body }) => {
      const conversations = bulkOf(body, "conversations").map(conversationOf);
      for (const conversation of conversations) state.conversations.set(conversation.import_id, conversation);
      return { status: 200 };
    },
  };
}
