import { bulkPayload } from "../../fields/bulk-payload.ts";
import { partsOfAtMost, writeInParts } from "../../fields/write-in-parts.ts";
import type { MutationResolvers, MutationUpsertConversationsArgs } from "../../generated/resolvers.ts";
import type { Noun } from "../../resolving/noun.ts";
import { conversations, conversationsPerCall } from "./endpoints.ts";
import { newConversations } from "./input.ts";

const Mutation = {
  upsertConversations: writeInParts(
    ({ input }: MutationUpsertConversationsArgs) => ({
      endpoint: conversations.bulk,
      parts: partsOfAtMost(newConversations(input.conversations), conversationsPerCall, (own) => ({
        conversations: own,
      })),
    }),
    (body, call) => call(conversations.bulk, { body }),
  ),
} satisfies MutationResolvers;

/** Conversations with customers, which are handed over and never read. */
export const conversation: Noun = {
  endpoints: { conversations },
  resolvers: { Mutation, UpsertConversationsPayload: bulkPayload("parts") },
};
