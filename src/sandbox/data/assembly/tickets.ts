import { ulidOf } from "../../random.ts";
import { ticketId } from "../ids.ts";
import type { StoredReply, StoredTicket } from "./stored.ts";

const ticket = (number: string, source: StoredTicket["source"], sourceSpecificId?: string): StoredTicket => ({
  id: ticketId(number),
  number,
  source,
  ...(sourceSpecificId !== undefined && { source_specific_id: sourceSpecificId }),
});

/** Tickets that came in before, oldest first. */
export const tickets: readonly StoredTicket[] = [
  ticket("ASM-1", "Email"),
  ticket("ASM-2", "API", "chat-1001"),
  ticket("ASM-3", "Slack", "slack-C01-1709546400"),
  ticket("ASM-4", "Community Slack", "slack-C77-1709546411"),
  ticket("ASM-5", "API", "chat-1002"),
];

const reply = (number: string, sourceSpecificId: string): StoredReply => ({
  id: ulidOf(`reply/${sourceSpecificId}`),
  ticket_id: ticketId(number),
  source_specific_id: sourceSpecificId,
});

/** Replies to them. */
export const replies: readonly StoredReply[] = [
  reply("ASM-2", "chat-1001-1"),
  reply("ASM-3", "slack-C01-1709546460"),
  reply("ASM-4", "slack-C77-1709546499"),
];
