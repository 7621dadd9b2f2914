import { groupId } from "../../../src/sandbox/data/ids.ts";
import type { NounExamples } from "../../support/examples.ts";

const queueId = groupId("queue/Orders");
const conversation = `{ importedId: "c-1", channel: CHAT, status: SOLVED, createdAt: "2026-03-04T09:00:00Z", queueId: "${queueId}", tags: ["parcel"] }`;

/** Conversations. */
export const examples: NounExamples = {
  arguments: () => ({
    Mutation: { upsertConversations: [`(input: { conversations: [${conversation}] })`] },
  }),
};
