import type { FileParts } from "../../rest/form.ts";
import { endpoints, POST } from "../endpoints.ts";
import { taken } from "../page-json.ts";

/** Who sends an interaction, as JSON text in its form. */
export interface SenderJson {
  /** Of a contact or a Customer account. */
  readonly id?: string;
  readonly email?: string;
  readonly source_specific_id?: string;
  readonly name?: string;
  readonly username?: string;
  readonly image_url?: string;
}

/** A new ticket (assembly-interactions.txt:3-14); field names as in the vendor's public copy of the page. */
export interface InteractionForm {
  /** The message. */
  readonly query: string;
  /** Optional by the text, and missing by its list of refusals: sent always. */
  readonly title: string;
  /** Told apart from other tickets by this, upstream as well as by replies. */
  readonly source_specific_id?: string | undefined;
  /** `SenderJson` as text. */
  readonly user?: string | undefined;
  readonly company_id?: string | undefined;
  readonly company_source_specific_id?: string | undefined;
  /** A JSON object as text. */
  readonly additional_properties?: string | undefined;
  /** RFC 3339. */
  readonly original_timestamp?: string | undefined;
  readonly files_image_url?: string | undefined;
  /** JPEG or PNG, at most 4 MB each. */
  readonly files?: FileParts | undefined;
}

/** Who writes a reply, as JSON text in its form: `id` or `email` is needed (assembly-interactions.txt:39-46). */
export type AuthorJson = Pick<SenderJson, "id" | "email" | "source_specific_id" | "name">;

/** A reply (assembly-interactions.txt:30-38). */
export interface ReplyForm {
  readonly content: string;
  /** `AuthorJson` as text. */
  readonly user: string;
  readonly source_specific_id?: string | undefined;
  /** RFC 3339. */
  readonly original_timestamp?: string | undefined;
  /** Image URLs, separated by commas. */
  readonly files_image_url?: string | undefined;
  /** Of any type, at most 32 MB each. */
  readonly files?: FileParts | undefined;
}

/** The ticket that a reply belongs to: exactly one of the two (assembly-interactions.txt:21-24). */
export interface TicketQuery {
  /** ULID. */
  readonly id?: string;
  readonly source_specific_id?: string;
}

/** Tickets and their replies, which can be written and not read: assembly-interactions.txt:3-64. */
export const interactions = endpoints(
  {},
  {
    /**
     * Answers the ticket's number; undefined when an attempt before the last had created it. An unknown sender becomes an
     * account or contact. No document says how a taken source specific id is refused.
     */
    create: POST("/interactions", "conditional")
      .invalidates("accounts", "contacts", "usageLogs", "additionalProperties")
      .repeatableIf(({ body }) => Boolean((body as InteractionForm | undefined)?.source_specific_id))
      .conflictWhen(taken)
      .form<InteractionForm>()
      .returns((wire: { readonly created_ticket_number: string }): string | undefined =>
        nonEmptyId(wire.created_ticket_number),
      ),
    /** A source specific id makes it safe to repeat for tickets from Slack only, and no answer tells which those are. */
    reply: POST("/interactions/reply")
      .invalidates()
      .namesObject()
      .limitedBy("replies")
      .query<TicketQuery>()
      .form<ReplyForm>()
      .returns((wire: { readonly created_history_id: string }) => nonEmptyId(wire.created_history_id)),
  },
);

function nonEmptyId(text: string): string {
  if (typeof text !== "string" || text === "") throw new TypeError("There is no id.");
  return text;
}
