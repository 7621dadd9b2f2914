import type { AccountJson } from "../../../assembly/account/endpoints.ts";
import type { ContactJson } from "../../../assembly/contact/endpoints.ts";
import type { LabelJson } from "../../../assembly/label/endpoints.ts";
import type { UsageLogJson } from "../../../assembly/usage-log/endpoints.ts";

/** A contact with the company that owns it. */
export interface StoredContact extends ContactJson {
  readonly company_id: string;
}

/** A usage log with its owner: an account, a contact, or neither. */
export interface StoredUsageLog extends UsageLogJson {
  readonly account_id?: string;
  readonly contact_id?: string;
}

/** A ticket, of which nothing can be read. */
export interface StoredTicket {
  /** ULID. */
  readonly id: string;
  /** Its number as people use it: `ASM-1`. */
  readonly number: string;
  /** Where it came in. */
  readonly source: "API" | "Email" | "Slack" | "Community Slack";
  readonly source_specific_id?: string;
}

/** A message in the history of a ticket. */
export interface StoredReply {
  /** ULID. */
  readonly id: string;
  readonly ticket_id: string;
  readonly source_specific_id?: string;
}

/** The records that Assembly starts with. */
export interface AssemblyData {
  readonly accounts: readonly AccountJson[];
  readonly contacts: readonly StoredContact[];
  readonly labels: readonly LabelJson[];
  readonly usageLogs: readonly StoredUsageLog[];
  readonly tickets: readonly StoredTicket[];
  readonly replies: readonly StoredReply[];
}
