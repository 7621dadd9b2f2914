import { ticketId } from "../../assembly/ids.ts";
import type {
  AuthorJson,
  interactions as endpoints,
  SenderJson,
} from "../../assembly/interaction/endpoints.ts";
import { matchesId } from "../../rest/id-pattern.ts";
import type { StoredTicket } from "../data/assembly/stored.ts";
import type { VerbHandlers } from "../emulator.ts";
import { Refusal } from "../refusal.ts";
import { filledText, map, moment, requireFields, text } from "./fields.ts";
import type { AssemblyOptions } from "./options.ts";
import { rememberSender } from "./senders.ts";
import { type AssemblyState, byId, bySourceSpecificId, found } from "./state.ts";
import { checkFiles, checkImages, readTicketForm, userWith } from "./ticket-form.ts";

interface NewTicket {
  readonly query: string;
  readonly title: string;
  readonly source_specific_id: string;
  readonly user: SenderJson;
  readonly company_id: string;
  readonly company_source_specific_id: string;
  readonly additional_properties: object;
  readonly original_timestamp: string;
  readonly files_image_url: string;
}

const ticketChecks = {
  query: filledText,
  title: text,
  source_specific_id: filledText,
  user: userWith("email", "source_specific_id", "id"),
  company_id: filledText,
  company_source_specific_id: filledText,
  additional_properties: map,
  original_timestamp: moment,
  files_image_url: filledText,
};

interface NewReply extends Pick<NewTicket, "source_specific_id" | "original_timestamp" | "files_image_url"> {
  readonly content: string;
  readonly user: AuthorJson;
}

const replyChecks = {
  content: filledText,
  user: userWith("id", "email"),
  source_specific_id: filledText,
  original_timestamp: moment,
  files_image_url: filledText,
};

/** Handlers of the interaction rows: tickets and replies that can be written and not read. */
export function interactionHandlers(
  state: AssemblyState,
  options: AssemblyOptions,
): VerbHandlers<typeof endpoints> {
  const { accounts, replies, tickets } = state;
  const ticketBy = (sourceSpecificId: string): StoredTicket | undefined =>
    tickets.all().find((ticket) => ticket.source_specific_id === sourceSpecificId);

  /** Exactly one of the two keys (assembly-interactions.txt:45). */
  const ticketOf = (query: URLSearchParams): StoredTicket => {
    const id = query.get("id");
    const sourceSpecificId = query.get("source_specific_id");
    if ((id === null) === (sourceSpecificId === null)) {
      throw new Refusal(400, "exactly one of id and source_specific_id is required");
    }
    if (id === null) return found(ticketBy(sourceSpecificId ?? ""), "ticket");
    if (!matchesId(ticketId, id)) throw new Refusal(400, "id must be a ULID");
    return found(tickets.get(id.toUpperCase()), "ticket");
  };

  return {
    create({ form }) {
      const { fields, files } = readTicketForm<NewTicket>(form, ticketChecks);
      requireFields(fields, "query");
      checkImages(files);
      const { company_id, company_source_specific_id, source_specific_id, user } = fields;
      if (company_id !== undefined) found(byId(accounts, company_id), "company");
      if (company_source_specific_id !== undefined) {
        found(bySourceSpecificId(accounts, company_source_specific_id), "company");
      }
      if (source_specific_id !== undefined && ticketBy(source_specific_id)) {
        throw new Refusal(options.takenTicketIdStatus, "source_specific_id already exists");
      }
      if (user && options.unknownSendersBecomeCustomers) rememberSender(user, state);
      const { number } = tickets.insert((id) => ({
        id,
        number: `ASM-${tickets.all().length + 1}`,
        source: "API",
        ...(source_specific_id !== undefined && { source_specific_id }),
      }));
      return { status: 200, body: { created_ticket_number: number } };
    },
    reply({ form, query }) {
      const ticket = ticketOf(query);
      const { fields, files } = readTicketForm<NewReply>(form, replyChecks);
      requireFields(fields, "content", "user");
      checkFiles(files);
      const { source_specific_id } = fields;
      const isTaken = replies
        .all()
        .some((reply) => reply.ticket_id === ticket.id && reply.source_specific_id === source_specific_id);
      // Only these sources refuse what came before (assembly-interactions.txt:61-62).
      if (source_specific_id !== undefined && isTaken && ticket.source.endsWith("Slack")) {
        throw new Refusal(409, "source_specific_id already exists");
      }
      const { id } = replies.insert((id) => ({
        id,
        ticket_id: ticket.id,
        ...(source_specific_id !== undefined && { source_specific_id }),
      }));
      return { status: 200, body: { created_history_id: id } };
    },
  };
}
